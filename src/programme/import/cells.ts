import { toKopecks } from "../../kernel/money.ts";
import { type Cell, cellText, type Table, tableGrid } from "../../office/tree.ts";
import type { Figure, FigureKind, FigureRow, Part, Place, Words } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { type ColumnMeaning, readMoneyUnit } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";
import type { Head, HeadColumn } from "./head.ts";

/** One row of a table under a head: its cells by what their columns mean. */
export interface RowReader {
  readonly part: Part;
  readonly table: number;
  readonly row: number;
  /** The row's own words, for places. */
  readonly text: string;
  /** The cell that begins in this row under the first column of this meaning; null where there is none or it is empty. */
  readonly words: (meaning: ColumnMeaning) => Words | null;
  /** The only cell of a row that spans the table, or null. */
  readonly spanning: Cell | null;
  readonly figureCells: () => readonly { column: HeadColumn; cell: Cell }[];
  readonly cellAt: (column: number) => Cell | null;
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
  const words = (meaning: ColumnMeaning): Words | null => {
    const column = line.head.columns.find((candidate) => candidate.meaning === meaning)?.column;
    const cell = column ? cellAt(column) : null;
    const said = cell ? oneLine(cellText(cell)) : "";
    return cell && cell.column === column && said ? { text: said, place: placeOf(column) } : null;
  };
  const only = distinct.length === 1 ? distinct[0] : undefined;
  const spanning = only && (only.columnSpan > 1 || table.columns === 1) ? only : null;
  return {
    part,
    table: table.number,
    row,
    text,
    words,
    spanning,
    cellAt,
    placeOf,
    figureCells: () =>
      line.head.columns.flatMap((column) => {
        const cell = column.key === null ? null : cellAt(column.column);
        return cell ? [{ column, cell }] : [];
      }),
  };
}

/** The words that name a row: the first cells that are words, merged ones from above included. */
function rowText(cells: readonly (Cell | undefined)[]): string {
  const texts = [...new Set(cells)].flatMap((cell) => (cell ? [oneLine(cellText(cell))] : []));
  const words = texts.filter((text) => readPrintedNumber(text).kind === "words");
  return words.slice(0, 2).join(" — ").slice(0, 300);
}

/** What turns the cells of a row into figures: money in kopecks when `money`, else millionths. */
export interface RowMeaning {
  readonly kind: FigureKind;
  readonly label: Words;
  readonly unit: Words | null;
}

export interface FigureProblem {
  readonly variant: "figure" | "kopecks";
  readonly figure: Figure;
}

/** The figures of a row by year; what is no figure and not blank is handed to `problem`. */
export function readFigureRow(
  row: RowReader,
  meaning: RowMeaning,
  problem: (problem: FigureProblem) => void,
): FigureRow {
  const values: Record<string, Figure> = {};
  for (const { column, cell } of row.figureCells()) {
    if (column.key === null) continue;
    values[column.key] = readFigure(cellText(cell), meaning.unit, { place: row.placeOf(column.column), problem });
  }
  return { ...meaning, values };
}

export function readFigure(
  text: string,
  unit: Words | null,
  at: { place: Place; problem: (problem: FigureProblem) => void },
): Figure {
  const printed = oneLine(text);
  const number = readPrintedNumber(text);
  const money = unit ? readMoneyUnit(unit.text) : null;
  const value = number.kind !== "number" ? null : money ? (toKopecks(number.value, money) ?? null) : number.value;
  const figure: Figure = { value, printed, place: at.place };
  if (number.kind === "words") at.problem({ variant: "figure", figure });
  else if (number.kind === "number" && value === null) at.problem({ variant: "kopecks", figure });
  return figure;
}
