import { divideRounded, type Millionths, ONE } from "./decimal.ts";

/** Money is whole kopecks, always. */
export type Kopecks = bigint;

export type MoneyUnit = "rouble" | "thousand" | "million";

export const KOPECKS_IN: Readonly<Record<MoneyUnit, Kopecks>> = {
  rouble: 100n,
  thousand: 100_000n,
  million: 100_000_000n,
};

/** A printed amount in its unit as kopecks; undefined when it holds a part of a kopeck. */
export function toKopecks(amount: Millionths, unit: MoneyUnit): Kopecks | undefined {
  const scaled = amount * KOPECKS_IN[unit];
  return scaled % ONE === 0n ? scaled / ONE : undefined;
}

/** Kopecks as an exact amount of the unit: 72_150_000n in thousands is 721.5. */
export function fromKopecks(kopecks: Kopecks, unit: MoneyUnit): Millionths {
  return divideRounded(kopecks * ONE, KOPECKS_IN[unit]);
}

/** Kopecks as a person types roubles: 1234567n is «12345,67». */
export function typeRoubles(kopecks: Kopecks): string {
  return `${kopecks / 100n},${String(kopecks % 100n).padStart(2, "0")}`;
}
