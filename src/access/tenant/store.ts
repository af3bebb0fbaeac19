import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

/** «Муниципальное образование»: the tenant. `revision` grows with every public change and is part of the key of cached pages. */
export interface Municipality {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly nameGenitive: string;
  readonly nameShort: string;
  /** IANA name, `Asia/Novosibirsk`. */
  readonly timeZone: string;
  readonly demonstration: boolean;
  readonly revision: number;
}

export type NewMunicipality = Omit<Municipality, "id" | "revision">;

/** All municipalities, the oldest first. Their names are public: any transaction may read them. */
export async function listMunicipalities(tx: Tx): Promise<readonly Municipality[]> {
  const rows = await withAccessTables(tx).selectFrom("municipality").selectAll().orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    name: row.name,
    nameGenitive: row.name_genitive,
    nameShort: row.name_short,
    timeZone: row.time_zone,
    demonstration: row.demonstration,
    revision: Number(row.revision),
  }));
}

/** Only the owner's transaction may add a tenant; a second of the same slug is left out and the first one's id returned. */
export async function createMunicipality(ownerTx: Tx, municipality: NewMunicipality): Promise<Id> {
  const db = withAccessTables(ownerTx);
  const row = await db
    .insertInto("municipality")
    .values({
      id: newId(),
      slug: municipality.slug,
      name: municipality.name,
      name_genitive: municipality.nameGenitive,
      name_short: municipality.nameShort,
      time_zone: municipality.timeZone,
      demonstration: municipality.demonstration,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) return row.id;
  const existing = await db
    .selectFrom("municipality")
    .select("id")
    .where("slug", "=", municipality.slug)
    .executeTakeFirstOrThrow();
  return existing.id;
}

/** The municipality of this context. */
export async function loadMunicipality(ctx: Context<Tx>): Promise<Municipality> {
  const all = await listMunicipalities(ctx.tx);
  const own = all.find((municipality) => municipality.id === ctx.municipalityId);
  assert(own, "the municipality of the context exists");
  return own;
}

/** Something public changed: cached pages of the municipality are void once the transaction commits. */
export async function raiseRevision(ctx: Context<Tx>): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("municipality")
    .set((eb) => ({ revision: eb("revision", "+", 1n) }))
    .where("id", "=", ctx.municipalityId)
    .execute();
}
