import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Official } from "../contract.ts";
import { withRegistryTables } from "../tables.ts";

/** Officials and deputies, also those whose term is over, by name. */
export async function selectOfficials(ctx: Context<Tx>): Promise<readonly Official[]> {
  return withRegistryTables(ctx.tx)
    .selectFrom("official")
    .select(["id", "kind", "name", "office", "since", "until", "person_id as personId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`name collate "ru-x-icu"`)
    .orderBy("since", "desc")
    .execute();
}

/** With the version that a form sends back. */
export type KeptOfficial = Official & { readonly version: number };

export async function selectOfficial(ctx: Context<Tx>, id: Id): Promise<KeptOfficial | undefined> {
  return withRegistryTables(ctx.tx)
    .selectFrom("official")
    .select(["id", "kind", "name", "office", "since", "until", "person_id as personId", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** False where somebody saved it since `version`. */
export async function updateOfficial(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly version: number; readonly fields: Omit<Official, "id" | "personId"> },
): Promise<boolean> {
  const { id, version, fields } = given;
  const { numUpdatedRows } = await withRegistryTables(ctx.tx)
    .updateTable("official")
    .set({ ...fields, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertOfficial(ctx: Context<Tx>, official: Official): Promise<void> {
  const { id, kind, name, office, since, until, personId } = official;
  await withRegistryTables(ctx.tx)
    .insertInto("official")
    .values({ municipality_id: ctx.municipalityId, id, kind, name, office, since, until, person_id: personId })
    .execute();
}

/** The offices and terms recorded of a person: those that name their account, and those under the same name. */
export function selectOfficialsOf(
  ctx: Context<Tx>,
  { personId, name }: { readonly personId: Id; readonly name: string },
) {
  return withRegistryTables(ctx.tx)
    .selectFrom("official")
    .select(["name", "office", "since", "until"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where((own) =>
      own.or([
        own("person_id", "=", personId),
        ...(name.trim() === "" ? [] : [sql<boolean>`lower(name) = lower(${name.trim()})`]),
      ]),
    )
    .orderBy("since")
    .execute();
}
