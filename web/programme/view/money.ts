import { sumActivities } from "../../../src/programme/consolidation.ts";
import type { Activity, FundingSource } from "../../../src/programme/contract.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";

export type MoneyLine = FundingSource | "cost";
/** What is shown by itself: a source, or the cost of activities that name none. */
export type ShownSource = FundingSource | "unnamed";
export type ShownLine = ShownSource | "cost";

/** Costs by year of some activities, with what no source is named for. */
export type ShownMoney = Consolidation & Readonly<Record<"unnamed", Readonly<Record<string, bigint>>>>;

export function consolidateMoney(activities: readonly Activity[], years: readonly number[]): ShownMoney {
  const unnamed = activities.filter((activity) => activity.sources.length === 0);
  return { ...sumActivities(activities, years), unnamed: sumActivities(unnamed, years).cost };
}

/** The sources that the activities name, in the order of the glossary; last, where money has no source, «unnamed». One that nobody names is absent, not zero. */
export function listSources(activities: readonly Activity[]): readonly ShownSource[] {
  const named = SOURCES.filter((source) =>
    activities.some(({ sources }) => sources.some((row) => row.kind === source)),
  );
  return activities.some(paysUnnamed) ? [...named, "unnamed"] : named;
}

function paysUnnamed({ cost, sources }: Activity): boolean {
  return sources.length === 0 && Object.values(cost?.values ?? {}).some(({ value }) => value !== null && value !== 0n);
}

/** Whether one source pays anything for an activity. */
export function paysFor(activity: Activity, source: ShownSource): boolean {
  if (source === "unnamed") return paysUnnamed(activity);
  return activity.sources.some(
    (row) => row.kind === source && Object.values(row.values).some((figure) => figure.value),
  );
}

/** Colour of a source: regional and local are the two of most programmes. */
export const SERIES: Readonly<Record<ShownSource, number>> = {
  regional: 1,
  local: 2,
  extrabudgetary: 3,
  federal: 4,
  settlement: 5,
  unnamed: 1,
};

export function amountOf<Line extends string>(
  table: Readonly<Record<Line, Readonly<Record<string, bigint>>>>,
  line: Line,
  key: string,
): bigint {
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
  | { readonly kind: "none" }
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
  if (amounts.every((amount) => amount === 0n)) return { kind: "none" };
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
