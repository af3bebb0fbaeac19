import { divideRounded, type Millionths, ONE } from "../../kernel/decimal.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { RatioRule } from "./contract.ts";

/** A rule held against sums, with every term of it. */
export interface RatioCheck {
  readonly own: Kopecks;
  readonly granted: Kopecks;
  /** What the share is reckoned of. */
  readonly whole: Kopecks;
  /** The share as it is, in per cent, rounded to millionths; null where there is no whole. */
  readonly share: Millionths | null;
  /** The least own sum: the rule's share of the whole, rounded to the kopeck as accounting rounds. */
  readonly required: Kopecks;
  /** How much more of its own money the municipality would have to add; nothing where the rule holds. */
  readonly missing: Kopecks;
  readonly holds: boolean;
}

const HUNDRED: Millionths = 100n * ONE;

/**
 * Holds the rule against sums in kopecks. The least sum is rounded to the kopeck, as documents round it: 1.8 % of 721,486.76
 * is 12,986.76168, and 12,986.76 is enough.
 */
export function checkRatio({ own, granted }: Pick<RatioCheck, "own" | "granted">, rule: RatioRule): RatioCheck {
  const whole = wholeOf(own, granted, rule);
  const required = requiredOf(own, granted, rule);
  const holds = own >= required;
  const missing = holds ? 0n : leastOwn(granted, rule) - own;
  const share = whole === 0n ? null : divideRounded(own * HUNDRED, whole);
  return { own, granted, whole, share, required, missing, holds };
}

function wholeOf(own: Kopecks, granted: Kopecks, { base }: RatioRule): Kopecks {
  return base === "total" ? own + granted : granted;
}

function requiredOf(own: Kopecks, granted: Kopecks, rule: RatioRule): Kopecks {
  return divideRounded(rule.minShare * wholeOf(own, granted, rule), HUNDRED);
}

/**
 * The smallest own sum with which the rule holds. Own money is part of a whole, so the whole grows with it: with rounding,
 * own + 1/2 > share × whole / 100, which is solved for own.
 */
function leastOwn(granted: Kopecks, { minShare, base }: RatioRule): Kopecks {
  const rest = base === "total" ? HUNDRED - minShare : HUNDRED;
  const above = 2n * minShare * granted - HUNDRED;
  return above < 0n ? 0n : above / (2n * rest) + 1n;
}
