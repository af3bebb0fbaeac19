import { type MatchLine, moneyFigures, printFigures, subtractFigures } from "./match-line.ts";
import type { Pair } from "./same-names.ts";

/** One line whose money is that of several others: `main` is the part that is the same line, if any. */
export interface Division {
  readonly whole: MatchLine;
  readonly main: MatchLine;
  readonly part: MatchLine;
}

interface Question {
  /** Whole lines with the part that is already paired with them, or null. */
  readonly wholes: readonly { readonly whole: MatchLine; readonly main: MatchLine | null }[];
  /** Lines of the other edition that nothing is paired with. */
  readonly free: readonly MatchLine[];
}

/** More unpaired lines than this are not tried two by two. */
const TRIED = 400;

/** Wholes whose money, source by source and year by year, two lines of the other edition add up to. */
export function findDivisions({ wholes, free }: Question): readonly Division[] {
  if (free.length === 0) return [];
  const left = new Map(free.filter(isDivided).map((line) => [line, describeMoney(line)]));
  const sums = Map.groupBy(left, ([, money]) => money.sum);
  const findRest = (whole: Money, main: Money): MatchLine | undefined => {
    // The sums are looked at first: figure by figure only where they fit.
    const fitting = sums.get(whole.sum - main.sum)?.filter(([line, money]) => money !== main && left.has(line));
    const rest = fitting && fitting.length > 0 ? subtractFigures(whole.figures, main.figures) : null;
    const printed = rest && rest.size > 0 ? printFigures(rest) : null;
    return fitting?.find(([, money]) => printFigures(money.figures) === printed)?.[0];
  };
  return wholes
    .filter(({ whole }) => isDivided(whole))
    .flatMap(({ whole, main }) => {
      const all = describeMoney(whole);
      const mains = main ? [[main, describeMoney(main)] as const] : [...left].slice(0, TRIED);
      for (const [one, money] of all.sum === 0n ? [] : mains) {
        const part = money.sum === 0n ? undefined : findRest(all, money);
        if (!part) continue;
        const rest = left.get(part)?.sum ?? 0n;
        left.delete(part);
        left.delete(one);
        return [main || money.sum >= rest ? { whole, main: one, part } : { whole, main: part, part: one }];
      }
      return [];
    });
}

function isDivided(line: MatchLine): boolean {
  return line.kind === "activity";
}

interface Money {
  readonly figures: ReadonlyMap<string, bigint>;
  readonly sum: bigint;
}

function describeMoney(line: MatchLine): Money {
  const figures = moneyFigures(line);
  return { figures, sum: [...figures.values()].reduce((sum, value) => sum + value, 0n) };
}

/** Pairs seen from the later edition: its lines are the wholes. */
export function turnPairs(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map(({ was, became }) => ({ was: became, became: was }));
}
