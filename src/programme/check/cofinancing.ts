import { divideRounded } from "../../kernel/decimal.ts";
import { figureValue } from "../consolidation.ts";
import type { Activity, FigureRow, ProgrammeFinding } from "../contract.ts";
import { writeRussian } from "../language/number.ts";
import { type Check, makeFinding, writeIn } from "./finding.ts";

/**
 * A source that is the same share of the cost, in whole tenths of a per cent and to the kopeck, in two or
 * more years and another share in another year. Only on activities: totals mix rules.
 */
export const cofinancingRatio: Check = (programme) =>
  programme.activities.flatMap((activity) => checkActivity(activity, programme.years));

function checkActivity(activity: Activity, years: readonly number[]): ProgrammeFinding[] {
  const { cost } = activity;
  const paying = activity.sources.filter((row) => years.some((year) => figureValue(row, String(year))));
  if (!cost || paying.length < 2) return [];
  const size = (row: FigureRow) => years.reduce((sum, year) => sum + (figureValue(row, String(year)) ?? 0n), 0n);
  for (const row of paying.toSorted((a, b) => (size(a) < size(b) ? -1 : 1))) {
    const odd = oddYears(row, cost, years);
    if (odd) return odd.years.map((year) => report(row, cost, { year, tenths: odd.tenths }));
  }
  return [];
}

function oddYears(
  row: FigureRow,
  cost: FigureRow,
  years: readonly number[],
): { tenths: bigint; years: string[] } | null {
  const funded = years.map(String).filter((year) => figureValue(cost, year));
  const share = (year: string, tenths: bigint) => divideRounded((figureValue(cost, year) ?? 0n) * tenths, 1000n);
  // The only shares in question are those nearest to what a year prints.
  const near = funded.map((year) =>
    divideRounded((figureValue(row, year) ?? 0n) * 1000n, figureValue(cost, year) ?? 1n),
  );
  for (const tenths of new Set(near)) {
    const regular = funded.filter((year) => figureValue(row, year) === share(year, tenths));
    const isRule = tenths > 0n && tenths < 1000n && regular.length >= 2;
    if (isRule && regular.length < funded.length)
      return { tenths, years: funded.filter((year) => !regular.includes(year)) };
  }
  return null;
}

function report(row: FigureRow, cost: FigureRow, rule: { year: string; tenths: bigint }): ProgrammeFinding {
  const figure = row.values[rule.year];
  const whole = figureValue(cost, rule.year) ?? 0n;
  const expected = divideRounded(whole * rule.tenths, 1000n);
  const actual = whole === 0n ? 0n : divideRounded((figure?.value ?? 0n) * 1_000_000n, whole) * 100n;
  return makeFinding("cofinancing-ratio", "warning", figure?.place ?? row.label.place, {
    found: figure?.printed ?? null,
    expected: writeIn(row, expected, figure?.printed),
    related: Object.values(row.values).map((other) => other.place),
    values: {
      year: rule.year,
      source: row.kind,
      usual: writeRussian(rule.tenths * 100_000n),
      actual: writeRussian(actual),
      cost: cost.values[rule.year]?.printed ?? "",
    },
  });
}
