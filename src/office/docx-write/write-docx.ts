import { Document, type FileChild, Packer, Paragraph } from "docx";
import type { Paper, PaperSection } from "../paper.ts";
import { printableText } from "../printable.ts";
import { settleBytes } from "../settle-package.ts";
import { makeHeader, makePage, textWidth } from "./page.ts";
import { makeParagraph } from "./paragraph.ts";
import { makeStyles } from "./styles.ts";
import { makeTable } from "./table.ts";

/** A paper as a Word file (.docx). The same paper gives the same bytes: no date of writing, no name of a machine stands in it. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: printableText(paper.title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: makeStyles(),
    sections: paper.sections.map((section, at) => ({
      properties: makePage(section.orientation, at === 0),
      headers: { default: makeHeader() },
      children: makeBlocks(section),
    })),
  });
  return settleBytes(await Packer.toBuffer(document));
}

function makeBlocks({ orientation, blocks }: PaperSection): FileChild[] {
  const width = textWidth(orientation);
  const made = blocks.map((block) => (block.kind === "table" ? makeTable(block, width) : makeParagraph(block, width)));
  // Two tables in a row would become one, and a section must end with a paragraph.
  const parted = made.flatMap((child, at) =>
    blocks[at]?.kind === "table" && blocks[at + 1]?.kind !== "paragraph" ? [child, spacer()] : [child],
  );
  return parted.length > 0 ? parted : [spacer()];
}

function spacer(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20 }, children: [] });
}
