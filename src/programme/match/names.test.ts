import { expect, test } from "vitest";
import { normaliseName } from "./names.ts";

test.each([
  ["case and ё", "Приём Граждан", "прием граждан"],
  ["quotes", "Конкурс «Лучший ТОС»", 'Конкурс "Лучший ТОС"'],
  ["dashes", "День соседей — праздник", "День соседей - праздник"],
  ["spaces, soft hyphens and a line's end", "  Обуче\u00ADние\u00A0\nактива. ", "Обучение актива"],
  ["a full stop and a semicolon", "Семинары;", "Семинары."],
])("two printings of a name that differ in %s are one name", (_what, one, other) => {
  expect(normaliseName(one)).toBe(normaliseName(other));
});

test.each([
  ["a word", "Конкурс ТОС", "Конкурс проектов ТОС"],
  ["a number", "Семинар 1", "Семинар 2"],
])("names that differ in %s are two", (_what, one, other) => {
  expect(normaliseName(one)).not.toBe(normaliseName(other));
});
