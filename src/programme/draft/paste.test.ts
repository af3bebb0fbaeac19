import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_ROWS, readBlock, writeBlock } from "./paste.ts";

const BLOCKS: [name: string, text: string, cells: string[][]][] = [
  ["one cell", "1 358,5", [["1 358,5"]]],
  ["a row of Excel", "1\t2\t3\r\n", [["1", "2", "3"]]],
  [
    "rows with empty cells",
    "1\t\t3\n\t5\t",
    [
      ["1", "", "3"],
      ["", "5", ""],
    ],
  ],
  ["a cell of several lines", '"первая\nвторая"\t2\r\n', [["первая\nвторая", "2"]]],
  ["doubled quotation marks", '"конкурс ""Двор"""\t2', [['конкурс "Двор"', "2"]]],
  ["quotation marks inside a cell", 'конкурс "Двор"\t2', [['конкурс "Двор"', "2"]]],
  ["a cell that only begins with one", '"Двор" и сад\t2', [['"Двор" и сад', "2"]]],
  ["nothing", "", []],
];

describe("a pasted block", () => {
  it.each(BLOCKS)("of %s is read", (_name, text, cells) => {
    expect(readBlock(text)).toEqual(cells);
  });

  it("reads back whatever is copied", () => {
    const cell = fc.string({ unit: fc.constantFrom("а", '"', "\t", "\n", "1", ",", " ") });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(readBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });

  it("of a million rows is given up one row after the limit", () => {
    const started = performance.now();
    expect(readBlock("1\t2\n".repeat(1_000_000))).toHaveLength(MOST_ROWS + 1);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
