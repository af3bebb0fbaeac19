import { type Cell, cellText, type Table, tableGrid } from "../../../office/tree.ts";
import {
  type ColumnAnswer,
  FIGURE_KINDS,
  type FigureKind,
  NO_HINTS,
  type Part,
  type ReadingHints,
  type TableHead,
} from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { type ColumnMeaning, findMoneyUnit, readColumnKind, readColumnMeaning } from "../../language/vocabulary.ts";
import { normaliseWords, oneLine, readYears } from "../../language/words.ts";

export interface HeadColumn {
  /** Grid column from 1. */
  readonly column: number;
  readonly meaning: ColumnMeaning;
  /** «2024» for a year, `total`, `base`, else null. */
  readonly key: string | null;
  /** What its figures count, where the head says so. */
  readonly kind: FigureKind | null;
  /** The unit of money in its head, as printed. */
  readonly unit: string | null;
  /** All words of the head over this column, from top to bottom. */
  readonly text: string;
  /** The column beside it that holds the kopecks of its roubles; null where there is none. */
  readonly kopecks: number | null;
  /** What the numbering row prints here; null where there is no such row. */
  readonly numbered: string | null;
}

export interface Head {
  readonly columns: readonly HeadColumn[];
  /** How many rows from the top belong to the head, the numbering row included. */
  readonly rows: number;
  /** The numbering row's number, or null. */
  readonly numberingRow: number | null;
}

const LOOK_AT = 8;

/**
 * Reads a table's head by what its words mean, and by what people said of such words; null where no head with at
 * least one known column is found. With `certain` the table is known to have one: its first row, if nothing else is.
 */
export function readHead(table: Table, hints: ReadingHints = NO_HINTS, certain = false): Head | null {
  const grid = tableGrid(table);
  const numbering = grid.slice(0, LOOK_AT).findIndex(isNumberingRow);
  const rows = numbering >= 0 ? numbering + 1 : headRowsWithoutNumbering(grid, hints) || (certain ? 1 : 0);
  if (rows === 0) return null;
  const headRows = grid.slice(0, numbering >= 0 ? numbering : rows);
  const columns = Array.from({ length: table.columns }, (_, at) =>
    readColumn(at, headRows, { number: grid[numbering]?.[at], hasNumbers: numbering >= 0, hints }),
  );
  if (!certain && columns.every((column) => column.meaning === "unknown")) return null;
  return { columns: joinKopecks(settleTotals(columns)), rows, numberingRow: numbering >= 0 ? numbering + 1 : null };
}

/** The head of a table that goes on in another one, which prints at most the row of numbers again; null where the two do not fit. */
export function continueHead(table: Table, head: Head): Head | null {
  if (table.columns !== head.columns.length) return null;
  const [first] = tableGrid(table);
  const rows = first && isNumberingRow(first) ? 1 : 0;
  return { ...head, rows, numberingRow: rows === 1 ? 1 : null };
}

/** Where years stand in a column, «всего» is the whole of each row's year and not the sum of years. */
function settleTotals(columns: readonly HeadColumn[]): readonly HeadColumn[] {
  if (!columns.some((column) => column.meaning === "period")) return columns;
  return columns.map((column) =>
    column.meaning === "total" ? { ...column, meaning: "amount", key: null, kind: "cost" } : column,
  );
}

/** «руб.» and «коп.» side by side under one year are one figure. */
function joinKopecks(columns: readonly HeadColumn[]): readonly HeadColumn[] {
  const isKopecks = (column: HeadColumn | undefined, roubles: HeadColumn | undefined) =>
    column !== undefined &&
    holdsFigures(column) &&
    column.key === roubles?.key &&
    /^коп(?:\.|ейки|еек)?$/iu.test(column.text.split(" / ").at(-1) ?? "");
  return columns.map((column, at) => {
    if (isKopecks(column, columns[at - 1])) return { ...column, meaning: "unknown", key: null, kind: null };
    return isKopecks(columns[at + 1], column) ? { ...column, kopecks: column.column + 1 } : column;
  });
}

