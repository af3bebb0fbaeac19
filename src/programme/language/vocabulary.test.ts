import { expect, it } from "vitest";
import { findMoneyUnit } from "./vocabulary.ts";

const UNITS: readonly (readonly [text: string, unit: string | null])[] = [
  ["Финансовые затраты, тыс. руб.", "тыс. руб."],
  ["2025 год, тыс. рублей, план", "тыс. рублей"],
  ["(млн рублей)", "млн рублей"],
  ["Сумма, рублей;", "рублей"],
  ["тысяч рублей/год", "тысяч рублей"],
  ["Количество, единиц", null],
];

it.each(UNITS)("«%s» holds the unit %s and none of the signs around it", (text, unit) => {
  expect(findMoneyUnit(text)).toBe(unit);
});
