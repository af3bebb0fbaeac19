import { sql } from "kysely";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

export type InstallationKind = "demonstration" | "clean";

/** What this installation is. All of it belongs to the owner of the tables: no municipality's transaction sees it. */
export interface Installation {
  readonly kind: InstallationKind;
  readonly codeHash: Buffer | null;
  readonly codeExpiresAt: Date | null;
  readonly setUpAt: Date | null;
}

const LOCK = 7_304;

/** Of several servers that start on one empty database, one after another looks at what it is. */
export async function lockInstallation(ownerTx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(ownerTx);
}

/** Undefined where nobody has said yet. */
export async function findInstallation(ownerTx: Tx): Promise<Installation | undefined> {
  const row = await withAccessTables(ownerTx).selectFrom("installation").selectAll().executeTakeFirst();
  return row && { kind: row.kind, codeHash: row.code_hash, codeExpiresAt: row.code_expires_at, setUpAt: row.set_up_at };
}

/** Says what it is, for ever. */
export async function insertInstallation(
  ownerTx: Tx,
  { kind, at, setUpAt }: { readonly kind: InstallationKind; readonly at: Date; readonly setUpAt: Date | null },
): Promise<void> {
  await withAccessTables(ownerTx)
    .insertInto("installation")
    .values({ kind, made_at: at, code_hash: null, code_expires_at: null, set_up_at: setUpAt })
    .execute();
}

/** The code before it opens nothing any more. */
export async function replaceCode(ownerTx: Tx, hash: Buffer, expiresAt: Date): Promise<void> {
  await withAccessTables(ownerTx)
    .updateTable("installation")
    .set({ code_hash: hash, code_expires_at: expiresAt })
    .execute();
}

/** The set-up is done: no code opens it again. */
export async function closeSetUp(ownerTx: Tx, at: Date): Promise<void> {
  await withAccessTables(ownerTx)
    .updateTable("installation")
    .set({ code_hash: null, code_expires_at: null, set_up_at: at })
    .where("set_up_at", "is", null)
    .execute();
}
