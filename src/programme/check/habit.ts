import { divideRounded } from "../../kernel/decimal.ts";
import type { FigureRow } from "../contract.ts";
import type { RowFigure } from "./comparison.ts";
import { type Check, makeFinding, writeIn, yearFigures } from "./finding.ts";
import { allRows, isHabitual } from "./rows.ts";

/** What a table prints in the total column of rows that do not add up. */
export type Habit = "sum" | "mean" | "last";

/** How many rows follow which habit; rows without a telling total do not vote. */
export type HabitVotes = Readonly<Record<Habit | "other", number>>;

/** The habit that most of the telling rows follow; null where they follow none. */
export function findHabit(rows: readonly FigureRow[], years: readonly number[]): Habit | null {
  return chooseHabit(countVotes(rows, years));
}

export function countVotes(rows: readonly FigureRow[], years: readonly number[]): HabitVotes {
  const votes = { sum: 0, mean: 0, last: 0, other: 0 };
  for (const row of rows) {
    const values = yearFigures(row, years).map((figure) => figure.value ?? 0n);
    const total = row.values.total;
    const counted = new Set(values.filter((value) => value !== 0n));
    if (!total || counted.size === 0) continue;
    votes[habitOf(total.value, values)]++;
  }
  return votes;
}

export function chooseHabit(votes: HabitVotes): Habit | null {
  const all = votes.sum + votes.mean + votes.last + votes.other;
  return (["sum", "mean", "last"] as const).find((habit) => votes[habit] * 2 > all) ?? null;
}

function habitOf(total: bigint | null, values: readonly bigint[]): Habit | "other" {
  const sum = values.reduce((all, value) => all + value, 0n);
  if (total === sum) return "sum";
  if (total === divideRounded(sum, BigInt(values.length))) return "mean";
  return total === values.at(-1) ? "last" : "other";
}

/** What the total should be; null where the table has no habit. A mean is rounded to the printed digit. */
export function expectByHabit(habit: Habit | null, terms: readonly RowFigure[], quantum: bigint): bigint | null {
  if (habit === null || terms.length === 0) return null;
  if (habit === "last") return terms.at(-1)?.figure.value ?? null;
  const sum = terms.reduce((all, term) => all + (term.figure.value ?? 0n), 0n);
  return habit === "sum" ? sum : divideRounded(sum, BigInt(terms.length) * quantum) * quantum;
}

/** Unit costs or percentages added up over the years: the figure has no meaning. */
export const meaninglessTotal: Check = (programme) =>
  allRows(programme)
    .filter(isHabitual)
    .flatMap((row) => {
      const years = yearFigures(row, programme.years);
      const sum = years.reduce((all, figure) => all + (figure.value ?? 0n), 0n);
      const total = row.values.total;
      const several = years.filter((figure) => figure.value).length > 1;
      if (!total || !several || total.value !== sum) return [];
      const terms = years.map((figure) => writeIn(row, figure.value ?? 0n, figure.printed)).join(" + ");
      const variant = row.kind === "unitCost" ? "unit-cost" : "percent";
      return [
        makeFinding("meaningless-total", "note", total.place, {
          variant,
          found: total.printed,
          values: { terms, sum: writeIn(row, sum, total.printed) },
        }),
      ];
    });
