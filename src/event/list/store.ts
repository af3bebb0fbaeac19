import { type SelectQueryBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { fold } from "../../kernel/fold.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { isBuiltInKind } from "../contract.ts";
import type { EventRow } from "../event/store.ts";
import { type EventTables, withEventTables } from "../tables.ts";
import type { EventFilter, EventSort } from "../views.ts";

type Rows<Output> = SelectQueryBuilder<EventTables, "event", Output>;

/** What an event's row in a list is made of. */
export type ListedEvent = Pick<
  EventRow,
  | "id"
  | "number"
  | "number_year"
  | "title"
  | "kind"
  | "own_kind_id"
  | "state"
  | "organiser"
  | "association_id"
  | "settlement_id"
  | "date"
  | "until_date"
  | "starts_at"
  | "ends_at"
> & { readonly places: readonly string[] };

export interface ListQuery {
  readonly filter: EventFilter;
  /** Only what everybody may see. */
  readonly isPublic: boolean;
  readonly sort: EventSort;
  readonly offset: number;
  readonly limit: number;
}

function narrow<Output>(ctx: Context<Tx>, query: Rows<Output>, given: Pick<ListQuery, "filter" | "isPublic">) {
  const { filter, isPublic } = given;
  let rows = query.where("event.municipality_id", "=", ctx.municipalityId);
  if (isPublic) rows = rows.where("announced_at", "is not", null);
  if (filter.kind) rows = narrowKind(rows, filter.kind);
  if (filter.state) rows = rows.where("state", "=", filter.state);
  if (filter.organiser) rows = rows.where("organiser", "=", filter.organiser);
  for (const [column, id] of [
    ["settlement_id", filter.settlementId],
    ["association_id", filter.associationId],
    ["activity_id", filter.activityId],
  ] as const) {
    if (id) rows = isId(id) ? rows.where(column, "=", id) : rows.where(sql<boolean>`false`);
  }
  if (filter.year !== undefined) {
    rows = rows.where("date", ">=", `${filter.year}-01-01`).where("date", "<=", `${filter.year}-12-31`);
  }
  if (filter.from) rows = rows.where("until_date", ">=", filter.from);
  if (filter.to) rows = rows.where("date", "<=", filter.to);
  return filter.text ? rows.where(matchText(filter.text)) : rows;
}

function narrowKind<Output>(rows: Rows<Output>, kind: string): Rows<Output> {
  if (isBuiltInKind(kind)) return rows.where("kind", "=", kind);
  return isId(kind) ? rows.where("own_kind_id", "=", kind) : rows.where(sql<boolean>`false`);
}

/** Each word somewhere in the title, the places, the names; or the number as it is written. */
function matchText(text: string) {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  const likes = words.map((word) => sql<boolean>`event.search like ${`%${word.replace(/[\\%_]/g, "\\$&")}%`}`);
  return sql<boolean>`((${sql.join(likes.length > 0 ? likes : [sql`true`], sql` and `)})
    or event.number || '/' || event.number_year = ${text.trim()})`;
}

const ORDERS = {
  date: sql`event.date, event.id`,
  "-date": sql`event.date desc, event.id desc`,
  title: sql`event.title collate "ru-x-icu", event.date desc, event.id desc`,
  number: sql`event.number_year desc, event.number desc`,
  state: sql`event.state, event.date desc, event.id desc`,
} as const;

/** A stretch of the list. */
export async function selectList(ctx: Context<Tx>, query: ListQuery): Promise<readonly ListedEvent[]> {
  return selectStretch(ctx, query, null);
}

/** Nobody goes through more than that by pages: words that more events have are not counted. */
const MOST_FOUND = 1_000;

/** A stretch of the list, and how many there are. */
export interface CountedEvents {
  readonly rows: readonly ListedEvent[];
  readonly total: number;
  /** There are more than `total`, which then says how many one may look through. */
  readonly hasMore: boolean;
}

/**
 * A stretch of it with the count of all. Words that few events have are looked for once, in no order, and the page is one of what was
 * found; where many have them, looking stops at once, and the page is met by walking down an index in its order.
 */
export async function selectCounted(ctx: Context<Tx>, query: ListQuery, most = MOST_FOUND): Promise<CountedEvents> {
  if (!query.filter.text) {
    const total = await countList(ctx, query);
    return { rows: query.offset < total ? await selectList(ctx, query) : [], total, hasMore: false };
  }
  const found = await selectFound(ctx, query, most);
  if (found) return { rows: await selectStretch(ctx, query, found), total: found.length, hasMore: false };
  return { rows: query.offset < most ? await selectList(ctx, query) : [], total: most, hasMore: true };
}

/** The events of a filter; null where they are more than `most`. */
async function selectFound(ctx: Context<Tx>, query: ListQuery, most: number): Promise<readonly Id[] | null> {
  const events = withEventTables(ctx.tx).selectFrom("event").select("event.id");
  const found = await narrow(ctx, events, query)
    .limit(most + 1)
    .execute();
  return found.length > most ? null : found.map(({ id }) => id);
}

/** A stretch of the list; of these events alone where some are said. */
async function selectStretch(ctx: Context<Tx>, query: ListQuery, ids: readonly Id[] | null) {
  const events = withEventTables(ctx.tx).selectFrom("event").select("event.id");
  const own = () =>
    events
      .where("event.municipality_id", "=", ctx.municipalityId)
      .where(sql<boolean>`event.id = any(${[...(ids ?? [])]}::uuid[])`);
  const found = (ids === null ? narrow(ctx, events, query) : own())
    .orderBy(ORDERS[query.sort])
    .offset(query.offset)
    .limit(query.limit);
  // First which rows, then what of them: sorting carries ids alone.
  const { rows } = await sql<ListedEvent>`
    with found as (select id, row_number() over () as place from (${found}) as ordered)
    select event.id, number, number_year, title, kind, own_kind_id, state, organiser, association_id, settlement_id, date,
      until_date, starts_at, ends_at,
      array(select site.place from event_site as site where site.municipality_id = event.municipality_id
        and site.event_id = event.id and site.ended_at is null order by site.position) as places
    from found join event on event.municipality_id = ${ctx.municipalityId} and event.id = found.id
    order by found.place`.execute(ctx.tx);
  return rows;
}

async function countList(ctx: Context<Tx>, query: Pick<ListQuery, "filter" | "isPublic">): Promise<number> {
  const events = withEventTables(ctx.tx).selectFrom("event");
  const counted = events.select(({ fn }) => fn.countAll<string>().as("count"));
  const { count } = await narrow(ctx, counted, query).executeTakeFirstOrThrow();
  return Number(count);
}

/** The years in which events begin, the newest first. */
export async function selectYears(ctx: Context<Tx>): Promise<readonly number[]> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_counter")
    .select("year")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("year", "desc")
    .execute();
  return rows.map(({ year }) => year);
}

