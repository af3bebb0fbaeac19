import type { FigureRow, Words } from "../contract.ts";
import { findMoneyUnit, readRowKind } from "../language/vocabulary.ts";
import { readFigureRow, readRows } from "./cells.ts";
import type { Head } from "./head.ts";
import type { PartTable } from "./parts.ts";
import type { ReadingReport } from "./report.ts";

/** Annex 3: the whole and the sources by year; the unit of money stands in a column or in the head. */
export function readSummary({ table, head }: PartTable, report: ReadingReport): FigureRow[] {
  if (!head) return [];
  const headUnit = findHeadUnit(head, table.number);
  return readRows("annex3", table, { head, from: head.rows + 1 }).flatMap((row) => {
    const label = row.words("source");
    const kind = label ? readRowKind(label.text) : null;
    if (label && kind)
      return [readFigureRow(row, { kind, label, unit: row.words("unit") ?? headUnit }, report.problem)];
    if (row.text !== "") report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
    return [];
  });
}

function findHeadUnit(head: Head, table: number): Words | null {
  for (const { column, text } of head.columns) {
    const unit = findMoneyUnit(text);
    if (unit) return { text: unit, place: { part: "annex3", table, row: 1, column, text } };
  }
  return null;
}
