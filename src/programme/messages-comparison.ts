import { fromKopecks } from "../kernel/money.ts";
import type { Language } from "../kernel/refusal.ts";
import { type FigureKind, SOURCES } from "./contract.ts";
import { writeRussian } from "./language/number.ts";
import { readMoneyUnit } from "./language/vocabulary.ts";
import { partName } from "./messages.ts";
import type { Change, ChangeField, ChangeSubject, LineFate, LineSuccession, MatchReason } from "./views-comparison.ts";

type Bilingual = Readonly<Record<Language, string>>;

const SUBJECTS: Readonly<Record<ChangeSubject, Bilingual>> = {
  title: { ru: "Название и реквизиты", en: "Title and requisites" },
  "passport-row": { ru: "Паспорт", en: "Passport" },
  "passport-finance": { ru: "Паспорт, финансирование", en: "Passport, money" },
  section: { ru: "Раздел", en: "Section" },
  goal: { ru: "Цель", en: "Goal" },
  objective: { ru: "Задача", en: "Objective" },
  indicator: { ru: "Показатель", en: "Indicator" },
  target: { ru: "Показатель", en: "Indicator" },
  weight: { ru: "Показатель", en: "Indicator" },
  activity: { ru: "Мероприятие", en: "Activity" },
  quantity: { ru: "Мероприятие", en: "Activity" },
  unitCost: { ru: "Мероприятие", en: "Activity" },
  allocation: { ru: "Мероприятие", en: "Activity" },
  cost: { ru: "Мероприятие", en: "Activity" },
  rollup: { ru: "Итог", en: "Total" },
  summary: { ru: "Сводные затраты, приложение 3", en: "Consolidated costs, annex 3" },
};

const FIELDS: Readonly<Record<ChangeField, Bilingual>> = {
  name: { ru: "наименование", en: "name" },
  unit: { ru: "единица измерения", en: "unit" },
  executors: { ru: "исполнители", en: "executors" },
  result: { ru: "ожидаемый результат", en: "expected result" },
  objective: { ru: "задача, под которой стоит", en: "objective it stands under" },
  note: { ru: "сведения в строке", en: "notes of the row" },
  paragraph: { ru: "абзац", en: "paragraph" },
  front: { ru: "текст вне таблиц", en: "text around the tables" },
};

const KINDS: Readonly<Record<FigureKind, Bilingual>> = {
  quantity: { ru: "количество", en: "quantity" },
  unitCost: { ru: "стоимость единицы", en: "unit cost" },
  cost: { ru: "всего", en: "total cost" },
  target: { ru: "значение", en: "target" },
  weight: { ru: "вес", en: "weight" },
  federal: { ru: "федеральный бюджет", en: "federal budget" },
  regional: { ru: "областной бюджет", en: "regional budget" },
  local: { ru: "местный бюджет", en: "local budget" },
  settlement: { ru: "бюджеты поселений", en: "settlements’ budgets" },
  extrabudgetary: { ru: "внебюджетные источники", en: "extrabudgetary sources" },
};

const FATES: Readonly<Record<LineFate, Bilingual>> = {
  kept: { ru: "изменено", en: "changed" },
  added: { ru: "добавлено", en: "added" },
  ended: { ru: "исключено", en: "struck out" },
  renamed: { ru: "переименовано", en: "renamed" },
  moved: { ru: "перенесено", en: "moved" },
};

const SUCCESSIONS: Readonly<Record<LineSuccession["kind"], Bilingual>> = {
  split: { ru: "разделено", en: "split" },
  joined: { ru: "объединено", en: "joined" },
  ended: { ru: "завершено", en: "ended" },
};

const REASONS: Readonly<Record<MatchReason, Bilingual>> = {
  "same-number-name": { ru: "Те же номер и название.", en: "The same number and name." },
  "same-name": { ru: "То же название, другой номер.", en: "The same name, another number." },
  reworded: { ru: "Название изменено, но похоже.", en: "The name is reworded, but alike." },
  "same-figures": { ru: "Название другое, но числа те же.", en: "Another name, but the same figures." },
  split: { ru: "Деньги прежней строки разделены между двумя новыми.", en: "Two lines share the earlier line’s money." },
  joined: { ru: "Деньги двух прежних строк сложены в одной.", en: "The money of two earlier lines is added up here." },
  new: { ru: "В прежней редакции такой строки нет.", en: "The earlier edition has no such line." },
  "from-draft": { ru: "Из черновика, в котором её правили.", en: "From the draft in which it was edited." },
};

/** Why a line is taken for the earlier one. */
export function matchSentence(
  { reason, moved }: { readonly reason: MatchReason; readonly moved: boolean },
  language: Language,
): string {
  const also = { ru: " Стоит под другой задачей.", en: " It stands under another objective." };
  return REASONS[reason][language] + (moved ? also[language] : "");
}

