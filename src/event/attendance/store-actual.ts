import { type RawBuilder, sql } from "kysely";
import { selectFormerStates } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { EventKind } from "../contract.ts";

/** Which events are counted, up to which day, as known at which instant. */
export interface CountedQuery {
  readonly year: number;
  /** Kinds every municipality has, and ids of own ones; empty: all. */
  readonly kinds: readonly string[];
  /** The last day that counts, `YYYY-MM-DD`. */
  readonly until: string;
  readonly knownAt: Date;
}

export interface ConfirmedEvent {
  readonly id: Id;
  readonly kind: EventKind;
  /** By which `CountedQuery.kinds` name it: the id of an own kind, else the kind. */
  readonly countedAs: string;
  readonly title: string;
  readonly date: string;
  readonly recordedAt: Date;
}

/** A confirmed event with who came. */
export interface CountedEvent extends ConfirmedEvent {
  readonly visits: number;
}

/** The confirmed events of a year, by day. No mark is read. */
export async function listConfirmedEvents(ctx: Context<Tx>, query: CountedQuery): Promise<readonly ConfirmedEvent[]> {
  const { rows } = await sql<ConfirmedEvent>`
    with ${await chooseEvents(ctx, query)}
    select ${SHOWN} from chosen order by starts_at, id`.execute(ctx.tx);
  return rows;
}

/**
 * The confirmed events of a year with who came, by day: visits are by site the larger of names and heads, as everywhere. Marks,
 * counts and states are taken as they were known; kind, day and title of an event as they stand.
 */
export async function listCountedEvents(ctx: Context<Tx>, query: CountedQuery): Promise<readonly CountedEvent[]> {
  const { rows } = await sql<CountedEvent>`
    with ${await chooseEvents(ctx, query)}, ${isOfToday(ctx, query) ? keptTotals(ctx) : formerTotals(ctx, query)},
    visits as (
      select event_id, sum(greatest(named, coalesce(people, 0)))::int as visits from totals group by event_id)
    select ${SHOWN}, coalesce(visits, 0) as visits from chosen left join visits on visits.event_id = chosen.id
    order by starts_at, id`.execute(ctx.tx);
  return rows;
}

/**
 * How many different people, by name, were at each of the same events and at none of them before: the first event of everybody, so
 * that the events add up to the people. Events where nobody was for the first time are not there.
 */
export async function countFirstTimers(ctx: Context<Tx>, query: CountedQuery): Promise<ReadonlyMap<Id, number>> {
  const { rows } = await sql<{ readonly id: Id; readonly people: number }>`
    with ${await chooseEvents(ctx, query)},
    placed as (select id, row_number() over (order by starts_at, id) as place from chosen),
    firsts as (
      select mark.participant_id, min(placed.place) as place
      from placed join attendance_mark as mark on mark.event_id = placed.id
      where mark.municipality_id = ${ctx.municipalityId} and ${isMarked(ctx, query)}
      group by mark.participant_id)
    select placed.id, count(*)::int as people from firsts join placed on placed.place = firsts.place
    group by placed.id`.execute(ctx.tx);
  return new Map(rows.map(({ id, people }) => [id, people]));
}

const SHOWN = sql.raw(
  `chosen.id, kind, coalesce(own_kind_id::text, kind) as "countedAs", title, date, recorded_at as "recordedAt"`,
);

/** What was known now is what stands: then the totals kept of each site hold, and marks are found by their index alone. */
const isOfToday = ({ now }: Context<Tx>, { knownAt }: CountedQuery) => knownAt >= now;

/** `totals`: of each site who was marked by name and how many were counted by head, as kept. */
function keptTotals({ municipalityId }: Context<Tx>): RawBuilder<unknown> {
  return sql`totals as (
    select turnout.event_id, turnout.named, turnout.counted as people
    from event_turnout as turnout join chosen on chosen.id = turnout.event_id
    where turnout.municipality_id = ${municipalityId})`;
}

/** The same from the marks and counts that stood then. */
function formerTotals(ctx: Context<Tx>, query: CountedQuery): RawBuilder<unknown> {
  const { knownAt } = query;
  return sql`named as (
      select mark.event_id, mark.site_id, count(*)::int as named
      from attendance_mark as mark join chosen on chosen.id = mark.event_id
      where mark.municipality_id = ${ctx.municipalityId} and ${isMarked(ctx, query)}
      group by mark.event_id, mark.site_id),
    heads as (
      select own.event_id, own.site_id, own.people from attendance_count as own join chosen on chosen.id = own.event_id
      where own.municipality_id = ${ctx.municipalityId} and own.recorded_at <= ${knownAt}
        and (own.replaced_at is null or own.replaced_at > ${knownAt})),
    totals as (
      select coalesce(named.event_id, heads.event_id) as event_id, coalesce(named.named, 0) as named, heads.people
      from named full join heads on heads.event_id = named.event_id and heads.site_id = named.site_id)`;
}

/** Whether a mark counted then. */
function isMarked(ctx: Context<Tx>, query: CountedQuery): RawBuilder<unknown> {
  const { knownAt } = query;
  if (isOfToday(ctx, query)) return sql`mark.state = 'counted'`;
  return sql`mark.recorded_at <= ${knownAt}
    and ((mark.state = 'counted' and coalesce(mark.decided_at, mark.recorded_at) <= ${knownAt})
      or (mark.state = 'taken-back' and mark.decided_at > ${knownAt}))`;
}

/** `chosen`: the events of the query that were confirmed then. */
async function chooseEvents(ctx: Context<Tx>, query: CountedQuery): Promise<RawBuilder<unknown>> {
  const { year, kinds, until, knownAt } = query;
  const former = [...(await selectFormerStates(ctx, "event", knownAt))];
  const [ids, states] = [former.map(([id]) => id), former.map(([, state]) => state)];
  // Where nothing changed since, the database sees how many events are confirmed, and chooses its way by it.
  const [join, state] =
    former.length === 0
      ? [sql``, sql`event.state`]
      : [
          sql`left join unnest(${ids}::uuid[], ${states}::text[]) as former (id, state) on former.id = event.id`,
          sql`coalesce(former.state, event.state)`,
        ];
  const isOfKind =
    kinds.length === 0 ? sql`true` : sql`coalesce(event.own_kind_id::text, event.kind) = any(${[...kinds]}::text[])`;
  return sql`chosen as (
    select event.id, event.kind, event.own_kind_id, event.title, event.date, event.recorded_at, event.starts_at
    from event ${join}
    where event.municipality_id = ${ctx.municipalityId} and event.date between ${`${year}-01-01`} and ${`${year}-12-31`}
      and event.date <= ${until} and event.recorded_at <= ${knownAt} and ${state} = 'confirmed' and ${isOfKind})`;
}
