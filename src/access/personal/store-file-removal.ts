import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

/** Notes, in the transaction that lets go of them, files to be removed from the disk. */
export async function noteFileRemovals(ctx: Context<Tx>, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await withAccessTables(ctx.tx)
    .insertInto("file_removal")
    .values(hashes.map((hash) => ({ municipality_id: ctx.municipalityId, hash, noted_at: ctx.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The files that wait for removal, of all municipalities where the transaction is the owner's. */
export async function listFileRemovals(tx: Tx): Promise<readonly string[]> {
  const rows = await withAccessTables(tx).selectFrom("file_removal").select("hash").distinct().execute();
  return rows.map(({ hash }) => hash);
}

export async function settleFileRemovals(tx: Tx, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await withAccessTables(tx).deleteFrom("file_removal").where("hash", "in", hashes).execute();
}
