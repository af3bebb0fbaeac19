import { type Block, type Cell, cellText, type DocumentTree, type Row, type Table } from "../../../office/tree.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { readMoneyUnit, readRowKind } from "../../language/vocabulary.ts";
import { bareWords, oneLine } from "../../language/words.ts";
import { type Head, readHead } from "../table/head.ts";

/**
 * Text taken out of a Word file prints a nested table as bare lines, one cell to a line. This puts such a
 * table back: lines of a wide cell that read «label, unit, as many figures as the head has» become rows again.
 * Tables of the whole document are numbered anew in reading order.
 */
export function restoreNestedTables(tree: DocumentTree): DocumentTree {
  const restored = tree.blocks.map((block) => (block.kind === "table" ? restoreTable(block) : block));
  let number = 0;
  const renumber = (block: Block): Block => {
    if (block.kind === "paragraph") return block;
    number++;
    const own = number;
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(renumber) })),
    }));
    return { ...block, number: own, rows };
  };
  return { ...tree, blocks: restored.map(renumber) };
}

function restoreTable(table: Table): Table {
  const head = readHead(table);
  const figures = head?.columns.filter((column) => column.key !== null) ?? [];
  if (!head || figures.length < 2 || !head.columns.some((column) => column.meaning === "activity")) return table;
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (row.number > head.rows ? restoreCell(cell, head, table.columns) : cell)),
  }));
  return { ...table, rows };
}

function restoreCell(cell: Cell, head: Head, columns: number): Cell {
  if (cell.columnSpan < columns || cell.blocks.some((block) => block.kind === "table")) return cell;
  const lines = cellText(cell).split("\n").map(oneLine);
  const found = findRows(lines, head);
  const last = found.at(-1);
  if (found.length < 3 || !last) return cell;
  const builder = new RowBuilder(head, columns, bareWords(lines.join(" ")));
  let at = 0;
  found.forEach((row, index) => {
    builder.text(lines.slice(at, row.start), row, found[index - 1] ?? null);
    builder.row(row);
    at = row.end;
  });
  const rest = lines.slice(at).filter((line) => line !== "" && readPrintedNumber(line).kind !== "blank");
  const nested: Table = { kind: "table", number: 0, columns, rows: builder.spanNames() };
  return { ...cell, blocks: [nested, ...rest.map((text) => ({ kind: "paragraph", text }) as const)] };
}

interface FoundRow {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly unit: string;
  readonly figures: readonly string[];
  readonly total: boolean;
}

/** Rows are found by their shape: one or two lines of a known label, a unit, then a figure for every year and total. */
function findRows(lines: readonly string[], head: Head): FoundRow[] {
  const count = head.columns.filter((column) => column.key !== null).length;
  const rows: FoundRow[] = [];
  for (let start = 0; start < lines.length; start++) {
    const row = [1, 2].map((height) => rowAt(lines, start, height, count)).find((found) => found !== null);
    if (!row) continue;
    rows.push(row);
    start = row.end - 1;
  }
  return rows;
}

function rowAt(lines: readonly string[], start: number, height: number, count: number): FoundRow | null {
  const label = lines.slice(start, start + height).join(" ");
  const unit = lines[start + height] ?? "";
  const figures = lines.slice(start + height + 1, start + height + 1 + count);
  const shaped = readRowKind(label) !== null && isUnit(unit) && figures.length === count;
  if (!shaped || !figures.every((figure) => figure !== "" && readPrintedNumber(figure).kind !== "words")) return null;
  return { start, end: start + height + 1 + count, label, unit, figures, total: /^итого|^всего/i.test(label) };
}

function isUnit(line: string): boolean {
  return readMoneyUnit(line) !== null || /^(?:единиц|процент|ед\.|шт|чел|%)/i.test(line);
}

class RowBuilder {
  readonly rows: Row[] = [];
  private readonly head: Head;
  private readonly columns: number;
  private pending: Cell[] = [];
  private inTotal = false;
  private readonly allWords: string;

  constructor(head: Head, columns: number, allWords: string) {
    this.head = head;
    this.columns = columns;
    this.allWords = allWords;
  }

