import { firstWord, lastWord } from "./join-lines.ts";
import type { PageBlock, PageTable, ReadCell } from "./read-pages.ts";

/** Columns that stand this near on both pages are the same. */
const NEAR = 9;

/** A document's blocks over all pages: a table that reaches the end of a page goes on in one of the same columns at the head of the next. */
export function joinPages(pages: readonly (readonly PageBlock[])[]): readonly PageBlock[] {
  const known = listWords(pages.flat());
  const joined: PageBlock[] = [];
  for (const page of pages) {
    const last = joined.at(-1);
    const [first, ...others] = page;
    if (last?.kind === "table" && first?.kind === "table" && goesOn(last, first)) {
      joined[joined.length - 1] = joinTables(last, first, known);
      joined.push(...others);
    } else joined.push(...page);
  }
  return joined;
}

/** The edges are the same, and so are the columns, as far as both pages draw them. */
function goesOn(above: PageTable, below: PageTable): boolean {
  if (!above.isLast || !below.isFirst) return false;
  const isIn = (x: number, xs: readonly number[]) => xs.some((other) => Math.abs(other - x) <= NEAR);
  const [fewer, more] = above.xs.length <= below.xs.length ? [above.xs, below.xs] : [below.xs, above.xs];
  const edges = [fewer[0] ?? 0, fewer.at(-1) ?? 0];
  return (
    fewer.length > 2 &&
    fewer.every((x) => isIn(x, more)) &&
    edges.every((x, end) => Math.abs((more.at(-end) ?? 0) - x) <= NEAR)
  );
}

/** The table's columns counted by the lines of both pages. */
function recount(table: PageTable, xs: readonly number[]): PageTable {
  const placeOf = (index: number) => {
    const x = table.xs[index] ?? 0;
    return xs.reduce((best, other, at) => (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x) ? at : best), 0);
  };
  const cells = table.cells.map((cell) => {
    const column = placeOf(cell.column);
    return { ...cell, column, columnSpan: placeOf(cell.column + cell.columnSpan) - column };
  });
  return { ...table, xs, cells };
}

function joinTables(first: PageTable, second: PageTable, known: Words): PageTable {
  const xs = first.xs.length >= second.xs.length ? first.xs : second.xs;
  const [above, below] = [recount(first, xs), recount(second, xs)];
  const head = countRepeatedHead(above, below);
  const moved = below.cells
    .filter(({ row }) => row >= head)
    .map((cell) => ({ ...cell, row: cell.row - head + above.rows }));
  const top = moved.filter(({ row }) => row === above.rows);
  const foot = above.cells.filter(({ row, rowSpan }) => row + rowSpan === above.rows);
  const isTorn = isRowTorn(foot, top);
  const all = [...above.cells, ...moved];
  const cells = isTorn ? mendRow(above, moved, known) : joinSpans(all, foot, top);
  const rows = above.rows + below.rows - head - (isTorn ? 1 : 0);
  return { ...above, rows, cells, isLast: below.isLast };
}

const textOf = ({ paragraphs }: ReadCell) => paragraphs.join("\n");

/** How many rows at the head of the page say the same as those at the head of the table. */
function countRepeatedHead(above: PageTable, below: PageTable): number {
  const rowOf = (table: PageTable, row: number) =>
    JSON.stringify(
      table.cells.filter((cell) => cell.row === row).map((cell) => [cell.column, cell.columnSpan, textOf(cell)]),
    );
  let head = 0;
  while (head < below.rows && head < above.rows && rowOf(above, head) === rowOf(below, head)) head++;
  return head;
}

const FIGURE = /^[\s\d.,–—\-xхХX]*$/;

/** A row that the end of the page tore apart: nothing in its second half begins anything, and something goes on. */
function isRowTorn(foot: readonly ReadCell[], top: readonly ReadCell[]): boolean {
  const pairs = top.map((cell) => ({ text: textOf(cell), above: textOf(findAbove(foot, cell) ?? cell) }));
  const filled = pairs.filter(({ text }) => text !== "");
  if (filled.length === 0) return false;
  return filled.every(({ text, above }) => /^[\p{Ll}(«»,.;:)]/u.test(text) && above !== "" && !FIGURE.test(above));
}

function findAbove(foot: readonly ReadCell[], cell: ReadCell): ReadCell | undefined {
  return foot.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
}

/** The halves of a torn row are one row again, and the rows below move up. */
function mendRow(above: PageTable, moved: readonly ReadCell[], known: Words): readonly ReadCell[] {
  const seam = above.rows;
  const top = moved.filter(({ row }) => row === seam);
  const mended = above.cells.map((cell) => {
    const below = cell.row + cell.rowSpan === seam ? top.find((other) => findAbove([cell], other)) : undefined;
    if (!below) return cell;
    const rowSpan = cell.rowSpan + below.rowSpan - 1;
    return { ...cell, rowSpan, paragraphs: goOn(cell.paragraphs, below.paragraphs, known) };
  });
  const rest = moved.filter(({ row }) => row !== seam).map((cell) => ({ ...cell, row: cell.row - 1 }));
  return [...mended, ...rest];
}

function goOn(before: readonly string[], after: readonly string[], known: Words): readonly string[] {
  const [first, ...others] = after;
  if (first === undefined) return before;
  const last = before.at(-1) ?? "";
  return [...before.slice(0, -1), isBroken(last, first, known) ? last + first : `${last} ${first}`.trim(), ...others];
}

/** A word that the end of the page broke stands elsewhere whole. */
function isBroken(last: string, first: string, known: Words): boolean {
  return /\p{L}-$/u.test(last) || (/\p{L}$/u.test(last) && known.has(lastWord(last) + firstWord(first)));
}

type Words = ReadonlySet<string>;

function listWords(blocks: readonly PageBlock[]): Words {
  const texts = blocks.flatMap((block) =>
    block.kind === "text" ? block.paragraphs : block.cells.flatMap(({ paragraphs }) => paragraphs),
  );
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []));
}

/** A cell over many rows that goes on empty on the next page is one cell, as long as the row there begins nothing of its own in its first columns. */
function joinSpans(
  cells: readonly ReadCell[],
  foot: readonly ReadCell[],
  top: readonly ReadCell[],
): readonly ReadCell[] {
  const gone = new Set<ReadCell>();
  const longer = new Map<ReadCell, ReadCell>();
  for (const below of [...top].sort((one, other) => one.column - other.column)) {
    const above = findAbove(foot, below);
    const text = above ? textOf(above) : "";
    if (!above || textOf(below) !== "" || text === "" || FIGURE.test(text)) break;
    gone.add(below);
    longer.set(above, { ...above, rowSpan: above.rowSpan + below.rowSpan });
  }
  return cells.filter((cell) => !gone.has(cell)).map((cell) => longer.get(cell) ?? cell);
}
