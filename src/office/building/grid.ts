import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { Block, Cell, Row, Table } from "../tree.ts";

/** A cell as a file states it, before its place is known. */
export interface SpanCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** A position that another cell covers; it stands in the row all the same. */
  readonly covered?: boolean;
  readonly blocks: readonly Block[];
}

export interface LaidTable {
  readonly table: Table;
  /** Blocks with text at positions that merged cells cover, so that nobody sees them. */
  readonly covered: number;
}

export interface GridOptions {
  readonly limits: ReadLimits;
  /** Rows state covered positions as cells (ODF, sheets); otherwise a cell takes the next free place (HTML). */
  readonly explicit: boolean;
}

interface Placed {
  readonly row: number;
  /** Left and right edge on the file's own grid, from 0. */
  readonly left: number;
  readonly right: number;
  rowSpan: number;
  readonly blocks: readonly Block[];
}

/**
 * Lays rows of spanning cells on a grid. Spans end at other cells and at the last row; edges at which no cell begins
 * or ends are dropped, so that columns are those that a person counts; columns of no width (`widthless`, from 0) are
 * joined with the one before them. Null when there is no cell at all.
 * @throws Refusal too-many-cells, before the positions are made
 */
export function layTable(
  rows: readonly (readonly SpanCell[])[],
  options: GridOptions,
  widthless: ReadonlySet<number> = new Set(),
): LaidTable | null {
  const placing = new Placing(options);
  const placed = rows.map((row, index) => placing.placeRow(row, index));
  const kept = dropEmpty(placed);
  if (kept.length === 0) return null;
  const edges = findEdges(kept, widthless);
  const columns = Math.max(lastOf(edges.values()), 1);
  if (columns * kept.length > options.limits.cells) throw refuse("too-many-cells", { limit: options.limits.cells });
  const tableRows = kept.map(
    (cells, index): Row => ({
      number: index + 1,
      cells: cells.map((cell) => toCell(cell, { row: index + 1, rows: kept.length, edges })),
    }),
  );
  return { table: { kind: "table", number: 0, columns, rows: tableRows }, covered: placing.covered };
}

class Placing {
  covered = 0;
  private readonly options: GridOptions;
  /** By column: the cell that reaches down to the row that is being placed. */
  private above: (Placed | undefined)[] = [];
  private positions = 0;

  constructor(options: GridOptions) {
    this.options = options;
  }

  placeRow(row: readonly SpanCell[], index: number): Placed[] {
    const line: Placed[] = [];
    this.above = this.above.map((cell) => (cell && cell.row + cell.rowSpan > index ? cell : undefined));
    let column = 0;
    for (const cell of row) {
      if (!this.options.explicit) while (this.above[column] !== undefined) column++;
      if (cell.covered === true || this.above[column] !== undefined) {
        this.cover(cell);
        column += cell.covered === true ? cell.columnSpan : 1;
        continue;
      }
      const placed = this.place(cell, index, column);
      line.push(placed);
      column = this.options.explicit ? column + 1 : placed.right;
    }
    return line;
  }

  private place(cell: SpanCell, row: number, left: number): Placed {
    let right = left + 1;
    while (right < left + cell.columnSpan && this.above[right] === undefined) {
      this.count(1);
      right++;
    }
    this.count(1);
    const placed: Placed = { row, left, right, rowSpan: cell.rowSpan, blocks: cell.blocks };
    for (let column = left; column < right; column++) this.above[column] = placed;
    return placed;
  }

  private cover(cell: SpanCell): void {
    this.count(1);
    this.covered += cell.blocks.filter((block) => block.kind === "table" || block.text.trim() !== "").length;
  }

  private count(positions: number): void {
    this.positions += positions;
    if (this.positions > this.options.limits.cells)
      throw refuse("too-many-cells", { limit: this.options.limits.cells });
  }
}

/** A row in which nothing begins and nothing goes on is none. */
function dropEmpty(rows: readonly Placed[][]): Placed[][] {
  let reach = 0;
  return rows.filter((cells, index) => {
    const isRow = cells.length > 0 || index < reach;
    for (const cell of cells) reach = Math.max(reach, index + cell.rowSpan);
    return isRow;
  });
}

/** Edges ascend. */
function lastOf(edges: Iterable<number>): number {
  let last = 0;
  for (const edge of edges) last = edge;
  return last;
}

/** The number of each edge at which a cell begins or ends. */
function findEdges(rows: readonly Placed[][], widthless: ReadonlySet<number>): Map<number, number> {
  const positions = new Set<number>();
  let isSeen = true;
  for (const cells of rows) {
    for (const cell of cells) {
      positions.add(cell.left).add(cell.right);
      isSeen &&= hasWidth(cell.left, cell.right, widthless);
    }
  }
  const edges = new Map<number, number>();
  let before: number | null = null;
  let edge = -1;
  for (const position of [...positions].sort((a, b) => a - b)) {
    // Where a cell would vanish with its columns, what is said of their width is not believed.
    if (before === null || !isSeen || hasWidth(before, position, widthless)) edge++;
    edges.set(position, edge);
    before = position;
  }
  return edges;
}

function hasWidth(left: number, right: number, widthless: ReadonlySet<number>): boolean {
  if (right - left > widthless.size) return true;
  for (let column = left; column < right; column++) if (!widthless.has(column)) return true;
  return false;
}

function toCell(cell: Placed, place: { row: number; rows: number; edges: ReadonlyMap<number, number> }): Cell {
  const left = place.edges.get(cell.left) ?? 0;
  const right = place.edges.get(cell.right) ?? left + 1;
  const rowSpan = Math.max(1, Math.min(cell.rowSpan, place.rows - place.row + 1));
  return { row: place.row, column: left + 1, columnSpan: right - left, rowSpan, blocks: cell.blocks };
}
