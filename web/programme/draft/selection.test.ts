import { describe, expect, it } from "vitest";
import { EXAMPLE_READING } from "../../../src/programme/testing-store.ts";
import { boxOf, clearBox, copyBox, moveSpot, pasteText, type Spot } from "./selection.ts";
import { makeActivitySheet, makeIndicatorSheet, type SheetWords } from "./sheet.ts";

const WORDS: SheetWords = {
  name: "Наименование",
  total: "Итого",
  executors: "Исполнители",
  result: "Результат",
  number: "№",
  unit: "Ед.",
  weight: "Вес",
  base: "Исходное",
  summary: "Приложение 3",
  objective: (number) => `Задача ${number}`,
};
const SHEET = makeActivitySheet(EXAMPLE_READING.programme, WORDS);
const rows = Array.from({ length: SHEET.rows }, (_, at) => SHEET.row(at));
const YARD = rows.findIndex(({ label }) => /А у нас во дворе.*местные/.test(label));
const at = (row: number, column: number) => boxOf({ active: { row, column }, anchor: { row, column } });

describe("the sheet of activities", () => {
  it("has every activity with its rows, and the totals of the document below their objective", () => {
    expect(rows.filter(({ kind }) => kind === "line")).toHaveLength(9);
    expect(rows.filter(({ kind }) => kind === "heading").map(({ label }) => label.slice(0, 8))).toEqual(
      ["1", "2", "3", "4"].map((number) => `Задача ${number}`),
    );
    const totals = EXAMPLE_READING.programme.rollups.flatMap((rollup) => rollup.rows);
    expect(rows.filter(({ kind }) => kind === "total")).toHaveLength(totals.length);
    expect(rows.at(-1)?.kind).toBe("total");
  });
  it("lets years be typed and totals not", () => {
    expect(rows[YARD]?.cells.map((cell) => cell?.address?.of ?? null).slice(1, 5)).toEqual([
      "figure",
      "figure",
      "figure",
      null,
    ]);
    expect(rows[YARD]?.cells[4]).toMatchObject({ isTotal: true, text: "1000,0" });
  });
});

describe("the sheet of indicators", () => {
  it("has number, unit, weight and the years", () => {
    const sheet = makeIndicatorSheet(EXAMPLE_READING.programme, WORDS);
    expect(sheet.columns.map(({ key }) => key)).toEqual(["name", "number", "unit", "weight", "2024", "2025", "2026"]);
    expect(
      sheet
        .row(1)
        .cells.map((cell) => cell?.text)
        .slice(1),
    ).toEqual(["1.1", "Процент", "18", "13", "14", "15"]);
  });
});

const KEYS: [key: string, far: boolean, from: Spot, to: Spot | null][] = [
  ["ArrowDown", false, { row: 0, column: 1 }, { row: 1, column: 1 }],
  ["ArrowUp", false, { row: 0, column: 1 }, { row: 0, column: 1 }],
  ["Home", false, { row: 5, column: 3 }, { row: 5, column: 0 }],
  ["Home", true, { row: 5, column: 3 }, { row: 0, column: 0 }],
  ["End", true, { row: 5, column: 3 }, { row: SHEET.rows - 1, column: SHEET.columns.length - 1 }],
  ["PageDown", false, { row: 5, column: 3 }, { row: 15, column: 3 }],
  ["ArrowRight", false, { row: 5, column: SHEET.columns.length - 1 }, { row: 5, column: SHEET.columns.length - 1 }],
  ["a", false, { row: 5, column: 3 }, null],
];

describe("the keys of a grid", () => {
  it.each(KEYS)("%s (far: %s) from %o lead to %o", (key, far, from, to) => {
    expect(moveSpot(from, key, { sheet: SHEET, page: 10, far })).toEqual(to);
  });
});

describe("a block", () => {
  it("is copied as a spreadsheet takes it", () => {
    const box = boxOf({ active: { row: YARD, column: 4 }, anchor: { row: YARD - 1, column: 2 } });
    expect(copyBox(SHEET, box)).toBe("0,0\t0,0\t0,0\n500,0\t500,0\t1000,0");
  });
  it("is pasted into the cells that can be typed; what falls on totals is counted", () => {
    const pasted = pasteText(SHEET, at(YARD, 2), "1\t2\t3\r\n");
    expect(pasted).toMatchObject({ passed: 1, change: { edits: [{ text: "1", was: "500,0" }, { text: "2" }] } });
  });
  it("of one cell fills the selection", () => {
    const box = boxOf({ active: { row: YARD, column: 1 }, anchor: { row: YARD, column: 3 } });
    expect(pasteText(SHEET, box, "7")).toMatchObject({
      change: { edits: [{ text: "7" }, { text: "7" }, { text: "7" }] },
    });
  });
  it("is emptied without its totals", () => {
    const box = boxOf({ active: { row: YARD, column: 1 }, anchor: { row: YARD, column: 4 } });
    expect(clearBox(SHEET, box).change.edits).toHaveLength(3);
  });
  it.each([
    ["too-many-rows", "1\n".repeat(10_000)],
    ["too-many-cells", "1\t2\t3\t4\t5\n".repeat(4_500)],
    ["nothing", ""],
  ])("that is no block is refused: %s", (problem, text) => {
    expect(pasteText(SHEET, at(YARD, 1), text)).toBe(problem);
  });
});
