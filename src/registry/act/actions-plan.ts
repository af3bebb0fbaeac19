import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectKnownActivities } from "../../programme/index.ts";
import { refuseAct } from "./refusals.ts";
import { type PlanPurpose, selectPlan, setPlan } from "./store-plan.ts";

/** The activities of programmes in force, and which of them plans it. */
export async function getPlanChoice(ctx: Context<Tx>, purpose: PlanPurpose) {
  const activities = (await selectKnownActivities(ctx)).filter(({ inForce }) => inForce);
  return { chosen: await selectPlan(ctx, purpose), activities: activities.map(({ id, name }) => ({ id, name })) };
}

/** Says which activity of the programme plans acts or seats. Refuses `plan-activity`. */
export async function choosePlan(
  ctx: Context<Tx>,
  { purpose, activityId }: { readonly purpose: PlanPurpose; readonly activityId: string },
): Promise<void> {
  requirePermission(ctx, "revision.rule");
  const { activities, chosen } = await getPlanChoice(ctx, purpose);
  const found = activities.find(({ id }) => id === activityId) ?? refuseAct("plan-activity");
  await setPlan(ctx, purpose, found.id);
  await writeAudit(ctx, {
    action: "revision.rule",
    subject: { kind: "registry-plan", id: null },
    detail: { purpose },
    before: { activity: chosen },
    after: { activity: found.id },
  });
  await raiseRevision(ctx);
}
