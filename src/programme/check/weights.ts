import { ONE } from "../../kernel/decimal.ts";
import type { Figure, Indicator } from "../contract.ts";
import { writeRussian } from "../language/number.ts";
import { type Check, makeFinding, yearFigures } from "./finding.ts";

/** Weights add up to 1 or to 100. What does not is explained row by row. */
export const weightsNotWeights: Check = (programme) => {
  const weighted = programme.indicators.flatMap((indicator) =>
    indicator.weight?.value != null ? [{ indicator, weight: indicator.weight }] : [],
  );
  const sum = weighted.reduce((all, { weight }) => all + (weight.value ?? 0n), 0n);
  if (weighted.length === 0 || sum === ONE || sum === 100n * ONE) return [];
  return weighted.map(({ indicator, weight }) => {
    const equal = sumOfTargets(indicator, programme.years) === weight.value;
    return makeFinding("weights-not-weights", "warning", weight.place, {
      variant: equal ? "sum-of-years" : "nothing",
      found: weight.printed,
      values: {
        indicator: indicator.number,
        terms: yearFigures(indicator.targets, programme.years)
          .map((figure) => figure.printed)
          .join(" + "),
        sum: writeRussian(sumOfTargets(indicator, programme.years)),
        all: writeRussian(sum),
      },
    });
  });
};

/** A column under any other head that holds the sums of the years in most of its rows. */
export const sumsUnderAnotherName: Check = (programme) => {
  const columns = new Map<string, { indicator: Indicator; figure: Figure }[]>();
  for (const indicator of programme.indicators) {
    for (const { heading, figure } of indicator.others)
      columns.set(heading, [...(columns.get(heading) ?? []), { indicator, figure }]);
  }
  return [...columns].flatMap(([heading, rows]) => {
    const sums = rows.filter(({ indicator, figure }) => figure.value === sumOfTargets(indicator, programme.years));
    const [first] = sums;
    if (!first || sums.length < 2 || sums.length * 2 <= rows.length) return [];
    const related = sums.map(({ figure }) => figure.place);
    return [
      makeFinding("sums-under-another-name", "warning", first.figure.place, {
        found: first.figure.printed,
        related,
        values: { heading, count: sums.length, rows: rows.length },
      }),
    ];
  });
};

function sumOfTargets(indicator: Indicator, years: readonly number[]): bigint {
  return yearFigures(indicator.targets, years).reduce((sum, figure) => sum + (figure.value ?? 0n), 0n);
}
