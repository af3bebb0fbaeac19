import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

export interface AppRow {
  /** Encrypted. */
  readonly secret: string;
  readonly verifiedAt: Date | null;
  readonly lastStep: number;
}

export async function findApp(ctx: Context<Tx>, personId: Id): Promise<AppRow | null> {
  const row = await withAccessTables(ctx.tx)
    .selectFrom("second_factor_app")
    .selectAll()
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ? { secret: row.secret, verifiedAt: row.verified_at, lastStep: Number(row.last_step) } : null;
}

/** Puts a new secret in the place of one that was never verified; false where a verified one stands. */
export async function saveAppSecret(ctx: Context<Tx>, personId: Id, secret: string): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .insertInto("second_factor_app")
    .values({ person_id: personId, secret, made_at: ctx.now, verified_at: null, last_step: 0n })
    .onConflict((conflict) =>
      conflict
        .column("person_id")
        .doUpdateSet({ secret, made_at: ctx.now, last_step: 0n })
        .where("second_factor_app.verified_at", "is", null),
    )
    .returning("person_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes a step's code once: false where this or a later one was taken, by whoever came first. */
export async function takeStep(ctx: Context<Tx>, personId: Id, step: number): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("second_factor_app")
    .set((eb) => ({ last_step: BigInt(step), verified_at: eb.fn.coalesce("verified_at", eb.val(ctx.now)) }))
    .where("person_id", "=", personId)
    .where("last_step", "<", BigInt(step))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function deleteApp(ctx: Context<Tx>, personId: Id): Promise<void> {
  const db = withAccessTables(ctx.tx);
  await db.deleteFrom("second_factor_app").where("person_id", "=", personId).execute();
}

/** The codes before these are void. */
export async function replaceCodes(ctx: Context<Tx>, personId: Id, hashes: readonly Buffer[]): Promise<void> {
  const db = withAccessTables(ctx.tx);
  await db.deleteFrom("second_factor_code").where("person_id", "=", personId).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto("second_factor_code")
    .values(hashes.map((hash) => ({ person_id: personId, hash })))
    .execute();
}

/** Takes a backup code once. */
export async function takeCode(ctx: Context<Tx>, personId: Id, hash: Buffer): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("second_factor_code")
    .set({ used_at: ctx.now })
    .where("person_id", "=", personId)
    .where("hash", "=", hash)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function countCodes(ctx: Context<Tx>, personId: Id): Promise<number> {
  const { count } = await withAccessTables(ctx.tx)
    .selectFrom("second_factor_code")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export interface PasskeyRow {
  readonly id: Id;
  readonly credentialId: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

export async function listPasskeys(ctx: Context<Tx>, personId: Id): Promise<readonly PasskeyRow[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("second_factor_passkey")
    .selectAll()
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    credentialId: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    counter: Number(row.counter),
    transports: row.transports,
    name: row.name,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at,
  }));
}

export type NewPasskey = Pick<PasskeyRow, "credentialId" | "publicKey" | "counter" | "transports" | "name">;

/** False where the key is somebody's already. */
export async function insertPasskey(ctx: Context<Tx>, personId: Id, passkey: NewPasskey): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .insertInto("second_factor_passkey")
    .values({
      id: newId(),
      person_id: personId,
      credential_id: passkey.credentialId,
      public_key: Buffer.from(passkey.publicKey),
      counter: BigInt(passkey.counter),
      transports: [...passkey.transports],
      name: passkey.name,
      made_at: ctx.now,
    })
    .onConflict((conflict) => conflict.column("credential_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function notePasskeyUse(ctx: Context<Tx>, id: Id, counter: number): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("second_factor_passkey")
    .set({ counter: BigInt(counter), last_used_at: ctx.now })
    .where("id", "=", id)
    .execute();
}

export async function deletePasskeys(ctx: Context<Tx>, personId: Id, only?: Id): Promise<number> {
  let query = withAccessTables(ctx.tx).deleteFrom("second_factor_passkey").where("person_id", "=", personId);
  if (only !== undefined) query = query.where("id", "=", only);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
