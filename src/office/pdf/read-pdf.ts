import { numberTables } from "../building/number-tables.ts";
import type { ReadLimits } from "../limits.ts";
import { READ_LIMITS } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { Block, DocumentTree, Omission, Table } from "../tree.ts";
import { joinPages } from "./join-pages.ts";
import type { PageMarks } from "./marks.ts";
import { type PageBlock, type PageTable, type ReadCell, readPages } from "./read-pages.ts";
import { scanPage } from "./scan-page.ts";

/** Longer ones are books, not programmes. */
const MOST_PAGES = 2_000;
/** Of letters on a page that was printed and not photographed. */
const LEAST_SIGNS = 10;

/**
 * Reads a PDF with a text layer: its paragraphs, and as tables what its lines draw, over all pages. Scripts and files in it are
 * not looked at. Its engine is loaded with the first PDF.
 * @throws Refusal encrypted, pdf-scanned, pdf-broken, too-many-pages, too-many-cells
 */
export async function readPdf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<DocumentTree> {
  const all = { ...READ_LIMITS, ...limits };
  const pages = await scanPages(bytes, all);
  if (pages.every(({ signs }) => signs.length < LEAST_SIGNS)) throw refuse("pdf-scanned");
  const blocks = joinPages(readPages(pages)).flatMap(toBlocks);
  const cells = blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.columns * block.rows.length : 0),
    0,
  );
  if (cells > all.cells) throw refuse("too-many-cells", { limit: all.cells });
  numberTables(blocks);
  return { format: "pdf", blocks, omitted: listOmitted(pages) };
}

async function scanPages(bytes: Uint8Array, { onProgress }: ReadLimits): Promise<readonly PageMarks[]> {
  const mupdf = await import("mupdf");
  mupdf.disableICC();
  // What it thinks of a file goes nowhere: a person gets a sentence, or the document.
  mupdf.setLog(() => undefined);
  try {
    const document = mupdf.Document.openDocument(bytes, "application/pdf");
    if (document.needsPassword()) throw refuse("encrypted", { seems: "PDF" });
    const count = document.countPages();
    if (count > MOST_PAGES) throw refuse("too-many-pages", { limit: MOST_PAGES });
    return Array.from({ length: count }, (_, number) => {
      const page = document.loadPage(number);
      const marks = scanPage(mupdf, page);
      page.destroy();
      onProgress?.((number + 1) / count);
      return marks;
    });
  } catch (error) {
    if (error instanceof Error && error.name === "Refusal") throw error;
    // What the engine has against a file is for programmers.
    throw refuse("pdf-broken");
  }
}

function listOmitted(pages: readonly PageMarks[]): readonly Omission[] {
  const count = pages.reduce((sum, { pictures }) => sum + pictures, 0);
  return count > 0 ? [{ what: "picture", count }] : [];
}

function toBlocks(block: PageBlock): readonly Block[] {
  return block.kind === "table" ? [toTable(block)] : block.paragraphs.map(toParagraph);
}

const toParagraph = (text: string): Block => ({ kind: "paragraph", text });

function toTable({ cells, rows, xs }: PageTable): Table {
  const lines = Array.from({ length: rows }, (_, row) => ({
    number: row + 1,
    cells: cells
      .filter((cell) => cell.row === row)
      .sort((one, other) => one.column - other.column)
      .map(toCell),
  }));
  return { kind: "table", number: 0, columns: xs.length - 1, rows: lines };
}

function toCell({ row, column, rowSpan, columnSpan, paragraphs }: ReadCell) {
  const blocks = paragraphs.map(toParagraph);
  return { row: row + 1, column: column + 1, rowSpan, columnSpan, blocks };
}
