import { formatDecimal, type Millionths, parseDecimal } from "../../kernel/decimal.ts";

/** What a printed figure says. `malformed`: it was read, but a stray space or a mixed separator could mislead. */
export type PrintedNumber =
  | { readonly kind: "number"; readonly value: Millionths; readonly decimals: number; readonly malformed: boolean }
  | { readonly kind: "blank" }
  | { readonly kind: "words" };

const BLANK = /^(?:[-–—−xх*]|нет)?$/i;
const FOOTNOTE = /\*+|[¹²³⁴⁵⁶⁷⁸⁹]+|\*?\(\d+\)$/g;
/** «0 2» for 0,2: no number begins with a nought and a space. */
const LOST_COMMA = /^0 (\d{1,4})$/;
const MISREAD = /^[\dОоOoЗзlIІ|б .,-]+$/;
const GROUPS = /^\d{1,3}(?: \d{3})+$/;

/** Thousands parted by apostrophes, or by points where a comma or another point says that they are none of the decimals. */
const APOSTROPHE = /(?<=\d)['’`](?=\d{3}(?!\d))/g;
const POINTED = /^-?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
/** «1 240 500-00», «60 000=50»: kopecks as cashiers write them. After a dash only where it can be no range. */
const CASHIER = /^(-?\d[\d ]*)(?:=(?=\d\d$)|[-–](?=00$)|(?<=\d{5}|\d \d{3})[-–](?=\d\d$))/;

/** Reads a figure as a person would: `1 358,5`, `1.358,5`, `721500, 00`, `721 500-00`, `31,36%`, `0 2*(16)`; «–», «х» and nothing are blank. */
export function readPrintedNumber(printed: string): PrintedNumber {
  const plain = printed
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ")
    .trim()
    .replace(/[−–](?=\d)/, "-");
  if (BLANK.test(plain)) return { kind: "blank" };
  const bare = plain.replace(FOOTNOTE, "").trim();
  if (BLANK.test(bare)) return { kind: "blank" };
  const text = usualSigns(splitGluedUnit(bare).figure);
  const lost = LOST_COMMA.exec(text);
  if (lost?.[1]) return readMalformed(`0,${lost[1]}`);
  if (MISREAD.test(text) && /\d/.test(text) && !/^[\d .,-]+$/.test(text)) return readMalformed(restoreDigits(text));
  const match = /^(-?)([\d ]+?)(?: ?([.,]) ?([\d ]+))?$/.exec(text);
  if (!match?.[2]) return { kind: "words" };
  const [, sign, whole, separator, fraction = ""] = match;
  const value = parseDecimal(`${sign}${whole.replace(/ /g, "")}${fraction && `.${fraction.replace(/ /g, "")}`}`);
  if (value === undefined) return { kind: "words" };
  const tidyWhole = !whole.includes(" ") || GROUPS.test(whole);
  const tidyPoint = !separator || (text.includes(`${whole}${separator}${fraction}`) && !fraction.includes(" "));
  return { kind: "number", value, decimals: fraction.replace(/ /g, "").length, malformed: !(tidyWhole && tidyPoint) };
}

/** A figure with the signs that most documents part it by. */
function usualSigns(figure: string): string {
  const spaced = figure.replace(APOSTROPHE, " ").replace(CASHIER, "$1,");
  return POINTED.test(spaced) ? spaced.replaceAll(".", "") : spaced;
}

const GLUED =
  /^(-?[\d ]+(?:[.,]\d+)?) ?(%|процент[а-я]*|ед\.?|единиц[а-я]*|шт\.?|штук[а-я]*|чел\.?|человек[а-я]*|балл[а-я]*|га|кв\. ?м\.?|км|тыс\. ?чел\.?)$/iu;

/** «80 ед.» → «80» and «ед.»: a figure with its unit in one cell; `unit` is null where none is glued to it. */
export function splitGluedUnit(printed: string): { readonly figure: string; readonly unit: string | null } {
  const match = GLUED.exec(printed.replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ").trim());
  return match?.[1] && match[2] ? { figure: match[1].trim(), unit: match[2] } : { figure: printed, unit: null };
}

function readMalformed(text: string): PrintedNumber {
  const number = readPrintedNumber(text);
  return number.kind === "number" ? { ...number, malformed: true } : number;
}

/** Letters that recognition of print puts in place of digits. */
function restoreDigits(text: string): string {
  return text
    .replace(/[ОоOo]/g, "0")
    .replace(/[Зз]/g, "3")
    .replace(/[lIІ|]/g, "1")
    .replace(/б/g, "6");
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
