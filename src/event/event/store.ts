import { type Selectable, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { EventState } from "../contract.ts";
import { type EventTables, withEventTables } from "../tables.ts";
import type { EventFields } from "./fields.ts";
import { insertHosts, insertSites } from "./store-site.ts";

export interface NewEvent {
  readonly id: Id;
  readonly fields: EventFields;
  readonly search: string;
  readonly series: { readonly id: Id; readonly position: number } | null;
  readonly copiedFromId: Id | null;
}

export type EventRow = Selectable<EventTables["event"]>;

/** Writes events with sites and hosts, as planned, each with the next number of its year. */
export async function insertEvents(ctx: Context<Tx>, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const numbers = await takeNumbers(ctx, events);
  const { actor, now } = ctx;
  const rows = events.map((event) => ({
    municipality_id: ctx.municipalityId,
    id: event.id,
    ...numbers(yearOf(event.fields)),
    ...columnsOf(event.fields),
    state: "planned" as const,
    cancel_reason: null,
    announced_at: null,
    minutes: "",
    results: "",
    series_id: event.series?.id ?? null,
    series_position: event.series?.position ?? null,
    copied_from_id: event.copiedFromId,
    search: event.search,
    recorded_at: now,
    recorded_by_person_id: actor.kind === "person" ? actor.personId : null,
    recorded_by_name: actor.kind === "system" ? actor.name : null,
    changed_at: now,
    changed_by_person_id: actor.kind === "person" ? actor.personId : null,
  }));
  await withEventTables(ctx.tx).insertInto("event").values(rows).execute();
  await insertSites(
    ctx,
    events.flatMap(({ id, fields }) =>
      fields.sites.map((site, at) => ({ ...site, id: newId(), eventId: id, position: at + 1 })),
    ),
  );
  await insertHosts(
    ctx,
    events.flatMap(({ id, fields }) =>
      fields.hostIds.map((officialId, at) => ({ eventId: id, officialId, position: at + 1 })),
    ),
  );
}

const yearOf = ({ date }: Pick<EventFields, "date">) => Number(date.slice(0, 4));

/** The form's fields as columns. */
function columnsOf(fields: EventFields) {
  return {
    kind: fields.kind,
    own_kind_id: fields.ownKindId,
    title: fields.title,
    description: fields.description,
    organiser: fields.organiser,
    settlement_id: fields.settlementId,
    association_id: fields.associationId,
    activity_id: fields.activityId,
    starts_at: fields.startsAt,
    ends_at: fields.endsAt,
    date: fields.date,
    until_date: fields.untilDate,
    responsible_person_id: fields.responsibleId,
    agenda: fields.agenda,
    takes_registrations: fields.takesRegistrations,
    capacity: fields.capacity,
  };
}

/** Takes so many numbers of each year as events begin in it; who takes some waits for whoever takes some now. */
async function takeNumbers(ctx: Context<Tx>, events: readonly NewEvent[]) {
  const counts = new Map<number, number>();
  for (const { fields } of events) counts.set(yearOf(fields), (counts.get(yearOf(fields)) ?? 0) + 1);
  const next = new Map<number, number>();
  for (const [year, count] of [...counts].sort(([some], [other]) => some - other)) {
    const { last } = await withEventTables(ctx.tx)
      .insertInto("event_counter")
      .values({ municipality_id: ctx.municipalityId, year, last: count })
      .onConflict((conflict) =>
        conflict.columns(["municipality_id", "year"]).doUpdateSet({ last: sql<number>`event_counter.last + ${count}` }),
      )
      .returning("last")
      .executeTakeFirstOrThrow();
    next.set(year, last - count + 1);
  }
  return (year: number) => {
    const number = next.get(year) ?? 1;
    next.set(year, number + 1);
    return { number, number_year: year };
  };
}

/** Events of these ids, in the order of their beginning. Locks them for the transaction where they are to be changed. */
export async function selectEvents(
  ctx: Context<Tx>,
  ids: readonly Id[],
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<readonly EventRow[]> {
  if (ids.length === 0) return [];
  const rows = withEventTables(ctx.tx)
    .selectFrom("event")
    .selectAll()
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .orderBy("starts_at")
    .orderBy("id");
  return (lock ? rows.forUpdate() : rows).execute();
}

/** Ids of the events of a series from this place on that may still be changed. */
export async function selectFollowing(ctx: Context<Tx>, seriesId: Id, position: number): Promise<readonly Id[]> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("series_id", "=", seriesId)
    .where("series_position", ">", position)
    .where("state", "in", ["planned", "announced"])
    .orderBy("series_position")
    .execute();
  return rows.map(({ id }) => id);
}

interface Saving {
  readonly id: Id;
  readonly version: number;
  readonly fields: EventFields;
  readonly search: string;
  /** What calendars keep of it changed. */
  readonly bump: boolean;
}

/** False where somebody saved it since `version`. */
export async function updateEvent(ctx: Context<Tx>, { id, version, fields, search, bump }: Saving): Promise<boolean> {
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event")
    .set((eb) => ({
      ...columnsOf(fields),
      search,
      sequence: eb("sequence", "+", bump ? 1 : 0),
      changed_at: ctx.now,
      changed_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      version: version + 1,
    }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Moves events that are locked to another state. */
export async function updateState(
  ctx: Context<Tx>,
  ids: readonly Id[],
  { to, reason }: { readonly to: EventState; readonly reason: string | null },
): Promise<void> {
  await withEventTables(ctx.tx)
    .updateTable("event")
    .set((eb) => ({
      state: to,
      cancel_reason: to === "cancelled" ? reason : null,
      announced_at:
        to === "announced" || to === "held" ? sql<Date>`coalesce(announced_at, ${ctx.now})` : eb.ref("announced_at"),
      sequence: eb("sequence", "+", to === "cancelled" ? 1 : 0),
      changed_at: ctx.now,
      changed_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      version: eb("version", "+", 1),
    }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** What was written after the event; false where somebody saved it since `version`. */
export async function updateOutcome(
  ctx: Context<Tx>,
  { id, version, minutes, results }: { id: Id; version: number; minutes: string; results: string },
): Promise<boolean> {
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event")
    .set({
      minutes,
      results,
      changed_at: ctx.now,
      changed_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      version: version + 1,
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ids of events in these states that begin from one local day to another, both included. */
export async function selectIdsInState(
  ctx: Context<Tx>,
  { states, from, to }: { readonly states: readonly EventState[]; readonly from: string; readonly to: string },
): Promise<readonly Id[]> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "in", [...states])
    .where("date", ">=", from)
    .where("date", "<=", to)
    .execute();
  return rows.map(({ id }) => id);
}
