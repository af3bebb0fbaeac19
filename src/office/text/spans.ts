import { alignCells } from "./align.ts";

const NUMBER = /^[-–−]?\s?\d[\d\s.,]{0,30}%?$/;

/**
 * The number of columns of each cell of each row, for rows of texts in a table of `width` columns.
 * A single cell takes the whole width; narrow rows of the head are laid over the rows below them;
 * other narrow rows so that figures stand in columns of figures.
 */
export function inferSpans(rows: readonly (readonly string[])[], width: number): number[][] {
  const firstFull = rows.findIndex((row) => row.length === width);
  const columns = describeColumns(rows, width);
  const spans = rows.map((row, index) =>
    row.length >= width || row.length === 1 || index < firstFull
      ? fillRow(row.length, width)
      : fitColumns(row, columns),
  );
  for (let index = firstFull - 1; index >= 0; index--) {
    const row = rows[index] ?? [];
    const below = rows[index + 1] ?? [];
    // A row that is wider than the table, or than the row below it, has nothing to lie over.
    if (row.length > 1 && row.length < width && row.length <= below.length) {
      spans[index] = layOver(row, { texts: below, spans: spans[index + 1] ?? [] });
    }
  }
  return spans;
}

function fillRow(cells: number, width: number): number[] {
  return cells === 1 ? [width] : new Array<number>(cells).fill(1);
}

/** A cell of a head stands over the filled cells that divide it; an empty cell below goes on with the one above. */
function layOver(row: readonly string[], below: { texts: readonly string[]; spans: readonly number[] }): number[] {
  const isEmpty = (text: string | undefined): boolean => (text ?? "").trim() === "";
  const cost = (cell: number, from: number, size: number): number => {
    const covered = below.texts.slice(from, from + size);
    const empty = covered.filter(isEmpty).length;
    if (size === 1) return empty === 1 || isEmpty(row[cell]) ? 0 : 1;
    return isEmpty(row[cell]) ? 10 * size : empty * 5;
  };
  const blocks = alignCells(row.length, below.texts.length, cost);
  let at = 0;
  return blocks.map((size) => {
    const spans = below.spans.slice(at, at + size);
    at += size;
    return spans.reduce((sum, span) => sum + span, 0);
  });
}

interface Column {
  readonly texts: ReadonlySet<string>;
  readonly numeric: boolean;
}

function describeColumns(rows: readonly (readonly string[])[], width: number): Column[] {
  const full = rows.filter((row) => row.length === width);
  return Array.from({ length: width }, (_unused, index) => {
    const texts = full.map((row) => (row[index] ?? "").trim()).filter((text) => text !== "");
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    return { texts: new Set(texts), numeric: numbers * 2 > texts.length };
  });
}

function fitColumns(row: readonly string[], columns: readonly Column[]): number[] {
  return alignCells(row.length, columns.length, (cell, from, size) => {
    const text = (row[cell] ?? "").trim();
    const isNumber = NUMBER.test(text);
    const covered = columns.slice(from, from + size);
    const strangers = text === "" ? 0 : covered.filter((column) => column.numeric !== isNumber).length;
    const known = size === 1 && text !== "" && columns[from]?.texts.has(text) ? 1 : 0;
    const widening = (size - 1) * (cell === 0 ? 0.1 : isNumber ? 3 : 1);
    return strangers * 2 + widening - known;
  });
}
