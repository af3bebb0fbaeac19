import { divideRounded, type Millionths, ONE } from "../../kernel/decimal.ts";
import { KOPECKS_IN, type MoneyUnit } from "../../kernel/money.ts";
import type { WorkCell } from "../../office/workbook.ts";
import type { Figure, FigureRow } from "../contract.ts";
import { readPrintedNumber, writeRussian } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import type { LaidCell, LaidRow, LaidTable } from "./laid.ts";

/** A formula of a cell with what it gives, in kopecks or millionths as the figures of its row. */
export interface Formula {
  readonly text: string;
  readonly value: bigint;
}

/** What a sheet adds to a table laid out for print. */
export interface SheetPlan {
  readonly formulaOf: (row: LaidRow, key: string) => Formula | null;
  /** Words in a further column of each row; null where the sheet has no such column. */
  readonly code: { readonly head: string; readonly of: (row: LaidRow) => string } | null;
}

/** Heads of the columns that a workbook adds at the right. */
export const DIFFERENCE_HEAD = "Расхождение с расчётом";

/** The name of the column (from 0) in formulas: A, B, …, AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** The sheet rows of a table: figures as numbers, totals as formulas; a printed total that its formula does not give stays as printed, marked, with the difference beside it. */
export function makeSheetRows(table: LaidTable, plan: SheetPlan): (WorkCell | null)[][] {
  const covered = new Set<string>();
  const rows = table.rows.map((row, at) => {
    const head = at < table.headRows;
    const differences: string[] = [];
    const line: (WorkCell | null)[] = [];
    const waiting = [...row.cells];
    for (let column = 0; column < table.columns.length; column++) {
      const cell = covered.has(`${at},${column}`) ? undefined : waiting.shift();
      line.push(cell ? makeWorkCell(cell, { row, head, plan, differences }) : null);
      if (cell) coverSpan(cell, { at, column }, covered);
      column += (cell?.columnSpan ?? 1) - 1;
      while (line.length <= column) line.push(null);
    }
    return [...line, ...besideCells(row, { at, table, plan, differences })];
  });
  return rows;
}

function coverSpan(
  { columnSpan = 1, rowSpan = 1 }: LaidCell,
  from: { at: number; column: number },
  covered: Set<string>,
): void {
  for (let row = from.at + 1; row < from.at + rowSpan; row++)
    for (let column = from.column; column < from.column + columnSpan; column++) covered.add(`${row},${column}`);
}

interface RowMaking {
  readonly row: LaidRow;
  readonly head: boolean;
  readonly plan: SheetPlan;
  readonly differences: string[];
}

function makeWorkCell(cell: LaidCell, { row, head, plan, differences }: RowMaking): WorkCell {
  const { columnSpan, rowSpan, align, bold, key } = cell;
  const form = { columnSpan, rowSpan, align, bold, ...(head && { head }) };
  const figures = row.origin?.row;
  const figure = key === undefined ? undefined : figures?.values[key];
  const shape = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
  if (!figures || key === undefined || !figure) return { ...shape, value: cell.text === "" ? null : cell.text };
  const value = numberIn(figures, figure);
  if (value === null) return { ...shape, value: figure.printed === "" ? null : figure.printed };
  const decimals = decimalsOf(figure);
  const formula = plan.formulaOf(row, key);
  if (!formula) return { ...shape, align: "right", value, decimals };
  if (formula.value === figure.value) return { ...shape, align: "right", value, decimals, formula: formula.text };
  const expected = writeRussian(inUnit(figures, formula.value), figure.printed);
  differences.push(`${key === "total" ? "итого" : key}: по расчёту ${expected}, в документе ${figure.printed}`);
  return { ...shape, align: "right", value, decimals, marked: true };
}

function besideCells(row: LaidRow, making: BesideMaking): (WorkCell | null)[] {
  const { at, table, plan, differences } = making;
  const heads = [...(plan.code ? [plan.code.head] : []), DIFFERENCE_HEAD];
  if (at < table.headRows) return besideHeads(heads, making);
  const said = differences.join("; ");
  const code = plan.code ? [{ value: plan.code.of(row) || null }] : [];
  return [...code, { value: said || null, ...(said && { marked: true }) }];
}

interface BesideMaking {
  readonly at: number;
  readonly table: LaidTable;
  readonly plan: SheetPlan;
  readonly differences: readonly string[];
}

/** The heads of added columns; a numbering row goes on over them. */
function besideHeads(heads: readonly string[], { at, table }: BesideMaking): (WorkCell | null)[] {
  const numbers = table.rows[table.headRows - 1]?.cells.map(({ text }) => Number(text)) ?? [];
  const numbered = table.headRows > 1 && numbers.every((number) => Number.isInteger(number));
  const rowSpan = table.headRows - (numbered ? 1 : 0);
  if (at === 0) return heads.map((value) => ({ value, head: true, rowSpan }));
  const last = Math.max(...numbers);
  const isNumbering = numbered && at === table.headRows - 1;
  return heads.map((_, index) => (isNumbering ? { value: String(last + index + 1), head: true } : null));
}

/** A figure as its cell shows it, in the printed unit; null for a cell with anything else than a plain number in it. */
function numberIn(row: FigureRow, { value, printed }: Figure): Millionths | null {
  if (value === null || !/^-?[\d\s\u00a0\u2007\u2009\u202f]*(?:[.,]\s?\d+)?$/.test(printed.replace(/[−–](?=\d)/, "-")))
    return null;
  return inUnit(row, value);
}

function inUnit(row: FigureRow, value: bigint): Millionths {
  const unit = moneyUnitOf(row);
  return unit ? divideRounded(value * ONE, KOPECKS_IN[unit]) : value;
}

/** The unit of money of a row's figures; null where they count something else. */
export function moneyUnitOf({ unit }: FigureRow): MoneyUnit | null {
  return unit ? readMoneyUnit(unit.text) : null;
}

function decimalsOf({ printed }: Figure): number {
  const number = readPrintedNumber(printed);
  return number.kind === "number" ? Math.min(number.decimals, 6) : 0;
}
