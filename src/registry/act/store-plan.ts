import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withActTables } from "./store-tables.ts";

/** What of the register an activity of the programme plans. */
export type PlanPurpose = "acts" | "seats";

/** The activity that plans it; null where none was chosen. */
export async function selectPlan(ctx: Context<Tx>, purpose: PlanPurpose): Promise<Id | null> {
  const row = await withActTables(ctx.tx)
    .selectFrom("registry_plan")
    .select("activity_id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  return row?.activity_id ?? null;
}

export async function setPlan(ctx: Context<Tx>, purpose: PlanPurpose, activityId: Id): Promise<void> {
  await withActTables(ctx.tx)
    .insertInto("registry_plan")
    .values({ municipality_id: ctx.municipalityId, purpose, activity_id: activityId })
    .onConflict((conflict) => conflict.columns(["municipality_id", "purpose"]).doUpdateSet({ activity_id: activityId }))
    .execute();
}
