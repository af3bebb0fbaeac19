import type { BlockFlow } from "../building/flow.ts";
import type { Merge, Sheet } from "./sheet.ts";

/** What a person sees of a sheet: its filled rows in order, merged cells with their text at the first place that is seen. */
export interface VisibleSheet {
  readonly rows: readonly { readonly number: number; readonly cells: ReadonlyMap<number, string> }[];
  readonly merges: readonly Merge[];
}

export type FilledRow = VisibleSheet["rows"][number];

/** Filled rows without an empty row between them, and the merged cells that begin there. */
export interface Area {
  readonly rows: FilledRow[];
  /** Last row, which a merged cell may carry beyond the last filled one. */
  end: number;
  readonly merges: Merge[];
}

/** Leaves out and counts what is hidden: rows and columns with text, and text under merged cells. */
export function findVisible(sheet: Sheet, flow: BlockFlow): VisibleSheet {
  const merges = placeMerges(sheet, flow);
  const hiddenColumns = new Set<number>();
  const rows: { number: number; cells: Map<number, string> }[] = [];
  for (const [number, all] of [...sheet.rows].sort(([one], [other]) => one - other)) {
    if (all.size === 0) continue;
    if (sheet.hiddenRows.has(number)) {
      flow.omit("hidden-row");
      continue;
    }
    const cells = new Map<number, string>();
    for (const [column, text] of [...all].sort(([one], [other]) => one - other)) {
      if (sheet.hiddenColumns.has(column)) hiddenColumns.add(column);
      else cells.set(column, text);
    }
    if (cells.size > 0) rows.push({ number, cells });
  }
  flow.omit("hidden-column", hiddenColumns.size);
  return { rows, merges };
}

/** Merged rectangles that are seen at least in part; their text moves from a hidden corner to the first place seen. */
function placeMerges(sheet: Sheet, flow: BlockFlow): Merge[] {
  const placed: Merge[] = [];
  for (const merge of sheet.merges) {
    const top = sheet.hiddenRows.nextVisible(merge.top);
    const left = sheet.hiddenColumns.nextVisible(merge.left);
    if (top > merge.bottom || left > merge.right) continue;
    moveText(sheet, merge, { top, left });
    placed.push({ ...merge, top, left });
  }
  for (const merge of placed) flow.omit("covered-text", dropCovered(sheet, merge));
  return placed;
}

function moveText(sheet: Sheet, merge: Merge, to: { top: number; left: number }): void {
  if (to.top === merge.top && to.left === merge.left) return;
  const text = sheet.rows.get(merge.top)?.get(merge.left);
  if (text === undefined) return;
  sheet.rows.get(merge.top)?.delete(merge.left);
  const row = sheet.rows.get(to.top) ?? new Map<number, string>();
  sheet.rows.set(to.top, row);
  row.set(to.left, text);
}

/** Text of cells that a merged cell covers; looked for by the filled rows, since a merge may name a million. */
function dropCovered(sheet: Sheet, merge: Merge): number {
  let dropped = 0;
  const height = merge.bottom - merge.top + 1;
  const rows = height <= sheet.rows.size ? lineNumbers(merge.top, merge.bottom) : sheet.rows.keys();
  for (const number of rows) {
    const cells = number >= merge.top && number <= merge.bottom ? sheet.rows.get(number) : undefined;
    for (const column of cells?.keys() ?? []) {
      const isCorner = number === merge.top && column === merge.left;
      if (isCorner || column < merge.left || column > merge.right) continue;
      cells?.delete(column);
      dropped++;
    }
  }
  return dropped;
}

function* lineNumbers(from: number, to: number): Iterable<number> {
  for (let line = from; line <= to; line++) yield line;
}
