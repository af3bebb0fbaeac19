import { ONE } from "../kernel/decimal.ts";
import type { Workbook } from "../office/workbook.ts";
import { writeWorkbook } from "../office/xlsx-write/write-xlsx.ts";

/** Words, a count, or a figure in millionths that is shown with two decimals: money. */
type PlainCell = string | number | bigint;

/** A table as a screen shows it: heads, rows, and totals as its last row. */
export interface PlainTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly PlainCell[])[];
  readonly totals: readonly PlainCell[];
}

const WIDEST = 60;

/** The table as an Excel file: numbers are figures, all else is words, whatever they begin with. */
export function writeTable(table: PlainTable): Promise<Uint8Array> {
  const cell = (value: PlainCell) =>
    typeof value === "bigint"
      ? { value, decimals: 2 }
      : { value: typeof value === "number" ? BigInt(value) * ONE : value };
  const widths = table.heads.map((head, at) =>
    Math.min(WIDEST, Math.max(10, head.length, ...table.rows.map((row) => String(row[at] ?? "").length)) + 2),
  );
  const workbook: Workbook = {
    title: table.title,
    sheets: [
      {
        name: table.title.slice(0, 31),
        orientation: "landscape",
        columns: widths,
        headRows: 1,
        rows: [
          table.heads.map((head) => ({ value: head, head: true })),
          ...table.rows.map((row) => row.map(cell)),
          table.totals.map((value) => ({ ...cell(value), bold: true })),
        ],
      },
    ],
  };
  return writeWorkbook(workbook);
}
