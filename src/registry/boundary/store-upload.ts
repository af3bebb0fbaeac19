import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withBoundaryTables } from "./store-tables.ts";

/** False where the same file was taken in before. */
export async function insertUpload(
  ctx: Context<Tx>,
  { hash, name }: { readonly hash: string; readonly name: string },
): Promise<boolean> {
  const row = await withBoundaryTables(ctx.tx)
    .insertInto("boundary_upload")
    .values({ municipality_id: ctx.municipalityId, hash, name, taken_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning("hash")
    .executeTakeFirst();
  return row !== undefined;
}

export async function findUpload(ctx: Context<Tx>, hash: string) {
  return withBoundaryTables(ctx.tx)
    .selectFrom("boundary_upload")
    .select(["name", "taken_at as takenAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("hash", "=", hash)
    .executeTakeFirst();
}
