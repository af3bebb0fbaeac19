import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { JournalFilter } from "../contract.ts";
import { type StoredEntry, selectEntries } from "../entry/store-entry.ts";
import { idOfPlace, isOneOf, type Narrowing } from "./store-narrowing.ts";

/** A place in the journal: below it the next page begins. */
export interface JournalPlace {
  readonly date: string;
  readonly id: Id;
}

interface JournalQuery {
  readonly filter: JournalFilter;
  readonly narrowing: Narrowing;
  readonly after: JournalPlace | null;
  readonly limit: number;
}

/** So many entries are looked through at once where a condition names none by their ids. */
const PART = 5_000;

/**
 * Entries of the filter, the newest first: as many as asked, or what `parts` of the journal have of them. `reached` is the place
 * down to which it was looked through in vain; null where the rows are enough or the journal ended.
 */
export async function walkJournal(
  ctx: Context<Tx>,
  query: JournalQuery,
  { parts, part = PART }: { readonly parts: number; readonly part?: number },
): Promise<{ readonly rows: readonly StoredEntry[]; readonly reached: JournalPlace | null }> {
  if (!query.narrowing.isWalked) return { rows: await selectNamed(ctx, query), reached: null };
  const rows: StoredEntry[] = [];
  let after = query.after;
  for (let count = 0; count < parts; count++) {
    const until: JournalPlace | null = await findPlaceBelow(ctx, { ...query, after, until: null }, part);
    rows.push(...(await selectJournal(ctx, { ...query, after, until, limit: query.limit - rows.length })));
    if (until === null || rows.length >= query.limit) return { rows, reached: null };
    after = until;
  }
  return { rows, reached: after };
}

/** Where the places are all that counts, those of the page alone are read. */
async function selectNamed(ctx: Context<Tx>, query: JournalQuery): Promise<readonly StoredEntry[]> {
  const { narrowing, after, limit, filter } = query;
  const { kind, year, activityId, from = "", to = "~" } = filter;
  const knowsAll = narrowing.places && !kind && year === undefined && !activityId;
  if (!knowsAll) return selectJournal(ctx, { ...query, until: null });
  const start = after ? `${after.date}_${after.id.toLowerCase()}` : "~";
  const isWanted = (place: string) => place < start && place >= from && place.slice(0, 10) <= to;
  const ids = narrowing.places.filter(isWanted).slice(0, limit).map(idOfPlace);
  if (ids.length === 0) return [];
  return selectJournal(ctx, { ...query, narrowing: { ...narrowing, conditions: [isOneOf(ids)] }, until: null });
}

/** The entry above which stand so many of the filter's own, the narrowing aside. */
async function findPlaceBelow(ctx: Context<Tx>, window: Window, distance: number): Promise<JournalPlace | null> {
  const { rows } = await sql<JournalPlace>`select entry.date, entry.id from ledger_entry as entry
    where entry.municipality_id = ${ctx.municipalityId} and ${isWithin(window)}
    order by entry.date desc, entry.id desc offset ${distance - 1} limit 1`.execute(ctx.tx);
  return rows[0] ?? null;
}

interface Window {
  readonly filter: JournalFilter;
  readonly after: JournalPlace | null;
  /** The last place that belongs to it. */
  readonly until: JournalPlace | null;
}

/** Conditions on `entry` of a filter and of places in the journal. */
export function isWithin({ filter, after, until }: Window): RawBuilder<boolean> {
  const { kind, year, activityId, from, to } = filter;
  const conditions = [
    ...(kind ? [sql`entry.kind = ${kind}`] : []),
    ...(year === undefined ? [] : [sql`entry.year = ${year}`]),
    ...(activityId ? [sql`entry.activity_id = ${activityId}`] : []),
    ...(from ? [sql`entry.date >= ${from}`] : []),
    ...(to ? [sql`entry.date <= ${to}`] : []),
    ...(after ? [sql`(entry.date, entry.id) < (${after.date}::date, ${after.id}::uuid)`] : []),
    ...(until ? [sql`(entry.date, entry.id) >= (${until.date}::date, ${until.id}::uuid)`] : []),
  ];
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`;
}

async function selectJournal(ctx: Context<Tx>, query: JournalQuery & Window): Promise<readonly StoredEntry[]> {
  let rows = selectEntries(ctx).where(isWithin(query));
  for (const condition of query.narrowing.conditions) rows = rows.where(condition);
  return rows.orderBy("entry.date", "desc").orderBy("entry.id", "desc").limit(query.limit).execute();
}

/** The years that the balances know. */
export async function selectLedgerYears(ctx: Context<Tx>): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from ledger_balance where municipality_id = ${ctx.municipalityId} order by year`.execute(
    ctx.tx,
  );
  return rows.map(({ year }) => year);
}

/** Payments and refunds of a year, with what reverses them, in the order of their days. */
export async function selectRegister(ctx: Context<Tx>, year: number): Promise<readonly StoredEntry[]> {
  const kinds = sql`('payment', 'refund')`;
  return selectEntries(ctx)
    .where("entry.year", "=", year)
    .where(
      sql<boolean>`(entry.kind in ${kinds} or (entry.kind = 'reversal' and exists (
        select from ledger_entry as reversed where reversed.municipality_id = entry.municipality_id
          and reversed.id = entry.of_entry_id and reversed.kind in ${kinds})))`,
    )
    .orderBy("entry.date")
    .orderBy("entry.number_year")
    .orderBy("entry.number")
    .execute();
}

/** The entries of these ids, in no order. */
export async function selectByIds(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly StoredEntry[]> {
  if (ids.length === 0) return [];
  return selectEntries(ctx)
    .where(sql<boolean>`entry.id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** The plan's row under a line: allocations, then statements of the budget, of an activity and year, up to a day. */
export async function selectPlanEntries(
  ctx: Context<Tx>,
  { activityId, year, sourceIds, until }: { activityId: Id; year: number; sourceIds: readonly Id[]; until: string },
): Promise<readonly StoredEntry[]> {
  if (sourceIds.length === 0) return [];
  const rows = await selectEntries(ctx)
    .where("entry.kind", "in", ["allocation", "appropriation"])
    .where(
      sql<boolean>`entry.id in (
        select posting.entry_id from ledger_posting as posting
        where posting.municipality_id = ${ctx.municipalityId} and posting.activity_id = ${activityId} and posting.year = ${year}
          and posting.account = 'allocated' and posting.source_id = any(${[...sourceIds]}::uuid[])
        union all
        select plan.entry_id from ledger_entry as stated
        join ledger_plan as plan on plan.municipality_id = stated.municipality_id and plan.entry_id = stated.id
        where stated.municipality_id = ${ctx.municipalityId} and stated.kind = 'appropriation'
          and stated.activity_id = ${activityId} and stated.year = ${year}
          and plan.source_id = any(${[...sourceIds]}::uuid[]))`,
    )
    .where((eb) => eb.or([eb("entry.kind", "=", "allocation"), eb("entry.date", "<=", until)]))
    .orderBy(sql`entry.kind = 'allocation'`, "desc")
    .orderBy("entry.id")
    .execute();
  return rows.filter((row) => !row.isReversed);
}
