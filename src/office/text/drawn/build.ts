import { layTable, type SpanCell } from "../../building/grid.ts";
import type { ReadLimits } from "../../limits.ts";
import type { Table } from "../../tree.ts";
import { type DrawnTable, readDrawnTable } from "./bands.ts";
import { joinLines, Vocabulary } from "./join-lines.ts";
import type { Stretch } from "./stretches.ts";

/**
 * The drawn tables of a text, by stretch. A table that goes on behind nothing but blank lines with the same columns
 * (a new page) is one table with the one before, without its repeated head.
 * @throws Refusal too-many-cells
 */
export function buildDrawn(stretches: readonly Stretch[], limits: ReadLimits): Map<Stretch, Table> {
  const vocabulary = new Vocabulary();
  const read = new Map<Stretch, DrawnTable>();
  let before: { table: DrawnTable; stretch: Stretch } | null = null;
  for (const stretch of stretches) {
    if (!stretch.drawn) {
      vocabulary.add(stretch.lines.map((line) => line.trim()));
      if (stretch.lines.some((line) => line.trim() !== "")) before = null;
      continue;
    }
    const table = readDrawnTable(stretch.lines);
    if (before !== null && before.table.columns === table.columns) {
      before = { stretch: before.stretch, table: append(before.table, table) };
    } else before = { stretch, table };
    read.set(before.stretch, before.table);
  }
  for (const table of read.values()) for (const row of table.rows) for (const cell of row) vocabulary.add(cell.lines);
  const tables = new Map<Stretch, Table>();
  for (const [stretch, table] of read) {
    const laid = layTable(toSpans(table, vocabulary), { limits, explicit: true });
    if (laid !== null) tables.set(stretch, laid.table);
  }
  return tables;
}

function append(first: DrawnTable, second: DrawnTable): DrawnTable {
  const show = (row: DrawnTable["rows"][number] | undefined): string =>
    JSON.stringify(row?.map((cell) => [cell.left, cell.right, cell.lines.filter((line) => line !== "")]));
  let repeated = 0;
  while (repeated < second.rows.length && show(second.rows[repeated]) === show(first.rows[repeated])) repeated++;
  return { columns: first.columns, rows: [...first.rows, ...second.rows.slice(repeated)] };
}

/** Rows with every position stated: what a cell of an earlier row covers as well as what it covers to its right. */
function toSpans(table: DrawnTable, vocabulary: Vocabulary): SpanCell[][] {
  return table.rows.map((row) => {
    const line: SpanCell[] = Array.from({ length: table.columns }, () => ({
      columnSpan: 1,
      rowSpan: 1,
      covered: true,
      blocks: [],
    }));
    for (const cell of row) {
      const blocks = joinLines(cell.lines, vocabulary).map((text) => ({ kind: "paragraph" as const, text }));
      line[cell.left] = { columnSpan: cell.right - cell.left, rowSpan: Math.max(cell.rows, 1), blocks };
    }
    return line;
  });
}
