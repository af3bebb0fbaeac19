import { formatDecimal } from "../kernel/decimal.ts";
import { yearKeys } from "./consolidation.ts";
import type { Activity, FigureRow, Indicator, Programme, Rollup } from "./contract.ts";
import { oneLine } from "./language/words.ts";

type Numbers = Record<string, number | null>;
type Money = Record<string, Numbers>;

/**
 * Every figure of a programme as plain data for other programs (`sosedstvo read --figures`). Money in whole
 * kopecks; quantities and targets in their printed unit; what a document does not have is absent.
 */
export function describeFigures(programme: Programme): Record<string, unknown> {
  const keys = yearKeys(programme.years);
  return {
    years: [...programme.years],
    moneyIs: "kopecks",
    passportFinance: describeMoney(programme.passport.finance, keys),
    summaryTable: describeMoney(programme.summary, keys),
    indicators: programme.indicators.map((indicator) => describeIndicator(indicator, keys)),
    activities: programme.activities.map((activity) => describeActivity(activity, keys)),
    totals: programme.rollups.map((rollup) => describeRollup(rollup, keys)),
  };
}

function describeIndicator(indicator: Indicator, keys: readonly string[]): Record<string, unknown> {
  return {
    number: indicator.number,
    ...(indicator.objective !== null && { objective: indicator.objective }),
    name: oneLine(indicator.name.text),
    ...(indicator.unit && { unit: oneLine(indicator.unit.text) }),
    ...(indicator.weight?.value != null && { weightColumn: plainNumber(indicator.weight.value) }),
    plan: describeRow(indicator.targets, keys, plainNumber),
  };
}

function describeActivity(activity: Activity, keys: readonly string[]): Record<string, unknown> {
  const moneyUnit = activity.cost?.unit ?? activity.unitCost?.unit;
  return {
    ...(activity.objective !== null && { objective: activity.objective }),
    name: oneLine(activity.name.text),
    ...(activity.quantity?.unit && { unit: oneLine(activity.quantity.unit.text) }),
    ...(activity.quantity && { quantity: describeRow(activity.quantity, keys, plainNumber) }),
    ...(activity.unitCost && { unitCost: describeRow(activity.unitCost, keys, Number) }),
    ...(moneyUnit && { moneyUnit: oneLine(moneyUnit.text) }),
    ...describeMoney([...(activity.cost ? [activity.cost] : []), ...activity.sources], keys),
    ...(activity.repeated.length > 0 && { repeatedRows: activity.repeated.map((row) => keyOf(row)) }),
  };
}

function describeRollup(rollup: Rollup, keys: readonly string[]): Record<string, unknown> {
  const unit = rollup.rows[0]?.unit;
  return {
    of: `${rollup.of} ${rollup.number}`,
    ...(unit && { unit: oneLine(unit.text) }),
    ...describeMoney(rollup.rows, keys),
  };
}

function describeMoney(rows: readonly FigureRow[], keys: readonly string[]): Money {
  return Object.fromEntries(rows.map((row) => [keyOf(row), describeRow(row, keys, Number)]));
}

function keyOf(row: FigureRow): string {
  return row.kind === "cost" ? "sum" : row.kind;
}

function describeRow(row: FigureRow, keys: readonly string[], write: (value: bigint) => number): Numbers {
  const known = keys.filter((key) => row.values[key] !== undefined);
  return Object.fromEntries(
    known.map((key) => {
      const value = row.values[key]?.value ?? null;
      return [key, value === null ? null : write(value)];
    }),
  );
}

/** Kopecks of a programme stay far below 2^53; a target of at most six decimals is the nearest number. */
function plainNumber(value: bigint): number {
  return Number(formatDecimal(value));
}
