import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { startOf, withAttendanceTables } from "../attendance/store-tables.ts";
import type { ConsentChannel, Namesakes, ParticipantView } from "../attendance/views.ts";

export interface ParticipantRow {
  readonly id: Id;
  readonly name: string;
  readonly search: string;
  readonly birthYear: number | null;
  readonly settlementId: Id | null;
  readonly associationId: Id | null;
  readonly personId: Id | null;
  readonly consent: { readonly textId: Id; readonly on: string; readonly channel: ConsentChannel };
}

/** Enters people who are not there yet; an id that is there is left as it is, so that a batch may come twice. */
export async function insertParticipants(ctx: Context<Tx>, people: readonly ParticipantRow[]): Promise<void> {
  if (people.length === 0) return;
  const { actor } = ctx;
  await sql`
    insert into participant (municipality_id, id, name, search, birth_year, settlement_id, association_id, person_id,
      consent_text_id, consent_on, consent_channel, recorded_at, recorded_by_person_id, recorded_by_name, version)
    select ${ctx.municipalityId}::uuid, person.*, ${ctx.now}::timestamptz,
      ${actor.kind === "person" ? actor.personId : null}::uuid, ${actor.kind === "system" ? actor.name : null}, 1
    from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ name }) => name)}::text[],
      ${people.map(({ search }) => search)}::text[], ${people.map(({ birthYear }) => birthYear)}::smallint[],
      ${people.map(({ settlementId }) => settlementId)}::uuid[], ${people.map(({ associationId }) => associationId)}::uuid[],
      ${people.map(({ personId }) => personId)}::uuid[], ${people.map(({ consent }) => consent.textId)}::uuid[],
      ${people.map(({ consent }) => consent.on)}::date[], ${people.map(({ consent }) => consent.channel)}::text[]) as person
    on conflict do nothing`.execute(ctx.tx);
}

/** Who each id is now: of an alias the person it was joined to. Unknown ids, and those whose name was taken away, are absent. */
export async function resolveParticipants(ctx: Context<Tx>, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map();
  const rows = await withAttendanceTables(ctx.tx)
    .selectFrom("participant")
    .select(["id", "alias_of_id"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("blanked_at", "is", null)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, alias_of_id }) => [id, alias_of_id ?? id]));
}

