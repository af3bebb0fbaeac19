import { requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { loadFrame, sourceOf } from "./actions-frame.ts";
import { showActivity } from "./actions-show.ts";
import { parseDate } from "./input.ts";
import { selectBalances } from "./store-balance.ts";
import { selectStated } from "./store-plan.ts";
import type { PlanRow, Reconciliation } from "./views.ts";

/** By this day of the year the programme is brought to the budget decision: п. 2 ст. 179 БК РФ. */
const ALIGNMENT_DAY = "04-01";

/**
 * The plans of a year side by side on a day, and where they differ: the programme before the year and now, the budget decision,
 * the budget list, and what was paid. Refuses `not-permitted`, `ledger-date-wrong`.
 */
export async function reconcile(
  ctx: Context<Tx>,
  given: { readonly year: number; readonly on: string },
): Promise<Reconciliation> {
  requirePermission(ctx, "ledger.read");
  const on = parseDate(given.on);
  const { year } = given;
  const frame = await loadFrame(ctx);
  const places = [...frame.activities.keys()];
  const balances = await selectBalances(ctx, { year });
  const rows = (await selectStated(ctx, { year, on })).flatMap(({ activityId, sourceId, ...stated }): PlanRow[] => {
    const activity = showActivity(frame, activityId);
    if (!activity) return [];
    const own = balances.find((line) => line.activityId === activityId && line.sourceId === sourceId);
    const { atStart, programme, decision, list } = stated;
    const sums = { atStart, programme, decision, list, net: own?.net ?? 0n };
    const said = [programme, decision, list].filter((sum) => sum !== null);
    if (said.every((sum) => sum === 0n) && sums.net === 0n) return [];
    return [{ activity, source: sourceOf(frame, sourceId), ...sums, differs: said.some((sum) => sum !== said[0]) }];
  });
  rows.sort((a, b) => places.indexOf(a.activity.id) - places.indexOf(b.activity.id) || (a.source < b.source ? 1 : -1));
  const alignBy = `${year}-${ALIGNMENT_DAY}`;
  const isAligned = rows.every(({ programme, decision }) => decision === null || (programme ?? 0n) === decision);
  return { year, on, rows, alignBy, isAligned, hasDecision: rows.some(({ decision }) => decision !== null) };
}
