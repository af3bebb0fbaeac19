/**
 * Exact decimals as whole millionths: `13` is 13_000_000n, `788.5` is 788_500_000n.
 * Quantities, targets and unit prices of a programme never need more than six decimals.
 */
export type Millionths = bigint;

export const ONE: Millionths = 1_000_000n;
const DECIMALS = 6;

/** Reads `-12.5` or `12`; undefined when it is not a plain decimal or has more than six decimals. */
export function parseDecimal(text: string): Millionths | undefined {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = ""] = match;
  const value = BigInt(whole ?? "0") * ONE + BigInt(fraction.padEnd(DECIMALS, "0"));
  return sign ? -value : value;
}

/** The shortest plain notation with a point: 788_500_000n is `788.5`. */
export function formatDecimal(value: Millionths): string {
  const sign = value < 0n ? "-" : "";
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, "0");
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -DECIMALS)}${fraction && `.${fraction}`}`;
}

/** Quotient rounded half away from zero, as Russian accounting rounds. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n;
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const quotient = (a + b / 2n) / b;
  return negative ? -quotient : quotient;
}
