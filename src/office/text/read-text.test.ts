import { describe, expect, test } from "vitest";
import { READ_LIMITS } from "../limits.ts";
import { findGridFaults } from "../testing.ts";
import { type Block, cellText } from "../tree.ts";
import { readText } from "./read-text.ts";

/** Tables as rows of «column+span: text», paragraphs as strings; \n in a cell is shown as «/». */
function picture(text: string): unknown[] {
  const { blocks } = readText({ text, damaged: 0 }, READ_LIMITS);
  expect(findGridFaults(blocks)).toEqual([]);
  return blocks.map(pictureBlock);
}

function pictureBlock(block: Block): unknown {
  if (block.kind === "paragraph") return block.text;
  return block.rows.map((row) =>
    row.cells.map((cell) => {
      const span = cell.columnSpan > 1 ? `+${cell.columnSpan}` : "";
      return `${cell.column}${span}: ${cellText(cell).replaceAll("\n", "/")}`;
    }),
  );
}

const row = (...cells: string[]): string => `${cells.map((cell) => `\t${cell}\n`).join("")}\n`;
const ab = row("а", "б");
const AB = ["1: а", "2: б"];

describe("paragraphs", () => {
  test.each([
    ["lines", "один\nдва\n\n\nтри", ["один", "два", "три"]],
    ["indentation is no text", "          УТВЕРЖДЕНО\n  да", ["УТВЕРЖДЕНО", "да"]],
    ["other line ends", "а\r\nб\rв\fг", ["а", "б", "в", "г"]],
    ["soft hyphens and control characters are gone", "про\u00adгр\u0001амма", ["программа"]],
    ["indented by a tab, they are no table", "\tодин\n\n\tдва\nтри\n", ["один", "два", "три"]],
    [
      "several indented lines in a row are no table",
      "\tодин\n\tдва\n\tтри\n\nчетыре",
      ["один", "два", "три", "четыре"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(picture(text)).toEqual(expected);
  });
});

describe("rows and cells", () => {
  test.each([
    ["a row a group", ab + ab, [[AB, AB]]],
    ["further lines are paragraphs of the cell", `\tа\nа2\n\tб\nб2\n\n${ab}`, [[["1: а/а2", "2: б/б2"], AB]]],
    ["blank lines within the last cell", `${ab}\tа\n\tб\n\nб2\n\nб3\n\n${ab}`, [[AB, ["1: а", "2: б/б2/б3"], AB]]],
    ["a blank line between the cells of a row", `${ab}\tа\n\n\tб\n\n${ab}`, [[AB, AB, AB]]],
    [
      "a blank line within a wide row",
      `${row("а", "б", "в")}\tг\n\n\tд\n\tе\n\n`,
      [
        [
          ["1: а", "2: б", "3: в"],
          ["1: г", "2: д", "3: е"],
        ],
      ],
    ],
    [
      "a single cell takes the whole width",
      row("а", "б", "в") + row("цель") + row("г", "д", "е"),
      [[["1: а", "2: б", "3: в"], ["1+3: цель"], ["1: г", "2: д", "3: е"]]],
    ],
    ["empty cells stay", row("а", "б") + row("", "в"), [[AB, ["1: ", "2: в"]]]],
    ["several cells in a line", "\tа\tб\n\n\tа\tб\n", [[AB, AB]]],
    [
      "rows of their own width are not joined with what would complete them",
      row("а", "б", "1") + row("итого", "2") + row("итого", "3") + row("цель") + row("а", "б", "1"),
      [
        [
          ["1: а", "2: б", "3: 1"],
          ["1+2: итого", "3: 2"],
          ["1+2: итого", "3: 3"],
          ["1+3: цель"],
          ["1: а", "2: б", "3: 1"],
        ],
      ],
    ],
  ])("%s", (_name, text, expected) => {
    expect(picture(text)).toEqual(expected);
  });
});

describe("where a table ends", () => {
  test.each([
    ["lines behind two blank lines", `${ab}${ab}\nтекст\n`, [[AB, AB], "текст"]],
    ["indented lines", `${ab}${ab}             УТВЕРЖДЕНО\nот 18.08.2023\n`, [[AB, AB], "УТВЕРЖДЕНО", "от 18.08.2023"]],
    ["lines at the end of the text", `${ab}${ab}текст\n`, [[AB, AB], "текст"]],
    [
      "another shape behind lines",
      `${ab}${ab}Таблица 2\n\n${row("1", "2", "3")}${row("4", "5", "6")}`,
      [
        [AB, AB],
        "Таблица 2",
        [
          ["1: 1", "2: 2", "3: 3"],
          ["1: 4", "2: 5", "3: 6"],
        ],
      ],
    ],
    [
      "another shape behind two blank lines",
      `${ab}${ab}\n${row("1", "2", "3")}${row("4", "5", "6")}`,
      [
        [AB, AB],
        [
          ["1: 1", "2: 2", "3: 3"],
          ["1: 4", "2: 5", "3: 6"],
        ],
      ],
    ],
    ["not at two blank lines before rows of a known shape", `${ab}${ab}\n\n${ab}`, [[AB, AB, AB]]],
  ])("%s", (_name, text, expected) => {
    expect(picture(text)).toEqual(expected);
  });
});

describe("heads and totals are laid over the full rows", () => {
  const full = row("А", "п", "ед.", "1", "2", "3", "исп.");
  test("a head of two narrow rows", () => {
    const text =
      row("Дело", "Показатель", "Ед.", "Значение", "Исполнитель") +
      row("", "", "", "по годам", "") +
      row("", "", "", "2024", "2025", "2026", "") +
      full;
    expect(picture(text)[0]).toMatchObject([
      ["1: Дело", "2: Показатель", "3: Ед.", "4+3: Значение", "7: Исполнитель"],
      ["1: ", "2: ", "3: ", "4+3: по годам", "7: "],
      { length: 7 },
      { length: 7 },
    ]);
  });

  test("a head whose rows grow step by step", () => {
    const text =
      row("Источник", "Затраты", "Прим.") +
      row("", "всего", "по годам", "") +
      row("", "", "2024", "2025", "") +
      row("а", "3", "1", "2", "");
    expect(picture(text)[0]).toMatchObject([
      ["1: Источник", "2+3: Затраты", "5: Прим."],
      ["1: ", "2: всего", "3+2: по годам", "5: "],
      { length: 5 },
      { length: 5 },
    ]);
  });

  test("figures of a total stand in columns of figures", () => {
    expect(picture(full + full + row("Итого", "ед.", "1,0", "2,0", "3,0", "x"))[0]).toMatchObject([
      { length: 7 },
      { length: 7 },
      ["1+2: Итого", "3: ед.", "4: 1,0", "5: 2,0", "6: 3,0", "7: x"],
    ]);
  });

  test("the cell that spans is the one after the figures, where only that lets the figures stand right", () => {
    const total = row("Итого", "сумма", "ед.", "1,0", "2,0", "исп. и результат");
    const wide = row("А", "п", "ед.", "1", "2", "исп.", "рез.");
    expect(picture(wide + wide + total)[0]).toMatchObject([
      { length: 7 },
      { length: 7 },
      ["1: Итого", "2: сумма", "3: ед.", "4: 1,0", "5: 2,0", "6+2: исп. и результат"],
    ]);
  });
});

test("a first row wider than the table's usual width keeps its cells on the grid", () => {
  const rows = ["\tа\n\tб\n\tв\n", "\tг\n\tд\n", "\tе\n\tж\n", "\tз\n\tи\n"].join("\n");
  expect(findGridFaults(readText({ text: rows, damaged: 0 }, READ_LIMITS).blocks)).toEqual([]);
});