function readColumn(
  at: number,
  rows: readonly (readonly (Cell | undefined)[])[],
  { number, hasNumbers, hints }: { number: Cell | undefined; hasNumbers: boolean; hints: ReadingHints },
): HeadColumn {
  const texts: string[] = [];
  let previous: Cell | undefined;
  for (const row of rows) {
    const cell = row[at];
    const text = cell ? oneLine(cellText(cell)) : "";
    if (text && cell !== previous) texts.push(text);
    previous = cell;
  }
  const text = texts.join(" / ");
  const said = readAnswer(hints.columns[hintKey(text)]);
  const meaning = said && !readYears(text).length ? said.meaning : readColumnMeaning(texts);
  const numbered = hasNumbers ? oneLine(number ? cellText(number) : "") : null;
  const unit = texts.toReversed().flatMap((text) => findMoneyUnit(text) ?? [])[0] ?? null;
  const kind = FIGURES.has(meaning) ? (said?.kind ?? readColumnKind(texts)) : null;
  return { column: at + 1, meaning, key: readKey(meaning, texts), kind, unit, text, numbered, kopecks: null };
}

/** Under which a person's answer about a head is kept: its words, however they are written. */
export function hintKey(text: string): string {
  return normaliseWords(text).slice(0, 500);
}

function readAnswer(answer: ColumnAnswer | undefined): { meaning: ColumnMeaning; kind: FigureKind | null } | null {
  if (!answer) return null;
  const kind = FIGURE_KINDS.find((known) => known === answer && known !== "weight");
  return kind ? { meaning: "amount", kind } : { meaning: answer as ColumnMeaning, kind: null };
}

const FIGURES: ReadonlySet<ColumnMeaning> = new Set(["year", "total", "base", "amount"]);

/** Whether the cells of a column are figures of lines. */
export function holdsFigures(column: HeadColumn): boolean {
  return FIGURES.has(column.meaning);
}

function readKey(meaning: ColumnMeaning, texts: readonly string[]): string | null {
  if (meaning === "total") return "total";
  if (meaning !== "year" && meaning !== "base") return null;
  const single = texts.toReversed().flatMap((text) => (readYears(text).length === 1 ? readYears(text) : []))[0];
  const year = single ?? readYears(texts.join(" "))[0];
  return year ? String(year) : "base";
}

function isNumberingRow(row: readonly (Cell | undefined)[]): boolean {
  const cells = [...new Set(row)].flatMap((cell) => (cell ? [oneLine(cellText(cell))] : []));
  const numbers = cells.filter((text) => text !== "").map(Number);
  return (
    numbers.length >= 3 &&
    numbers.every((value, at) => Number.isInteger(value) && value === (numbers[0] ?? 0) + at && value <= 40)
  );
}

/** Without a numbering row the head ends with the lowest row, near the top, that names years or known columns only. */
function headRowsWithoutNumbering(grid: readonly (readonly (Cell | undefined)[])[], hints: ReadingHints): number {
  let last = 0;
  grid.slice(0, LOOK_AT).forEach((row, at) => {
    const texts = [...new Set(row)].flatMap((cell) => (cell ? [oneLine(cellText(cell))] : [])).filter(Boolean);
    const years = texts.filter((text) => /^20\d\d(?: ?(?:г\.?|год\S*))?$/.test(text));
    const figures = texts.some((text) => readPrintedNumber(text).kind === "number" && !/^20\d\d$/.test(text));
    if (figures) return;
    if (at === last && (years.length > 1 || texts.filter((text) => isKnown(text, hints)).length > 1)) last = at + 1;
  });
  return last;
}

function isKnown(text: string, hints: ReadingHints): boolean {
  return hints.columns[hintKey(text)] !== undefined || readColumnMeaning([text]) !== "unknown";
}

/** The head as the check of form sees it. */
export function describeHead(part: Part, table: Table, head: Head): TableHead {
  const row = head.numberingRow ?? head.rows;
  return {
    part,
    table: table.number,
    columns: head.columns.map(({ column, meaning, key, text, numbered }) => ({
      column,
      meaning,
      key,
      text,
      numbered,
      place: { part, table: table.number, row, column, text },
    })),
  };
}
