import { describe, expect, test } from "vitest";
import { readDocument } from "../read.ts";
import { drawBlocks, packOdf } from "../testing.ts";

const read = (content: string, more: Parameters<typeof packOdf>[1] = {}) => readDocument(packOdf(content, more));
const p = (text: string): string => `<text:p>${text}</text:p>`;
const cell = (text: string, more = ""): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
const covered = "<table:covered-table-cell/>";
const row = (cells: string, more = ""): string => `<table:table-row ${more}>${cells}</table:table-row>`;
const table = (rows: string): string => `<table:table>${rows}</table:table>`;

describe("text of paragraphs", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    ["runs of blanks and line ends are one blank", p(" а\n  б <text:span> в</text:span> "), ["а б в"]],
    ["set blanks, tabs and breaks", p('а<text:s text:c="3"/>б<text:tab/>в<text:line-break/> г'), ["а   б\tв\nг"]],
    ["soft hyphens are gone", p("про\u00adграм\u00adма"), ["программа"]],
    ["no-break blanks stay", p("2024\u00a0год"), ["2024\u00a0год"]],
    ["an empty paragraph stays", p("а") + p("") + p("б"), ["а", "", "б"]],
    [
      "deleted text is left out",
      `<text:tracked-changes><text:changed-region><text:deletion>${p("старое")}</text:deletion></text:changed-region></text:tracked-changes>${p("но<text:change/>вое")}`,
      ["новое"],
    ],
    [
      "text of a frame follows its paragraph",
      p(`а<draw:frame><draw:text-box>${p("в рамке")}</draw:text-box></draw:frame>б`) + p("в"),
      ["аб", "в рамке", "в"],
    ],
    ["a hidden section", `<text:section text:display="none">${p("а")}</text:section>${p("б")}`, ["б"]],
  ];
  test.each(cases)("%s", (_name, content, expected) => {
    expect(drawBlocks(read(content).blocks)).toEqual(expected);
  });

  test("what is left out is counted", () => {
    const note =
      '<text:note text:note-class="footnote"><text:note-body><text:p>сноска</text:p></text:note-body></text:note>';
    const picture = "<draw:frame><draw:object/><draw:image/></draw:frame><draw:frame><draw:image/></draw:frame>";
    const tree = read(p(`а${note}<office:annotation><text:p>нет</text:p></office:annotation>${picture}`));
    expect(drawBlocks(tree.blocks)).toEqual(["а"]);
    expect(tree.omitted).toEqual([
      { what: "footnote", count: 1 },
      { what: "comment", count: 1 },
      { what: "embedded-document", count: 1 },
      { what: "picture", count: 1 },
    ]);
  });
});

