import type { NamedRange } from "hucre";
import { type Cell, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { formatDecimal, type Millionths } from "../../kernel/decimal.ts";
import { countLines, countRowLines } from "../line-count.ts";
import { printableText } from "../printable.ts";
import { settleBytes } from "../settle-package.ts";
import type { Sheet, Workbook, WorkCell } from "../workbook.ts";
import { styleOf } from "./styles.ts";

/** What the file format holds in one cell and in the name of a sheet. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
/** A spreadsheet computes with this many digits; a longer figure stays exact as text. */
const DIGITS = 15;

/**
 * A workbook as an Excel file (.xlsx): words stay words whatever they begin with, figures are written digit by digit,
 * formulas come with their last result. The same workbook gives the same bytes.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const moment = new Date(Date.UTC(1980, 0, 1));
  const bytes = await writeXlsx({
    sheets: workbook.sheets.map(makeSheet),
    namedRanges: workbook.sheets.filter(({ headRows }) => headRows > 0).map(makePrintTitles),
    properties: { title: printableText(workbook.title), created: moment, modified: moment },
    defaultFont: { name: "Times New Roman", size: 11 },
  });
  return settleBytes(bytes);
}

function makeSheet(sheet: Sheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell) addCell(cell, { row: at, column }, { cells, merges });
    });
  });
  return {
    name: sheetName(sheet.name),
    columns: sheet.columns.map((width) => ({ width })),
    rows: sheet.rows.map((row) => row.map((cell) => (cell ? contentOf(cell.value) : null))),
    cells,
    merges,
    rowDefs: new Map(rowHeights(sheet).map((height, row) => [row, { height }])),
    ...(sheet.headRows > 0 && { freezePane: { rows: sheet.headRows } }),
    pageSetup: {
      paperSize: "a4",
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
  };
}

/** The rows repeated on every printed page, by the name that the format keeps for them; the library's own setting leaves a name with a space unquoted. */
function makePrintTitles({ name, headRows }: Sheet): NamedRange {
  const scope = sheetName(name);
  return { name: "_xlnm.Print_Titles", range: `'${scope.replaceAll("'", "''")}'!$1:$${headRows}`, scope };
}

const LINE_HEIGHT = 15;
/** The format allows no higher row. */
const HIGHEST = 409;

/** Programs fit no height to merged cells: every row says how high its text is. */
function rowHeights({ rows, columns }: Sheet): number[] {
  const cells = rows.map((row) =>
    row.flatMap((cell, column) => {
      if (typeof cell?.value !== "string") return [];
      const letters = columns.slice(column, column + (cell.columnSpan ?? 1)).reduce((sum, width) => sum + width, 0);
      return [{ lines: countLines(cell.value, letters), rowSpan: cell.rowSpan ?? 1 }];
    }),
  );
  return countRowLines(cells).map((lines) => Math.min(HIGHEST, lines * LINE_HEIGHT));
}

interface SheetParts {
  readonly cells: Map<string, Partial<Cell>>;
  readonly merges: MergeRange[];
}

function addCell(cell: WorkCell, at: { row: number; column: number }, { cells, merges }: SheetParts): void {
  const style = styleOf(cell);
  const { columnSpan = 1, rowSpan = 1 } = cell;
  for (let row = at.row; row < at.row + rowSpan; row++) {
    for (let column = at.column; column < at.column + columnSpan; column++) cells.set(`${row},${column}`, { style });
  }
  cells.set(`${at.row},${at.column}`, makeCell(cell));
  if (columnSpan === 1 && rowSpan === 1) return;
  merges.push({
    startRow: at.row,
    startCol: at.column,
    endRow: at.row + rowSpan - 1,
    endCol: at.column + columnSpan - 1,
  });
}

function makeCell(cell: WorkCell): Partial<Cell> {
  const style = styleOf(cell);
  const value = contentOf(cell.value);
  if (cell.formula === undefined) return { value, type: typeof value === "number" ? "number" : "string", style };
  return { value, type: "formula", formula: cell.formula, formulaResult: value, style };
}

function contentOf(value: WorkCell["value"]): CellValue {
  if (value === null) return null;
  return typeof value === "bigint" ? numberOf(value) : clip(printableText(value));
}

/** Up to fifteen digits a number is written as it was read: its shortest notation is the decimal itself. */
function numberOf(value: Millionths): CellValue {
  const text = formatDecimal(value);
  const digits = text.replace(/[-.]/g, "").replace(/^0+/, "").length;
  return digits <= DIGITS ? Number(text) : text.replace(".", ",");
}

function clip(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1).toWellFormed()}…`;
}

function sheetName(name: string): string {
  return printableText(name)
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, LONGEST_NAME);
}
