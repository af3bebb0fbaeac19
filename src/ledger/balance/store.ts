import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Balance } from "../contract.ts";
import type { Line } from "../entry/posting.ts";
import { type LedgerTables, withLedgerTables } from "../tables.ts";

export type LineBalance = Line & Balance;

interface BalanceQuery {
  readonly year?: number;
  readonly activityId?: Id;
}

/** Balances of lines, as the database keeps them. */
export async function selectBalances(ctx: Context<Tx>, query: BalanceQuery): Promise<readonly LineBalance[]> {
  let rows = withLedgerTables(ctx.tx)
    .selectFrom("ledger_balance")
    .selectAll()
    .where("municipality_id", "=", ctx.municipalityId);
  if (query.year !== undefined) rows = rows.where("year", "=", query.year);
  if (query.activityId !== undefined) rows = rows.where("activity_id", "=", query.activityId);
  return (await rows.orderBy("year").orderBy("activity_id").orderBy("source_id").execute()).map(toBalance);
}

type Row = {
  [Column in keyof LedgerTables["ledger_balance"]]: LedgerTables["ledger_balance"][Column] extends string
    ? string
    : LedgerTables["ledger_balance"][Column] extends number
      ? number
      : bigint;
};

function toBalance(row: Row): LineBalance {
  return {
    activityId: row.activity_id,
    sourceId: row.source_id,
    year: row.year,
    allocated: row.allocated,
    appropriated: -row.budget,
    committed: row.reserved + row.paid,
    reserved: row.reserved,
    paid: row.paid,
    refunded: -row.refunded,
    net: row.paid + row.refunded,
    free: row.free,
    toReturn: row.to_return,
    performed: row.performed,
  };
}

/** What is left of an obligation, by source; refunded is above nothing. */
export interface CommitmentBalance {
  readonly sourceId: Id;
  readonly reserved: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
  readonly performed: Kopecks;
}

export async function selectCommitment(ctx: Context<Tx>, commitmentId: Id): Promise<readonly CommitmentBalance[]> {
  return selectCommitments(ctx, [commitmentId]);
}

/** The same of several, each row with the obligation that it is of. */
export async function selectCommitments(
  ctx: Context<Tx>,
  ids: readonly Id[],
): Promise<readonly (CommitmentBalance & { readonly commitmentId: Id })[]> {
  if (ids.length === 0) return [];
  const rows = await withLedgerTables(ctx.tx)
    .selectFrom("ledger_commitment")
    .select(["commitment_id as commitmentId", "source_id as sourceId", "reserved", "paid", "refunded", "performed"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`commitment_id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map((row) => ({ ...row, refunded: -row.refunded }));
}

/** What a programme's allocations add up to so far, line by line. */
export async function selectAllocated(
  ctx: Context<Tx>,
  programmeId: Id,
): Promise<readonly (Line & { kopecks: Kopecks })[]> {
  const { rows } = await sql<Line & { kopecks: Kopecks }>`
    select posting.activity_id as "activityId", posting.source_id as "sourceId", posting.year,
      sum(posting.kopecks)::bigint as kopecks
    from ledger_entry as entry
    join ledger_posting as posting on posting.municipality_id = entry.municipality_id and posting.entry_id = entry.id
    where entry.municipality_id = ${ctx.municipalityId} and entry.programme_id = ${programmeId}
      and posting.account = 'allocated'
    group by posting.activity_id, posting.source_id, posting.year`.execute(ctx.tx);
  return rows;
}

/** The day of a programme's last allocation; null where it has none. */
export async function findLastAllocationDay(ctx: Context<Tx>, programmeId: Id): Promise<string | null> {
  const row = await withLedgerTables(ctx.tx)
    .selectFrom("ledger_entry")
    .select("date")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("programme_id", "=", programmeId)
    .orderBy("date", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.date ?? null;
}

/** Of these activities those with money beyond their allocation: limit, obligations or payments, now or ever. */
export async function selectUsed(
  ctx: Context<Tx>,
  activities: readonly Id[],
): Promise<readonly { readonly activityId: Id; readonly appropriated: Kopecks; readonly paid: Kopecks }[]> {
  if (activities.length === 0) return [];
  const { rows } = await sql<{ activityId: Id; appropriated: Kopecks; paid: Kopecks }>`
    select activity_id as "activityId", sum(-budget)::bigint as appropriated, sum(paid)::bigint as paid
    from ledger_balance where municipality_id = ${ctx.municipalityId} and activity_id = any(${[...activities]}::uuid[])
    group by activity_id having sum(-budget) <> 0 or sum(paid) <> 0 or sum(reserved) <> 0`.execute(ctx.tx);
  return rows;
}