describe("numbers of lists stand as they are printed", () => {
  const level = (number: number, more: string): string =>
    `<text:list-level-style-number text:level="${number}" ${more}/>`;
  const styles = `<text:list-style style:name="L">${level(1, 'style:num-format="1" style:num-suffix="."')}${level(2, 'style:num-format="1" style:num-suffix=")" text:display-levels="2"')}</text:list-style><text:list-style style:name="R">${level(1, 'style:num-format="I" style:num-suffix="." text:start-value="3"')}</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
  const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
  const list = (items: string, more = 'text:style-name="L"'): string => `<text:list ${more}>${items}</text:list>`;
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    ["figures", list(item(p("а") + p("далее")) + item(p("б"))), ["1. а", "далее", "2. б"]],
    [
      "levels under levels",
      list(item(p("а") + list(item(p("б")) + item(p("в")), "")) + item(p("г"))),
      ["1. а", "1.1) б", "1.2) в", "2. г"],
    ],
    ["a new list begins anew", list(item(p("а"))) + p("и") + list(item(p("б"))), ["1. а", "и", "1. б"]],
    [
      "a list that goes on",
      list(item(p("а"))) + list(item(p("б")), 'text:style-name="L" text:continue-numbering="true"'),
      ["1. а", "2. б"],
    ],
    ["Roman figures from a start", list(item(p("а")) + item(p("б")), 'text:style-name="R"'), ["III. а", "IV. б"]],
    ["bullets", list(item(p("а")), 'text:style-name="B"'), ["• а"]],
    [
      "a head of a list has no number",
      list(`<text:list-header>${p("а")}</text:list-header>${item(p("б"))}`),
      ["а", "1. б"],
    ],
  ];
  test.each(cases)("%s", (_name, content, expected) => {
    expect(drawBlocks(read(content, { styles }).blocks)).toEqual(expected);
  });
});

describe("tables", () => {
  const cases: readonly (readonly [string, string, unknown[]])[] = [
    [
      "cells merged both ways",
      table(
        row(cell("а", 'table:number-rows-spanned="2"') + cell("б", 'table:number-columns-spanned="2"') + covered) +
          row(covered + cell("в") + cell("г")),
      ),
      [
        [
          ["1x2: а", "2+2: б"],
          ["2: в", "3: г"],
        ],
      ],
    ],
    [
      "repeated cells and rows",
      table(row(cell("0", 'table:number-columns-repeated="2"') + cell("1"), 'table:number-rows-repeated="2"')),
      [
        [
          ["1: 0", "2: 0", "3: 1"],
          ["1: 0", "2: 0", "3: 1"],
        ],
      ],
    ],
    [
      "a table within a cell",
      table(row(`<table:table-cell>${table(row(cell("а") + cell("б")))}</table:table-cell>`)),
      [[[["1: ", [["1: а", "2: б"]]]]]],
    ],
    [
      "rows of a head",
      table(`<table:table-header-rows>${row(cell("а"))}</table:table-header-rows>${row(cell("б"))}`),
      [[["1: а"], ["1: б"]]],
    ],
  ];
  test.each(cases)("%s", (_name, content, expected) => {
    expect(drawBlocks(read(content).blocks)).toEqual(expected);
  });

  test("a cell repeated a million times is refused before it is made", () => {
    const wide = table(row(cell("а", `table:number-columns-repeated="${2 ** 20}"`)));
    expect(() => read(wide)).toThrow(expect.objectContaining({ code: "too-many-cells" }));
    const tall = table(row(cell("а"), `table:number-rows-repeated="${2 ** 31}"`));
    expect(() => read(tall)).toThrow(expect.objectContaining({ code: "too-many-cells" }));
    const spanning = table(row(cell("а", `table:number-columns-spanned="${2 ** 30}"`)));
    expect(() => read(spanning)).toThrow(expect.objectContaining({ code: "too-many-cells" }));
  });
});

test("a file with a password is named so", () => {
  const manifest =
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>';
  expect(() => read(p("а"), { parts: { "META-INF/manifest.xml": manifest } })).toThrow(
    expect.objectContaining({ code: "encrypted" }),
  );
});

test("cells of lines without a letter are empty, however often they are repeated in both directions", () => {
  const many = `${2 ** 31}`;
  const blank = `<table:table-cell table:number-columns-repeated="${many}">${p("")}${p(" ")}</table:table-cell>`;
  const sheet = table(row(cell("Всего")) + row(blank, `table:number-rows-repeated="${many}"`));
  expect(drawBlocks(read(sheet, { kind: "spreadsheet" }).blocks)).toEqual(["Всего"]);
});

test("a spreadsheet gives its raw values, and a million empty rows cost nothing", () => {
  const number = (value: string, shown: string): string =>
    `<table:table-cell office:value-type="float" office:value="${value}">${p(shown)}</table:table-cell>`;
  const sheet = table(
    row(cell("Всего") + cell("Доля")) +
      row(
        number("1234.5", "1 234,50") +
          `<table:table-cell office:value-type="percentage" office:value="0.314">${p("31%")}</table:table-cell>`,
      ) +
      row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048570"'),
  );
  const tree = read(sheet, { kind: "spreadsheet" });
  expect(tree.format).toBe("ods");
  expect(drawBlocks(tree.blocks)).toEqual([
    [
      ["1: Всего", "2: Доля"],
      ["1: 1234,50", "2: 31,4%"],
    ],
  ]);
});
