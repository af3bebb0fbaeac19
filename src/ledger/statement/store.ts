import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type StoredEntry, selectEntries } from "../store-entry.ts";
import { withLedgerTables } from "../tables.ts";

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

/** Obligations of which something is left to pay, with what is left by source. */
export async function selectOpenCommitments(
  ctx: Context<Tx>,
): Promise<readonly (StoredEntry & { readonly left: readonly { sourceId: Id; kopecks: Kopecks }[] })[]> {
  const open = await withLedgerTables(ctx.tx)
    .selectFrom("ledger_commitment")
    .select(["commitment_id as id", "source_id as sourceId", "reserved as kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("reserved", ">", 0n)
    .execute();
  if (open.length === 0) return [];
  const left = Map.groupBy(open, ({ id }) => id);
  const entries = await selectEntries(ctx)
    .where(sql<boolean>`entry.id = any(${[...left.keys()]}::uuid[])`)
    .orderBy("entry.id")
    .execute();
  return entries.map((entry) => ({ ...entry, left: left.get(entry.id) ?? [] }));
}

/** Payments that stand, of these days: with the key by which each was recorded. */
export async function selectPaymentsBetween(
  ctx: Context<Tx>,
  from: string,
  to: string,
): Promise<readonly (StoredEntry & { readonly key: string })[]> {
  const rows = await selectEntries(ctx)
    .select("entry.key")
    .where("entry.kind", "=", "payment")
    .where("entry.date", ">=", from)
    .where("entry.date", "<=", to)
    .orderBy("entry.date")
    .orderBy("entry.id")
    .execute();
  return rows.filter(({ isReversed }) => !isReversed);
}
