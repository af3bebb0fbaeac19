import type { Severity } from "../../../src/kernel/finding.ts";
import type { Spot } from "./selection.ts";
import type { Rejected } from "./session.ts";
import type { Sheet, SheetCell } from "./sheet.ts";

/** What stands at cells besides their text. */
export interface CellSigns {
  /** By `cellKey` of a place. */
  readonly findings: ReadonlyMap<string, Severity>;
  readonly rejected: ReadonlyMap<string, Rejected>;
  /** By `addressKey`: who else is there. */
  readonly others: ReadonlyMap<string, string>;
}

/** What is being typed, and where. */
export interface Editing {
  readonly spot: Spot;
  readonly text: string;
}

export function idOf({ row, column }: Spot): string {
  return `cell-${row}-${column}`;
}

/** The cell that a spot means: a name goes over the empty cells beside it. */
export function cellAt(sheet: Sheet, { row, column }: Spot): SheetCell | null {
  const { cells, kind } = sheet.row(row);
  const cell = cells[column];
  return cell ?? (kind === "line" || kind === "heading" ? (cells[0] ?? null) : null);
}
