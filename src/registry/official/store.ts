import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
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

export async function insertOfficial(ctx: Context<Tx>, official: Official): Promise<void> {
  const { id, kind, name, office, since, until, personId } = official;
  await withRegistryTables(ctx.tx)
    .insertInto("official")
    .values({ municipality_id: ctx.municipalityId, id, kind, name, office, since, until, person_id: personId })
    .execute();
}