/** What a change is about: «Мероприятие 6 «Конкурс…»: областной бюджет, 2025 год». */
export function describeObject(change: Change, language: Language): string {
  const { line, subject } = change;
  const number = line?.number && line.kind !== "rollup" ? ` ${line.number}` : "";
  const name = line && line.kind !== "rollup" ? ` «${line.name.replace(/\s+/g, " ").trim()}»` : "";
  const total = line?.kind === "rollup" ? `: ${line.name.replace(/\s+/g, " ").replace(/[,:;]+$/, "")}` : "";
  const detail = describeDetail(change, language);
  return `${SUBJECTS[subject][language]}${number}${name}${total}${detail && `: ${detail}`}`;
}

/** What of its line a change is about: «областной бюджет, 2025 год». */
export function describeDetail({ field, kind, key, subject, part }: Change, language: Language): string {
  const where = subject === "title" && part !== "title" ? partName(part, language) : null;
  const what = field ? FIELDS[field][language] : kind ? KINDS[kind][language] : null;
  return [where, what, key && describeKey(key, language)].filter(Boolean).join(", ");
}

/** «2025 год», «итого». */
export function describeKey(key: string, language: Language): string {
  if (key === "total") return language === "ru" ? "итого" : "total";
  if (key === "base") return language === "ru" ? "исходное значение" : "starting value";
  return language === "ru" ? `${key} год` : key;
}

export function fateWord(fate: LineFate, language: Language): string {
  return FATES[fate][language];
}

/** Why, as far as anybody said: the person's own words, what became of the line, else how it came to differ. */
export function describeReason(change: Change, language: Language): string {
  const succession = change.line?.succession;
  if (succession) {
    const names = succession.names.map((name) => `«${name.replace(/\s+/g, " ").trim()}»`).join(", ");
    const said = `${SUCCESSIONS[succession.kind][language]}${names && `: ${names}`}`;
    return [said, succession.reason].filter(Boolean).join(". ");
  }
  return change.reason ?? (change.fate === "kept" ? "" : fateWord(change.fate, language));
}

/** Money is in kopecks, other figures in millionths. */
export function isMoneyChange({ kind, difference }: Pick<Change, "kind" | "difference">): boolean {
  const money: readonly (string | null)[] = [...SOURCES, "cost", "unitCost"];
  return difference !== null && money.includes(kind);
}

/** A difference in the change's own unit with its sign, Russian notation: «+50,0». Empty for words. */
export function writeDifference(change: Change): string {
  const { difference, became, was } = change;
  if (difference === null) return "";
  const sign = difference > 0n ? "+" : difference < 0n ? "−" : "";
  const plain = writeRussian(inUnit(change, difference < 0n ? -difference : difference), became ?? was ?? "");
  return sign + plain.replace(/^(\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0"));
}

/** A figure of a change as a decimal in its printed unit. */
export function inUnit(change: Pick<Change, "unit" | "kind" | "difference">, value: bigint): bigint {
  if (!isMoneyChange(change)) return value;
  return fromKopecks(value, readMoneyUnit(change.unit ?? "") ?? "rouble");
}

const HEADS = {
  number: { ru: "№", en: "No." },
  object: { ru: "Объект", en: "Object" },
  was: { ru: "Было", en: "Was" },
  became: { ru: "Стало", en: "Became" },
  difference: { ru: "Разница", en: "Difference" },
  reason: { ru: "Причина", en: "Reason" },
  basis: { ru: "Основание", en: "Basis" },
  unit: { ru: "Единица", en: "Unit" },
  title: { ru: "Сравнительная таблица", en: "Comparison" },
  nothing: { ru: "Редакции не различаются.", en: "The editions do not differ." },
  changes: { ru: "Изменения", en: "Changes" },
  money: { ru: "Деньги", en: "Money" },
  source: { ru: "Источник, тыс. руб.", en: "Source, thousand roubles" },
  year: { ru: "Год", en: "Year" },
  total: { ru: "Итого", en: "Total" },
} as const satisfies Record<string, Bilingual>;

/** The words of a comparison's table. */
export function comparisonWord(word: keyof typeof HEADS, language: Language): string {
  return HEADS[word][language];
}

export function fieldWord(field: ChangeField, language: Language): string {
  return FIELDS[field][language];
}

export function kindWord(kind: FigureKind, language: Language): string {
  return KINDS[kind][language];
}

/** «редакция 2». */
export function editionName(number: number, language: Language): string {
  return language === "ru" ? `редакция ${number}` : `edition ${number}`;
}
