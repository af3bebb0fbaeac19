import type { MoneyUnit } from "../../kernel/money.ts";
import type { FigureKind, FundingSource } from "../contract.ts";
import { normaliseWords } from "./words.ts";

/** What the head of a column means. */
export type ColumnMeaning =
  | "number"
  | "goal"
  | "indicator"
  | "activity"
  | "label"
  | "unit"
  | "weight"
  | "year"
  | "total"
  | "source"
  | "executor"
  | "result"
  | "note"
  | "unknown";

const SOURCES: readonly [FundingSource, RegExp][] = [
  ["extrabudgetary", /внебюджетн|средств\S* населения|собственн\S* средств|привлеченн\S* средств/],
  ["federal", /федеральн/],
  ["regional", /областн|краев\S* бюджет|республиканск|окружн\S* бюджет|бюджет\S* субъекта/],
  ["local", /местн\S* бюджет|бюджет\S* (?:\S+ )?(?:района|города|округа|поселен|сельсовет)|муниципальн\S* бюджет/],
];

/** «Источник финансирования» named in words, or null. */
export function readSource(text: string): FundingSource | null {
  const words = normaliseWords(text);
  return SOURCES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const ROW_KINDS: readonly [FigureKind, RegExp][] = [
  ["quantity", /^(?:количество|объем в натуральн)/],
  ["unitCost", /^(?:средняя )?стоимость(?: \S+)? ?единиц/],
  ["cost", /^(?:сумма затрат|всего|итого|общий объем|объем финансирования)/],
];

/** What a row of an activity or of a total says, from its label. */
export function readRowKind(label: string): FigureKind | null {
  const words = normaliseWords(label);
  return ROW_KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? readSource(words);
}

const MONEY = /(тыс(?:яч\S*|\.)?\s*|млн\.?\s*|миллион\S*\s*)?(?:рубл\S*|руб\.?)/i;

/** «тыс. руб.», «рублей», «млн рублей»; null for what is no unit of money. */
export function readMoneyUnit(text: string): MoneyUnit | null {
  const match = MONEY.exec(normaliseWords(text));
  if (!match) return null;
  const scale = match[1]?.trim() ?? "";
  if (scale.startsWith("тыс")) return "thousand";
  return scale ? "million" : "rouble";
}

/** The unit of money inside a longer text, as printed: «Финансовые затраты, тыс. руб.» holds «тыс. руб.». */
export function findMoneyUnit(text: string): string | null {
  return MONEY.exec(text)?.[0].trim() || null;
}

export type CountUnit = "piece" | "percent" | "person" | "other";

/** Groups units of counting that may be compared with each other. */
export function readCountUnit(text: string): CountUnit {
  const words = normaliseWords(text);
  if (/^(?:процент\S*|%|доля)$/.test(words)) return "percent";
  if (/^(?:человек\S*|чел\S*|участник\S*)$/.test(words)) return "person";
  return /^(?:единиц\S*|ед|шт\S*|мероприяти\S*|количество)$/.test(words) ? "piece" : "other";
}

const HEADS: readonly [ColumnMeaning, RegExp][] = [
  ["year", /\b20\d\d\b/],
  ["weight", /весов|^вес(?: |$)/],
  ["unit", /ед\. ?изм|единиц\S* измерения/],
  ["executor", /исполнител/],
  ["result", /ожидаем\S* результат/],
  ["note", /примечание/],
  ["total", /^(?:итого|всего)(?:[ ,]|$)/],
  ["source", /источник/],
  ["activity", /мероприяти/],
  ["goal", /^цел[ьи]|задач/],
  ["indicator", /индикатор/],
  ["label", /показател/],
  ["number", /^№|номер/],
];

/** What a column means, from the words of its head from top to bottom: the lowest words decide, then all of them together. */
export function readColumnMeaning(head: readonly string[]): ColumnMeaning {
  for (const text of [head.at(-1) ?? "", head.join(" ")]) {
    const words = normaliseWords(text);
    const found = HEADS.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return "unknown";
}