  /** Lines between two rows: the name of the next activity, its executor and result, a torn cell, or marks of an empty cell. */
  text(lines: readonly string[], next: FoundRow, previous: FoundRow | null): void {
    const words = lines.filter((line) => line !== "" && readPrintedNumber(line).kind === "words");
    if (words.length === 0) return;
    const startsActivity = readRowKind(next.label) === "quantity";
    if (!startsActivity && previous && readRowKind(previous.label) === "quantity") this.placeBeside(words);
    else if (startsActivity) this.pending.push(this.cell("activity", words));
    else if (!next.total) this.placeTorn(words);
    else this.pending.push(this.cell("activity", words));
  }

  row(row: FoundRow): void {
    const number = this.rows.length + 1;
    const kind = readRowKind(row.label);
    this.inTotal = row.total || (this.inTotal && kind !== "quantity");
    const label = this.columnOf(this.inTotal ? "activity" : "label");
    const unit = this.columnOf("unit");
    const span = this.inTotal ? Math.max(1, unit - label) : 1;
    const figures = this.head.columns.filter((column) => column.key !== null);
    const cells = [
      ...this.pending.map((cell) => ({ ...cell, row: number })),
      makeCell(number, label, row.label, span),
      makeCell(number, unit, row.unit),
      ...figures.map((column, at) => makeCell(number, column.column, row.figures[at] ?? "")),
    ];
    this.pending = [];
    this.rows.push({ number, cells: cells.sort((a, b) => a.column - b.column) });
  }

  /** The rows, with each activity's name beside all of its rows, as the merged cell of the original stood. */
  spanNames(): Row[] {
    const column = this.columnOf("activity");
    const starts = this.rows.filter((row) => row.cells.some((cell) => cell.column === column)).map((row) => row.number);
    return this.rows.map((row) => {
      const next = starts.find((start) => start > row.number) ?? this.rows.length + 1;
      const cells = row.cells.map((cell) =>
        cell.column === column && cell.columnSpan === 1 ? { ...cell, rowSpan: next - row.number } : cell,
      );
      return { ...row, cells };
    });
  }

  /** After a quantity row stand the cells to the right of the figures: the executor first, the result last. */
  private placeBeside(words: readonly string[]): void {
    const result = words.length > 1 ? [words.at(-1) ?? ""] : [];
    this.addToLastRow(this.cell("executor", words.slice(0, words.length - result.length)));
    if (result.length > 0) this.addToLastRow(this.cell("result", result));
  }

  /** A torn cell goes to the column whose text it continues: the join must read as words that stand elsewhere in the document. */
  private placeTorn(words: readonly string[]): void {
    const first = bareWords(words[0] ?? "").split(" ")[0] ?? "";
    const continues = (meaning: string) => {
      const before = bareWords(this.lastText(meaning)).split(" ").at(-1) ?? "";
      return this.allWords.split(`${before} ${first}`).length;
    };
    const meaning = continues("result") > continues("executor") ? "result" : "executor";
    this.addToLastRow(this.cell(meaning, words));
  }

  private lastText(meaning: string): string {
    const column = this.columnOf(meaning);
    const cells = this.rows.flatMap((row) => row.cells.filter((cell) => cell.column === column));
    return cells.length > 0 ? cellText(cells.at(-1) as Cell) : "";
  }

  private addToLastRow(cell: Cell): void {
    const last = this.rows.at(-1);
    if (!last) return;
    this.rows[this.rows.length - 1] = { ...last, cells: [...last.cells, { ...cell, row: last.number }] };
  }

  private cell(meaning: string, words: readonly string[]): Cell {
    return makeCell(this.rows.length + 1, this.columnOf(meaning), words.join("\n"));
  }

  private columnOf(meaning: string): number {
    return this.head.columns.find((column) => column.meaning === meaning)?.column ?? this.columns;
  }
}

function makeCell(row: number, column: number, text: string, columnSpan = 1): Cell {
  const blocks = text.split("\n").map((line) => ({ kind: "paragraph", text: line }) as const);
  return { row, column, columnSpan, rowSpan: 1, blocks };
}
