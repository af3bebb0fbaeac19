import { ONE } from "../../kernel/decimal.ts";
import { activitiesUnder, yearKeys } from "../consolidation.ts";
import type { Activity, FigureRow, FindingCode, Programme } from "../contract.ts";
import { type Comparison, quantumOf, type RowFigure, reportDifference, reportRounding } from "./comparison.ts";
import { type Check, isMoney } from "./finding.ts";
import { expectByHabit, findHabit } from "./habit.ts";
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

function compareYears(programme: Programme): Comparison[] {
  const habit = findHabit(allRows(programme).filter(isHabitual), programme.years);
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
    .flatMap((rollup) => {
      const activities = activitiesUnder(programme, rollup);
      return rollup.rows.flatMap((whole) => {
        const parts = activities.flatMap((activity) => rowOf(activity, whole.kind) ?? []);
        return compareColumns("rollup-objective", whole, parts, programme);
      });
    });
}

function compareGoals(programme: Programme): Comparison[] {
  const goals = programme.rollups.filter((rollup) => rollup.of === "goal");
  return goals.flatMap((goal) => {
    const numbers = programme.activityObjectives.filter(
      (objective) => objective.goal === goal.number || goals.length === 1,
    );
    const objectives = programme.rollups.filter(
      (rollup) =>
        rollup.of === "objective" &&
        (goals.length === 1 || rollup.goal === goal.number) &&
        numbers.some(({ number }) => number === rollup.number),
    );
    return goal.rows.flatMap((whole) => {
      const parts = objectives.flatMap((rollup) => rollup.rows.filter((row) => row.kind === whole.kind));
      return compareColumns("rollup-goal", whole, parts, programme);
    });
  });
}

function rowOf(activity: Activity, kind: FigureRow["kind"]): FigureRow | null {
  return kind === "cost" ? activity.cost : (activity.sources.find((row) => row.kind === kind) ?? null);
}

function figureAt(row: FigureRow, key: string): RowFigure | null {
  const figure = row.values[key];
  return figure && figure.value !== null ? { row, key, figure } : null;
}

function addUp(terms: readonly RowFigure[]): bigint {
  return terms.reduce((sum, term) => sum + (term.figure.value ?? 0n), 0n);
}
