import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { loadPlans } from "./actions.ts";
import { loadAlignmentDay } from "./actions-day.ts";
import { holdAgainstDecision } from "./alignment.ts";

interface Followed {
  readonly programmeId: Id;
  readonly slug: string;
  readonly years: readonly number[];
}

const TITLES = {
  ru: (year: number) => `Привести программу в соответствие с решением о бюджете на ${year} год`,
  en: (year: number) => `Bring the programme into line with the budget decision for ${year}`,
} as const;
const ALIGNED = {
  ru: "программа равна решению о бюджете",
  en: "the programme equals the budget decision",
} as const;

/**
 * A task stands on the desk as long as a programme differs from the budget decision of this year or a later one, due on the
 * municipality's day; it goes when they agree. Of years that are over nobody is reminded.
 */
export async function followAlignment(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  { programmeId, slug, years }: Followed,
): Promise<void> {
  const now = Number(ctx.today.slice(0, 4));
  const { day } = await loadAlignmentDay(ctx);
  for (const year of years.filter((some) => some >= now)) {
    const plans = await loadPlans(ctx, { year, on: ctx.today });
    const alignment = holdAgainstDecision(plans).find((some) => some.slug === slug);
    const key = { kind: "ledger-alignment", id: programmeId, purpose: `alignment ${year}` };
    if (!alignment || alignment.isAligned) {
      await deadlines.settleTask(ctx, { ...key, as: "cancel", reason: ALIGNED[ctx.language] });
      continue;
    }
    await deadlines.openTask(ctx, {
      ...key,
      href: `/money/reconciliation?year=${year}`,
      title: TITLES[ctx.language](year),
      role: "coordinator",
      dueDate: `${year}-${day}`,
      basis: "п. 2 ст. 179 БК РФ",
    });
  }
}
