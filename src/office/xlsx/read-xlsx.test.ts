import { describe, expect, test } from "vitest";
import { readDocument } from "../read.ts";
import { toDecimalText } from "../sheet/decimal-text.ts";
import { drawBlocks, packXlsx, wrapSheetPart } from "../testing.ts";
import { parseNumberFormat } from "./number-format.ts";
import { printNumber } from "./value-text.ts";

type Rows = Readonly<Record<number, string>>;

/** Rows as «A text | C text» by number. */
function data(rows: Rows): string {
  const lines = Object.entries(rows).map(([number, cells]) => {
    const parts = cells.split("|").map((part) => {
      const [, letters = "", text = ""] = /^\s*([A-Z]+)\s(.*?)\s*$/.exec(part) ?? [];
      return `<c r="${letters}${number}" t="inlineStr"><is><t>${text}</t></is></c>`;
    });
    return `<row r="${number}">${parts.join("")}</row>`;
  });
  return `<sheetData>${lines.join("")}</sheetData>`;
}

const merge = (...ranges: string[]): string =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join("")}</mergeCells>`;
const readSheets = (...contents: string[]) => readDocument(packXlsx(contents.map((content) => ({ content }))));
const AB = ["1: а", "2: б"];

describe("a sheet becomes paragraphs and tables", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    [
      "a caption, a table, a note",
      data({ 1: "A Приложение", 2: "A а|B б", 3: "A а|B б", 4: "A Примечание" }),
      ["Приложение", [AB, AB], "Примечание"],
    ],
    ["an empty row parts tables", data({ 1: "A а|B б", 3: "A Таблица 2", 5: "B а|C б" }), [[AB], "Таблица 2", [AB]]],
    [
      "a row of one cell within a table stays in it",
      data({ 1: "A а|B б", 2: "A Цель", 3: "A а|B б" }),
      [[AB, ["1: Цель", "2: "], AB]],
    ],
    [
      "empty places in the midst stay",
      data({ 1: "A а|C б", 2: "B в|C г" }),
      [
        [
          ["1: а", "2: ", "3: б"],
          ["1: ", "2: в", "3: г"],
        ],
      ],
    ],
    [
      "merged cells",
      data({ 1: "A а|B б", 2: "B в|C г" }) + merge("A1:A2", "B1:C1"),
      [
        [
          ["1x2: а", "2+2: б"],
          ["2: в", "3: г"],
        ],
      ],
    ],
    [
      "a single cell that is merged downwards belongs to the table",
      data({ 1: "A а", 2: "B б" }) + merge("A1:A2"),
      [[["1x2: а", "2: "], ["2: б"]]],
    ],
    [
      "a merge over a million rows reaches to the last filled one",
      data({ 1: "A а|B б", 2: "B в" }) + merge("A1:A1048576"),
      [[["1x2: а", "2: б"], ["2: в"]]],
    ],
  ];
  test.each(cases)("%s", (_name, content, expected) => {
    expect(drawBlocks(readSheets(content).blocks)).toEqual(expected);
  });

  test("a million formatted empty rows cost nothing", () => {
    const empty = Array.from(
      { length: 50_000 },
      (_unused, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`,
    );
    const content = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>${empty.join("")}</sheetData>`;
    expect(drawBlocks(readSheets(content).blocks)).toEqual([[["1: 1", "2: 2"]]]);
  });

  test("a table with a filled cell at the farthest corner is refused before it is laid out", () => {
    const far = data({ 1: "A а|B б", 1048576: "XFD в" }) + merge("A1:A1048576");
    expect(() => readSheets(far)).toThrow(expect.objectContaining({ code: "too-many-cells" }));
  });
});

describe("what a person does not see is left out and counted", () => {
  test("hidden sheets, rows and columns", () => {
    const content = `<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" hidden="1"><c r="A2"><v>9</v></c></row><row r="3"><c r="A3"><v>4</v></c><c r="C3"><v>5</v></c></row></sheetData>`;
    const hidden = data({ 1: "A нет" });
    const tree = readDocument(
      packXlsx([{ content: hidden, state: "hidden" }, { content }, { content: hidden, state: "veryHidden" }]),
    );
    expect(drawBlocks(tree.blocks)).toEqual([
      [
        ["1: 1", "2: 3"],
        ["1: 4", "2: 5"],
      ],
    ]);
    expect(tree.omitted).toEqual([
      { what: "hidden-row", count: 1 },
      { what: "hidden-column", count: 1 },
      { what: "hidden-sheet", count: 2 },
    ]);
  });

  test("a merged cell whose corner is hidden shows its text", () => {
    const content = `<sheetData><row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>а</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row></sheetData>${merge("A1:A3")}`;
    expect(drawBlocks(readSheets(content).blocks)).toEqual([[["1x2: а", "2: 1"], ["2: 2"]]]);
  });
});

