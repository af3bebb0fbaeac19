import type { Block, Cell, Row, Table } from "../tree.ts";

export type Merge = "none" | "restart" | "continue";

/** A cell as the file states it, before its place is known. */
export interface RawCell {
  span: number;
  vertical: Merge;
  horizontal: Merge;
  /** A tracked deletion. */
  deleted: boolean;
  readonly blocks: Block[];
}

export interface RawRow {
  /** Grid columns left free before the first cell. */
  before: number;
  deleted: boolean;
  readonly cells: RawCell[];
}

interface Placed {
  readonly row: number;
  /** Left and right edge on the file's own grid, from 0. */
  readonly left: number;
  readonly right: number;
  rowSpan: number;
  readonly vertical: Merge;
  readonly blocks: Block[];
}

export interface BuiltTable {
  readonly table: Table;
  /** Blocks with text that merged cells cover, so that nobody sees them. */
  readonly covered: number;
}

/**
 * Lays rows on a grid. Edges at which no cell begins or ends are dropped, so that columns are those
 * that a person counts; null when nothing is left of the table after tracked deletions.
 */
export function buildTable(rawRows: readonly RawRow[]): BuiltTable | null {
  const kept = rawRows.filter((row) => !row.deleted && row.cells.some((cell) => !cell.deleted));
  if (kept.length === 0) return null;
  let covered = 0;
  const onCover = (blocks: readonly Block[]): void => {
    covered += blocks.filter((block) => block.kind === "table" || block.text.trim() !== "").length;
  };
  const placed = mergeDown(
    kept.map((row, index) => placeRow(row, index + 1, onCover)),
    onCover,
  );
  const edges = findEdges(placed);
  const rows: Row[] = placed.map((cells, index) => ({
    number: index + 1,
    cells: cells.map((cell) => toCell(cell, edges)),
  }));
  return { table: { kind: "table", number: 0, columns: Math.max(edges.size - 1, 1), rows }, covered };
}

function placeRow(row: RawRow, number: number, onCover: (blocks: readonly Block[]) => void): Placed[] {
  const cells: Placed[] = [];
  let left = row.before;
  for (const cell of row.cells) {
    if (cell.deleted) continue;
    const right = left + cell.span;
    const previous = cells.at(-1);
    if (cell.horizontal === "continue" && previous) {
      cells[cells.length - 1] = { ...previous, right };
      onCover(cell.blocks);
    } else {
      cells.push({ row: number, left, right, rowSpan: 1, vertical: cell.vertical, blocks: cell.blocks });
    }
    left = right;
  }
  return cells;
}

/** A cell that continues the one above it, with the same edges, becomes part of it; otherwise it stands for itself. */
function mergeDown(rows: readonly Placed[][], onCover: (blocks: readonly Block[]) => void): Placed[][] {
  let above = new Map<number, Placed>();
  return rows.map((cells) => {
    const open = new Map<number, Placed>();
    const own: Placed[] = [];
    for (const cell of cells) {
      const start = cell.vertical === "continue" ? above.get(cell.left) : undefined;
      if (start && start.right === cell.right) {
        start.rowSpan++;
        onCover(cell.blocks);
        open.set(cell.left, start);
      } else {
        own.push(cell);
        if (cell.vertical !== "none") open.set(cell.left, cell);
      }
    }
    above = open;
    return own;
  });
}

function findEdges(rows: readonly Placed[][]): Map<number, number> {
  const positions = new Set<number>();
  for (const cells of rows) for (const cell of cells) positions.add(cell.left).add(cell.right);
  return new Map([...positions].sort((a, b) => a - b).map((position, index) => [position, index]));
}

function toCell(cell: Placed, edges: ReadonlyMap<number, number>): Cell {
  const left = edges.get(cell.left) ?? 0;
  const right = edges.get(cell.right) ?? left + 1;
  return { row: cell.row, column: left + 1, columnSpan: right - left, rowSpan: cell.rowSpan, blocks: cell.blocks };
}
