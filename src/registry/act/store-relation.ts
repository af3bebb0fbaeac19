import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withActTables } from "./store-tables.ts";
import type { RelationKind } from "./views.ts";

export interface StoredRelation {
  readonly id: Id;
  readonly kind: RelationKind;
  readonly actId: Id;
  readonly targetId: Id;
  readonly holdsFrom: string;
  readonly bringsUpToDate: boolean;
  readonly note: string | null;
}

/** What acts do to each other, as far as it was not cancelled, in the order of the days. */
export async function selectRelations(ctx: Context<Tx>): Promise<readonly StoredRelation[]> {
  return withActTables(ctx.tx)
    .selectFrom("legal_act_relation")
    .select([
      "id",
      "kind",
      "act_id as actId",
      "target_id as targetId",
      "holds_from as holdsFrom",
      "brings_up_to_date as bringsUpToDate",
      "note",
    ])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("cancelled_at", "is", null)
    .orderBy("holds_from")
    .orderBy("id")
    .execute();
}

/** Null where the same was recorded already. */
export async function insertRelation(ctx: Context<Tx>, given: Omit<StoredRelation, "id">): Promise<Id | null> {
  const { kind, actId, targetId, holdsFrom, bringsUpToDate, note } = given;
  const row = await withActTables(ctx.tx)
    .insertInto("legal_act_relation")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      kind,
      act_id: actId,
      target_id: targetId,
      holds_from: holdsFrom,
      brings_up_to_date: bringsUpToDate,
      note,
      recorded_at: ctx.now,
      cancelled_at: null,
      cancelled_reason: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function cancelRelation(ctx: Context<Tx>, id: Id, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await withActTables(ctx.tx)
    .updateTable("legal_act_relation")
    .set({ cancelled_at: ctx.now, cancelled_reason: reason })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("cancelled_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
