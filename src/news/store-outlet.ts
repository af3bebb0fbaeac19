import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Outlet } from "./contract.ts";
import { withNewsTables } from "./tables.ts";

/** The outlets by name. */
export async function selectOutlets(ctx: Context<Tx>): Promise<readonly Outlet[]> {
  return withNewsTables(ctx.tx)
    .selectFrom("outlet")
    .select(["id", "kind", "name", "link", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`name collate "ru-x-icu"`)
    .execute();
}

/** Null where one of that name is there. */
export async function insertOutlet(
  ctx: Context<Tx>,
  given: Pick<Outlet, "kind" | "name" | "link">,
): Promise<Id | null> {
  const row = await withNewsTables(ctx.tx)
    .insertInto("outlet")
    .values({ municipality_id: ctx.municipalityId, id: newId(), ...given })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

/** False where somebody changed it since. */
export async function updateOutlet(
  ctx: Context<Tx>,
  was: Outlet,
  becomes: Pick<Outlet, "kind" | "name" | "link">,
): Promise<boolean> {
  const { numUpdatedRows } = await withNewsTables(ctx.tx)
    .updateTable("outlet")
    .set({ ...becomes, version: was.version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", was.id)
    .where("version", "=", was.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
