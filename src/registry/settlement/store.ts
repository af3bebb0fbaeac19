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

/** With the version that a form sends back, and the day on which it ended. */
export type KeptSettlement = Settlement & { readonly endedOn: string | null; readonly version: number };

export async function selectSettlement(ctx: Context<Tx>, id: Id): Promise<KeptSettlement | undefined> {
  return withRegistryTables(ctx.tx)
    .selectFrom("settlement")
    .select(["id", "name", "oktmo", "ended_on as endedOn", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Whether another settlement that has not ended has this name. */
export async function isNameTaken(ctx: Context<Tx>, { id, name }: Pick<Settlement, "id" | "name">): Promise<boolean> {
  const row = await withRegistryTables(ctx.tx)
    .selectFrom("settlement")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "<>", id)
    .where("ended_on", "is", null)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst();
  return row !== undefined;
}

/** Associations of a settlement that have not ended. */
export async function countAssociations(ctx: Context<Tx>, settlementId: Id): Promise<number> {
  const { count } = await withRegistryTables(ctx.tx)
    .selectFrom("association")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("settlement_id", "=", settlementId)
    .where("state", "<>", "ended")
    .executeTakeFirstOrThrow();
  return count;
}

/** False where somebody saved it since its version. */
export async function updateSettlement(ctx: Context<Tx>, settlement: KeptSettlement): Promise<boolean> {
  const { id, name, oktmo, endedOn, version } = settlement;
  const { numUpdatedRows } = await withRegistryTables(ctx.tx)
    .updateTable("settlement")
    .set({ name, oktmo, ended_on: endedOn, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
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
