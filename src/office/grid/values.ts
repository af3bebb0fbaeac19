import type { Grid } from "./heads.ts";

/** A text that a spreadsheet would run as a formula, also one that was guarded before. */
const RUNS = /^'*[=+\-@\t\r]/;
const SEPARATORS = [";", ",", "\t"] as const;

/** Rows as a table that a Russian spreadsheet opens by itself: UTF-8 with its mark, semicolons, lines ending in CR LF. */
export function writeGrid(grid: Grid): string {
  return `\uFEFF${grid.map((row) => `${row.map(writeCell).join(";")}\r\n`).join("")}`;
}

function writeCell(text: string): string {
  const guarded = RUNS.test(text) ? `'${text}` : text;
  return /[";\r\n,\t]/.test(guarded) || guarded.trim() !== guarded ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** Reads a table of separated values, whatever separates them; a quoted cell may hold line breaks. */
export function readGrid(text: string): Grid {
  const bare = text.replace(/^\uFEFF/, "");
  const separator = findSeparator(bare);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const { cell, ends } of splitCells(bare, separator)) {
    row.push(RUNS.test(cell) && cell.startsWith("'") ? cell.slice(1) : cell);
    if (!ends) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The one that the first lines have most often outside of quotes. */
function findSeparator(text: string): string {
  const lines = text.slice(0, 20_000).replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => lines.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ";";
}

/** Every cell with whether its row ends behind it. */
function* splitCells(text: string, separator: string): Generator<{ readonly cell: string; readonly ends: boolean }> {
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null;
    const end = findEnd(text, quoted?.next ?? at, separator);
    const rest = text.slice(quoted?.next ?? at, end);
    const isLast = text[end] !== separator;
    yield { cell: quoted ? quoted.cell + rest.trimEnd() : rest, ends: isLast };
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    // A separator at the very end leaves one more, empty cell.
    if (at >= text.length && !isLast) yield { cell: "", ends: true };
  }
}

function findEnd(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** A quote within is written twice. */
function readQuoted(text: string, at: number): { readonly cell: string; readonly next: number } {
  let end = at + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return { cell: text.slice(at + 1, end).replaceAll('""', '"'), next: end + 1 };
}
