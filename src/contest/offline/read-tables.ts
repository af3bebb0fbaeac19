import { z } from "zod";
import { cleanLine, foldText } from "../../office/grid/words.ts";
import { cellText, type DocumentTree, type Table, tableGrid } from "../../office/tree.ts";
import { CODE_HEAD, findMark } from "./layout.ts";

/** Ten times what a form holds: more is none. */
const MOST_LINES = 2_000;
const MOST_CELLS = 100;
const whole = z.number().int().min(0).max(1_000_000);

/** A line of the form as it lies in the file. */
const lineShape = z.object({
  /** Upper-case letter of its code; of a line that was put in, that of the line above. */
  letter: z.string().max(1),
  /** 0 where it has no code of its own. */
  number: whole,
  cells: z.array(z.string()).max(MOST_CELLS),
  /** Its table and its row there, from 1, and how far below the table's head it stands; 0 where the table has none. */
  table: whole,
  row: whole,
  below: whole,
});
export type FormLine = z.output<typeof lineShape>;

/** What a filled form holds; it goes to the page and comes back with the answer that it is to be taken. */
export const tablesShape = z.object({
  isBook: z.boolean(),
  /** The line with the form's mark; empty where there is none. */
  mark: z.string().max(1_000),
  lines: z.array(lineShape).max(MOST_LINES),
});
export type FormTables = z.output<typeof tablesShape>;

const BOOKS: readonly string[] = ["xlsx", "ods", "xls"];
const CODE = /^([ОВПСК]) ?(\d{1,3})$/u;

/** The lines of a filled form, whichever of the two files it is. */
export function readTables({ format, blocks }: DocumentTree): FormTables {
  const tables = blocks.filter((block): block is Table => block.kind === "table");
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(cellText)));
  return {
    isBook: BOOKS.includes(format),
    mark: [...paragraphs, ...cells].find((text) => findMark(text) !== null)?.slice(0, 1_000) ?? "",
    lines: tables.flatMap(readTable).slice(0, MOST_LINES),
  };
}

function readTable(table: Table): readonly FormLine[] {
  const grid = tableGrid(table).map((row) => row.map((cell) => (cell ? cellText(cell).trim() : "")));
  const head = grid.findIndex(([first = ""]) => foldText(first) === foldText(CODE_HEAD));
  const lines: FormLine[] = [];
  let letter = "";
  for (const [at, cells] of grid.entries()) {
    if (at <= head) continue;
    const [, own, number] = CODE.exec(cleanLine(cells[0] ?? "").toUpperCase()) ?? [];
    letter = own ?? letter;
    const isOther = own === undefined && (cells[0] ?? "") !== "";
    if (letter === "" || isOther) continue;
    const below = head < 0 ? 0 : at - head;
    lines.push({
      letter,
      number: Number(number ?? 0),
      cells: cells.slice(0, MOST_CELLS),
      table: table.number,
      row: at + 1,
      below,
    });
  }
  return lines;
}
