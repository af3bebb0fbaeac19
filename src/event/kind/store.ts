import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { OwnKind } from "../contract.ts";
import { withEventTables } from "../tables.ts";

/** The municipality's own kinds, also ended ones, by name. */
export async function selectOwnKinds(ctx: Context<Tx>): Promise<readonly OwnKind[]> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_kind")
    .select(["id", "name", "needs", "is_training", "ended_on", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`ended_on is not null`)
    .orderBy(sql`name collate "ru-x-icu"`)
    .execute();
  return rows.map(({ is_training, ended_on, ...row }) => ({
    ...row,
    isTraining: is_training,
    ended: ended_on !== null,
  }));
}

/** False where there is one of that name. */
export async function insertKind(
  ctx: Context<Tx>,
  { id, name, needs, isTraining }: Pick<OwnKind, "name" | "needs" | "isTraining"> & { readonly id: Id },
): Promise<boolean> {
  const row = await withEventTables(ctx.tx)
    .insertInto("event_kind")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      name,
      needs: [...needs],
      is_training: isTraining,
      ended_on: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a kind, or takes it up again; false where somebody saved it since `version`. */
export async function updateKindEnd(
  ctx: Context<Tx>,
  { id, version, endedOn }: { readonly id: Id; readonly version: number; readonly endedOn: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event_kind")
    .set({ ended_on: endedOn, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
