import type { Kopecks } from "../../kernel/money.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import type { Alignment, PlanRow } from "./views.ts";

/**
 * The day of the year until a municipality chooses its own: 1 April, as п. 2 ст. 179 БК РФ is commonly cited. Local budget
 * regulations say other terms, so that nobody is held to it without having chosen it.
 */
export const USUAL_DAY = "04-01";

/** Whether `MM-DD` is a day of every year. */
export function isDayOfYear(text: string): boolean {
  if (!/^\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`2023-${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === text;
}

/**
 * Of each programme of which the budget decision says anything: both sums by source. The decision approves a programme as
 * a whole, so that it is held against the whole programme, also against lines of which it says nothing.
 */
export function holdAgainstDecision(rows: readonly PlanRow[]): readonly Alignment[] {
  const bySlug = Map.groupBy(rows, ({ activity }) => activity.slug);
  return [...bySlug].flatMap(([slug, own]) => {
    if (own.every(({ said }) => said.decision === undefined)) return [];
    const sums = SOURCES.map((source) => ({
      source,
      programme: sumOf(own, source, "programme"),
      decision: sumOf(own, source, "decision"),
    })).filter(({ programme, decision }) => programme !== 0n || decision !== 0n);
    return [{ slug, rows: sums, isAligned: sums.every(({ programme, decision }) => programme === decision) }];
  });
}

function sumOf(rows: readonly PlanRow[], source: FundingSource, authority: "programme" | "decision"): Kopecks {
  const own = rows.filter((row) => row.source === source);
  return own.reduce((sum, { said }) => sum + (said[authority]?.kopecks ?? 0n), 0n);
}
