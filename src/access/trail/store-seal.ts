import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import type { Sealed } from "./views.ts";

const CIPHER = "aes-256-gcm";
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals a person's datum for the trail with the key of this person, made where there is none. Null of one whose key is destroyed: their data no longer enter the trail at all. */
export async function sealPersonal(ctx: Context<Tx>, person: Id, value: string): Promise<Sealed | null> {
  const key = await ensureKey(ctx, person);
  return key && { person, sealed: seal(key, person, value) };
}

async function ensureKey(ctx: Context<Tx>, person: Id): Promise<Buffer | null> {
  const db = withAccessTables(ctx.tx);
  await db
    .insertInto("person_key")
    .values({ person_id: person, key: randomBytes(KEY_BYTES), made_at: ctx.now, destroyed_at: null })
    .onConflict((conflict) => conflict.column("person_id").doNothing())
    .execute();
  const row = await db.selectFrom("person_key").select("key").where("person_id", "=", person).executeTakeFirstOrThrow();
  return row.key;
}

/** Keys by person's id; who was erased, or never sealed, is absent. */
export async function loadKeys(tx: Tx, people: readonly Id[]): Promise<ReadonlyMap<Id, Buffer>> {
  if (people.length === 0) return new Map();
  const rows = await withAccessTables(tx)
    .selectFrom("person_key")
    .select(["person_id", "key"])
    .where("person_id", "in", [...new Set(people)])
    .where("key", "is not", null)
    .execute();
  return new Map(rows.flatMap((row) => (row.key ? [[row.person_id, row.key] as const] : [])));
}

/** From now on nobody can read what the trail keeps of this person. */
export async function destroyKey(ctx: Context<Tx>, person: Id): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("person_key")
    .values({ person_id: person, key: null, made_at: ctx.now, destroyed_at: ctx.now })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ key: null, destroyed_at: ctx.now }))
    .execute();
}

/** Nonce, tag and cipher text in base64url; whose it is, is authenticated with it. */
function seal(key: Buffer, person: Id, value: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(person));
  const body = Buffer.concat([cipher.update(value, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Throws where the text was tampered with. */
export function openSealed(key: Buffer, { person, sealed }: Sealed): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(person))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}
