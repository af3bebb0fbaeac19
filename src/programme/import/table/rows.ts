import { type Cell, cellText, type Table, tableGrid } from "../../../office/tree.ts";
import type { Part, Place, Words } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import type { ColumnMeaning } from "../../language/vocabulary.ts";
import { oneLine, readYears } from "../../language/words.ts";
import { type Head, type HeadColumn, holdsFigures } from "./head.ts";

/** One row of a table under a head: its cells by what their columns mean. */
export interface RowReader {
  readonly part: Part;
  readonly table: number;
  readonly row: number;
  /** The unit of money that the head names, wherever in it. */
  readonly headUnit: Words | null;
  /** Whether the table has a column that says what each row counts. */
  readonly labelled: boolean;
  /** The row's own words, for places. */
  readonly text: string;
  /** The cell that begins in this row under the first column of this meaning; null where there is none or it is empty. */
  readonly words: (meaning: ColumnMeaning) => Words | null;
  /** The only cell of a row that spans the table, or null. */
  readonly spanning: Cell | null;
  /** The words that name the row: the cell that begins in it and stands in the column of names, or to the left of it. */
  readonly name: (meaning: ColumnMeaning) => Words | null;
  /** Cells that begin in this row under a column of figures; a cell over several columns stands under its first. */
  readonly figureCells: () => readonly { column: HeadColumn; cell: Cell }[];
  readonly cellAt: (column: number) => Cell | null;
  readonly wordsAt: (column: number) => Words | null;
  /** The number in the column «№»; null where there is none. */
  readonly number: string | null;
  /** The year that the row is about, or `total`, where years stand in a column. */
  readonly period: string | null;
  /** A head printed again where the table goes on over a page. */
  readonly repeatsHead: boolean;
  /** This row, or a cell of it. */
  readonly placeOf: (column?: number) => Place;
}

/** Readers for the rows of a table under a head; `from` is the first row (from 1) below the head, 1 for a table nested under it. */
export function readRows(part: Part, table: Table, under: { head: Head; from: number }): RowReader[] {
  const grid = tableGrid(table);
  return table.rows
    .filter((row) => row.number >= under.from)
    .map((row) => readRow(part, table, row.number, { head: under.head, cells: grid[row.number - 1] ?? [] }));
}

function readRow(
  part: Part,
  table: Table,
  row: number,
  line: { head: Head; cells: readonly (Cell | undefined)[] },
): RowReader {
  const own = (cell: Cell | undefined) => (cell && cell.row === row ? cell : null);
  const cellAt = (column: number) => own(line.cells[column - 1]);
  const distinct = [...new Set(line.cells)].flatMap((cell) => (cell && cell.row === row ? [cell] : []));
  const text = rowText(line.cells);
  const placeOf = (column?: number): Place => ({ part, table: table.number, row, column: column ?? null, text });
  const wordsAt = (column: number): Words | null => {
    const cell = cellAt(column);
    const said = cell ? oneLine(cellText(cell)) : "";
    return cell && cell.column === column && said ? { text: said, place: placeOf(column) } : null;
  };
  const words = (meaning: ColumnMeaning): Words | null => {
    const column = line.head.columns.find((candidate) => candidate.meaning === meaning)?.column;
    return column ? wordsAt(column) : null;
  };
  const name = (meaning: ColumnMeaning): Words | null => {
    const column = line.head.columns.find((candidate) => candidate.meaning === meaning)?.column;
    const cell = column ? cellAt(column) : null;
    const said = cell ? oneLine(cellText(cell)) : "";
    if (cell && said && !CROSS.test(said)) return { text: said, place: placeOf(cell.column) };
    const before = words("number");
    return before && readPrintedNumber(before.text).kind === "words" && !NUMBER.test(before.text) ? before : null;
  };
  const only = distinct.length === 1 ? distinct[0] : undefined;
  const spanning = only && (only.columnSpan > 1 || table.columns === 1) ? only : null;
  return {
    part,
    table: table.number,
    row,
    headUnit: findHeadUnit(part, table, line.head),
    labelled: line.head.columns.some((column) => column.meaning === "label"),
    text,
    words,
    name,
    spanning,
    cellAt,
    wordsAt,
    number: readNumber(words("number")?.text ?? ""),
    period: readPeriod(words("period")?.text ?? ""),
    repeatsHead: repeatsHead(line),
    placeOf,
    figureCells: () =>
      line.head.columns.flatMap((column) => {
        const cell = holdsFigures(column) ? cellAt(column.column) : null;
        return cell && cell.column === column.column ? [{ column, cell }] : [];
      }),
  };
}

/** «Х»: nothing is to be said here. */
const CROSS = /^[xх]$/iu;
const NUMBER = /^\d{1,2}(?:\.\d{1,3})*\.?\)?$/;

function findHeadUnit(part: Part, table: Table, head: Head): Words | null {
  const column = head.columns.find((candidate) => candidate.unit !== null);
  if (!column?.unit) return null;
  const place = { part, table: table.number, row: 1, column: column.column, text: column.text };
  return { text: column.unit, place };
}

function readNumber(text: string): string | null {
  return NUMBER.test(text) ? text.replace(/[.)]+$/, "") : null;
}

function readPeriod(text: string): string | null {
  if (/^(?:всего|итого)/i.test(text)) return "total";
  const years = readYears(text);
  if (years.length > 1) return "total";
  return years[0] ? String(years[0]) : null;
}

function repeatsHead({ head, cells }: { head: Head; cells: readonly (Cell | undefined)[] }): boolean {
  const texts = head.columns.map(
    (column, at) => [column, cells[at] ? oneLine(cellText(cells[at] as Cell)) : ""] as const,
  );
  const filled = texts.filter(([, text]) => text !== "");
  return (
    filled.length > 2 &&
    (filled.every(([column, text]) => column.numbered === text) ||
      filled.every(([column, text]) => column.text === text || column.text.split(" / ").includes(text)))
  );
}

/** The words that name a row: the first cells that are words, merged ones from above included. */
function rowText(cells: readonly (Cell | undefined)[]): string {
  const texts = [...new Set(cells)].flatMap((cell) => (cell ? [oneLine(cellText(cell))] : []));
  const words = texts.filter((text) => readPrintedNumber(text).kind === "words");
  return words.slice(0, 2).join(" — ").slice(0, 300);
}
