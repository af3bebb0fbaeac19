import { type DrawnCell, type DrawnGrid, findGrids } from "./find-grids.ts";
import { joinLines, listKnownWords, printsSpaces } from "./join-lines.ts";
import type { Line, PageMarks, Sign } from "./marks.ts";
import { readLines } from "./read-lines.ts";

/** A cell as it was read on its page. */
export interface ReadCell extends Pick<DrawnCell, "row" | "column" | "rowSpan" | "columnSpan"> {
  readonly paragraphs: readonly string[];
}

/** A table on one page, to be joined with what goes on over the page. */
export interface PageTable {
  readonly kind: "table";
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly ReadCell[];
  /** Whether nothing but margins stands above and below it on its page. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface PageText {
  readonly kind: "text";
  readonly paragraphs: readonly string[];
}

export type PageBlock = PageTable | PageText;

/** What stands on each page, in reading order, without running heads and page numbers. */
export function readPages(pages: readonly PageMarks[]): readonly (readonly PageBlock[])[] {
  const parted = pages.map(partPage);
  const running = findRunning(
    parted.map(({ outside }, page) => ({ lines: outside, height: pages[page]?.height ?? 0 })),
  );
  const texts = parted.flatMap(({ outside, tables }) => [outside, ...tables.flatMap(({ lines }) => lines)]);
  const habits = { printsSpaces: printsSpaces(texts), known: listKnownWords(texts.flat()) };
  return parted.map(({ outside, tables }) => {
    const lines = outside.filter((line) => !running.has(line));
    return orderBlocks(lines, tables, habits);
  });
}

interface LinedTable {
  readonly grid: DrawnGrid;
  /** By cell, in the order of the grid's. */
  readonly lines: readonly (readonly Line[])[];
}

interface PartedPage {
  readonly outside: readonly Line[];
  readonly tables: readonly LinedTable[];
}

function partPage(page: PageMarks): PartedPage {
  const grids = findGrids(page);
  const inside = grids.map((grid) => grid.cells.map((): Sign[] => []));
  const outside: Sign[] = [];
  let last: { readonly sign: Sign; readonly place: Sign[] } | null = null;
  for (const sign of page.signs) {
    // The space at which a line was broken may stand over the edge of its cell.
    const hangs: boolean = sign.text.trim() === "" && last?.sign.baseline === sign.baseline;
    const place: Sign[] = hangs && last ? last.place : (findPlace(grids, inside, sign) ?? outside);
    place.push(sign);
    last = { sign, place };
  }
  const tables = grids.map((grid, table) => ({ grid, lines: (inside[table] ?? []).map(readLines) }));
  return { outside: readLines(outside), tables: tables.filter(({ lines }) => lines.some((cell) => cell.length > 0)) };
}

function findPlace(
  grids: readonly DrawnGrid[],
  inside: readonly (readonly Sign[][])[],
  sign: Sign,
): Sign[] | undefined {
  const [x, y] = [(sign.left + sign.right) / 2, (sign.top + sign.bottom) / 2];
  const table = grids.findIndex((grid) => grid.cells.some((cell) => holds(cell, x, y)));
  return inside[table]?.[grids[table]?.cells.findIndex((each) => holds(each, x, y)) ?? -1];
}

function holds(cell: DrawnCell, x: number, y: number): boolean {
  return x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom;
}

/** The share of a page's height in which heads, feet and page numbers stand. */
const MARGIN = 0.09;

/** Lines of the margins that are a page number, or the same on three pages or more. */
function findRunning(
  pages: readonly { readonly lines: readonly Line[]; readonly height: number }[],
): ReadonlySet<Line> {
  const margins = pages.flatMap(({ lines, height }) =>
    lines.filter(({ top, bottom }) => bottom < height * MARGIN || top > height * (1 - MARGIN)),
  );
  const counts = new Map<string, number>();
  const say = ({ text }: Line) => text.replace(/\d+/g, "#");
  for (const line of margins) counts.set(say(line), (counts.get(say(line)) ?? 0) + 1);
  return new Set(margins.filter((line) => /^[-–—\s]*#[-–—\s]*$/.test(say(line)) || (counts.get(say(line)) ?? 0) > 2));
}

/** How this file was set, told by all of it. */
interface Habits {
  readonly printsSpaces: boolean;
  readonly known: ReadonlySet<string>;
}

/** Tables among the lines around them, by where they begin. */
function orderBlocks(lines: readonly Line[], tables: readonly LinedTable[], habits: Habits): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let rest = lines;
  const addText = (some: readonly Line[]) => {
    if (some.length > 0) blocks.push({ kind: "text", paragraphs: joinLines(some, { ...edgesOf(lines), ...habits }) });
  };
  tables.forEach((table, index) => {
    const { grid, lines: inside } = table;
    const padding = findPadding(table);
    const top = grid.ys[0] ?? 0;
    const before = rest.filter((line) => line.baseline < top);
    addText(before);
    rest = rest.filter((line) => line.baseline >= top);
    const cells = grid.cells.map((cell, at) => ({
      ...{ row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan },
      paragraphs: joinLines(inside[at] ?? [], { left: cell.left + padding, right: cell.right - padding, ...habits }),
    }));
    const isFirst = index === 0 && blocks.length === 0;
    const isLast = index === tables.length - 1 && rest.every((line) => line.baseline < top);
    blocks.push({ kind: "table", xs: grid.xs, rows: grid.ys.length - 1, cells, isFirst, isLast });
  });
  addText(rest);
  return blocks;
}

function edgesOf(lines: readonly Line[]): { readonly left: number; readonly right: number } {
  return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
}

const MOST_PADDING = 8;

/** What stands free between a table's lines and its letters: the least of all its cells, since in most of them something is centred or short. */
function findPadding({ grid, lines }: LinedTable): number {
  const free = grid.cells.flatMap((cell, at) =>
    (lines[at] ?? []).flatMap((line) => [line.left - cell.left, cell.right - line.right]),
  );
  return Math.min(MOST_PADDING, Math.max(0, Math.min(...free)));
}
