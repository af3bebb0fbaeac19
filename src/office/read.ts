import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { convert } from "./converted/convert.ts";
import { readDocx } from "./docx/read-docx.ts";
import { type DecodedText, decodeText } from "./encoding.ts";
import { decodePage } from "./html/encoding.ts";
import { decodeWebArchive } from "./html/mhtml.ts";
import { readHtml } from "./html/read-html.ts";
import { READ_LIMITS, type ReadLimits, toMegabytes } from "./limits.ts";
import { readOdf } from "./odf/read-odf.ts";
import { openArchive } from "./packed/zip.ts";
import { refuse } from "./refusals.ts";
import { findArchiveSeeming, findSeeming, type Seeming } from "./signature.ts";
import { readText } from "./text/read-text.ts";
import type { Block, DocumentTree } from "./tree.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

/**
 * Reads a document by its content, whatever its name: .docx, .odt, .ods, .xlsx, .xlsm, a page (.html, .mht), or text
 * in UTF-8, UTF-16, windows-1251, KOI8-R or cp866; through LibreOffice, where it is installed, also .doc, .rtf, .xls,
 * Word 2003 XML and flat OpenDocument. A PDF takes `readAnyDocument`.
 * @throws Refusal of the list in refusals.ts, and nothing else whatever the bytes are
 */
export function readDocument(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): DocumentTree {
  const all = { ...READ_LIMITS, ...limits };
  refuseLarge(bytes.length, all);
  const tree = isArchive(bytes) ? readArchive(bytes, all) : readSeeming(bytes, all);
  if (!tree.blocks.some(holdsText)) throw refuse("empty-document");
  return tree;
}

/**
 * The same, and PDF too, whose engine is loaded with the first of them.
 * @throws Refusal of the list in refusals.ts, and nothing else whatever the bytes are
 */
export async function readAnyDocument(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<DocumentTree> {
  if (isArchive(bytes) || findSeeming(bytes)?.kind !== "pdf") return readDocument(bytes, limits);
  refuseLarge(bytes.length, { ...READ_LIMITS, ...limits });
  const { readPdf } = await import("./pdf/read-pdf.ts");
  const tree = await readPdf(bytes, limits);
  if (!tree.blocks.some(holdsText)) throw refuse("empty-document");
  return tree;
}

/**
 * Reads a document from a file; one that is too large is not read at all.
 * @throws Refusal as readDocument, and file-unreadable
 */
export function readFileDocument(path: string, limits: Partial<ReadLimits> = {}): DocumentTree {
  return readDocument(readFileBytes(path, limits), limits);
}

/** The bytes of a file, whatever they are. Refuses as `readFileDocument`. */
export function readFileBytes(path: string, limits: Partial<ReadLimits> = {}): Uint8Array {
  refuseLarge(findFileSize(path), { ...READ_LIMITS, ...limits });
  return orUnreadable(path, () => readFileSync(path));
}

function findFileSize(path: string): number {
  const status = orUnreadable(path, () => statSync(path));
  if (!status.isFile()) throw refuse("file-unreadable", { name: basename(path) });
  return status.size;
}

/** Whatever the system has against a file, the person gets one sentence. */
function orUnreadable<Result>(path: string, step: () => Result): Result {
  try {
    return step();
  } catch {
    throw refuse("file-unreadable", { name: basename(path) });
  }
}

function refuseLarge(size: number, limits: ReadLimits): void {
  if (size > limits.fileBytes) throw refuse("file-too-large", { limitMegabytes: toMegabytes(limits.fileBytes) });
}

function readSeeming(bytes: Uint8Array, limits: ReadLimits): DocumentTree {
  const seeming = findSeeming(bytes);
  if (seeming === null) return readPlain(bytes, limits);
  switch (seeming.kind) {
    case "page":
      return readPage(decodePage(bytes), seeming, limits);
    case "web-archive": {
      // A text may begin like a letter.
      const page = decodeWebArchive(bytes);
      return page === null ? readPlain(bytes, limits) : readPage(page, seeming, limits);
    }
    case "picture":
    case "document":
    case "archive":
    case "encrypted":
    case "pdf":
      throw refuseSeeming(seeming.kind, seeming.name);
    default: {
      const converted = convert(bytes, { format: seeming.kind, name: seeming.name }, limits);
      return { ...readArchive(converted, limits), format: seeming.kind };
    }
  }
}

const SEEMING_CODES = {
  picture: "not-a-document",
  document: "format-not-read",
  archive: "archive-without-document",
  encrypted: "encrypted",
  pdf: "format-not-read",
} as const;

function refuseSeeming(kind: keyof typeof SEEMING_CODES, name: string) {
  return refuse(SEEMING_CODES[kind], { seems: name });
}

function readPage(decoded: DecodedText | null, seeming: Seeming, limits: ReadLimits): DocumentTree {
  if (decoded === null) throw refuseSeeming("document", seeming.name);
  return readHtml(decoded, limits);
}

/** «PK» and a local header, or the end of an empty archive. */
function isArchive(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && bytes[3] === (bytes[2] ?? 0) + 1
  );
}

function readArchive(bytes: Uint8Array, limits: ReadLimits): DocumentTree {
  const archive = openArchive(bytes);
  const tree = readDocx(archive, limits) ?? readXlsx(archive, limits) ?? readOdf(archive, limits);
  if (tree !== null) return tree;
  if (archive.entries.has("word/document.xml")) throw refuse("zip-broken");
  const seeming = findArchiveSeeming(archive);
  throw refuseSeeming(seeming.kind, seeming.name);
}

function readPlain(bytes: Uint8Array, limits: ReadLimits): DocumentTree {
  if (bytes.length === 0) throw refuse("empty-document");
  const decoded = decodeText(bytes);
  if (decoded === null) throw refuse("unknown-format");
  return readText(decoded, limits);
}

function holdsText(block: Block): boolean {
  if (block.kind === "paragraph") return block.text.trim() !== "";
  return block.rows.some((row) => row.cells.some((cell) => cell.blocks.some(holdsText)));
}