test("strings, booleans, dates, percentages, errors and formulas", () => {
  const strings = wrapSheetPart(
    "sst",
    '<si><t>просто</t></si><si><r><t xml:space="preserve">из </t></r><r><t>частей</t></r><rPh><t>нет</t></rPh></si>',
  );
  const styles = wrapSheetPart(
    "styleSheet",
    '<numFmts><numFmt numFmtId="170" formatCode="#,##0.00"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs>',
  );
  const cells = [
    't="s"><v>0</v>',
    't="s"><v>1</v>',
    't="b"><v>1</v>',
    's="1"><v>45352</v>',
    's="2"><v>0.31364</v>',
    's="3"><v>8585</v>',
    't="e"><f>A1/0</f><v>#DIV/0!</v>',
    "><f>A1</f><v>0.30000000000000004</v>",
    "><f>A1</f>",
    't="str"><f>A1</f><v></v>',
  ];
  const content = `<sheetData><row>${cells.map((cell) => `<c ${cell}</c>`).join("")}</row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>`;
  const tree = readDocument(packXlsx([{ content }], { "xl/sharedStrings.xml": strings, "xl/styles.xml": styles }));
  const [table] = tree.blocks;
  const texts = table?.kind === "table" ? drawBlocks([{ ...table, rows: table.rows.slice(0, 1) }]) : [];
  expect(texts).toEqual([
    [["1: просто", "2: из частей", "3: ИСТИНА", "4: 01.03.2024", "5: 31,364%", "6: 8585,00", "7: #DIV/0!", "8: 0,3"]],
  ]);
  expect(tree.omitted).toEqual([{ what: "formula-without-value", count: 1 }]);
});

describe("numbers by their format", () => {
  test.each([
    ["General", 858.5, "858,5"],
    ["0.00", 858.5, "858,50"],
    ["# ##0.0#", 1234.567, "1234,567"],
    ["0%", 0.3136, "31,36%"],
    ["0.0%", 1.1, "110,0%"],
    ['#,##0.00"р."', -2.5, "-2,50"],
    ["0.0,", 1500, "1,5"],
    ["dd.mm.yyyy", 45292, "01.01.2024"],
    ["[$-419]d mmmm yyyy\\ \\г.;@", 45292, "01.01.2024"],
    ["yyyy", 45292, "2024"],
    ["mmm.yy", 45352, "03.2024"],
    ["dd.mm.yy hh:mm", 45292.5, "01.01.2024 12:00"],
    ["h:mm:ss", 0.75, "18:00"],
    ["[h]:mm", 1.5, "36:00"],
    ["0.00E+00", 12345, "12345,00"],
    ["dd.mm.yyyy", 1, "01.01.1900"],
    ["dd.mm.yyyy", -5, "-5"],
    ["[Red]0.0;[Blue]-0.0", 2, "2,0"],
  ])("%s: %d is %s", (code, value, expected) => {
    expect(printNumber(value, parseNumberFormat(code), false)).toBe(expected);
  });

  test.each([
    [0.1 + 0.2, "0,3"],
    [1e21, "1000000000000000000000"],
    [1.5e-7, "0,00000015"],
    [-0, "0"],
    [100, "100"],
    [123456789.123456, "123456789,123456"],
  ])("%d is %s", (value, expected) => {
    expect(toDecimalText(value, 0)).toBe(expected);
  });
});
