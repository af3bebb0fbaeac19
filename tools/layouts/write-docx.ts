import * as docx from "docx";
import { strFromU8, unzipSync } from "fflate";
import { type Cell, cellText } from "../../src/office/tree.ts";
import { packFiles } from "./archive.ts";
import type { Layout, Placement, SourceBlock, SourceParagraph, SourceTable, Turn } from "./source.ts";

const FONT = "Times New Roman";
const TEXT_SIZE = 28;
const TABLE_SIZE = 20;
/** Twentieths of a point between the margins of an A4 page, upright and turned. */
const WIDTH = { upright: 9600, turned: 14500 };

const ALIGNMENTS: Readonly<Record<Placement, (typeof docx.AlignmentType)[keyof typeof docx.AlignmentType]>> = {
  left: docx.AlignmentType.BOTH,
  right: docx.AlignmentType.RIGHT,
  centre: docx.AlignmentType.CENTER,
};

/** Lays a source out as Word does: Times New Roman, annexes on turned pages, cells with borders. */
export async function writeDocx({ blocks }: Layout): Promise<Uint8Array> {
  const sections = splitSections(blocks).map(({ turned, content }) => ({
    properties: {
      page: {
        size: {
          orientation: turned ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
          width: 11906,
          height: 16838,
        },
        margin: { top: 1134, bottom: 1134, left: 1418, right: 850 },
      },
    },
    children: content.map((block) => writeBlock(block, turned)),
  }));
  const packed = await docx.Packer.toBuffer(new docx.Document({ creator: "", lastModifiedBy: "", sections }));
  return fixDates(packed);
}

function splitSections(blocks: readonly SourceBlock[]) {
  const sections: { turned: boolean; content: Exclude<SourceBlock, Turn>[] }[] = [{ turned: false, content: [] }];
  for (const block of blocks) {
    if (block.kind === "turn") sections.push({ turned: block.turned, content: [] });
    else sections.at(-1)?.content.push(block);
  }
  return sections;
}

function writeBlock(block: SourceParagraph | SourceTable, turned: boolean): docx.Paragraph | docx.Table {
  if (block.kind === "table") return writeTable(block, turned ? WIDTH.turned : WIDTH.upright);
  const plain = block.placement === "left";
  return new docx.Paragraph({
    alignment: ALIGNMENTS[block.placement],
    ...(plain && block.text && { indent: { firstLine: 709 } }),
    children: [new docx.TextRun({ text: block.text, font: FONT, size: TEXT_SIZE, bold: block.placement === "centre" })],
  });
}

function writeTable(table: SourceTable, width: number): docx.Table {
  const all = table.widths.reduce((sum, part) => sum + part, 0);
  const columnWidths = table.widths.map((part) => Math.round((part * width) / all));
  return new docx.Table({
    width: { size: width, type: docx.WidthType.DXA },
    columnWidths,
    layout: docx.TableLayoutType.FIXED,
    rows: table.rows.map(
      (row) => new docx.TableRow({ children: row.cells.map((cell) => writeCell(cell, columnWidths)) }),
    ),
  });
}

function writeCell(cell: Cell, widths: readonly number[]): docx.TableCell {
  const size = widths.slice(cell.column - 1, cell.column - 1 + cell.columnSpan).reduce((sum, part) => sum + part, 0);
  const children = cellText(cell)
    .split("\n")
    .map((text) => new docx.Paragraph({ children: [new docx.TextRun({ text, font: FONT, size: TABLE_SIZE })] }));
  return new docx.TableCell({
    width: { size, type: docx.WidthType.DXA },
    ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    children,
  });
}

/** The library stamps the moment of writing; a build that anyone repeats stamps none. */
function fixDates(packed: Uint8Array): Uint8Array {
  const files: Record<string, Uint8Array | string> = unzipSync(packed);
  const core = files["docProps/core.xml"];
  if (core instanceof Uint8Array) {
    files["docProps/core.xml"] = strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2025-01-01T00:00:00Z");
  }
  return packFiles(files);
}
