import type { PaperCell, PaperTable } from "../../office/paper.ts";
import type { Activity, FigureRow, Rollup } from "../contract.ts";
import type { Column } from "./columns.ts";

/** A table of an annex laid out for print, which still knows the figures that it prints: what a workbook needs beside. */
export interface LaidTable extends PaperTable {
  readonly heads: readonly Column[];
  readonly rows: readonly LaidRow[];
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
  readonly origin?: Origin;
}

export interface LaidCell extends PaperCell {
  readonly key?: string;
}

/** Whose figures a row prints. */
export type Origin =
  | { readonly of: "activity"; readonly activity: Activity; readonly row: FigureRow }
  | { readonly of: "rollup"; readonly rollup: Rollup; readonly row: FigureRow }
  | { readonly of: "line"; readonly row: FigureRow };

export function makeLaidTable(
  heads: readonly Column[],
  headRows: readonly LaidRow[],
  rows: readonly LaidRow[],
): LaidTable {
  const columns = heads.map(({ width }) => width);
  return { kind: "table", columns, heads, headRows: headRows.length, rows: [...headRows, ...rows] };
}

export function figureCell({ values }: FigureRow, key: string): LaidCell {
  return { text: values[key]?.printed ?? "", align: "center", key };
}
