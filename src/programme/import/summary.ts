import type { FigureRow, Words } from "../contract.ts";
import { readMoneyUnit, readRowKind } from "../language/vocabulary.ts";
import { readFigureRow, readRows } from "./cells.ts";
import type { PartTable } from "./parts.ts";
import type { ReadingReport } from "./report.ts";

/** Annex 3: the whole and the sources by year; the unit of money stands in a column or in the head. */
export function readSummary({ table, head }: PartTable, report: ReadingReport): FigureRow[] {
  if (!head) return [];
  const named = head.columns.find((column) => readMoneyUnit(column.text) !== null);
  const headUnit: Words | null = named
    ? {
        text: named.text,
        place: { part: "annex3", table: table.number, row: 1, column: named.column, text: named.text },
      }
    : null;
  return readRows("annex3", table, { head, from: head.rows + 1 }).flatMap((row) => {
    const label = row.words("source");
    const kind = label ? readRowKind(label.text) : null;
    if (label && kind)
      return [readFigureRow(row, { kind, label, unit: row.words("unit") ?? headUnit }, report.problem)];
    if (row.text !== "") report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
    return [];
  });
}