export async function findParticipantOf(ctx: Context<Tx>, personId: Id): Promise<Id | undefined> {
  const row = await withAttendanceTables(ctx.tx)
    .selectFrom("participant")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .where("alias_of_id", "is", null)
    .where("blanked_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}

interface Search {
  /** Folded; empty finds everybody of the association. */
  readonly text: string;
  readonly associationId: Id | null;
  /** Whose marks are told; null for nobody's. */
  readonly at: { readonly eventId: Id; readonly siteId: Id } | null;
  readonly limit: number;
}

/** People one may pick, those who came most often first; by the beginning of any word of the name. */
export async function searchParticipants(ctx: Context<Tx>, given: Search): Promise<readonly ParticipantView[]> {
  const { text, associationId, at, limit } = given;
  const start = startOf(text);
  const { rows } = await sql<ParticipantView>`
    select id, name, birth_year as "birthYear", association_id as "associationId",
      (select count(distinct event_id)::int4 from attendance_mark mark
        where mark.municipality_id = participant.municipality_id and mark.participant_id = participant.id
          and mark.state = 'counted') as events,
      (select id from attendance_mark own
        where own.municipality_id = participant.municipality_id and own.participant_id = participant.id
          and own.event_id = ${at?.eventId ?? null} and own.site_id = ${at?.siteId ?? null}
          and own.state in ('counted', 'late')) as "markId"
    from participant
    where municipality_id = ${ctx.municipalityId} and alias_of_id is null and blanked_at is null
      and (${associationId}::uuid is null or association_id = ${associationId}::uuid)
      and (${text} = '' or search like ${start} or search like ${`% ${start}`})
    order by events desc, search, id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Namesakes who may be one person: the same name, and no two different years of birth. Pairs, the earlier entry first. */
export async function selectNamesakes(ctx: Context<Tx>, eventId: Id): Promise<readonly Namesakes[]> {
  const { rows } = await sql<Namesakes>`
    select distinct on (later.id) earlier.id as "keepId", later.id as "aliasId", later.name
    from attendance_mark mark
    join participant later on later.municipality_id = mark.municipality_id and later.id = mark.participant_id
    join participant earlier on earlier.municipality_id = later.municipality_id and earlier.search = later.search
      and earlier.id < later.id and earlier.alias_of_id is null and earlier.blanked_at is null
      and coalesce(earlier.birth_year = later.birth_year, true)
    where mark.municipality_id = ${ctx.municipalityId} and mark.event_id = ${eventId} and mark.state = 'counted'
      and later.blanked_at is null
    order by later.id, earlier.id limit 100`.execute(ctx.tx);
  return rows;
}

/** Joins two entries: marks that both have at one site stay with the kept one, the other entry becomes an alias. */
export async function joinParticipants(ctx: Context<Tx>, keepId: Id, aliasId: Id): Promise<readonly Id[]> {
  const { rows } = await sql<{ event_id: Id }>`
    with twice as (
      update attendance_mark mark set state = 'taken-back', reason = 'joined', decided_at = ${ctx.now}
      where municipality_id = ${ctx.municipalityId} and participant_id = ${aliasId} and state in ('counted', 'late')
        and exists (select from attendance_mark own where own.municipality_id = mark.municipality_id
          and own.event_id = mark.event_id and own.site_id = mark.site_id and own.participant_id = ${keepId}
          and own.state in ('counted', 'late'))
      returning id, event_id),
    moved as (
      update attendance_mark set participant_id = ${keepId}
      where municipality_id = ${ctx.municipalityId} and participant_id = ${aliasId} and id not in (select id from twice)
      returning event_id)
    select distinct event_id from (select event_id from twice union all select event_id from moved) touched`.execute(
    ctx.tx,
  );
  await withAttendanceTables(ctx.tx)
    .updateTable("participant")
    .set({ alias_of_id: keepId })
    .where("municipality_id", "=", ctx.municipalityId)
    .where((eb) => eb.or([eb("id", "=", aliasId), eb("alias_of_id", "=", aliasId)]))
    .execute();
  return rows.map(({ event_id }) => event_id);
}

/** Takes names away; that it was one person stays. How many there were. */
export async function blankParticipants(ctx: Context<Tx>, ids: readonly Id[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { numUpdatedRows } = await withAttendanceTables(ctx.tx)
    .updateTable("participant")
    .set({ name: "", search: "", birth_year: null, person_id: null, blanked_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where((eb) => eb.or([eb("id", "in", [...ids]), eb("alias_of_id", "in", [...ids])]))
    .where("blanked_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export async function noteWithdrawal(ctx: Context<Tx>, id: Id): Promise<void> {
  await withAttendanceTables(ctx.tx)
    .updateTable("participant")
    .set({ consent_withdrawn_on: ctx.today })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

/** Who came nowhere since a day: their names are over their time. By id, those behind `after`, so that nobody is looked at twice. */
export async function selectIdleParticipants(
  ctx: Context<Tx>,
  { before, after, limit }: { readonly before: string; readonly after: Id; readonly limit: number },
): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from participant
    where municipality_id = ${ctx.municipalityId} and blanked_at is null and alias_of_id is null
      and id > ${after} and consent_on < ${before}::date
      and not exists (select from attendance_mark mark
        join event on event.municipality_id = mark.municipality_id and event.id = mark.event_id
        where mark.municipality_id = participant.municipality_id and mark.participant_id = participant.id
          and event.date >= ${before}::date)
    order by id limit ${limit}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** What is kept of somebody who has an account: the entry, and where they were. */
export async function selectVisitsOf(ctx: Context<Tx>, personId: Id) {
  const { rows } = await sql<{
    name: string;
    birth_year: number | null;
    date: string;
    title: string;
    place: string;
    marked_at: Date;
    state: string;
  }>`
    select participant.name, participant.birth_year, event.date::text as date, event.title, site.place, mark.marked_at, mark.state
    from participant
    join attendance_mark mark on mark.municipality_id = participant.municipality_id and mark.participant_id = participant.id
    join event on event.municipality_id = mark.municipality_id and event.id = mark.event_id
    join event_site site on site.municipality_id = mark.municipality_id and site.id = mark.site_id
    where participant.municipality_id = ${ctx.municipalityId} and participant.person_id = ${personId}
    order by event.date, mark.id`.execute(ctx.tx);
  return rows;
}

export async function selectIdsOfPerson(ctx: Context<Tx>, personId: Id): Promise<readonly Id[]> {
  const rows = await withAttendanceTables(ctx.tx)
    .selectFrom("participant")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .execute();
  return rows.map(({ id }) => id);
}
