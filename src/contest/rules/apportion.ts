import type { Kopecks } from "../../kernel/money.ts";

/** What is left of each source, in the order of the rule. */
export interface Purse {
  readonly source: string;
  readonly left: Kopecks;
}

export interface Portion {
  readonly source: string;
  readonly kopecks: Kopecks;
}

export const leftOf = (purses: readonly Purse[]): Kopecks => purses.reduce((sum, { left }) => sum + left, 0n);

/**
 * Splits a sum over the sources, to the kopeck and never above what is left of one. `proportional` follows what is left of each;
 * kopecks that remain go to the largest fractions, of equal ones to the earlier source. The sum must not exceed what is left.
 */
export function apportion(
  purses: readonly Purse[],
  kopecks: Kopecks,
  split: "proportional" | "in-order",
): readonly Portion[] {
  return split === "in-order" ? takeInOrder(purses, kopecks) : takeInProportion(purses, kopecks);
}

function takeInOrder(purses: readonly Purse[], kopecks: Kopecks): readonly Portion[] {
  let rest = kopecks;
  return purses.map(({ source, left }) => {
    const taken = rest < left ? rest : left;
    rest -= taken;
    return { source, kopecks: taken };
  });
}

function takeInProportion(purses: readonly Purse[], kopecks: Kopecks): readonly Portion[] {
  const whole = leftOf(purses);
  if (whole === 0n) return purses.map(({ source }) => ({ source, kopecks: 0n }));
  const shares = purses.map(({ left }, place) => {
    const product = kopecks * left;
    return { place, floor: product / whole, fraction: product % whole };
  });
  const missing = Number(kopecks - shares.reduce((sum, { floor }) => sum + floor, 0n));
  const order = shares.toSorted((a, b) =>
    a.fraction === b.fraction ? a.place - b.place : a.fraction > b.fraction ? -1 : 1,
  );
  const raised = new Set(order.slice(0, missing).map(({ place }) => place));
  return purses.map(({ source }, place) => ({
    source,
    kopecks: (shares[place]?.floor ?? 0n) + (raised.has(place) ? 1n : 0n),
  }));
}

/** What is left after a portion was taken. */
export function take(purses: readonly Purse[], portions: readonly Portion[]): readonly Purse[] {
  return purses.map(({ source, left }, place) => ({ source, left: left - (portions[place]?.kopecks ?? 0n) }));
}
