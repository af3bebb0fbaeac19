import type { Activity, FundingSource } from "../../../src/programme/contract.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";

export type MoneyLine = FundingSource | "cost";

/** The sources that the activities name, in the order of the glossary. One that nobody names is absent, not zero. */
export function listSources(activities: readonly Activity[]): readonly FundingSource[] {
  return SOURCES.filter((source) => activities.some((activity) => activity.sources.some((row) => row.kind === source)));
}

/** Colour of a source: regional and local are the two of most programmes. */
export const SERIES: Readonly<Record<FundingSource, number>> = {
  regional: 1,
  local: 2,
  extrabudgetary: 3,
  federal: 4,
  settlement: 5,
};

export function amountOf(table: Consolidation, line: MoneyLine, key: string): bigint {
  return table[line][key] ?? 0n;
}

/** Every amount of a consolidation, for the choice of its scale. */
export function listAmounts(table: Consolidation): readonly bigint[] {
  return Object.values(table).flatMap((line) => Object.values(line));
}

/** What a reader should hear of the money first. Sums are kopecks. */
export type Headline =
  | {
      readonly kind: "grows";
      readonly source: FundingSource;
      readonly year: number;
      readonly times: number;
      readonly form: "exact" | "over" | "nearly";
    }
  | { readonly kind: "even"; readonly amount: bigint }
  | { readonly kind: "whole"; readonly amount: bigint };

/** The source that grows most from one year to the next, at least twofold; else whether all years are alike; else the whole. */
export function chooseHeadline(table: Consolidation, years: readonly number[]): Headline {
  const jumps = SOURCES.flatMap((source) =>
    years.slice(1).flatMap((year, index) => describeJump(table, { source, year, before: years[index] ?? year })),
  );
  const [largest] = jumps.sort((a, b) => b.ratio - a.ratio);
  if (largest) return { kind: "grows", source: largest.source, year: largest.year, ...roundTimes(largest.ratio) };
  const amounts = years.map((year) => amountOf(table, "cost", String(year)));
  const [first = 0n] = amounts;
  if (amounts.length > 1 && amounts.every((amount) => amount === first)) return { kind: "even", amount: first };
  return { kind: "whole", amount: amountOf(table, "cost", "total") };
}

function describeJump(table: Consolidation, at: { source: FundingSource; year: number; before: number }) {
  const [before, after] = [amountOf(table, at.source, String(at.before)), amountOf(table, at.source, String(at.year))];
  if (before <= 0n || after < 2n * before) return [];
  return [{ source: at.source, year: at.year, ratio: Number((after * 100n) / before) / 100 }];
}

/** 4.33 is «в четыре с лишним раза», 4.8 «почти в пять раз», 4 exactly four. */
function roundTimes(ratio: number): { times: number; form: "exact" | "over" | "nearly" } {
  const whole = Math.floor(ratio);
  if (ratio === whole) return { times: whole, form: "exact" };
  return ratio - whole < 0.5 ? { times: whole, form: "over" } : { times: whole + 1, form: "nearly" };
}

/** How one source goes through the years: the same each year, only up, only down, or as it comes. */
export function describeCourse(amounts: readonly bigint[]): "even" | "up" | "down" | "mixed" {
  const steps = amounts.slice(1).map((amount, index) => amount - (amounts[index] ?? 0n));
  if (steps.every((step) => step === 0n)) return "even";
  if (steps.every((step) => step >= 0n)) return "up";
  return steps.every((step) => step <= 0n) ? "down" : "mixed";
}
