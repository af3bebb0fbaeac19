import type { BlockFlow } from "../building/flow.ts";
import type { ReadLimits } from "../limits.ts";
import { layArea } from "./area.ts";
import type { Sheet } from "./sheet.ts";
import { type Area, type FilledRow, findVisible, type VisibleSheet } from "./visible.ts";

/**
 * Turns a sheet into blocks: empty rows part its areas; within an area single filled cells at the start and at the end
 * are paragraphs (captions, notes), and the rest is one table. Empty columns and rows around a table are not kept.
 * @throws Refusal too-many-cells
 */
export function addSheet(sheet: Sheet, flow: BlockFlow, limits: ReadLimits): void {
  const visible = findVisible(sheet, flow);
  for (const area of findAreas(visible, sheet)) {
    const { head, table, tail } = splitArea(area);
    addParagraphs(head, flow);
    if (table !== null) layArea(table, sheet, { flow, limits });
    addParagraphs(tail, flow);
  }
}

function findAreas(visible: VisibleSheet, sheet: Sheet): Area[] {
  const merges = new Map(visible.merges.map((merge) => [`${merge.top}/${merge.left}`, merge]));
  const last = visible.rows.at(-1)?.number ?? 0;
  const areas: Area[] = [];
  for (const row of visible.rows) {
    const open = areas.at(-1);
    const goesOn = open !== undefined && row.number <= sheet.hiddenRows.nextVisible(open.end + 1);
    const area: Area = open && goesOn ? open : { rows: [], end: row.number, merges: [] };
    if (area !== open) areas.push(area);
    area.rows.push(row);
    area.end = Math.max(area.end, row.number);
    for (const column of row.cells.keys()) {
      area.end = Math.max(area.end, Math.min(merges.get(`${row.number}/${column}`)?.bottom ?? 0, last));
    }
  }
  for (const merge of visible.merges) findArea(areas, merge.top)?.merges.push(merge);
  return areas;
}

/** The area in which a row lies, by halving: there may be as many areas as merged cells. */
function findArea(areas: readonly Area[], row: number): Area | undefined {
  let low = 0;
  let high = areas.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((areas[middle]?.end ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  const area = areas[low];
  return area && (area.rows[0]?.number ?? 0) <= row ? area : undefined;
}

/** A single filled cell is a paragraph before the first row of several cells and behind the last, unless it is merged downwards. */
function splitArea(area: Area): { head: FilledRow[]; table: Area | null; tail: FilledRow[] } {
  const tall = findTallRows(area);
  const isLoose = (row: FilledRow): boolean => row.cells.size === 1 && !tall.has(row.number);
  const first = area.rows.findIndex((row) => !isLoose(row));
  if (first < 0) return { head: area.rows, table: null, tail: [] };
  const last = area.rows.findLastIndex((row) => !isLoose(row));
  const tail = area.rows.slice(last + 1);
  const end = tail[0] === undefined ? area.end : tail[0].number - 1;
  const table = { rows: area.rows.slice(first, last + 1), end, merges: area.merges };
  return { head: area.rows.slice(0, first), table, tail };
}

/** Rows that a filled cell merged over several rows begins in or reaches. */
function findTallRows(area: Area): Set<number> {
  const bottoms = new Map<number, number>();
  const rows = new Map(area.rows.map((row) => [row.number, row]));
  for (const merge of area.merges) {
    const isTall = merge.bottom > merge.top && rows.get(merge.top)?.cells.has(merge.left) === true;
    if (isTall) bottoms.set(merge.top, Math.max(bottoms.get(merge.top) ?? 0, merge.bottom));
  }
  const tall = new Set<number>();
  let reach = 0;
  for (const row of area.rows) {
    reach = Math.max(reach, bottoms.get(row.number) ?? 0);
    if (row.number <= reach) tall.add(row.number);
  }
  return tall;
}

function addParagraphs(rows: readonly FilledRow[], flow: BlockFlow): void {
  for (const row of rows) for (const text of row.cells.values()) flow.addParagraph(text);
}
