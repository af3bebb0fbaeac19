import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as docx from "docx";
import type { Block, Cell, DocumentTree, Table } from "../src/office/tree.ts";

/**
 * Lays the example programme out as a Word file from `document.json`, its neutral tree. Run by hand after
 * the tree was edited: `node tools/make-example.ts`; the result is committed, so that the tests read a file.
 */
const folder = join(import.meta.dirname, "../examples/ordynsky-2024-2026");
const FONT = "Times New Roman";

function writeBlock(block: Block): docx.Paragraph | docx.Table {
  return block.kind === "table" ? writeTable(block) : writeParagraph(block.text);
}

function writeParagraph(text: string, size = 24): docx.Paragraph {
  const alignment = /^(?:ПРИЛОЖЕНИЕ$|УТВЕРЖДЕН|Приложение)/.test(text)
    ? docx.AlignmentType.RIGHT
    : docx.AlignmentType.LEFT;
  return new docx.Paragraph({ alignment, children: [new docx.TextRun({ text, font: FONT, size })] });
}

function writeTable(table: Table): docx.Table {
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: table.rows.map((row) => new docx.TableRow({ children: row.cells.map(writeCell) })),
  });
}

function writeCell(cell: Cell): docx.TableCell {
  const children = cell.blocks.map((block) =>
    block.kind === "table" ? writeTable(block) : writeParagraph(block.text, 20),
  );
  // A cell of a Word file ends with a paragraph, also after a nested table.
  if (cell.blocks.at(-1)?.kind !== "paragraph") children.push(new docx.Paragraph({}));
  return new docx.TableCell({ columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, children });
}

const tree = JSON.parse(readFileSync(join(folder, "document.json"), "utf8")) as DocumentTree;
const document = new docx.Document({
  title: "Муниципальная программа поддержки ТОС Ордынского района на 2024–2026 годы",
  sections: [
    {
      properties: { page: { size: { orientation: docx.PageOrientation.LANDSCAPE } } },
      children: tree.blocks.map(writeBlock),
    },
  ],
});
writeFileSync(join(folder, "ordynsky-2024-2026.docx"), await docx.Packer.toBuffer(document));
