import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { JournalFilter } from "./contract.ts";
import { type StoredEntry, selectEntries } from "./store-entry.ts";
import type { Narrowing } from "./store-narrowing.ts";

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

/** Entries of the filter, the newest first. */
export async function selectJournal(ctx: Context<Tx>, query: JournalQuery): Promise<readonly StoredEntry[]> {
  const { filter, narrowing, after } = query;
  let rows = selectEntries(ctx);
  if (filter.kind) rows = rows.where("entry.kind", "=", filter.kind);
  if (filter.year !== undefined) rows = rows.where("entry.year", "=", filter.year);
  if (filter.activityId) rows = rows.where("entry.activity_id", "=", filter.activityId);
  if (filter.from) rows = rows.where("entry.date", ">=", filter.from);
  if (filter.to) rows = rows.where("entry.date", "<=", filter.to);
  for (const condition of narrowing) rows = rows.where(condition);
  if (after) rows = rows.where(sql<boolean>`(entry.date, entry.id) < (${after.date}::date, ${after.id}::uuid)`);
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
