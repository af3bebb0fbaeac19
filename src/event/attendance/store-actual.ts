import { sql } from "kysely";
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

/** A confirmed event with who came. `firstTimers` are different people, by name, who were at no earlier event of the query in its year. */
export interface CountedEvent {
  readonly id: Id;
  readonly number: number;
  readonly numberYear: number;
  readonly kind: EventKind;
  readonly title: string;
  readonly date: string;
  readonly recordedAt: Date;
  readonly visits: number;
  readonly named: number;
  readonly firstTimers: number;
}

/**
 * The confirmed events of a year with who came, by day: visits are by site the larger of names and heads, as everywhere. Marks,
 * counts and states are taken as they were known; kind, day and title of an event as they stand.
 */
export async function listCountedEvents(ctx: Context<Tx>, query: CountedQuery): Promise<readonly CountedEvent[]> {
  const { knownAt } = query;
  const { rows } = await sql<CountedEvent>`
    with ${await chooseEvents(ctx, query)},
    marks as (
      select mark.event_id, mark.site_id, row_number() over (partition by mark.participant_id
        order by chosen.starts_at, chosen.id, mark.site_id) as place
      from attendance_mark as mark join chosen on chosen.id = mark.event_id
      where mark.municipality_id = ${ctx.municipalityId} and mark.recorded_at <= ${knownAt}
        and ((mark.state = 'counted' and coalesce(mark.decided_at, mark.recorded_at) <= ${knownAt})
          or (mark.state = 'taken-back' and mark.decided_at > ${knownAt}))),
    named as (
      select event_id, site_id, count(*)::int as named, (count(*) filter (where place = 1))::int as "firstTimers"
      from marks group by event_id, site_id),
    heads as (
      select own.event_id, own.site_id, own.people from attendance_count as own join chosen on chosen.id = own.event_id
      where own.municipality_id = ${ctx.municipalityId} and own.recorded_at <= ${knownAt}
        and (own.replaced_at is null or own.replaced_at > ${knownAt})),
    sites as (
      select coalesce(named.event_id, heads.event_id) as event_id, coalesce(named.named, 0) as named,
        coalesce(named."firstTimers", 0) as "firstTimers", greatest(coalesce(named.named, 0), coalesce(heads.people, 0)) as visits
      from named full join heads on heads.event_id = named.event_id and heads.site_id = named.site_id)
    select chosen.id, chosen.number, chosen.number_year as "numberYear", chosen.kind, chosen.title, chosen.date,
      chosen.recorded_at as "recordedAt", coalesce(sum(sites.visits), 0)::int as visits,
      coalesce(sum(sites.named), 0)::int as named, coalesce(sum(sites."firstTimers"), 0)::int as "firstTimers"
    from chosen left join sites on sites.event_id = chosen.id
    group by chosen.id, chosen.number, chosen.number_year, chosen.kind, chosen.title, chosen.date, chosen.recorded_at,
      chosen.starts_at
    order by chosen.starts_at, chosen.id`.execute(ctx.tx);
  return rows;
}

/** The same events without who came: where events alone are counted, no mark is read. */
export async function listConfirmedEvents(
  ctx: Context<Tx>,
  query: CountedQuery,
): Promise<readonly Pick<CountedEvent, "id" | "title" | "date" | "recordedAt">[]> {
  const { rows } = await sql<Pick<CountedEvent, "id" | "title" | "date" | "recordedAt">>`
    with ${await chooseEvents(ctx, query)}
    select id, title, date, recorded_at as "recordedAt" from chosen order by starts_at, id`.execute(ctx.tx);
  return rows;
}

/** `chosen`: the events of the query that were confirmed then. */
async function chooseEvents(ctx: Context<Tx>, { year, kinds, until, knownAt }: CountedQuery) {
  const former = await selectFormerStates(ctx, "event", knownAt);
  const [changed, states] = [[...former.keys()], [...former.values()]];
  return sql`former as (select * from unnest(${changed}::uuid[], ${states}::text[]) as own (id, state)),
    chosen as (
      select event.* from event left join former on former.id = event.id
      where event.municipality_id = ${ctx.municipalityId} and event.date between ${`${year}-01-01`} and ${`${year}-12-31`}
        and event.date <= ${until} and event.recorded_at <= ${knownAt}
        and coalesce(former.state, event.state) = 'confirmed'
        and (${kinds.length === 0} or coalesce(event.own_kind_id::text, event.kind) = any(${[...kinds]}::text[])))`;
}
