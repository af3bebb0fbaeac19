/** Digits of a number as Excel keeps them. */
const DIGITS = 15;

/**
 * A number in Russian notation: 15 significant digits, a comma, no blanks between thousands, at least `decimals`
 * decimals; multiplied by ten to the power of `shift` without any rounding (2 for percentages).
 */
export function toDecimalText(value: number, decimals: number, shift = 0): string {
  const [mantissa = "0", exponent = "0"] = Math.abs(value)
    .toExponential(DIGITS - 1)
    .split("e");
  const digits = mantissa.replace(".", "").replace(/0+$/, "");
  const point = Number(exponent) + 1 + shift;
  const whole =
    point <= 0
      ? "0"
      : digits
          .slice(0, point)
          .padEnd(point, "0")
          .replace(/^0+(?=\d)/, "");
  const fraction = point <= 0 ? "0".repeat(digits === "" ? 0 : -point) + digits : digits.slice(point);
  const shown = fraction.padEnd(decimals, "0");
  const sign = value < 0 && digits !== "" ? "-" : "";
  return sign + (whole === "" ? "0" : whole) + (shown === "" ? "" : `,${shown}`);
}
