import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AssociationName } from "../contract.ts";
import { withRegistryTables } from "../tables.ts";

function selectNames(ctx: Context<Tx>) {
  return withRegistryTables(ctx.tx)
    .selectFrom("association")
    .innerJoin("settlement", (join) =>
      join
        .onRef("settlement.municipality_id", "=", "association.municipality_id")
        .onRef("settlement.id", "=", "association.settlement_id"),
    )
    .select([
      "association.id",
      "association.number",
      "association.name",
      "association.settlement_id as settlementId",
      "settlement.name as settlement",
      "association.state",
    ])
    .where("association.municipality_id", "=", ctx.municipalityId);
}

/** All associations of the register, by name. */
export async function selectAssociations(ctx: Context<Tx>): Promise<readonly AssociationName[]> {
  return selectNames(ctx).orderBy(sql`association.name collate "ru-x-icu"`).orderBy("association.number").execute();
}

export async function selectAssociation(ctx: Context<Tx>, id: Id): Promise<AssociationName | undefined> {
  return selectNames(ctx).where("association.id", "=", id).executeTakeFirst();
}

/** The next number of the register; who takes one waits for whoever takes one now. */
export async function takeNumber(ctx: Context<Tx>, kind: "association"): Promise<number> {
  const { last } = await withRegistryTables(ctx.tx)
    .insertInto("registry_counter")
    .values({ municipality_id: ctx.municipalityId, kind, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "kind"]).doUpdateSet({ last: sql<number>`registry_counter.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return last;
}

export async function insertAssociation(
  ctx: Context<Tx>,
  { id, number, name, settlementId, state }: Omit<AssociationName, "settlement">,
): Promise<void> {
  await withRegistryTables(ctx.tx)
    .insertInto("association")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      number,
      name,
      settlement_id: settlementId,
      state,
      recorded_at: ctx.now,
    })
    .execute();
}
