import type { Selectable } from "kysely";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type AccessTables, withAccessTables } from "../tables.ts";
import type { Municipality, NewMunicipality, Particulars, Population } from "./views.ts";

/** All municipalities, the oldest first. Their names are public: any transaction may read them. */
export async function listMunicipalities(tx: Tx): Promise<readonly Municipality[]> {
  const rows = await withAccessTables(tx).selectFrom("municipality").selectAll().orderBy("id").execute();
  return rows.map(toMunicipality);
}

function toMunicipality(row: Selectable<AccessTables["municipality"]>): Municipality {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    regionId: row.region_id,
    name: row.name,
    nameGenitive: row.name_genitive,
    nameShort: row.name_short,
    timeZone: row.time_zone,
    oktmo: row.oktmo,
    postalAddress: row.postal_address,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    host: row.host,
    logoHash: row.logo_hash,
    demonstration: row.demonstration,
    revision: Number(row.revision),
    version: row.version,
    secondFactorRequired: row.second_factor_required,
  };
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
      kind: municipality.kind ?? "district",
      region_id: municipality.regionId ?? null,
      host: municipality.host ?? null,
      oktmo: municipality.oktmo ?? null,
      postal_address: municipality.postalAddress ?? "",
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

/** Only the owner's transaction may say of which region a municipality is; its public pages, and so the region's, are void at once. */
export async function setRegion(ownerTx: Tx, id: Id, regionId: Id | null): Promise<void> {
  await withAccessTables(ownerTx)
    .updateTable("municipality")
    .set((eb) => ({ region_id: regionId, revision: eb("revision", "+", 1n) }))
    .where("id", "=", id)
    .execute();
}

/** The municipality of this context. */
export async function loadMunicipality(ctx: Context<Tx>): Promise<Municipality> {
  const row = await withAccessTables(ctx.tx)
    .selectFrom("municipality")
    .selectAll()
    .where("id", "=", ctx.municipalityId)
    .executeTakeFirst();
  assert(row, "the municipality of the context exists");
  return toMunicipality(row);
}

/** Something public changed: cached pages of the municipality are void once the transaction commits. */
export async function raiseRevision(ctx: Context<Tx>): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("municipality")
    .set((eb) => ({ revision: eb("revision", "+", 1n) }))
    .where("id", "=", ctx.municipalityId)
    .execute();
}

/** False where somebody saved it since `version`. */
export async function updateParticulars(ctx: Context<Tx>, particulars: Particulars, version: number): Promise<boolean> {
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("municipality")
    .set({
      name: particulars.name,
      name_genitive: particulars.nameGenitive,
      name_short: particulars.nameShort,
      time_zone: particulars.timeZone,
      oktmo: particulars.oktmo,
      postal_address: particulars.postalAddress,
      contact_email: particulars.contactEmail,
      contact_phone: particulars.contactPhone,
      host: particulars.host,
      version: version + 1,
    })
    .where("id", "=", ctx.municipalityId)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function updateLogo(ctx: Context<Tx>, hash: string | null): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("municipality")
    .set({ logo_hash: hash })
    .where("id", "=", ctx.municipalityId)
    .execute();
}

export async function insertPopulation(ctx: Context<Tx>, population: Population): Promise<void> {
  const { actor } = ctx;
  await withAccessTables(ctx.tx)
    .insertInto("municipality_population")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      year: population.year,
      people: population.people,
      source: population.source,
      assumed: population.assumed,
      recorded_at: ctx.now,
      recorded_by_person_id: actor.kind === "person" ? actor.personId : null,
      recorded_by_name: actor.kind === "system" ? actor.name : null,
    })
    .execute();
}

/** What holds for each year, the newest year first. */
export async function listPopulation(ctx: Context<Tx>): Promise<readonly Population[]> {
  return withAccessTables(ctx.tx)
    .selectFrom("municipality_population")
    .select(["year", "people", "source", "assumed"])
    .distinctOn("year")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("year", "desc")
    .orderBy("recorded_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function updateSecondFactorRequired(ctx: Context<Tx>, required: boolean): Promise<void> {
  await withAccessTables(ctx.tx)
    .updateTable("municipality")
    .set({ second_factor_required: required })
    .where("id", "=", ctx.municipalityId)
    .execute();
}
