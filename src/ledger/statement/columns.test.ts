import { describe, expect, test } from "vitest";
import { findData, findMissing, headOf, nameHead, proposeRoles } from "./columns.ts";
import { readSum } from "./reading.ts";

describe("the roles of columns are proposed", () => {
  test.each([
    [
      "of a bank's list",
      ["Дата", "№ док.", "Дебет", "Кредит", "Контрагент", "ИНН", "Счет контрагента", "Назначение платежа"],
      ["date", "number", "sum", "income", "payee", "taxNumber", "account", "purpose"],
    ],
    [
      "of a treasury's statement, whose head has two rows",
      ["Документ / номер", "Документ / дата", "Дата отметки", "Сумма / выплат", "Сумма / восстановлено", "Валюта"],
      ["number", "date", "debited", "sum", "income", "currency"],
    ],
    ["but not of the number of a row", ["№ п/п", "Номер платёжного поручения"], [null, "number"]],
    ["nor of words that say nothing", ["КБК", "Тип"], [null, null]],
  ])("%s", (_name, head, roles) => {
    expect(proposeRoles(head)).toEqual(roles);
  });
});

test("the head is what stands above the data, its rows joined and those that number columns left out", () => {
  const grid = [
    ["Выписка за май", "", ""],
    ["Документ", "Документ", "Сумма"],
    ["номер", "дата", ""],
    ["1", "2", "3"],
    ["112", "26.04.2024", "5,00"],
  ];
  expect(findData(grid)).toBe(4);
  expect(headOf(grid)).toEqual(["Документ / номер", "Документ / дата", "Сумма"]);
  expect(nameHead(headOf(grid))).toBe("документ / номер | документ / дата | сумма");
});

test("what is missing is said", () => {
  expect(findMissing([null, "payee"])).toEqual(["number", "sum", "day"]);
  expect(findMissing(["number", "date", "income"])).toEqual([]);
});

test.each<[string, ReturnType<typeof readSum>]>([
  ["98 200,00", 98_200_00n],
  ["98 200.5 руб.", 98_200_50n],
  ["1,234,567.89", 1_234_567_89n],
  ["-5", -5_00n],
  ["−5,10", -5_10n],
  ["0", "sum-malformed"],
  ["пять", "sum-malformed"],
  ["1,2345", "sum-decimals"],
  ["€5", "currency"],
])("the sum «%s» is %s", (text, sum) => {
  expect(readSum(text)).toBe(sum);
});
