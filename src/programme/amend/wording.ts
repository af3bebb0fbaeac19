import { readPrintedNumber } from "../language/number.ts";
import { oneLine } from "../language/words.ts";
import type { ActNumber } from "./act.ts";

/** «Абзац второй»: ordinals in the nominative; the prepositional follows by rule. */
const ORDINALS = (
  "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый тринадцатый " +
  "четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый"
).split(" ");
const TENS: Readonly<Record<number, string>> = { 2: "двадцать", 3: "тридцать", 4: "сорок", 5: "пятьдесят" };
const ROUND: Readonly<Record<number, string>> = { 3: "тридцатый", 4: "сороковой", 5: "пятидесятый" };

/** 2 is «второй», 21 «двадцать первый»; beyond 59 the number itself, as acts do. */
export function writeOrdinal(number: number): string {
  const [tens, units] = [Math.floor(number / 10), number % 10];
  if (number <= 20) return ORDINALS[number - 1] ?? String(number);
  if (number >= 60) return String(number);
  return units === 0 ? (ROUND[tens] ?? String(number)) : `${TENS[tens]} ${ORDINALS[units - 1]}`;
}

/** «в абзаце втором», «в двадцать первом случае»: only the last word is declined. */
export function writeOrdinalLocative(number: number): string {
  return writeOrdinal(number)
    .replace(/третий$/, "третьем")
    .replace(/(?:ый|ой)$/, "ом");
}

/** Reads «втором», «второй», «второго», «2», «2-м»; null for anything else. */
export function readOrdinal(text: string): number | null {
  const words = oneLine(text).toLowerCase().replaceAll("ё", "е");
  const digits = /^(\d{1,3})(?:-?[а-я]{1,3})?$/.exec(words)?.[1];
  if (digits) return Number(digits);
  const stem = stemOrdinal(words);
  for (let number = 1; number < 60; number++) if (stemOrdinal(writeOrdinal(number)) === stem) return number;
  return null;
}

function stemOrdinal(text: string): string {
  return text.replaceAll("ё", "е").replace(/(?:ь(?:ем|его|ему|ей|ю|я)|ий|ый|ой|ом|ого|ому|ую|ая|ей)$/, "");
}

/** «Цифры» for a number alone, «слова» for everything else. */
export function nameQuoted(text: string): "цифры" | "слова" {
  return readPrintedNumber(text).kind === "number" ? "цифры" : "слова";
}

export function nameQuotedInstrumental(text: string): "цифрами" | "словами" {
  return nameQuoted(text) === "цифры" ? "цифрами" : "словами";
}

/** In guillemets; those inside stay guillemets, as official texts print them. */
export function quote(text: string): string {
  return `«${text}»`;
}

/** Guillemets that do not pair, or straight marks, would tear a quotation inside a sentence. */
export function isQuotable(text: string): boolean {
  let depth = 0;
  for (const mark of text) {
    if (mark === "«") depth++;
    if (mark === "»" && --depth < 0) return false;
    if (/["„“”]/.test(mark)) return false;
  }
  return depth === 0;
}

const BLANK_DATE = "____________";
const BLANK_NUMBER = "______";

/** «от 18.08.2023 № 1056/89» with blanks for what is not known yet. */
export function writeActNumber(act: ActNumber): string {
  return `от ${act.date ? writeDate(act.date) : BLANK_DATE} № ${act.number ?? BLANK_NUMBER}`;
}

/** ISO to «18.08.2023». */
export function writeDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${day}.${month}.${year}`;
}

const ISSUERS: readonly [RegExp, string][] = [
  [/^([Аа])дминистрация(?= |$)/, "администрации"],
  [/^([Пп])равительство(?= |$)/, "Правительства"],
  [/^([Мм])эрия(?= |$)/, "мэрии"],
  [/^([Гг])лава(?= |$)/, "главы"],
  [/^([Сс])овет(?= |$)/, "Совета"],
];

/** «Администрация района» as it stands after «постановление»: «администрации района». Only the first word is declined. */
export function writeIssuerGenitive(issuer: string): string {
  const known = ISSUERS.find(([pattern]) => pattern.test(issuer));
  return known ? issuer.replace(known[0], known[1]) : issuer;
}

/** Letters of sub-points: those that official texts use (no ё, з, й, о, ч, ъ, ы, ь, which are taken for figures or each other). */
export const POINT_LETTERS = [..."абвгдежиклмнпрстуфхцшщэюя"];
