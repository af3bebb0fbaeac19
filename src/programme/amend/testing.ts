import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Paper, PaperTable } from "../../office/paper.ts";
import { readDocument } from "../../office/read.ts";
import type { Block, Cell, DocumentTree, Paragraph, Table } from "../../office/tree.ts";
import type { Programme } from "../contract.ts";
import { applyChange } from "../draft/change.ts";
import type { Edit } from "../draft/edit.ts";
import { importProgramme } from "../import/index.ts";
import { EXAMPLE } from "../testing.ts";

export const ACTS = join(import.meta.dirname, "../../../examples/amending-acts");

export function readExample(): Programme {
  return importProgramme(readDocument(readFileSync(join(EXAMPLE, "ordynsky-2024-2026.docx")))).programme;
}

/** The programme after edits, with the totals that follow; a test that edits wrongly fails here. */
export function amend(programme: Programme, edits: readonly Edit[]): Programme {
  const { programme: after, problems } = applyChange(programme, { edits });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return after;
}

/** A paper as reading its file gives it: paragraphs by line, tables on their grid. */
export function paperTree(paper: Paper): DocumentTree {
  let tables = 0;
  const blocks = paper.sections.flatMap((section) =>
    section.blocks.flatMap((block): Block[] =>
      block.kind === "table" ? [gridTable(block, ++tables)] : [{ kind: "paragraph", text: block.text }],
    ),
  );
  return { format: "docx", blocks, omitted: [] };
}

/** A plain text as paragraphs. */
export function textTree(text: string, tables: readonly Table[] = []): DocumentTree {
  const blocks = text
    .trim()
    .split("\n")
    .map((line): Block => {
      const table = /^\[table (\d+)\]$/.exec(line.trim())?.[1];
      return tables[Number(table) - 1] ?? paragraph(line);
    });
  return { format: "docx", blocks, omitted: [] };
}

/** Rows of «a | b | c» as a table. */
export function makeTable(rows: string): Table {
  const lines = rows
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const columns = Math.max(...lines.map((line) => line.length));
  return {
    kind: "table",
    number: 1,
    columns,
    rows: lines.map((line, at) => ({
      number: at + 1,
      cells: line.map((text, column) => ({
        row: at + 1,
        column: column + 1,
        columnSpan: line.length === 1 ? columns : 1,
        rowSpan: 1,
        blocks: [paragraph(text)],
      })),
    })),
  };
}

function paragraph(text: string): Paragraph {
  return { kind: "paragraph", text };
}

function gridTable(table: PaperTable, number: number): Table {
  const taken = new Set<string>();
  const rows = table.rows.map((row, index) => {
    let column = 1;
    const cells = row.cells.map((cell): Cell => {
      while (taken.has(`${index}/${column}`)) column++;
      const [columnSpan, rowSpan] = [cell.columnSpan ?? 1, cell.rowSpan ?? 1];
      for (let r = index; r < index + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(`${r}/${c}`);
      const blocks = cell.text.split("\n").map(paragraph);
      return { row: index + 1, column, columnSpan, rowSpan, blocks };
    });
    return { number: index + 1, cells };
  });
  return { kind: "table", number, columns: table.columns.length, rows };
}
