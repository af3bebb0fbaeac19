import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from "docx";
import { countLines, countRowLines } from "../line-count.ts";
import type { PaperTable } from "../paper.ts";
import { expandRows, type GridCell } from "./grid.ts";
import { makeRuns } from "./runs.ts";
import { TABLE_STYLES } from "./styles.ts";

/** Tables of more columns than this are set in smaller type. */
const DENSE_FROM = 5;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };
const PADDING = { left: 85, right: 85, top: 0, bottom: 0, marginUnitType: WidthType.DXA };
const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
/** A row whose longest cell runs over more lines than this may be parted by the end of a page. */
const SHORT_LINES = 12;
const TWIPS_A_LETTER = 110;
const LINE_HEIGHT = { dense: 230, plain: 276 } as const;

/** How the rows of one table are drawn; widths in twentieths of a point. */
interface Form {
  readonly widths: readonly number[];
  readonly style: string;
  readonly head: boolean;
}

/** A table over the whole width of the text; its columns stand in the proportions given. */
export function makeTable(table: PaperTable, width: number): Table {
  const widths = shareWidth(table.columns, width);
  const style = table.columns.length > DENSE_FROM ? TABLE_STYLES.dense : TABLE_STYLES.plain;
  const rows = expandRows(table);
  const heights = headHeights(rows.slice(0, table.headRows), { widths, style, head: true });
  return new Table({
    rows: rows.map((row, at) => makeRow(row, { widths, style, head: at < table.headRows }, heights[at])),
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: PADDING,
  });
}

function shareWidth(shares: readonly number[], width: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((share / whole) * width));
}

/** LibreOffice cuts merged cells of a head that it repeats on the next page, unless the rows say their height. */
function headHeights(rows: readonly (readonly GridCell[])[], form: Form): number[] {
  const cells = rows.map((row) =>
    row
      .filter(({ merge }) => merge !== "covered")
      .map((place) => ({ lines: linesOf(place, form), rowSpan: place.cell.rowSpan ?? 1 })),
  );
  return countRowLines(cells).map(
    (lines) => lines * LINE_HEIGHT[form.style === TABLE_STYLES.dense ? "dense" : "plain"],
  );
}

function makeRow(row: readonly GridCell[], form: Form, height?: number): TableRow {
  const across = row.length === 1 && row[0]?.columnSpan === form.widths.length;
  return new TableRow({
    children: row.map((cell) => makeCell(cell, form)),
    ...(form.head && { tableHeader: true }),
    ...(height && { height: { value: height, rule: HeightRule.ATLEAST } }),
    // A line that only names what follows never stands alone at the foot of a page.
    ...(across && { keepNext: true }),
    ...(row.every((cell) => isShort(cell, form)) && { cantSplit: true }),
  });
}

function widthOf({ column, columnSpan }: GridCell, { widths }: Form): number {
  return widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0);
}

/** A merged cell runs on over the rows below and does not make its first row long. */
function isShort(place: GridCell, form: Form): boolean {
  if (place.merge !== "none") return true;
  return linesOf(place, form) <= SHORT_LINES;
}

function linesOf(place: GridCell, form: Form): number {
  return countLines(place.cell.text, Math.floor((widthOf(place, form) - 2 * PADDING.left) / TWIPS_A_LETTER));
}

function makeCell(place: GridCell, form: Form): TableCell {
  const { cell, columnSpan, merge } = place;
  const texts = merge === "covered" ? [""] : cell.text.split("\n");
  const align = cell.align ?? (form.head ? "center" : "left");
  const paragraphs = texts.map(
    (text) =>
      new Paragraph({
        style: form.style,
        ...(align !== "left" && { alignment: ALIGNMENTS[align] }),
        children: makeRuns(text, cell.bold ?? false),
      }),
  );
  const options: ITableCellOptions = {
    children: paragraphs,
    width: { size: widthOf(place, form), type: WidthType.DXA },
    ...(columnSpan > 1 && { columnSpan }),
    ...(merge !== "none" && {
      verticalMerge: merge === "first" ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
    ...(form.head && { verticalAlign: VerticalAlignTable.CENTER }),
  };
  return new TableCell(options);
}
