import { printDay } from "../../kernel/day.ts";
import { divideRounded, formatDecimal, type Millionths } from "../../kernel/decimal.ts";
import type { SourceSum } from "../agreement/contract.ts";
import type { Fraction } from "../rules/fraction.ts";

const NBSP = "\u00a0";

/** Kopecks as an official paper prints them: «721 500,00». */
export function sayRoubles(kopecks: bigint): string {
  const whole = String(kopecks / 100n).replace(/\B(?=(\d{3})+$)/g, NBSP);
  return `${whole},${String(kopecks % 100n).padStart(2, "0")}`;
}

const SOURCES: Readonly<Record<string, string>> = {
  federal: "федеральный бюджет",
  regional: "бюджет субъекта Российской Федерации",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
};

export const saySource = (source: string): string => SOURCES[source] ?? source;

export const saySums = (sums: readonly SourceSum[]): string =>
  sums.map(({ source, kopecks }) => `${saySource(source)} — ${sayRoubles(kopecks)} руб.`).join("; ");

export const sayDay = (day: string): string => printDay(day);

export const sayNumber = (value: Millionths): string => formatDecimal(value).replace(".", ",");

export const sayFraction = ({ over, under }: Fraction): string => sayNumber(divideRounded(over, under));

export const OUTCOME_WORDS = {
  awarded: "присудить",
  "awarded-part": "присудить часть суммы",
  "below-pass": "ниже проходного балла",
  "beyond-places": "мест больше нет",
  "no-share": "за такой балл денег не дают",
  "no-money": "денег не хватило",
  undecided: "не решено",
} as const;

export const OUTCOME_OF_CALL = {
  "void-none": "конкурс не состоялся: заявок нет",
  "void-one": "конкурс не состоялся: подана одна заявка",
  "no-winner": "победителей нет",
  undecided: "решение не принято",
  held: "конкурс состоялся",
} as const;
