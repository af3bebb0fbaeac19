import { describe, expect, test } from "vitest";
import { printDay } from "../../kernel/day.ts";
import { readDate } from "../../office/grid/dates.ts";
import { parseValue } from "./parse.ts";
import { printValue } from "./print.ts";
import { fieldOf } from "./record.ts";

const field = (key: string) => {
  const found = fieldOf(key);
  if (!found) throw new Error(`no field ${key}`);
  return found;
};

describe("a day is read", () => {
  test.each([
    ["25.05.2024", "2024-05-25"],
    ["5.3.24", "2024-03-05"],
    ["5.3.98", "1998-03-05"],
    ["25/05/2024", "2024-05-25"],
    ["2024-05-25", "2024-05-25"],
    ["25 мая 2024 г.", "2024-05-25"],
    ["«25» марта 2024 года", "2024-03-25"],
    ["45437", "2024-05-25"],
    ["25.05.2024 00:00", "2024-05-25"],
    ["2024-05-25T00:00:00", "2024-05-25"],
    ["29.02.2024", "2024-02-29"],
    ["29.02.2023", null],
    ["31.04.2024", null],
    ["05.25.2024", null],
    ["25 мартобря 2024", null],
    ["2024", null],
    ["1234567", null],
    ["25.05.0024", null],
  ])("%s", (text, date) => {
    expect(readDate(text)).toBe(date);
    if (date) expect(readDate(printDay(date))).toBe(date);
  });
});

describe("a value is read as clerks write it", () => {
  test.each([
    ["people", "1 250 чел.", 1250],
    ["people", "1\u00a0250", 1250],
    ["people", "-", undefined],
    ["legalEntity", "+", true],
    ["legalEntity", "Без образования юридического лица", false],
    ["kind", "Село", "rural"],
    ["kind", "группа жилых домов", "houses"],
    ["state", "Действующий", "active"],
    ["state", "ЛИКВИДИРОВАН", "ended"],
    ["inn", "54 5100-0001", "5451000001"],
    ["chair", "  Иванова   Анна\u00a0Петровна ", "Иванова Анна Петровна"],
    ["members", "Иванова А.; Петров П., Иванова А.\nСидоров С.", ["Иванова А.", "Петров П.", "Сидоров С."]],
    ["hidden", "телефон; Электронная почта", ["phone", "email"]],
    [
      "amendments",
      "от 12.05.2020 № 4, постановление № 55",
      [{ date: "2020-05-12", number: "4", act: "постановление № 55" }],
    ],
    [
      "amendments",
      "12.05.2020; № 4/1; решение; часть 2",
      [{ date: "2020-05-12", number: "4/1", act: "решение; часть 2" }],
    ],
    ["amendments", "12.05.2020", [{ date: "2020-05-12", number: "", act: "" }]],
    ["about", "\r\n Хор \r\n\r\n\r\n\r\nТеатр\t1 ", "Хор\n\nТеатр 1"],
  ])("%s %j", (key, text, value) => {
    expect(parseValue(field(key), text)).toEqual({ value });
    if (value === undefined || key === "chair" || key === "members") return;
    const printed = printValue(field(key), value, new Map());
    expect(parseValue(field(key), printed)).toEqual({ value });
  });
});
