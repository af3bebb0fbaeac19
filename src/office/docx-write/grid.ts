import type { PaperCell, PaperTable } from "../paper.ts";

/** A position of a row: a cell, or the place that a cell from above covers. */
export interface GridCell {
  readonly cell: PaperCell;
  /** From 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly merge: "none" | "first" | "covered";
}

interface Covered {
  readonly cell: PaperCell;
  readonly columnSpan: number;
  rowsLeft: number;
}

/** The rows of a table with the covered positions in their places, as a Word file writes merged cells. */
export function expandRows({ columns, rows }: PaperTable): GridCell[][] {
  const covered = new Map<number, Covered>();
  return rows.map((row) => {
    const line: GridCell[] = [];
    const waiting = [...row.cells];
    let column = 0;
    while (column < columns.length) {
      const from = covered.get(column);
      const next = from ? coverOnce(covered, column, from) : takeNext(waiting.shift(), column, covered);
      if (!next) break;
      line.push(next);
      column += next.columnSpan;
    }
    return line;
  });
}

function coverOnce(covered: Map<number, Covered>, column: number, from: Covered): GridCell {
  from.rowsLeft--;
  if (from.rowsLeft === 0) covered.delete(column);
  return { cell: from.cell, column, columnSpan: from.columnSpan, merge: "covered" };
}

function takeNext(cell: PaperCell | undefined, column: number, covered: Map<number, Covered>): GridCell | null {
  if (!cell) return null;
  const { columnSpan = 1, rowSpan = 1 } = cell;
  if (rowSpan > 1) covered.set(column, { cell, columnSpan, rowsLeft: rowSpan - 1 });
  return { cell, column, columnSpan, merge: rowSpan > 1 ? "first" : "none" };
}
