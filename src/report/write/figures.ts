import { formatDecimal, type Millionths, ONE } from "../../kernel/decimal.ts";
import { readFraction, roundFraction } from "../../kernel/fraction.ts";

/** An exact figure, `12.5` or `3/7`, as a spreadsheet holds it; null where it is none. */
export function toMillionths(text: string | null): Millionths | null {
  const exact = text === null ? null : readFraction(text);
  if (!exact) return null;
  const { top, bottom } = roundFraction(exact, 6);
  return (top * ONE) / bottom;
}

/** An exact figure as a paper prints it, rounded to so many decimals at most: «4 480», «13,18»; «–» where there is none. */
export function sayFigure(text: string | null, decimals = 2): string {
  const exact = text === null ? null : readFraction(text);
  if (!exact) return "–";
  const { top, bottom } = roundFraction(exact, decimals);
  return sayDecimal((top * ONE) / bottom);
}

/** An exact share as per cent without its sign: `0.9556` is «95,56». */
export function sayShare(text: string | null, decimals = 2): string {
  const exact = text === null ? null : readFraction(text);
  return exact ? sayFigure(`${exact.top * 100n}/${exact.bottom}`, decimals) : "–";
}

function sayDecimal(value: Millionths): string {
  const [whole = "0", fraction] = formatDecimal(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
