import { describe, expect, it } from "vitest";
import { formatDecimal } from "../../kernel/decimal.ts";
import type { Workbook } from "../../office/workbook.ts";
import { CLEAN, change, readText } from "../check/testing.ts";
import type { Programme } from "../contract.ts";
import { layOutWorkbook } from "./lay-out-workbook.ts";
import { columnName } from "./workbook-table.ts";

function sheetOf(programme: Programme, name: string) {
  const sheet = layOutWorkbook(programme).sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Formulas by the first words of their row and the head of their column. */
function formulasOf(sheet: Workbook["sheets"][number]): Record<string, string> {
  const cells = sheet.rows.flatMap((row, at) => {
    const words = row.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : []));
    return row.flatMap((cell, column): [string, string][] =>
      cell?.formula ? [[`${columnName(column)}${at + 1} ${words[0]}`, cell.formula]] : [],
    );
  });
  return Object.fromEntries(cells);
}

function markedOf(programme: Programme): string[] {
  return layOutWorkbook(programme).sheets.flatMap((sheet) =>
    sheet.rows.flat().flatMap((cell) => {
      if (!cell?.marked) return [];
      return typeof cell.value === "bigint" ? [formatDecimal(cell.value)] : [String(cell.value)];
    }),
  );
}

describe("a programme as a workbook", () => {
  const { programme } = readText(CLEAN);

  it("has a sheet for each part", () => {
    expect(layOutWorkbook(programme).sheets.map(({ name }) => name)).toEqual([
      "Паспорт",
      "Индикаторы",
      "Мероприятия",
      "Финансирование",
    ]);
  });

  it("leaves out the sheets of parts that the programme does not have", () => {
    const without = { ...programme, summary: [], indicators: [] };
    expect(layOutWorkbook(without).sheets.map(({ name }) => name)).toEqual(["Паспорт", "Мероприятия"]);
  });

  it("adds up sources, years and activities by formulas", () => {
    const formulas = Object.values(formulasOf(sheetOf(programme, "Мероприятия")));
    expect(formulas).toContain("SUM(D8,D9)");
    expect(formulas).toContain("SUM(D7:E7)");
    expect(formulas).toContain('SUMIF($I$5:$I$9,"сумма затрат, тыс. руб.",D$5:D$9)');
    expect(formulas).toContain('SUMIF($I$5:$I$18,"областной бюджет, тыс. руб.",D$5:D$18)');
  });

  it("computes every total of money", () => {
    const { rows, headRows } = sheetOf(programme, "Мероприятия");
    const money = rows
      .slice(headRows)
      .filter((row) => row.some((cell) => /Итого|Сумма/.test(String(cell?.value ?? ""))));
    const figures = money.flatMap((row) => row.filter((cell) => typeof cell?.value === "bigint"));
    expect(figures).toHaveLength(15);
    expect(figures.filter((cell) => cell?.formula === undefined)).toEqual([]);
    expect(markedOf(programme)).toEqual([]);
  });

  it("takes finance from the activities", () => {
    const formulas = Object.values(formulasOf(sheetOf(programme, "Финансирование")));
    expect(formulas.filter((formula) => formula.startsWith("SUMIF(Мероприятия!$I$"))).toHaveLength(6);
    expect(formulas.filter((formula) => /^SUM\(C\d+:D\d+\)$/.test(formula))).toHaveLength(3);
  });

  it("turns one unit of money into another", () => {
    const changed = CLEAN.replaceAll(
      "в том числе:\n\tтыс. руб.\n\t40,0\n\t80,0\n\t120,0",
      "в том числе:\n\tруб.\n\t40000\n\t80000\n\t120000",
    );
    expect(changed).not.toBe(CLEAN);
    const formulas = Object.values(formulasOf(sheetOf(readText(changed).programme, "Мероприятия")));
    expect(formulas).toContain("SUM(D8*1000,D9*1000)");
    expect(formulas.some((formula) => formula.includes('"сумма затрат, руб.",D$5:D$9)/1000'))).toBe(true);
  });

  it.each<[what: string, from: string, to: string, marked: string[]]>([
    [
      "a total of years",
      "80,0\n\t120,0\n\tx",
      "80,0\n\t121,0\n\tx",
      ["121", "итого: по расчёту 120,0, в документе 121,0"],
    ],
    [
      "a sum of sources",
      "в том числе:\n\tтыс. руб.\n\t40,0",
      "в том числе:\n\tтыс. руб.\n\t41,0",
      ["41", "2025: по расчёту 40,0, в документе 41,0; итого: по расчёту 121,0, в документе 120,0"],
    ],
  ])("keeps a mistake in %s as printed, marked, with the computed figure beside it", (_, from, to, marked) => {
    const { programme: wrong } = change([from, to]);
    expect(markedOf(wrong)).toEqual(expect.arrayContaining(marked));
  });
});
