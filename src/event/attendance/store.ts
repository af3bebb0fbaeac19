import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { startOf, withAttendanceTables } from "./store-tables.ts";
import type { KeptTurnout } from "./turnout.ts";
import type { MarkChannel, MarkState, MarkView } from "./views.ts";

export interface NewMark {
  readonly id: Id;
  readonly siteId: Id;
  readonly participantId: Id;
  readonly markedAt: Date;
}

interface MarkFrame {
  readonly eventId: Id;
  readonly channel: MarkChannel;
  readonly state: MarkState;
}

/** Ids of those that are new: a mark whose id is there, or whose person is marked at the site, is not made again. */
export async function insertMarks(
  ctx: Context<Tx>,
  { eventId, channel, state }: MarkFrame,
  marks: readonly NewMark[],
): Promise<ReadonlySet<Id>> {
  if (marks.length === 0) return new Set();
  const { actor } = ctx;
  // By columns: of thousands of rows a statement of values takes longer to write than to run.
  const { rows: made } = await sql<{ id: Id }>`
    insert into attendance_mark (municipality_id, id, event_id, site_id, participant_id, channel, marked_at, state, recorded_at,
      recorded_by_person_id, recorded_by_name)
    select ${ctx.municipalityId}::uuid, id, ${eventId}::uuid, site_id, participant_id, ${channel}, marked_at, ${state},
      ${ctx.now}::timestamptz, ${actor.kind === "person" ? actor.personId : null}::uuid,
      ${actor.kind === "system" ? actor.name : null}
    from unnest(${marks.map(({ id }) => id)}::uuid[], ${marks.map(({ siteId }) => siteId)}::uuid[],
      ${marks.map(({ participantId }) => participantId)}::uuid[],
      ${marks.map(({ markedAt }) => markedAt.toISOString())}::timestamptz[]) as mark (id, site_id, participant_id, marked_at)
    on conflict do nothing returning id`.execute(ctx.tx);
  return new Set(made.map(({ id }) => id));
}

interface Decision {
  readonly ids: readonly Id[];
  readonly from: MarkState;
  readonly to: MarkState;
  readonly reason: string | null;
}

/** Ids of the event's marks that changed their state. */
export async function updateMarks(ctx: Context<Tx>, eventId: Id, given: Decision): Promise<readonly Id[]> {
  if (given.ids.length === 0) return [];
  const rows = await withAttendanceTables(ctx.tx)
    .updateTable("attendance_mark")
    .set({
      state: given.to,
      reason: given.reason,
      decided_at: ctx.now,
      decided_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where("state", "=", given.from)
    .where(sql<boolean>`id = any(${[...given.ids]}::uuid[])`)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The sites at which these marks of the event were made. */
export async function selectSitesOf(ctx: Context<Tx>, eventId: Id, markIds: readonly Id[]): Promise<readonly Id[]> {
  if (markIds.length === 0) return [];
  const rows = await withAttendanceTables(ctx.tx)
    .selectFrom("attendance_mark")
    .select("site_id")
    .distinct()
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where(sql<boolean>`id = any(${[...markIds]}::uuid[])`)
    .execute();
  return rows.map(({ site_id }) => site_id);
}

/** Reckons the kept totals of an event's sites from its marks and counts; the writer calls it in its own transaction. */
export async function refreshTurnout(ctx: Context<Tx>, eventId: Id): Promise<void> {
  await sql`
    insert into event_turnout (municipality_id, event_id, site_id, named, counted, late)
    select site.municipality_id, site.event_id, site.id,
      (select count(*) from attendance_mark mark where mark.municipality_id = site.municipality_id
        and mark.event_id = site.event_id and mark.site_id = site.id and mark.state = 'counted'),
      (select people from attendance_count own where own.municipality_id = site.municipality_id
        and own.event_id = site.event_id and own.site_id = site.id and own.replaced_at is null),
      (select count(*) from attendance_mark mark where mark.municipality_id = site.municipality_id
        and mark.event_id = site.event_id and mark.site_id = site.id and mark.state = 'late')
    from event_site site where site.municipality_id = ${ctx.municipalityId} and site.event_id = ${eventId}
    on conflict (municipality_id, event_id, site_id) do update
      set named = excluded.named, counted = excluded.counted, late = excluded.late
      where (event_turnout.named, event_turnout.counted, event_turnout.late)
        is distinct from (excluded.named, excluded.counted, excluded.late)`.execute(ctx.tx);
}

/** Kept totals of events, by event. */
export async function selectTurnouts(
  ctx: Context<Tx>,
  eventIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly KeptTurnout[]>> {
  const turnouts = new Map<Id, KeptTurnout[]>(eventIds.map((id) => [id, []]));
  if (eventIds.length === 0) return turnouts;
  const rows = await withAttendanceTables(ctx.tx)
    .selectFrom("event_turnout")
    .select(["event_id", "site_id as siteId", "named", "counted", "late"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .execute();
  for (const { event_id, ...site } of rows) turnouts.get(event_id)?.push(site);
  return turnouts;
}

/** Different people that were marked at each of the events, at whichever of its sites. */
export async function selectDistinct(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  if (eventIds.length === 0) return new Map();
  const rows = await withAttendanceTables(ctx.tx)
    .selectFrom("attendance_mark")
    .select(({ fn }) => ["event_id", fn.count<string>("participant_id").distinct().as("people")])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "=", "counted")
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, people }) => [event_id, Number(people)]));
}

/** Which marks of an event, by what they are narrowed. */
export interface MarkFilter {
  readonly eventId: Id;
  /** Of these sites alone; null of all. */
  readonly siteIds: readonly Id[] | null;
  readonly states: readonly MarkState[];
  /** The beginning of a word of the name, folded; empty for everybody. */
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
}

/** Marks by name. */
export async function selectMarks(ctx: Context<Tx>, filter: MarkFilter): Promise<readonly MarkView[]> {
  const { eventId, text, limit, offset } = filter;
  const siteIds = filter.siteIds && [...filter.siteIds];
  const start = startOf(text);
  const { rows } = await sql<MarkView>`
    select mark.id, site_id as "siteId", participant_id as "participantId", participant.name,
      participant.birth_year as "birthYear", channel, state, marked_at as "markedAt"
    from attendance_mark mark
    join participant on participant.municipality_id = mark.municipality_id and participant.id = mark.participant_id
    where mark.municipality_id = ${ctx.municipalityId} and mark.event_id = ${eventId}
      and mark.state = any(${[...filter.states]}::text[])
      and (${siteIds}::uuid[] is null or mark.site_id = any(${siteIds}::uuid[]))
      and (${text} = '' or participant.search like ${start} or participant.search like ${`% ${start}`})
    order by participant.search collate "ru-x-icu", mark.id limit ${limit} offset ${offset}`.execute(ctx.tx);
  return rows;
}
