import type { Merge } from "../sheet/sheet.ts";

/** The last row and column that Excel has. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

/** «AB12» as row and column from 1; null for what is no place of a sheet. */
export function parseReference(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  return row >= 1 && row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}

/** «A1:C3»; null for what is no range. */
export function parseRange(reference: string): Merge | null {
  const [first = "", second = first] = reference.split(":");
  const from = parseReference(first);
  const to = parseReference(second);
  if (from === null || to === null) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
