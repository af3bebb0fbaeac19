import { cellText } from "../../../office/tree.ts";
import type { Note } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import type { Head } from "./head.ts";
import type { RowReader } from "./rows.ts";

/** The words of a row under heads that mean no figure and no part of a line: «КБК», «источник информации». */
export function readNotes(row: RowReader, head: Head): Note[] {
  return head.columns.flatMap((column) => {
    const cell = column.meaning === "note" || column.meaning === "unknown" ? row.cellAt(column.column) : null;
    const text = cell ? cellText(cell).trim() : "";
    if (!cell || cell.column !== column.column || readPrintedNumber(text).kind !== "words") return [];
    return [{ heading: column.text, text: { text, place: row.placeOf(column.column) } }];
  });
}
