import { add, compare, type Fraction, NOUGHT, sum, times } from "./fraction.ts";

export type AggregateBy = "mean" | "median" | "without-extremes" | "sum";

/** A figure over jurors, and which of the given ones it was made of: the places in the order given. */
export interface Aggregate {
  readonly value: Fraction;
  readonly used: readonly number[];
}

/** Fewer figures than that have no extremes to leave out. */
const LEAST_FOR_EXTREMES = 3;

/** Mean, median, sum, or mean without the highest and the lowest figure, exact. Of no figures it is nought. */
export function aggregate(figures: readonly Fraction[], by: AggregateBy): Aggregate {
  const places = figures.map((_, place) => place);
  if (figures.length === 0) return { value: NOUGHT, used: [] };
  if (by === "sum") return { value: sum(figures), used: places };
  if (by === "mean") return meanOf(figures, places);
  const sorted = places.toSorted((a, b) => compare(figures[a] ?? NOUGHT, figures[b] ?? NOUGHT));
  if (by === "without-extremes")
    return meanOf(figures, figures.length < LEAST_FOR_EXTREMES ? places : sorted.slice(1, -1));
  const middle = Math.floor(sorted.length / 2);
  return meanOf(figures, sorted.length % 2 === 1 ? [sorted[middle] ?? 0] : sorted.slice(middle - 1, middle + 1));
}

function meanOf(figures: readonly Fraction[], used: readonly number[]): Aggregate {
  const total = used.reduce((so, place) => add(so, figures[place] ?? NOUGHT), NOUGHT);
  return { value: times(total, 1n, BigInt(used.length)), used: used.toSorted((a, b) => a - b) };
}
