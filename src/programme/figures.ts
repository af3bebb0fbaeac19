import { formatDecimal } from "../kernel/decimal.ts";
import type { Activity, FigureRow, Indicator, Programme, Rollup } from "./contract.ts";
import { oneLine } from "./language/words.ts";

type Numbers = Record<string, number>;
type Money = Record<string, Numbers>;

/**
 * Every figure of a programme as plain data for other programs (`sosedstvo read --figures`). Money in whole
 * kopecks; quantities and targets in their printed unit; what a document does not have is absent.
 */
export function describeFigures(programme: Programme): Record<string, unknown> {
  const { passport, summary } = programme;
  const several = hasSeveralGoals(programme);
  return {
    years: [...programme.years],
    moneyIs: "kopecks",
    ...(passport.finance.some(hasFigure) && { passportFinance: describeMoney(passport.finance) }),
    ...(summary.some(hasFigure) && { summaryTable: describeMoney(summary) }),
    indicators: programme.indicators.map((indicator) => describeIndicator(indicator, several)),
    activities: programme.activities.map((activity) => describeActivity(activity, several)),
    totals: programme.rollups.map((rollup) => describeRollup(rollup, several)),
  };
}

/** Whether the number of an objective needs that of its goal beside it. */
function hasSeveralGoals(programme: Programme): boolean {
  return [programme.activityGoals, programme.indicatorGoals].some((goals) =>
    goals.some((goal) => goals.some((other) => other !== goal && other.subprogramme === goal.subprogramme)),
  );
}

/** Where a line stands; what a programme has only one of is not said. */
function describeStanding(
  line: { readonly subprogramme: number | null; readonly goal: number | null },
  several: boolean,
): Record<string, unknown> {
  return {
    ...(line.subprogramme !== null && { subprogramme: line.subprogramme }),
    ...(several && line.goal !== null && { goal: line.goal }),
  };
}

function describeIndicator(indicator: Indicator, several: boolean): Record<string, unknown> {
  return {
    number: indicator.number,
    ...describeStanding(indicator, several),
    ...(indicator.objective !== null && { objective: indicator.objective }),
    name: oneLine(indicator.name.text),
    ...(indicator.unit && { unit: oneLine(indicator.unit.text) }),
    ...(indicator.weight?.value != null && { weightColumn: plainNumber(indicator.weight.value) }),
    plan: describeRow(indicator.targets, plainNumber),
  };
}

function describeActivity(activity: Activity, several: boolean): Record<string, unknown> {
  const moneyUnit = activity.cost?.unit ?? activity.unitCost?.unit ?? activity.sources[0]?.unit;
  return {
    ...describeStanding(activity, several),
    ...(activity.objective !== null && { objective: activity.objective }),
    name: oneLine(activity.name.text),
    ...(activity.quantity?.unit && { unit: oneLine(activity.quantity.unit.text) }),
    ...(activity.quantity && hasFigure(activity.quantity) && { quantity: describeRow(activity.quantity, plainNumber) }),
    ...(activity.unitCost && hasFigure(activity.unitCost) && { unitCost: describeRow(activity.unitCost, Number) }),
    ...(moneyUnit && { moneyUnit: oneLine(moneyUnit.text) }),
    ...describeMoney([...(activity.cost ? [activity.cost] : []), ...activity.sources]),
    ...(activity.repeated.length > 0 && { repeatedRows: activity.repeated.map((row) => keyOf(row)) }),
  };
}

function describeRollup(rollup: Rollup, several: boolean): Record<string, unknown> {
  const unit = rollup.rows[0]?.unit;
  return {
    of: rollup.of === "programme" ? rollup.of : `${rollup.of} ${rollup.number}`,
    ...describeStanding(rollup, several),
    ...(unit && { unit: oneLine(unit.text) }),
    ...describeMoney(rollup.rows),
  };
}

/** A row without a figure says nothing. */
function describeMoney(rows: readonly FigureRow[]): Money {
  const told = rows.filter(hasFigure);
  return Object.fromEntries(told.map((row) => [keyOf(row), describeRow(row, Number)]));
}

function keyOf(row: FigureRow): string {
  return row.kind === "cost" ? "sum" : row.kind;
}

function hasFigure(row: FigureRow): boolean {
  return Object.values(row.values).some(({ value }) => value !== null);
}

/** Every key under which the row has a figure: years, `total`, and `base` for a starting value. An empty cell says as much as none. */
function describeRow(row: FigureRow, write: (value: bigint) => number): Numbers {
  return Object.fromEntries(
    Object.entries(row.values).flatMap(([key, { value }]) => (value === null ? [] : [[key, write(value)]])),
  );
}

/** Kopecks of a programme stay far below 2^53; a target of at most six decimals is the nearest number. */
function plainNumber(value: bigint): number {
  return Number(formatDecimal(value));
}
