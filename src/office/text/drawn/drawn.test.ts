import { describe, expect, test } from "vitest";
import { READ_LIMITS } from "../../limits.ts";
import { drawBlocks } from "../../testing.ts";
import { readText } from "../read-text.ts";

const read = (...lines: string[]): unknown[] =>
  drawBlocks(readText({ text: lines.join("\n"), damaged: 0 }, READ_LIMITS).blocks);

describe("drawn tables", () => {
  test("with box signs, between paragraphs", () => {
    expect(
      read(
        "Приложение 1",
        "┌────┬──────────┬───────┐",
        "│ N  │Наимено-  │Сумма, │",
        "│    │вание     │т. р.  │",
        "├────┼──────────┼───────┤",
        "│ 1  │ Встречи  │   8,5 │",
        "├────┼──────────┼───────┤",
        "│ 2  │ Семинары │   -   │",
        "└────┴──────────┴───────┘",
        "Примечание",
      ),
    ).toEqual([
      "Приложение 1",
      [
        ["1: N", "2: Наименование", "3: Сумма, т. р."],
        ["1: 1", "2: Встречи", "3: 8,5"],
        ["1: 2", "2: Семинары", "3: -"],
      ],
      "Примечание",
    ]);
  });

  test("with double lines, cells across and cells that go on under a broken rule", () => {
    expect(
      read(
        "╔════════╤═══════════════╗",
        "║ Дело   │ Объём по годам║",
        "║        ├───────┬───────╢",
        "║ и срок │ 2024  │ 2025  ║",
        "╠════════╪═══════╪═══════╣",
        "║ Цель 1. Поддержка ТОС  ║",
        "╟────────┬───────┬───────╢",
        "║ Встреча│ 1     │ 2     ║",
        "╚════════╧═══════╧═══════╝",
      ),
    ).toEqual([
      [
        ["1x2: Дело и срок", "2+2: Объём по годам"],
        ["2: 2024", "3: 2025"],
        ["1+3: Цель 1. Поддержка ТОС"],
        ["1: Встреча", "2: 1", "3: 2"],
      ],
    ]);
  });

  test.each([
    ["plus signs", "+----+----+", "+----+----+"],
    ["dashes alone", "-----------", "-----------"],
    ["bars in the rules", "|----|----|", "|----|----|"],
  ])("with bars and %s", (_name, rule, inner) => {
    expect(read(rule, "| а  | б  |", inner, "| в  | г  |", rule)).toEqual([
      [
        ["1: а", "2: б"],
        ["1: в", "2: г"],
      ],
    ]);
  });

  test("without outer borders", () => {
    expect(read("-----------", " а  | б   ", "----+------", " в  | г   ", "-----------")).toEqual([
      [
        ["1: а", "2: б"],
        ["1: в", "2: г"],
      ],
    ]);
  });

  test("with a rule below the head only, blank lines part the rows", () => {
    expect(
      read(
        "+----+----+",
        "| а  | б  |",
        "+----+----+",
        "| в  | г  |",
        "|    | д  |",
        "|    |    |",
        "| е  | ж  |",
        "+----+----+",
      ),
    ).toEqual([
      [
        ["1: а", "2: б"],
        ["1: в", "2: г д"],
        ["1: е", "2: ж"],
      ],
    ]);
  });

  test("that go on at the next page with their head repeated are one table", () => {
    const head = ["┌───┬───┐", "│ а │ б │", "├───┼───┤"];
    expect(read(...head, "│ 1 │ 2 │", "└───┴───┘", "", "", ...head, "│ 3 │ 4 │", "└───┴───┘")).toEqual([
      [
        ["1: а", "2: б"],
        ["1: 1", "2: 2"],
        ["1: 3", "2: 4"],
      ],
    ]);
  });

  test.each([
    ["a rule between paragraphs", ["а", "-------", "б"], ["а", "-------", "б"]],
    ["a line with a bar", ["а | б", "в"], ["а | б", "в"]],
    ["lines with bars without a rule", ["а | б", "в | г"], ["а | б", "в | г"]],
    [
      "the flat form with bars in its cells",
      ["\tа | б", "\tв", "", "\tг | д", "\tе", ""],
      [
        [
          ["1: а | б", "2: в"],
          ["1: г | д", "2: е"],
        ],
      ],
    ],
  ])("%s is no drawn table", (_name, lines, expected) => {
    expect(read(...lines)).toEqual(expected);
  });
});

describe("words that a line breaks", () => {
  const cell = (...lines: string[]): string[] => [
    "+--------------+",
    ...lines.map((line) => `|${line.padEnd(14)}|`),
    "+--------------+",
  ];
  test.each([
    ["a syllable", ["Проведение ме-", "роприятий"], "Проведение мероприятий"],
    ["a syllable in «о»", ["эффективно-", "сти"], "эффективности"],
    ["a compound whose second part is a word elsewhere", ["социально-", "значимых"], "социально-значимых"],
    ["a compound that stands unbroken elsewhere", ["пресс-", "релиз"], "пресс-релиз"],
    ["a range of years", ["2024-", "2026 годы"], "2024-2026 годы"],
    ["a dash before a capital", ["Ново-", "Сибирск"], "Ново- Сибирск"],
    ["no hyphen", ["две", "строки"], "две строки"],
    ["a blank line parts paragraphs", ["а", "", "б"], "а/б"],
    ["a number of a list begins one", ["1.1. Число", "собраний", "1.2. Число"], "1.1. Число собраний/1.2. Число"],
    ["parts of a list", ["всего 5:", "2012 - 2;", "2013 - 3"], "всего 5:/2012 - 2;/2013 - 3"],
    ["an abbreviation ends nothing", ["858,5 тыс.", "рублей"], "858,5 тыс. рублей"],
  ])("%s", (_name, lines, expected) => {
    const [, table] = read("Перечень значимых дел: пресс-релиз.", ...cell(...lines), ...cell("еще"));
    expect(table).toEqual([[`1: ${expected}`], ["1: еще"]]);
  });
});
