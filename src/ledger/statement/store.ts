import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withLedgerTables } from "../tables.ts";
import type { KnownMove } from "./known.ts";

interface StatementFile {
  readonly hash: string;
  readonly name: string;
  readonly bytes: number;
}

/** Keeps the file's row; false where it is there already. */
export async function insertStatement(ctx: Context<Tx>, file: StatementFile): Promise<boolean> {
  const { actor } = ctx;
  const row = await withLedgerTables(ctx.tx)
    .insertInto("ledger_statement")
    .values({
      municipality_id: ctx.municipalityId,
      hash: file.hash,
      name: file.name,
      bytes: BigInt(file.bytes),
      taken_at: ctx.now,
      taken_by_person_id: actor.kind === "person" ? actor.personId : null,
      taken_by_name: actor.kind === "system" ? actor.name : null,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "hash"]).doNothing())
    .returning("hash")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findStatement(ctx: Context<Tx>, hash: string) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_statement")
    .select(["hash", "name", "taken_at as takenAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("hash", "=", hash)
    .executeTakeFirst();
}

/** The statements taken in, the newest first. */
export async function selectStatements(ctx: Context<Tx>, limit: number) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_statement")
    .select(["hash", "name", "taken_at as takenAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("taken_at", "desc")
    .limit(limit)
    .execute();
}

/** An obligation of which something is left to pay, a row for each source. */
interface OpenCommitment {
  readonly id: Id;
  readonly sourceId: Id;
  readonly left: Kopecks;
  readonly date: string;
  readonly year: number | null;
  readonly basis: string;
  readonly payee: string | null;
  readonly kopecks: Kopecks;
}

export async function selectOpenCommitments(
  ctx: Context<Tx>,
  years: readonly number[],
): Promise<readonly OpenCommitment[]> {
  if (years.length === 0) return [];
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_commitment as open")
    .innerJoin("ledger_entry as entry", (join) =>
      join.onRef("entry.municipality_id", "=", "open.municipality_id").onRef("entry.id", "=", "open.commitment_id"),
    )
    .select([
      "entry.id",
      "open.source_id as sourceId",
      "open.reserved as left",
      "entry.date",
      "entry.year",
      "entry.basis",
      "entry.payee",
      "entry.kopecks",
    ])
    .where("open.municipality_id", "=", ctx.municipalityId)
    .where("open.reserved", ">", 0n)
    .where("entry.year", "in", [...years])
    .orderBy("entry.id")
    .execute();
}

/** Payments and refunds that stand, with the key by which each was recorded. */
function selectMoves(ctx: Context<Tx>) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_entry as entry")
    .select(["entry.id", "entry.key", "entry.date", "entry.basis", "entry.kopecks"])
    .select(sql<boolean>`entry.kind <> 'payment'`.as("isRefund"))
    .where("entry.municipality_id", "=", ctx.municipalityId)
    .where("entry.kind", "in", ["payment", "refund", "late-refund"])
    .where(
      sql<boolean>`not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
        and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')`,
    )
    .orderBy("entry.date")
    .orderBy("entry.id");
}

/** Those of these days, both included. */
export async function selectMovesBetween(ctx: Context<Tx>, from: string, to: string): Promise<readonly KnownMove[]> {
  return selectMoves(ctx).where("entry.date", ">=", from).where("entry.date", "<=", to).execute();
}

/** So many of one sum are looked at: more have no number in common with a file by chance only. */
const MOST_OF_SUMS = 5_000;

/** Those of these sums in these years, whatever their day. */
export async function selectMovesOfSums(
  ctx: Context<Tx>,
  sums: readonly Kopecks[],
  years: readonly string[],
): Promise<readonly KnownMove[]> {
  if (sums.length === 0 || years.length === 0) return [];
  return selectMoves(ctx)
    .where(sql<boolean>`entry.kopecks = any(${sums.map(String)}::bigint[])`)
    .where("entry.year", "in", years.map(Number))
    .limit(MOST_OF_SUMS)
    .execute();
}
