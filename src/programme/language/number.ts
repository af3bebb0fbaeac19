import { formatDecimal, type Millionths, parseDecimal } from "../../kernel/decimal.ts";

/** What a printed figure says. `malformed`: it was read, but a stray space or a mixed separator could mislead. */
export type PrintedNumber =
  | { readonly kind: "number"; readonly value: Millionths; readonly decimals: number; readonly malformed: boolean }
  | { readonly kind: "blank" }
  | { readonly kind: "words" };

const BLANK = /^(?:[-–—−xх*]|нет)?$/i;
const FOOTNOTE = /\*+|\*?\(\d+\)$/g;
const GROUPS = /^\d{1,3}(?: \d{3})+$/;

/** Reads a figure as a person would: `1 358,5`, `721500, 00`, `31,36%`, `0 2*(16)`; «–», «х» and nothing are blank. */
export function readPrintedNumber(printed: string): PrintedNumber {
  const plain = printed
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ")
    .trim()
    .replace(/[−–](?=\d)/, "-");
  if (BLANK.test(plain)) return { kind: "blank" };
  const text = plain.replace(FOOTNOTE, "").replace(/ ?%$/, "").trim();
  const match = /^(-?)([\d ]+?)(?: ?([.,]) ?([\d ]+))?$/.exec(text);
  if (!match?.[2]) return { kind: "words" };
  const [, sign, whole, separator, fraction = ""] = match;
  const value = parseDecimal(`${sign}${whole.replace(/ /g, "")}${fraction && `.${fraction.replace(/ /g, "")}`}`);
  if (value === undefined) return { kind: "words" };
  const tidyWhole = !whole.includes(" ") || GROUPS.test(whole);
  const tidyPoint = !separator || (text.includes(`${whole}${separator}${fraction}`) && !fraction.includes(" "));
  return { kind: "number", value, decimals: fraction.replace(/ /g, "").length, malformed: !(tidyWhole && tidyPoint) };
}

/** The last printed digit as millionths: `721,5` is precise to 100_000n, `40` to a whole. */
export function printedQuantum(printed: string): Millionths {
  const number = readPrintedNumber(printed);
  const decimals = number.kind === "number" ? Math.min(number.decimals, 6) : 0;
  return 10n ** BigInt(6 - decimals);
}

/** Russian notation without grouping, for «expected»: 788_500_000n is `788,5`; with as many decimals at least as `like` prints. */
export function writeRussian(value: Millionths, like = ""): string {
  const [whole, fraction = ""] = formatDecimal(value).split(".");
  const number = readPrintedNumber(like);
  const decimals = fraction.padEnd(number.kind === "number" ? number.decimals : 0, "0");
  return decimals ? `${whole},${decimals}` : (whole ?? "");
}
