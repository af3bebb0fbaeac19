import { type Cell, cellText, type Row, tableGrid } from "../../src/office/tree.ts";
import type { Layout, SourceBlock, SourceParagraph, SourceTable } from "./source.ts";

const VOWELS = /[аеёиоуыэюя]/i;
const PAGE = 100;

/** How the lines of a table are drawn. */
interface Pen {
  readonly across: string;
  readonly down: string;
  /** The sign of a corner for each set of the four lines that meet in it: up 1, right 2, down 4, left 8. */
  readonly corners: string;
}

interface Drawing {
  readonly widths: readonly number[];
  readonly pen: Pen;
}

const BOX: Pen = { across: "─", down: "│", corners: "   └ │┌├ ┘─┴┐┤┬┼" };
const SIGNS: Pen = { across: "-", down: "|", corners: "   + |++ +-+++++" };

/** Lays a source out as old legal databases do: tables drawn with characters, words hyphenated over lines inside cells. */
export function writeText({ blocks }: Layout, pen: "box" | "signs"): string {
  return `${blocks.map((block) => writeBlock(block, pen === "box" ? BOX : SIGNS)).join("\n")}\n`;
}

function writeBlock(block: SourceBlock, pen: Pen): string {
  if (block.kind === "turn") return "";
  return block.kind === "table" ? writeTable(block, pen) : writeParagraph(block);
}

function writeParagraph({ text, placement }: SourceParagraph): string {
  if (text === "") return "";
  const indent = placement === "left" ? "   " : "";
  const lines = wrap(indent + text, PAGE, false);
  if (placement === "right") return lines.map((line) => line.padStart(PAGE)).join("\n");
  if (placement === "left") return lines.join("\n");
  return lines.map((line) => " ".repeat(Math.floor((PAGE - line.length) / 2)) + line).join("\n");
}

/** Each row is closed by a line; merged cells leave out the lines between what they cover. */
function writeTable(table: SourceTable, pen: Pen): string {
  const { widths } = table;
  const grid = tableGrid(table);
  const rows = table.rows.flatMap((row, at) => [
    writeRule(grid, at, { widths, pen }),
    ...writeRow(row, grid[at] ?? [], { widths, pen }),
  ]);
  return [...rows, writeRule(grid, grid.length, { widths, pen })].join("\n");
}

type Grid = ReturnType<typeof tableGrid>;

function writeRule(grid: Grid, row: number, { widths, pen }: Drawing): string {
  const at = (r: number, c: number) => grid[r]?.[c];
  const across = (column: number) => column >= 0 && column < widths.length && at(row - 1, column) !== at(row, column);
  const down = (r: number, column: number) => r >= 0 && r < grid.length && at(r, column - 1) !== at(r, column);
  const corner = (column: number) => {
    const lines = [down(row - 1, column), across(column), down(row, column), across(column - 1)];
    return pen.corners[lines.reduce((sum, drawn, bit) => sum + (drawn ? 2 ** bit : 0), 0)] ?? " ";
  };
  const parts = widths.map((width, column) => corner(column) + (across(column) ? pen.across : " ").repeat(width));
  return parts.join("") + corner(widths.length);
}

function writeRow(row: Row, cells: readonly (Cell | undefined)[], { widths, pen }: Drawing): string[] {
  const parts = cells.flatMap((cell, column) => {
    if (!cell || cell.column !== column + 1) return [];
    const covered = widths.slice(column, column + cell.columnSpan);
    const width = covered.reduce((sum, part) => sum + part + 1, -1);
    const own = cell.row === row.number;
    const lines = own
      ? cellText(cell)
          .split("\n")
          .flatMap((text) => wrap(text, width, true))
      : [""];
    return [{ width, lines }];
  });
  const height = Math.max(...parts.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const written = parts.map(({ width, lines }) => (lines[line] ?? "").padEnd(width));
    return `${pen.down}${written.join(pen.down)}${pen.down}`;
  });
}

/** Lines no wider than `width`; a long word is broken by the rules of hyphenation where `hyphenate` is set. */
function wrap(text: string, width: number, hyphenate: boolean): string[] {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? "";
  let begun = false;
  for (let word of text.trim().split(" ")) {
    for (;;) {
      const joined = begun ? `${line} ${word}` : line + word;
      if (joined.length <= width) {
        line = joined;
        begun = true;
        break;
      }
      const room = width - line.length - (begun ? 1 : 0);
      const cut = hyphenate ? findBreak(word, room - 1) : 0;
      if (cut > 0) {
        lines.push(`${line}${begun ? " " : ""}${word.slice(0, cut)}-`);
        word = word.slice(cut);
      } else if (begun) lines.push(line);
      else throw new Error(`«${word}» does not fit into ${width} characters`);
      line = "";
      begun = false;
    }
  }
  return [...lines, line];
}

/** The last place at or before `limit` where a plain word may be broken; 0 where there is none. */
function findBreak(word: string, limit: number): number {
  const letters = /^[«(]?[а-яё]+[,.;:»)]*$/i.test(word);
  if (!letters) return 0;
  for (let at = Math.min(limit, word.length - 3); at >= 2; at--) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const soft = /^[ьъй]/i.test(after);
    const parted = VOWELS.test(before.at(-1) ?? "") ? !VOWELS.test(after[0] ?? "") : !VOWELS.test(after[0] ?? "");
    const syllable = VOWELS.test(before.at(-1) ?? "")
      ? VOWELS.test(after[1] ?? "")
      : parted && VOWELS.test(after[1] ?? "");
    if (!soft && parted && syllable && VOWELS.test(before) && VOWELS.test(after)) return at;
  }
  return 0;
}
