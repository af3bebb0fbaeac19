import type { Cell, Table } from "../../../office/tree.ts";
import type { Figure, FigureRow } from "../../contract.ts";
import { oneLine } from "../../language/words.ts";
import { readSummary } from "../annex/summary.ts";
import { readRunningFinance } from "../prose/running-money.ts";
import type { ReadingReport } from "../report.ts";
import { readHead } from "../table/head.ts";

/** The money of a passport that stands as a table beside its label, or as a table inside its cell. */
export interface InnerFinance {
  /** The same in words, a line for each row of the table: the text of the passport's row. */
  readonly text: string;
  readonly rows: readonly FigureRow[];
}

/** Reads a table of money within the passport; null where the row holds running text. Places point to the cells of the passport's table. */
export function readInnerFinance(
  table: Table,
  { label, values }: { label: Cell; values: readonly Cell[] },
  report: ReadingReport,
): InnerFinance | null {
  const nested = values.flatMap((cell) => cell.blocks).find((block) => block.kind === "table");
  const found = nested ?? (label.rowSpan > 1 ? cutRows(table, label) : null);
  const head = found ? readHead(found) : null;
  if (!found || !head) return null;
  const words = { report, unit: null, sourceCodes: new Map() };
  const rows = readSummary({ table: found, head }, words, "passport");
  if (rows.length === 0) return null;
  const text = rows.map(writeRow).join("\n");
  return { text, rows: placeFigures(text, { rows, shift: nested ? 0 : label.row - 1 }, report) };
}

/** The rows beside a label that spans them, as a table that begins with the first of them. */
function cutRows(table: Table, label: Cell): Table {
  const shift = label.row - 1;
  const rows = table.rows
    .filter((row) => row.number > shift && row.number <= shift + label.rowSpan)
    .map((row) => ({
      number: row.number - shift,
      cells: row.cells.filter((cell) => cell !== label).map((cell) => ({ ...cell, row: cell.row - shift })),
    }));
  return { ...table, rows };
}

function writeRow(row: FigureRow): string {
  const unit = row.unit?.text ?? "";
  const years = Object.entries(row.values).filter(([key]) => key !== "total");
  const total = row.values.total ? `, всего ${row.values.total.printed} ${unit}` : "";
  const amounts = years.map(([year, figure]) => `${year} год – ${figure.printed} ${unit}`);
  return oneLine(`${row.label.text}${total}${total ? ", в том числе" : ""}: ${amounts.join("; ")}`);
}

/** The rows as the text reads, each figure with the place of its cell. */
function placeFigures(
  text: string,
  { rows, shift }: { rows: readonly FigureRow[]; shift: number },
  report: ReadingReport,
): FigureRow[] {
  const [first] = rows;
  const lines = text.split("\n").map((line) => ({ text: line, place: first?.label.place ?? NOWHERE }));
  return readRunningFinance(lines, { report }).map((read, at) => {
    const printed = rows[at];
    const place = (key: string, figure: Figure) => {
      const cell = printed?.values[key]?.place ?? figure.place;
      return { ...figure, place: { ...cell, row: cell.row === null ? null : cell.row + shift } };
    };
    const values = Object.entries(read.values).map(([key, figure]) => [key, place(key, figure)] as const);
    return { ...read, values: Object.fromEntries(values) };
  });
}

const NOWHERE = { part: "passport" as const, table: null, row: null, column: null, text: "" };
