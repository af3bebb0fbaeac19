import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Settlement } from "../contract.ts";
import { withRegistryTables } from "../tables.ts";

/** The municipality's settlements that have not ended, by name. */
export async function selectSettlements(ctx: Context<Tx>): Promise<readonly Settlement[]> {
  return withRegistryTables(ctx.tx)
    .selectFrom("settlement")
    .select(["id", "name", "oktmo"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("ended_on", "is", null)
    .orderBy(sql`name collate "ru-x-icu"`)
    .execute();
}

/** Those that are there no more too, with the day on which they ended: what once named them still does. */
export async function selectEverySettlement(
  ctx: Context<Tx>,
): Promise<readonly (Settlement & { readonly endedOn: string | null })[]> {
  return withRegistryTables(ctx.tx)
    .selectFrom("settlement")
    .select(["id", "name", "oktmo", "ended_on as endedOn"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`name collate "ru-x-icu"`)
    .execute();
}

/** False where a settlement of that name is already there. */
export async function insertSettlement(ctx: Context<Tx>, { id, name, oktmo }: Settlement): Promise<boolean> {
  const row = await withRegistryTables(ctx.tx)
    .insertInto("settlement")
    .values({ municipality_id: ctx.municipalityId, id, name, oktmo, ended_on: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasSettlement(ctx: Context<Tx>, id: Id): Promise<boolean> {
  return (await selectSettlements(ctx)).some((settlement) => settlement.id === id);
}
