import type { CellGroup, TextCell } from "./groups.ts";

/** More blank lines within one row are not believed. */
const MOST_PARTS = 6;

/** The table's width in cells: the greatest that occurs twice, so that one torn row does not widen it. */
export function findWidth(groups: readonly CellGroup[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of groups) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([width]) => width);
  const widest = Math.max(...counts.keys());
  return repeated.length > 0 && Math.max(...repeated) > 1 ? Math.max(...repeated) : widest;
}

/**
 * Makes rows of groups. A blank line stands after a row and also within a cell, so a narrow group and
 * the groups that complete it exactly to the width are one row, unless rows of that width stand alone elsewhere.
 */
export function joinRows(groups: readonly CellGroup[], width: number): TextCell[][] {
  const widths = groups.map((group) => group.cells.length);
  const alone = findAlone(widths, width);
  const rows: TextCell[][] = [];
  for (let at = 0; at < groups.length; ) {
    const end = findRowEnd(widths, at, { width, alone });
    rows.push(groups.slice(at, end).flatMap((group) => group.cells));
    at = end;
  }
  return rows;
}

function findRowEnd(
  widths: readonly number[],
  at: number,
  table: { width: number; alone: ReadonlySet<number> },
): number {
  const first = widths[at] ?? 0;
  if (first >= table.width || table.alone.has(first)) return at + 1;
  let sum = first;
  for (let next = at + 1; next < Math.min(widths.length, at + MOST_PARTS) && sum < table.width; next++) {
    sum += widths[next] ?? 0;
    if (sum === table.width) return next + 1;
  }
  return at + 1;
}

/** Widths that are seen as rows of their own: neither what stands before nor what follows completes them. */
function findAlone(widths: readonly number[], width: number): Set<number> {
  const alone = new Set<number>();
  widths.forEach((own, index) => {
    const before = widths[index - 1] ?? width;
    const after = widths[index + 1] ?? width;
    if (own < width && own + after !== width && before + own !== width) alone.add(own);
  });
  return alone;
}
