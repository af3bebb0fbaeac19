import { ONE } from "../../kernel/decimal.ts";
import { activitiesUnder, innerRollups, yearKeys } from "../consolidation.ts";
import type { Activity, FigureRow, FindingCode, Programme, Rollup } from "../contract.ts";
import { type Comparison, quantumOf, type RowFigure, reportDifference, reportRounding } from "./comparison.ts";
import { type Check, isMoney } from "./finding.ts";
import { expectByHabit, findHabit, type Habit } from "./habit.ts";
import { allRows, isHabitual } from "./rows.ts";

/** A row's total is the sum of its years. */
export const sumYears: Check = (programme) => compareYears(programme).flatMap(reportDifference);

/** A cost is the sum of its sources, for each year and the total. */
export const sumSources: Check = (programme) => compareSources(programme).flatMap(reportDifference);

/** Quantity × unit cost is the cost of the year. */
export const quantityCost: Check = (programme) => compareProducts(programme).flatMap(reportDifference);

/** An objective's total is the sum of its activities. */
export const rollupObjective: Check = (programme) => compareObjectives(programme).flatMap(reportDifference);

/** A goal's total is the sum of its objectives. */
export const rollupGoal: Check = (programme) => compareGoals(programme).flatMap(reportDifference);

/** All of the above where they are equal only after rounding. */
export const rounding: Check = (programme) =>
  [compareYears, compareSources, compareProducts, compareObjectives, compareGoals]
    .flatMap((compare) => compare(programme))
    .flatMap(reportRounding);

/** What the checks of sums hold against each other, for who asks for a part of a programme; `years` needs the habit of the whole. */
export const COMPARE = {
  years: compareYears,
  sources: compareSources,
  products: compareProducts,
  objectives: compareObjectives,
  goals: compareGoals,
} as const;

function compareYears(programme: Programme, habit: Habit | null = readHabit(programme)): Comparison[] {
  return allRows(programme).flatMap((row) => {
    const printed = figureAt(row, "total");
    const terms = programme.years.flatMap((year) => figureAt(row, String(year)) ?? []);
    if (!printed || terms.length === 0) return [];
    const expected = isHabitual(row) ? expectByHabit(habit, terms, quantumOf(printed)) : addUp(terms);
    return expected === null
      ? []
      : [{ code: "sum-years", variant: "plain", printed, expected, terms, slack: 0n } as const];
  });
}

function readHabit(programme: Programme): Habit | null {
  return findHabit(allRows(programme).filter(isHabitual), programme.years);
}

function compareSources(programme: Programme): Comparison[] {
  const owners: { cost: FigureRow | null; sources: readonly FigureRow[] }[] = [
    split(programme.passport.finance),
    ...programme.activities,
    ...programme.rollups.map((rollup) => split(rollup.rows)),
    split(programme.summary),
  ];
  return owners.flatMap(({ cost, sources }) => compareColumns("sum-sources", cost, sources, programme));
}

function split(rows: readonly FigureRow[]): { cost: FigureRow | null; sources: FigureRow[] } {
  return { cost: rows.find((row) => row.kind === "cost") ?? null, sources: rows.filter((row) => row.kind !== "cost") };
}

/** Each year and the total of a row against the same column of the rows below it. */
function compareColumns(
  code: FindingCode,
  whole: FigureRow | null,
  parts: readonly FigureRow[],
  programme: Programme,
): Comparison[] {
  return yearKeys(programme.years).flatMap((key) => {
    const printed = whole ? figureAt(whole, key) : null;
    const terms = parts.flatMap((row) => figureAt(row, key) ?? []);
    if (!printed || terms.length === 0) return [];
    return [{ code, variant: "plain", printed, expected: addUp(terms), terms, slack: 0n }];
  });
}

function compareProducts(programme: Programme): Comparison[] {
  return programme.activities.flatMap(({ quantity, unitCost, cost }) =>
    programme.years.flatMap((year) => {
      const [count, price, printed] = [quantity, unitCost, cost].map((row) =>
        row ? figureAt(row, String(year)) : null,
      );
      if (!count || !price || !printed || !isMoney(price.row)) return [];
      const product = (count.figure.value ?? 0n) * (price.figure.value ?? 0n);
      if (product % ONE !== 0n && product / ONE === printed.figure.value) return [];
      // A printed mean price is rounded: eight times half its last digit may be missing in the cost.
      const many = (count.figure.value ?? 0n) > ONE;
      const slack = many ? ((count.figure.value ?? 0n) * quantumOf(price)) / (2n * ONE) : 0n;
      return [
        {
          code: "quantity-cost",
          variant: "plain",
          printed,
          expected: product / ONE,
          terms: [count, price],
          slack,
        } as const,
      ];
    }),
  );
}

function compareObjectives(programme: Programme): Comparison[] {
  return programme.rollups
    .filter((rollup) => rollup.of === "objective")
    .flatMap((rollup) => compareRollup("rollup-objective", rollup, programme));
}

/** Goals, subprogrammes and the whole programme, each against the next smaller totals, or against activities where none are printed. */
function compareGoals(programme: Programme): Comparison[] {
  return programme.rollups
    .filter((rollup) => rollup.of !== "objective")
    .flatMap((rollup) => compareRollup("rollup-goal", rollup, programme));
}

function compareRollup(code: FindingCode, rollup: Rollup, programme: Programme): Comparison[] {
  const inner = rollup.of === "objective" ? [] : innerRollups(programme, rollup);
  const activities = inner.length > 0 ? [] : activitiesUnder(programme, rollup);
  return rollup.rows.flatMap((whole) => {
    const parts = [
      ...inner.flatMap((total) => total.rows.filter((row) => row.kind === whole.kind)),
      ...activities.flatMap((activity) => rowsOf(activity, whole.kind)),
    ];
    return compareColumns(code, whole, parts, programme);
  });
}

/** The row of a kind; a cost that is not printed is that of its only source. */
function rowsOf(activity: Activity, kind: FigureRow["kind"]): readonly FigureRow[] {
  if (kind === "cost" && !activity.cost) return activity.sources;
  const row = kind === "cost" ? activity.cost : activity.sources.find((candidate) => candidate.kind === kind);
  return row ? [row] : [];
}

function figureAt(row: FigureRow, key: string): RowFigure | null {
  const figure = row.values[key];
  return figure && figure.value !== null ? { row, key, figure } : null;
}

function addUp(terms: readonly RowFigure[]): bigint {
  return terms.reduce((sum, term) => sum + (term.figure.value ?? 0n), 0n);
}
