import type { CellStyle } from "hucre/xlsx";
import type { WorkCell } from "../workbook.ts";

const FONT = "Times New Roman";
const SIZE = 11;
const HEAD = "EDEDED";
const MARKED = "FFE699";
const side = { style: "thin", color: { rgb: "A6A6A6" } } as const;
const BORDER = { top: side, bottom: side, left: side, right: side };

const made = new Map<string, CellStyle>();

/** The look of a cell; the same object for the same look, so that a file holds each look once. */
export function styleOf(cell: WorkCell): CellStyle {
  const figure = typeof cell.value === "bigint" || cell.formula !== undefined;
  const decimals = figure ? shownDecimals(cell) : -1;
  const align = cell.align ?? (cell.head ? "center" : figure ? "right" : "left");
  const key = `${decimals} ${align} ${cell.bold ?? false} ${cell.head ?? false} ${cell.marked ?? false}`;
  const known = made.get(key);
  if (known) return known;
  const style: CellStyle = {
    font: { name: FONT, size: SIZE, bold: cell.bold ?? cell.head ?? false },
    alignment: { horizontal: align, vertical: cell.head ? "center" : "top", wrapText: true },
    border: BORDER,
    numFmt: decimals < 0 ? "@" : `#,##0${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`,
    ...(fillOf(cell) && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fillOf(cell) ?? HEAD } } }),
  };
  made.set(key, style);
  return style;
}

function fillOf({ head, marked }: WorkCell): string | null {
  if (marked) return MARKED;
  return head ? HEAD : null;
}

/** As many as asked for, and as many as the figure has. */
function shownDecimals({ value, decimals = 0 }: WorkCell): number {
  if (typeof value !== "bigint") return decimals;
  const fraction = (value < 0n ? -value : value) % 1_000_000n;
  const own = fraction.toString().padStart(6, "0").replace(/0+$/, "").length;
  return Math.max(decimals, own);
}
