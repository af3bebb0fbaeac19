import type { Kopecks } from "../../kernel/money.ts";
import { fromKopecks } from "../../kernel/money.ts";
import type { Sheet, WorkCell } from "../../office/workbook.ts";
import { toMillionths } from "./figures.ts";

export type Row = Sheet["rows"][number];

export const head = (value: string): WorkCell => ({ value, head: true });
export const word = (value: string, bold = false): WorkCell => ({ value, bold });

/** A sum of roubles, which may follow from a formula. */
export const money = (kopecks: Kopecks, formula?: string, bold = false): WorkCell => ({
  value: fromKopecks(kopecks, "rouble"),
  decimals: 2,
  bold,
  ...(formula !== undefined && { formula }),
});

/** An exact figure, which may follow from a formula; an empty cell where there is none. */
export const figure = (text: string | null, formula?: string, bold = false): WorkCell => {
  const value = toMillionths(text);
  return { value, bold, ...(value !== null && formula !== undefined && { formula }) };
};

/** Rows of figures begin here: a title and the heads stand above. */
export const FIRST = 3;

/** A sheet with a title over its heads. */
export function makeSheet(
  name: string,
  columns: readonly (readonly [head: string, width: number])[],
  { title, rows }: { readonly title: string; readonly rows: readonly Row[] },
): Sheet {
  return {
    name,
    orientation: "landscape",
    columns: columns.map(([, width]) => width),
    headRows: 2,
    rows: [[{ value: title, bold: true, columnSpan: columns.length }], columns.map(([text]) => head(text)), ...rows],
  };
}

/** A column of another sheet from its first row to its last: `'Записи'!$A$3:$A$90`; of no rows one empty row. */
export function rangeOf(sheet: string, column: string, count: number): string {
  return `'${sheet}'!$${column}$${FIRST}:$${column}$${FIRST + Math.max(count, 1) - 1}`;
}
