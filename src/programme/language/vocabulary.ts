import type { MoneyUnit } from "../../kernel/money.ts";
import type { FigureKind, FundingSource } from "../contract.ts";
import { normaliseWords, readYears } from "./words.ts";

/** What the head of a column means. `period`: its cells name years; `amount`: its cells are figures whose year stands elsewhere; `base`: a starting or past value. */
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
  | "base"
  | "period"
  | "amount"
  | "source"
  | "executor"
  | "result"
  | "note"
  | "unknown";

const SOURCES: readonly [FundingSource, RegExp][] = [
  [
    "extrabudgetary",
    /внебюджетн|средств\S* (?:населения|граждан|жителей|тос|инвестор)|собственн\S* средств|привлеченн\S* средств/,
  ],
  ["federal", /федеральн/],
  [
    "regional",
    /областн|краев\S* (?:бюджет|средств)|республиканск|окружн\S* бюджет|бюджет\S* (?:субъекта|области|края|республики)/,
  ],
  ["settlement", /(?:бюджет|средств)\S* (?:\S+ )?(?:поселени|сельсовет|сельск\S* поселен|городск\S* поселен)/],
  [
    "local",
    /местн\S* бюджет|бюджет\S* (?:\S+ )?(?:район|город|округ|муниципальн)|(?:муниципальн|городск|районн)\S* бюджет/,
  ],
];

/** «Источник финансирования» named in words, or null. */
export function readSource(text: string): FundingSource | null {
  const words = normaliseWords(text);
  return SOURCES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const ROW_KINDS: readonly [FigureKind, RegExp][] = [
  ["quantity", /^(?:количество|кол-во|объем в натуральн)/],
  ["unitCost", /^(?:средн\S* )?(?:стоимость|цена)(?: \S+)? ?единиц|^средн\S* (?:стоимость|цена)/],
  ["cost", /^(?:сумма затрат|сумма|всего|итого|общий объем|объем\S* финансирования|потребность|затраты|стоимость)/],
];

/** What a row of an activity or of a total says, from its label. */
export function readRowKind(label: string): FigureKind | null {
  const words = normaliseWords(label);
  return ROW_KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? readSource(words);
}

const USUAL: Readonly<Record<FigureKind, string>> = {
  quantity: "Количество",
  unitCost: "Стоимость единицы",
  cost: "Всего",
  target: "Значение",
  weight: "Вес",
  federal: "федеральный бюджет",
  regional: "областной бюджет",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
};

/** How a row of this kind is usually called, for figures beside which no words of their own stand. */
export function usualLabel(kind: FigureKind): string {
  return USUAL[kind];
}

/** What a line is called in the document until a person names it. */
export const NEW_LINE_NAMES = { indicators: "Новый показатель", activities: "Новое мероприятие" } as const;

/** What a cell says that holds nothing but the name of a row: a source, «всего», «количество». Names of activities that merely mention a source are none. */
export function readBareKind(text: string): FigureKind | null {
  const words = normaliseWords(text).replace(
    /^(?:в том числе|в т\. ?ч|из них|за счет(?: средств)?|средства)[:. ]*/,
    "",
  );
  if (words.split(" ").length > 6) return null;
  const source = SOURCES.find(([, pattern]) => new RegExp(`^(?:средств\\S* )?(?:${pattern.source})`).test(words))?.[0];
  return source ?? ROW_KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const MONEY = /(тыс(?:яч\p{L}*|\.)?\s*|млн\.?\s*|миллион\p{L}*\s*)?(?:рубл\p{L}*|руб\.?)/iu;

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
  ["period", /^(?:год|годы|период)(?: (?:реализации|финансирования))?$|^срок\S* [^\d]*, годы?$/],
  [
    "note",
    /связь|взаимосвяз|кбк|классификаци|грбс|главн\S* распорядит|источник\S* (?:информац|данных|сведен)|формул|(?:методик|алгоритм|порядок) (?:расчет|определен)|^сроки?(?: |$)/,
  ],
  ["base", /базов|исходн\S* значени|факт|отчетн\S* год/],
  ["year", /\b20\d\d\b/],
  ["weight", /весов|^вес(?: |$)|удельн\S* вес/],
  ["unit", /ед\. ?изм|единиц\S* измерения|^ед$/],
  ["executor", /исполнител/],
  ["result", /ожидаем\S* результат|непосредственн\S* результат/],
  ["note", /примечание/],
  ["total", /^(?:итого|всего)(?:[ ,]|$)/],
  [
    "amount",
    /^(?:объем|сумм|потребност|стоимост|затрат|расход|финансов|средн\S* (?:стоимост|цен)|цена|количество|кол-во)/,
  ],
  ["activity", /^(?:наименовани\S* )?(?:основн\S* )?мероприяти/],
  ["source", /источник/],
  ["activity", /мероприяти/],
  ["indicator", /индикатор|целев\S* показател/],
  ["goal", /^цел[ьи]|задач/],
  ["label", /показател/],
  ["number", /^№|номер|^n п\/п/],
];

/** What a column means, from the words of its head from top to bottom: the lowest words decide, then all of them together. */
export function readColumnMeaning(head: readonly string[]): ColumnMeaning {
  const lowest = meaningOf(head.at(-1) ?? "");
  const dated = head.some((text) => readYears(text).length === 1);
  // Under the head of a year «всего» and the sources are that year's money.
  if (dated && (lowest === null || lowest === "total" || lowest === "amount")) {
    return head.some((text) => meaningOf(text) === "base") ? "base" : "year";
  }
  if (lowest) return lowest;
  if (readSource(head.at(-1) ?? "")) return "amount";
  return meaningOf(head.join(" ")) ?? "unknown";
}

function meaningOf(text: string): ColumnMeaning | null {
  const words = normaliseWords(text);
  return HEADS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** What the figures of a column count, as far as its head says so, the lowest words first; null where the rows say it. */
export function readColumnKind(head: readonly string[]): FigureKind | null {
  const dated = head.some((text) => readYears(text).length === 1);
  for (const text of head.toReversed()) {
    const words = normaliseWords(text);
    const kind = readSource(words) ?? ROW_KINDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
    const total = /^(?:итого|всего)/.test(words);
    if (kind && (!total || dated)) return kind;
  }
  return null;
}
