import { type MoneyUnit, toKopecks } from "../../kernel/money.ts";
import { figureValue } from "../consolidation.ts";
import type { Programme, ProgrammeFinding } from "../contract.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import { type Check, makeFinding } from "./finding.ts";
import { type IndicatorLink, linkIndicators, type MoneyLink } from "./links.ts";

/** An indicator that counts what an activity plans has the same numbers. */
export const indicatorActivity: Check = (programme) =>
  linkIndicators(programme).flatMap(({ indicator, activities, counts }) => {
    const [activity] = activities;
    const quantity = activity?.quantity;
    if (!counts || !quantity) return [];
    const odd = programme.years.map(String).filter((year) => {
      const [target, planned] = [figureValue(indicator.targets, year), figureValue(quantity, year)];
      return target !== null && planned !== null && target !== planned;
    });
    const [first] = odd;
    const figure = first ? indicator.targets.values[first] : undefined;
    if (!first || !figure) return [];
    return [
      makeFinding("indicator-activity", "warning", figure.place, {
        found: figure.printed,
        expected: quantity.values[first]?.printed ?? null,
        related: odd.flatMap((year) => quantity.values[year]?.place ?? []),
        values: {
          indicator: indicator.number,
          activity: activity.name.text,
          targets: printed(programme, indicator.targets),
          quantities: printed(programme, quantity),
        },
      }),
    ];
  });

function printed(programme: Programme, row: IndicatorLink["indicator"]["targets"]): string {
  return programme.years.map((year) => row.values[String(year)]?.printed ?? "–").join(", ");
}

/** An indicator that repeats a sum of money: a warning where it differs, a note that it counts twice where it does not. */
export const indicatorMoney: Check = (programme) =>
  linkIndicators(programme).flatMap((link) => (link.money ? compareMoney(programme, link, link.money) : []));

function compareMoney(programme: Programme, { indicator }: IndicatorLink, money: MoneyLink): ProgrammeFinding[] {
  const unit = readMoneyUnit(indicator.unit?.text ?? "");
  const years = programme.years.map(String).filter((year) => figureValue(indicator.targets, year) !== null);
  const odd = years.find((year) => unit && kopecksOf(indicator, year, unit) !== figureValue(money.row, year));
  const figure = indicator.targets.values[odd ?? years[0] ?? ""];
  if (!figure || !unit) return [];
  const said = {
    related: years.flatMap((year) => money.row.values[year]?.place ?? []),
    values: {
      indicator: indicator.number,
      of: money.of,
      name: money.name,
      year: odd ?? "",
      money: printed(programme, money.row),
    },
  };
  if (!odd)
    return [
      makeFinding("indicator-money", "note", figure.place, { ...said, variant: "repeats", found: figure.printed }),
    ];
  const expected = money.row.values[odd]?.printed ?? null;
  return [
    makeFinding("indicator-money", "warning", figure.place, {
      ...said,
      variant: "differs",
      found: figure.printed,
      expected,
    }),
  ];
}

function kopecksOf(indicator: IndicatorLink["indicator"], year: string, unit: MoneyUnit): bigint | undefined {
  return toKopecks(figureValue(indicator.targets, year) ?? 0n, unit);
}

/** Every activity is followed by an indicator; one that only a sum of money follows is noted. */
export const activityWithoutIndicator: Check = (programme) => {
  if (programme.indicators.length === 0) return [];
  const links = linkIndicators(programme);
  return programme.activities
    .filter((activity) => !links.some((link) => link.money === null && link.activities.includes(activity)))
    .map((activity) => {
      const paid = links.find((link) => link.money?.activities.includes(activity));
      return makeFinding("activity-without-indicator", paid ? "note" : "warning", activity.name.place, {
        variant: paid ? "money-only" : "none",
        found: activity.name.text,
        values: { activity: activity.name.text, indicator: paid?.indicator.number ?? "" },
      });
    });
};

/** An indicator stands under the objective of the activity that it follows. */
export const misplacedIndicator: Check = (programme) =>
  linkIndicators(programme).flatMap(({ indicator, activities }) => {
    const objectives = [...new Set(activities.map((activity) => activity.objective))];
    const [activity] = activities;
    if (!activity || indicator.objective === null || objectives.includes(indicator.objective)) return [];
    return [
      makeFinding("misplaced-indicator", "warning", indicator.name.place, {
        found: String(indicator.objective),
        expected: objectives.join(", "),
        related: activities.map((other) => other.name.place),
        values: {
          indicator: indicator.number,
          activity: activity.name.text,
          own: indicator.objective,
          other: objectives.join(", "),
        },
      }),
    ];
  });
