import { isMoney, type MatchLine, moneyFigures, printFigures, subtractFigures } from "./match-line.ts";
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
  const parts = new FreeParts(free.filter(isDivided));
  return wholes.flatMap(({ whole, main }) => {
    if (!isDivided(whole)) return [];
    const all = describeMoney(whole);
    if (all.sum === 0n) return [];
    for (const one of main ? [describeMoney(main)] : parts.first) {
      const other = parts.findRest(all, one);
      if (!other) continue;
      parts.take(other);
      parts.take(one);
      const [part, more] = main || one.sum >= other.sum ? [other, one] : [one, other];
      return [{ whole, main: more.line, part: part.line }];
    }
    return [];
  });
}

/** A prime: sums in kopecks end in noughts, and must not fall together for that. */
const REMAINDERS = 65_521;

/** Lines that may still become a part of something. */
class FreeParts {
  /** The first of those that are left. */
  first: readonly Money[];
  readonly #left: Set<Money>;
  readonly #sums: ReadonlyMap<bigint, readonly Money[]>;
  /** Which remainders the sums have: most questions end here, without reckoning with large numbers. */
  readonly #remainders = new Uint8Array(REMAINDERS);

  constructor(lines: readonly MatchLine[]) {
    this.#left = new Set(lines.map(describeMoney));
    this.#sums = Map.groupBy(this.#left, ({ sum }) => sum);
    for (const { remainder } of this.#left) this.#remainders[remainder] = 1;
    this.first = this.#pickFirst();
  }

  /** The line that is left whose figures are those of the whole less those of the main part. */
  findRest(whole: Money, main: Money): Money | undefined {
    const remainder = whole.remainder - main.remainder;
    if (this.#remainders[remainder < 0 ? remainder + REMAINDERS : remainder] === 0 || main.sum === 0n) return undefined;
    const fitting = this.#sums.get(whole.sum - main.sum)?.filter((one) => one !== main && this.#left.has(one)) ?? [];
    const rest = fitting.length > 0 ? subtractFigures(moneyFigures(whole.line), moneyFigures(main.line)) : null;
    const printed = rest && rest.size > 0 ? printFigures(rest) : null;
    return fitting.find(({ line }) => printFigures(moneyFigures(line)) === printed);
  }

  take(part: Money): void {
    if (this.#left.delete(part)) this.first = this.#pickFirst();
  }

  #pickFirst(): readonly Money[] {
    return [...this.#left].slice(0, TRIED);
  }
}

function isDivided(line: MatchLine): boolean {
  return line.kind === "activity";
}

interface Money {
  readonly line: MatchLine;
  readonly sum: bigint;
  /** Of the sum, divided by a prime; 0 or more. */
  readonly remainder: number;
}

function describeMoney(line: MatchLine): Money {
  let sum = 0n;
  for (const [name, value] of line.figures) if (isMoney(name)) sum += value;
  const remainder = Number(sum % BigInt(REMAINDERS));
  return { line, sum, remainder: remainder < 0 ? remainder + REMAINDERS : remainder };
}

/** Pairs seen from the later edition: its lines are the wholes. */
export function turnPairs(pairs: readonly Pair[]): readonly Pair[] {
  return pairs.map(({ was, became }) => ({ was: became, became: was }));
}
