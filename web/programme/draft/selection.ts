import type { Address, Change, Edit } from "../../../src/programme/draft/edit.ts";
import { MOST_EDITS } from "../../../src/programme/draft/edit.ts";
import { MOST_ROWS, readBlock, writeBlock } from "../../../src/programme/draft/paste.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners; one cell where they are the same. */
export interface Range {
  readonly active: Spot;
  readonly anchor: Spot;
}

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function boxOf({ active, anchor }: Range): Box {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export function isInside(box: Box, { row, column }: Spot): boolean {
  return row >= box.top && row <= box.bottom && column >= box.left && column <= box.right;
}

/** Where a key leads: one cell on, to an end of the row, a page on; never out of the sheet. */
export function moveSpot(
  spot: Spot,
  key: string,
  { sheet, page, far }: { sheet: Sheet; page: number; far: boolean },
): Spot | null {
  const last = { row: sheet.rows - 1, column: sheet.columns.length - 1 };
  const moved = ((): Spot | null => {
    switch (key) {
      case "ArrowDown":
        return { ...spot, row: far ? last.row : spot.row + 1 };
      case "ArrowUp":
        return { ...spot, row: far ? 0 : spot.row - 1 };
      case "ArrowLeft":
        return { ...spot, column: far ? 0 : spot.column - 1 };
      case "ArrowRight":
        return { ...spot, column: far ? last.column : spot.column + 1 };
      case "PageDown":
        return { ...spot, row: spot.row + page };
      case "PageUp":
        return { ...spot, row: spot.row - page };
      case "Home":
        return far ? { row: 0, column: 0 } : { ...spot, column: 0 };
      case "End":
        return far ? last : { ...spot, column: last.column };
      default:
        return null;
    }
  })();
  return moved && keepInside(moved, last);
}

export function keepInside({ row, column }: Spot, last: Spot): Spot {
  return { row: Math.max(0, Math.min(row, last.row)), column: Math.max(0, Math.min(column, last.column)) };
}

/** The cells of a box as text for the clipboard. */
export function copyBox(sheet: Sheet, box: Box): string {
  const rows = range(box.top, box.bottom).map((row) => {
    const { cells } = sheet.row(row);
    return range(box.left, box.right).map((column) => cells[column]?.text ?? "");
  });
  return writeBlock(rows);
}

/** What a paste or a deletion makes, and how many cells it passed over because they are counted or hold nothing. */
export interface Filling {
  readonly change: Change;
  readonly passed: number;
}

export type PasteProblem = "too-many-rows" | "too-many-cells" | "nothing";

/** Empties the cells of a box. */
export function clearBox(sheet: Sheet, box: Box): Filling {
  return fill(sheet, box, () => "");
}

/** Puts a block from the clipboard where the selection begins; a single cell fills all of the selection. */
export function pasteText(sheet: Sheet, box: Box, text: string): Filling | PasteProblem {
  const block = readBlock(text);
  const [first] = block;
  if (!first) return "nothing";
  if (block.length > MOST_ROWS) return "too-many-rows";
  const single = block.length === 1 && first.length === 1;
  const width = Math.max(...block.map((row) => row.length));
  if (block.length * width > MOST_EDITS) return "too-many-cells";
  const target = single
    ? box
    : { top: box.top, left: box.left, bottom: box.top + block.length - 1, right: box.left + width - 1 };
  return fill(sheet, target, (row, column) => (single ? first[0] : block[row - box.top]?.[column - box.left]));
}

function fill(sheet: Sheet, box: Box, textAt: (row: number, column: number) => string | undefined): Filling {
  const edits: Edit[] = [];
  let passed = 0;
  for (let row = box.top; row <= box.bottom; row++) {
    const cells = row < sheet.rows ? sheet.row(row).cells : [];
    for (let column = box.left; column <= box.right; column++) {
      const text = textAt(row, column);
      if (text === undefined) continue;
      const cell = cells[column];
      if (cell?.address) edits.push(setCell(cell, cell.address, text));
      else if (text.trim() !== "") passed += 1;
    }
  }
  return { change: { edits }, passed };
}

export function setCell(cell: SheetCell, address: Address, text: string): Edit {
  return { do: "set", address, was: cell.text, text };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