/** What a feed takes of an event. */
export interface FeedEvent extends ListedEvent {
  readonly description: string;
  readonly sequence: number;
  readonly changed_at: Date;
  readonly recorded_at: Date;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** Public events from a day on, of an association or of all, in the order of their beginning: its own and those with a site of its. */
export async function selectFeed(
  ctx: Context<Tx>,
  { from, associationId, limit }: { readonly from: string; readonly associationId: Id | null; readonly limit: number },
): Promise<readonly FeedEvent[]> {
  const ofAssociation =
    associationId === null
      ? sql`true`
      : sql`(event.association_id = ${associationId} or exists (select from event_site as site
          where site.municipality_id = event.municipality_id and site.event_id = event.id and site.ended_at is null
            and site.association_id = ${associationId}))`;
  const { rows } = await sql<FeedEvent>`
    select event.id, number, number_year, title, kind, own_kind_id, state, organiser, event.association_id,
      event.settlement_id, date, until_date, starts_at, ends_at, description, sequence, changed_at, recorded_at,
      array(select site.place from event_site as site where site.municipality_id = event.municipality_id
        and site.event_id = event.id and site.ended_at is null order by site.position) as places,
      (select case when count(*) = 1 then (array_agg(json_build_object('latitude', latitude, 'longitude', longitude)))[1] end
        from event_site as site where site.municipality_id = event.municipality_id and site.event_id = event.id
          and site.ended_at is null and site.latitude is not null) as point
    from event where event.municipality_id = ${ctx.municipalityId} and announced_at is not null and date >= ${from}
      and ${ofAssociation}
    order by date, event.id limit ${limit}`.execute(ctx.tx);
  return rows;
}
