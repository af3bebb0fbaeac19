import { divideRounded, type Millionths } from "../../kernel/decimal.ts";

/** An exact quotient of millionths: the mean of 1, 1 and 2 is 4_000_000/3 and is rounded only where the rule says so. `under` is above nought. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const NOUGHT: Fraction = { over: 0n, under: 1n };

export const whole = (value: Millionths): Fraction => ({ over: value, under: 1n });

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.over === 0n) return b;
  if (a.under === b.under) return { over: a.over + b.over, under: a.under };
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

export function sum(terms: readonly Fraction[]): Fraction {
  let total = NOUGHT;
  for (const term of terms) total = add(total, term);
  return total;
}

export function times(a: Fraction, factor: bigint, divisor = 1n): Fraction {
  if (factor === divisor) return a;
  return { over: a.over * factor, under: a.under * divisor };
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const isAlike = a.under === b.under;
  const left = isAlike ? a.over : a.over * b.under;
  const right = isAlike ? b.over : b.over * a.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** One unit of the last kept digit in millionths, by the number of decimals. */
const STEPS: readonly bigint[] = [1_000_000n, 100_000n, 10_000n, 1_000n, 100n, 10n, 1n];

/** Rounded half away from nought to so many decimals, as regulations round. */
export function round({ over, under }: Fraction, decimals: number): Millionths {
  const step = STEPS[decimals] ?? 1n;
  return divideRounded(over, under * step) * step;
}
