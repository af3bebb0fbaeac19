import type { Language } from "../../src/kernel/refusal.ts";

const NBSP = "\u00a0";

/** What never parts at a line's end in Russian: short words and what follows, number and unit, «№» and figure, initials and name. */
const RUSSIAN: readonly (readonly [RegExp, string])[] = [
  [/(?<=№)\s?(?=\d)/g, NBSP],
  [/(?<=\d)\s(?=(?:тыс|млн|руб|коп|год|лет|г\.|%|процент|ТОС|КБ|МБ))/g, NBSP],
  [/(?<=(?:тыс|млн)\.)\s(?=руб)/g, NBSP],
  [/(?<=[А-ЯЁ]\.)\s?(?=[А-ЯЁ]\.)/g, NBSP],
  [/(?<=[А-ЯЁ]\.)\s(?=[А-ЯЁ][а-яё])/g, NBSP],
  [/(?<=(?:^|[\s(«])(?:[вкосуияа]|во|до|за|из|ко|на|не|ни|но|об|от|по|со|г|с))\s/giu, NBSP],
  [/\s(?=[—–]\s)/g, NBSP],
  [
    /(?<=(?:^|\s)(?:строка|строки|графа|графы|таблица|таблицы|приложение|приложения|редакция|редакции|задача|табл\.|стр\.))\s(?=\d)/giu,
    NBSP,
  ],
];

const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)\s(?=(?:thousand|million|roubles?|kB|MB|%))/g, NBSP],
  [/(?<=(?:^|\s)(?:row|column|table|annex|edition|objective|No\.))\s(?=\d)/giu, NBSP],
];

/** A unit that ends in a point, at the end of a sentence, ends both. */
const DOUBLE_POINT = /(?<!\.)\.\.(?!\.)/g;

/** Ties with no-break spaces what a reader takes as one. */
export function tie(text: string, language: Language): string {
  const rules = language === "ru" ? RUSSIAN : ENGLISH;
  return rules.reduce((tied, [pattern, space]) => tied.replace(pattern, space), text.replace(DOUBLE_POINT, "."));
}

/** Document words on one line: line breaks and runs of spaces are those of the cell, not of the sentence. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A label of the document as a heading of ours: «областной бюджет» becomes «Областной бюджет». */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase("ru") + text.slice(1);
}
