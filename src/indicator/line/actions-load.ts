import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type PlannedLine, selectPlannedLines } from "../../programme/index.ts";
import { reckonAchieved } from "../achieved.ts";
import { computeActuals } from "../actual/actions.ts";
import type { Sources } from "../actual/actions-reading.ts";
import type { Actual } from "../contract.ts";
import type { KeptPassport } from "../passport/store.ts";
import type { Period } from "./period.ts";

/** A line of a programme with its plan and its fact of a period, records and all. */
export interface LineActual {
  readonly line: PlannedLine;
  readonly passport: KeptPassport | null;
  readonly plan: string | null;
  readonly actual: Actual;
  /** Plan achieved, as an exact share. */
  readonly achieved: string | null;
}

/** Every line of a programme in a period, in the order of the document. Refuses `not-permitted`. */
export async function loadLineActuals(
  ctx: Context<Tx>,
  sources: Sources,
  { slug, year, until }: Period & { readonly slug: string },
): Promise<readonly LineActual[]> {
  requirePermission(ctx, "indicator.read");
  const lines = (await selectPlannedLines(ctx)).filter((line) => line.slug === slug);
  const computed = await computeActuals(ctx, sources, { lines, asked: { year, until, knownAt: ctx.now } });
  return lines.flatMap((line, at): LineActual[] => {
    const found = computed[at];
    if (!found) return [];
    const plan = line.plans[String(year)] ?? null;
    const achieved = reckonAchieved({ direction: found.passport?.direction ?? null, plan, fact: found.actual.value });
    return [{ line, ...found, plan, achieved }];
  });
}
