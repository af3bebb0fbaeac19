import type { Cell, Paragraph, Table } from "../../src/office/tree.ts";

/** How a paragraph stands on the page. */
export type Placement = "left" | "right" | "centre";

export interface SourceParagraph extends Paragraph {
  readonly placement: Placement;
}

export interface SourceTable extends Table {
  /** Relative widths of the columns. */
  readonly widths: readonly number[];
}

export type SourceBlock = SourceParagraph | SourceTable | Turn;

/** A new page, upright or turned; in a workbook a new sheet with a name. */
export interface Turn {
  readonly kind: "turn";
  readonly turned: boolean;
  readonly name: string;
}

export interface Layout {
  readonly format: string;
  readonly blocks: readonly SourceBlock[];
}

const PLACEMENTS: Readonly<Record<string, Placement>> = { ">": "right", "^": "centre" };
const SIGNS: readonly (readonly [string, string])[] = [
  ["{nb}", "\u00a0"],
  ["{nnb}", "\u202f"],
  ["¶", "\n"],
];

/**
 * Reads a `source.layout`: the first line names the format; then a paragraph on each line («> » on the right,
 * «^ » in the middle), «--- name» turns to an upright page, «=== name» to a turned one, «[2 1 1» opens a table
 * of columns so wide and «]» closes it. In a table each line is a row with « | » between the cells; «<<» is
 * covered by the cell on its left, «^^» by the cell above, «¶» begins a new paragraph.
 */
export function readSource(text: string): Layout {
  const [first = "", ...lines] = text.replace(/\n$/, "").split("\n");
  const blocks: SourceBlock[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!/^\[[\d ]+$/.test(line)) {
      blocks.push(readLine(line));
      continue;
    }
    const end = lines.indexOf("]", at);
    if (end < 0) throw new Error(`the table in line ${at + 2} has no end`);
    tables += 1;
    blocks.push(readTable(lines.slice(at, end), tables));
    at = end;
  }
  return { format: first.replace(/^format: /, ""), blocks };
}

function readLine(line: string): SourceBlock {
  const turn = /^(---|===) ?(.*)$/.exec(line);
  if (turn) return { kind: "turn", turned: turn[1] === "===", name: turn[2] ?? "" };
  const placement = line[1] === " " ? PLACEMENTS[line[0] ?? ""] : undefined;
  return { kind: "paragraph", placement: placement ?? "left", text: unfold(placement ? line.slice(2) : line) };
}

function unfold(text: string): string {
  return SIGNS.reduce((all, [sign, character]) => all.replaceAll(sign, character), text);
}

function readTable([opening = "", ...lines]: readonly string[], number: number): SourceTable {
  const widths = opening.slice(1).split(" ").map(Number);
  const grid = lines.map((line) => line.split("|").map((cell) => cell.trim()));
  grid.forEach((cells, at) => {
    if (cells.length !== widths.length) throw new Error(`row ${at + 1} of table ${number} has ${cells.length} cells`);
  });
  const rows = grid.map((cells, at) => ({
    number: at + 1,
    cells: cells.flatMap((cell, column) => (cell === "<<" || cell === "^^" ? [] : [readCell(grid, at, column)])),
  }));
  return { kind: "table", number, columns: widths.length, widths, rows };
}

function readCell(grid: readonly string[][], row: number, column: number): Cell {
  const run = (covered: (step: number) => string | undefined, sign: string) => {
    let steps = 1;
    while (covered(steps) === sign) steps++;
    return steps;
  };
  const paragraphs = unfold(grid[row]?.[column] ?? "").split("\n");
  return {
    row: row + 1,
    column: column + 1,
    columnSpan: run((step) => grid[row]?.[column + step], "<<"),
    rowSpan: run((step) => grid[row + step]?.[column], "^^"),
    blocks: paragraphs.map((text) => ({ kind: "paragraph", text })),
  };
}
