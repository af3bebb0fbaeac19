import type { BlockFlow } from "../building/flow.ts";
import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { HiddenLines } from "./lines.ts";
import type { Sheet } from "./sheet.ts";
import type { Area } from "./visible.ts";

/** A merged cell by the places of its table, from 0. */
interface Span {
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Visible rows and columns of a table, in order. */
interface Lines {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Writes an area of a sheet as a table from its first to its last filled column. */
export function layArea(area: Area, sheet: Sheet, to: { flow: BlockFlow; limits: ReadLimits }): void {
  const lines = findLines(area, sheet, to.limits);
  const { spans, covered } = findSpans(area, lines);
  const filled = new Map(area.rows.map((row) => [row.number, row.cells]));
  to.flow.openTable();
  lines.rows.forEach((row, rowIndex) => {
    to.flow.openRow();
    lines.columns.forEach((column, columnIndex) => {
      const place = rowIndex * lines.columns.length + columnIndex;
      const span = spans.get(place) ?? { rowSpan: 1, columnSpan: 1 };
      const isCovered = covered.has(place);
      to.flow.openCell({ ...span, covered: isCovered });
      if (!isCovered) to.flow.addParagraph(filled.get(row)?.get(column) ?? "");
      to.flow.closeCell();
    });
    to.flow.closeRow();
  });
  to.flow.closeTable();
}

/** @throws Refusal too-many-cells before the lines of a table too large are listed */
function findLines(area: Area, sheet: Sheet, limits: ReadLimits): Lines {
  const top = area.rows[0]?.number ?? 1;
  const rights = new Map(area.merges.map((merge) => [`${merge.top}/${merge.left}`, merge.right]));
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const row of area.rows) {
    for (const column of row.cells.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column, rights.get(`${row.number}/${column}`) ?? 0);
    }
  }
  const rows = listVisible(top, area.end, { hidden: sheet.hiddenRows, limits });
  const columns = listVisible(left, right, { hidden: sheet.hiddenColumns, limits });
  if (rows.length * columns.length > limits.cells) throw refuse("too-many-cells", { limit: limits.cells });
  return { rows, columns };
}

function listVisible(
  from: number,
  to: number,
  { hidden, limits }: { hidden: HiddenLines; limits: ReadLimits },
): number[] {
  const lines: number[] = [];
  for (let line = hidden.nextVisible(from); line <= to; line = hidden.nextVisible(line + 1)) {
    lines.push(line);
    if (lines.length > limits.cells) throw refuse("too-many-cells", { limit: limits.cells });
  }
  return lines;
}

/** Where merged cells begin and what they cover, by row × width + column; where two overlap, the first holds. */
function findSpans(area: Area, lines: Lines): { spans: Map<number, Span>; covered: Set<number> } {
  const rowAt = new Map(lines.rows.map((row, index) => [row, index]));
  const columnAt = new Map(lines.columns.map((column, index) => [column, index]));
  const spans = new Map<number, Span>();
  const covered = new Set<number>();
  const width = lines.columns.length;
  for (const merge of area.merges) {
    const top = rowAt.get(merge.top);
    const left = columnAt.get(Math.max(merge.left, lines.columns[0] ?? 1));
    if (top === undefined || left === undefined || spans.has(top * width + left)) continue;
    const rowSpan = countThrough(lines.rows, merge.bottom) - top;
    const columnSpan = countThrough(lines.columns, merge.right) - left;
    if (rowSpan < 1 || columnSpan < 1 || isTaken({ top, left, rowSpan, columnSpan }, { covered, spans, width }))
      continue;
    for (let row = top; row < top + rowSpan; row++) {
      for (let column = left; column < left + columnSpan; column++) covered.add(row * width + column);
    }
    covered.delete(top * width + left);
    spans.set(top * width + left, { rowSpan, columnSpan });
  }
  return { spans, covered };
}

/** How many of the ascending lines are not beyond `last`, by halving. */
function countThrough(lines: readonly number[], last: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isTaken(
  box: Span & { top: number; left: number },
  taken: { covered: ReadonlySet<number>; spans: ReadonlyMap<number, Span>; width: number },
): boolean {
  for (let row = box.top; row < box.top + box.rowSpan; row++) {
    for (let column = box.left; column < box.left + box.columnSpan; column++) {
      const place = row * taken.width + column;
      if (taken.covered.has(place) || taken.spans.has(place)) return true;
    }
  }
  return false;
}
