/**
 * An exact quotient. Degrees and weights are kept exact to the end, since rounding on the way carries a result over the
 * edge of a band and makes it depend on the order of its terms. `bottom` is above nothing, and the two have no common divisor.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const NOTHING: Fraction = { top: 0n, bottom: 1n };
export const WHOLE: Fraction = { top: 1n, bottom: 1n };

/** `bottom` is not nothing. */
export function makeFraction(top: bigint, bottom = 1n): Fraction {
  const divisor = findDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

function findDivisor(a: bigint, b: bigint): bigint {
  let [greater, smaller] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (smaller !== 0n) [greater, smaller] = [smaller, greater % smaller];
  return greater;
}

/** Reads `-0.45`, `12` or `3/7`; null where it is none of them. */
export function readFraction(text: string): Fraction | null {
  const match = /^(-?)(\d{1,60})(?:\.(\d{1,30})|\/(\d{1,60}))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = "0", decimals = "", below] = match;
  const bottom = below === undefined ? 10n ** BigInt(decimals.length) : BigInt(below);
  if (bottom === 0n) return null;
  const top = BigInt(whole + (below === undefined ? decimals : ""));
  return makeFraction(sign ? -top : top, bottom);
}

/** Exactly: `0.9` where the decimals end, `3/7` where they do not. `readFraction` reads it back. */
export function writeFraction({ top, bottom }: Fraction): string {
  let rest = bottom;
  let decimals = 0;
  for (const prime of [10n, 2n, 5n]) {
    while (rest % prime === 0n) {
      rest /= prime;
      decimals += 1;
    }
  }
  if (rest !== 1n || decimals > 30) return `${top}/${bottom}`;
  return cutZeros(writeScaled((top * 10n ** BigInt(decimals)) / bottom, decimals));
}

/** Rounded half away from zero: `0.9286`, without zeros at the end. */
export function writeRounded(value: Fraction, decimals: number): string {
  return writeFraction(roundFraction(value, decimals));
}

export function roundFraction({ top, bottom }: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const size = (top < 0n ? -top : top) * scale;
  const rounded = (size * 2n + bottom) / (bottom * 2n);
  return makeFraction(top < 0n ? -rounded : rounded, scale);
}

function writeScaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const at = digits.length - decimals;
  return `${value < 0n ? "-" : ""}${digits.slice(0, at)}${decimals > 0 ? `.${digits.slice(at)}` : ""}`;
}

const cutZeros = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);

export const add = (a: Fraction, b: Fraction) => makeFraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const multiply = (a: Fraction, b: Fraction) => makeFraction(a.top * b.top, a.bottom * b.bottom);
/** Null: nothing can be divided by nothing. */
export const divide = (a: Fraction, b: Fraction) =>
  b.top === 0n ? null : makeFraction(a.top * b.bottom, a.bottom * b.top);
/** Below nothing, nothing or above it as `a` is to `b`. */
export const compare = (a: Fraction, b: Fraction) => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : Number(difference > 0n);
};
export const sum = (values: readonly Fraction[]) => values.reduce(add, NOTHING);
export const least = (a: Fraction, b: Fraction) => (compare(a, b) < 0 ? a : b);
