import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFileDocument } from "./read.ts";
import { findGridFaults } from "./testing.ts";
import { type Block, type Cell, cellText, type DocumentTree, type Table } from "./tree.ts";

const ROOT = join(import.meta.dirname, "../..");
const NAME = "ordynsky-2024-2026";
/** The same documents, where they came from and where the repository keeps them. */
const FOLDERS = [join(ROOT, "../shared/documents"), join(ROOT, "examples", NAME), join(ROOT, "examples")].filter(
  (folder) => existsSync(join(folder, `${NAME}.docx`)) && existsSync(join(folder, `${NAME}.txt`)),
);

function listTables(blocks: readonly Block[]): Table[] {
  return blocks.flatMap((block) => (block.kind === "table" ? [block, ...listNested(block)] : []));
}

function listNested(table: Table): Table[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => listTables(cell.blocks)));
}

function listParagraphs(tree: DocumentTree): string[] {
  return tree.blocks
    .flatMap((block) => (block.kind === "paragraph" ? [plain(block.text)] : []))
    .filter((text) => text !== "");
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function listCells(table: Table): Cell[] {
  return table.rows.flatMap((row) => row.cells);
}

describe.each(FOLDERS)("the programme in %s", (folder) => {
  const word = readFileDocument(join(folder, `${NAME}.docx`));
  const text = readFileDocument(join(folder, `${NAME}.txt`));
  const outer = (tree: DocumentTree): Table[] => tree.blocks.filter((block) => block.kind === "table");

  test("has four tables, in Word with two nested in the third", () => {
    expect(outer(text).map((table) => [table.number, table.columns, table.rows.length])).toEqual([
      [1, 2, 10],
      [2, 8, 12],
      [3, 9, 40],
      [4, 6, 8],
    ]);
    expect(listTables(word.blocks).map((table) => [table.number, table.columns, table.rows.length])).toEqual([
      [1, 2, 10],
      [2, 8, 12],
      [3, 9, 40],
      [4, 9, 17],
      [5, 9, 28],
      [6, 6, 8],
    ]);
  });

  test("has sound grids and nothing left out", () => {
    expect(findGridFaults([...word.blocks, ...text.blocks])).toEqual([]);
    expect([...word.omitted, ...text.omitted]).toEqual([]);
  });

  test("says the same outside its tables", () => {
    expect(listParagraphs(text)).toEqual(listParagraphs(word));
  });

  test("says the same in every cell, but for the two cells that hold nested tables", () => {
    const differing: string[] = [];
    outer(text).forEach((table, index) => {
      const same = outer(word)[index];
      const cells = new Map((same ? listCells(same) : []).map((cell) => [`${cell.row}/${cell.column}`, cell]));
      for (const cell of listCells(table)) {
        const place = `${cell.row}/${cell.column}`;
        const other = cells.get(place);
        const isSame = other ? plain(cellText(other)) === plain(cellText(cell)) : plain(cellText(cell)) === "";
        if (!isSame || (other && other.columnSpan !== cell.columnSpan)) differing.push(`${table.number}: ${place}`);
      }
    });
    expect(differing).toEqual(["3: 24/1", "3: 36/1"]);
  });
});

test("the documents are there", () => {
  expect(FOLDERS.length).toBeGreaterThan(0);
});
