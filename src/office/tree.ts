/**
 * The neutral document tree between a file format and whoever reads it.
 * It knows text, tables and coordinates; it knows nothing of programmes.
 */
export interface DocumentTree {
  /** What the file is; one of the last row was turned into one of the first by LibreOffice before it was read. */
  readonly format: DocumentFormat;
  readonly blocks: readonly Block[];
  /** What the reader met and left out (pictures, text boxes, comments), one line a kind. */
  readonly omitted: readonly Omission[];
}

export type DocumentFormat =
  | "docx"
  | "odt"
  | "ods"
  | "xlsx"
  | "html"
  | "text"
  | "pdf"
  | "doc"
  | "rtf"
  | "xls"
  | "word-xml"
  | "flat-odf";

export interface Omission {
  readonly what: string;
  readonly count: number;
}

export type Block = Paragraph | Table;

export interface Paragraph {
  readonly kind: "paragraph";
  /** Text as a person sees it: tabs as \t, line breaks as \n, soft hyphens gone, no-break hyphens as «-», tracked changes accepted. */
  readonly text: string;
}

/** A table on its full grid. Covered positions of a merged cell hold nothing; the merged cell stands at its upper left corner. */
export interface Table {
  readonly kind: "table";
  /** From 1, in reading order through the whole document; a nested table counts when it is reached, after the table that holds it. */
  readonly number: number;
  readonly columns: number;
  readonly rows: readonly Row[];
}

export interface Row {
  /** From 1, as a person counts the rows of this table. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly row: number;
  /** Grid column of its left edge, from 1. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly blocks: readonly Block[];
}

/** The cell's own text: paragraphs joined by \n, nested tables left out. */
export function cellText(cell: Cell): string {
  return cell.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])).join("\n");
}

/** The cells by row and grid column (both from 0); a merged cell appears at every position that it covers. */
export function tableGrid(table: Table): (Cell | undefined)[][] {
  const grid: (Cell | undefined)[][] = table.rows.map(() => new Array<Cell | undefined>(table.columns).fill(undefined));
  for (const row of table.rows) {
    for (const cell of row.cells) {
      for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
        for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
          const line = grid[r - 1];
          if (line && c <= table.columns) line[c - 1] = cell;
        }
      }
    }
  }
  return grid;
}
