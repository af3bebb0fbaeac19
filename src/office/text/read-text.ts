import { numberTables } from "../building/number-tables.ts";
import type { DecodedText } from "../encoding.ts";
import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { Block, Cell, DocumentTree, Omission, Paragraph, Row, Table } from "../tree.ts";
import { buildDrawn } from "./drawn/build.ts";
import { findStretches } from "./drawn/stretches.ts";
import { splitGroups, splitLines, type TextCell } from "./groups.ts";
import { findRegions, type Region } from "./regions.ts";
import { findWidth, joinRows } from "./rows.ts";
import { inferSpans } from "./spans.ts";

/**
 * Reads the text form of a document: a tab begins a cell, a blank line ends a row, lines after the first
 * line of a cell are further paragraphs of it; and tables drawn with lines. Vertical merges are not guessed: a covered position is an empty cell.
 * @throws Refusal too-many-cells, too-many-paragraphs
 */
export function readText(decoded: DecodedText, limits: ReadLimits): DocumentTree {
  const blocks: Block[] = [];
  const counter = new Counter(limits);
  const stretches = findStretches(splitLines(decoded.text));
  const drawn = buildDrawn(stretches, limits);
  for (const stretch of stretches) {
    const table = drawn.get(stretch);
    if (table !== undefined) blocks.push(table);
    else if (!stretch.drawn) readFlat(stretch.lines, blocks);
    counter.countParagraphs(blocks.length);
  }
  for (const block of blocks) if (block.kind === "table") counter.countCells(block.columns * block.rows.length);
  numberTables(blocks);
  const omitted: Omission[] = decoded.damaged > 0 ? [{ what: "damaged-character", count: decoded.damaged }] : [];
  return { format: "text", blocks, omitted };
}

/** The flat form: the lines that no table is drawn in. */
function readFlat(lines: readonly string[], blocks: Block[]): void {
  for (const part of findRegions(splitGroups(lines))) {
    const table = part.kind === "region" ? buildTable(part, 0) : null;
    if (table !== null) blocks.push(table);
    else for (const paragraph of listParagraphs(part)) blocks.push(paragraph);
  }
}

class Counter {
  private readonly limits: ReadLimits;
  private cells = 0;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  countCells(count: number): void {
    this.cells += count;
    if (this.cells > this.limits.cells) throw refuse("too-many-cells", { limit: this.limits.cells });
  }

  countParagraphs(count: number): void {
    if (count > this.limits.paragraphs) throw refuse("too-many-paragraphs", { limit: this.limits.paragraphs });
  }
}

/** Null for what only looks like a table: indented paragraphs, that is a single row or a single column. */
function buildTable(region: Region, number: number): Table | null {
  const width = findWidth(region.groups);
  const textRows = joinRows(region.groups, width);
  if (width < 2 || textRows.length < 2) return null;
  const spans = inferSpans(
    textRows.map((row) => row.map((cell) => cell.join("\n"))),
    width,
  );
  const columns = textRows.reduce((most, row) => Math.max(most, row.length), width);
  const rows = textRows.map(
    (cells, index): Row => ({ number: index + 1, cells: placeCells(cells, index + 1, spans[index] ?? []) }),
  );
  return { kind: "table", number, columns, rows };
}

function placeCells(cells: readonly TextCell[], row: number, spans: readonly number[]): Cell[] {
  let column = 1;
  return cells.map((paragraphs, index) => {
    const columnSpan = spans[index] ?? 1;
    const cell: Cell = { row, column, columnSpan, rowSpan: 1, blocks: paragraphs.map(toParagraph) };
    column += columnSpan;
    return cell;
  });
}

function toParagraph(text: string): Paragraph {
  return { kind: "paragraph", text };
}

/** Blanks at the start of a line of the body are its indentation; blank lines are no paragraphs. */
function listParagraphs(part: ReturnType<typeof findRegions>[number]): Paragraph[] {
  const lines = part.kind === "lines" ? part.lines : part.groups.flatMap((group) => group.cells.flat());
  return lines.map((line) => toParagraph(line.replace(/^ +/, ""))).filter((paragraph) => paragraph.text !== "");
}
