import type { ConvertedFormat } from "./converted/formats.ts";
import type { Archive } from "./packed/zip.ts";

/** What a file that is neither a packed document nor text seems to be, by its first bytes. */
export interface Seeming {
  readonly kind: "picture" | "document" | "archive" | "encrypted" | "pdf" | "page" | "web-archive" | ConvertedFormat;
  /** A name that people know the format by, the same in every language. */
  readonly name: string;
}

const PICTURE_SIGNATURES: readonly (readonly [string, string])[] = [
  ["\xff\xd8\xff", "JPEG"],
  ["\x89PNG\r\n", "PNG"],
  ["GIF8", "GIF"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["BM", "BMP"],
  ["RIFF", "WebP / AVI"],
  ["ID3", "MP3"],
  ["\x1aE\xdf\xa3", "WebM"],
  ["MZ", "EXE"],
  ["\x7fELF", "ELF"],
];
const ARCHIVE_SIGNATURES: readonly (readonly [string, string])[] = [
  ["Rar!", "RAR"],
  ["7z\xbc\xaf", "7z"],
  ["\x1f\x8b", "gzip"],
];
const DOCUMENT_SIGNATURES: readonly (readonly [RegExp, Seeming])[] = [
  [/^%PDF-/, { kind: "pdf", name: "PDF" }],
  [/^\{\\rtf/, { kind: "rtf", name: "RTF" }],
  [/^AT&TFORM/, { kind: "document", name: "DjVu" }],
  [/^<w:wordDocument/, { kind: "word-xml", name: "Word 2003 XML" }],
  [/^<office:document\b/, { kind: "flat-odf", name: "Flat ODF" }],
  [
    /^<(?:!doctype html|(?:html|head|body|meta|title|style|table|div|p|h[1-6]|center|font|span)\b)/i,
    { kind: "page", name: "HTML" },
  ],
  [
    /^(?:MIME-Version|From|Subject|Date|Content-Type): [^\n]*\n(?:[\w-]+:|[ \t])/i,
    { kind: "web-archive", name: "MHTML" },
  ],
  [/^<[a-z][^<]*>\s*</i, { kind: "document", name: "XML" }],
];
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const HEAD_LENGTH = 2048;

/** What the file seems to be; null when it may be text or an archive. */
export function findSeeming(bytes: Uint8Array): Seeming | null {
  const head = readHead(bytes);
  if (head.startsWith(OLE)) return findOleSeeming(bytes);
  if (head.slice(4, 8) === "ftyp") return { kind: "picture", name: "HEIC / MP4" };
  const text = skipProlog(head);
  const document = DOCUMENT_SIGNATURES.find(([pattern]) => pattern.test(text));
  if (document) return document[1];
  const archive = ARCHIVE_SIGNATURES.find(([signature]) => head.startsWith(signature));
  if (archive) return { kind: "archive", name: archive[1] };
  const picture = PICTURE_SIGNATURES.find(([signature]) => head.startsWith(signature));
  // Two or three letters may also begin a text; a binary file soon has a zero byte.
  if (picture && (picture[0].length > 3 || head.includes("\0"))) return { kind: "picture", name: picture[1] };
  return null;
}

/** Marks of the encoding, instructions and comments say nothing yet of what a file is. */
function skipProlog(head: string): string {
  let text = head.replace(/^\xef\xbb\xbf/, "").trimStart();
  for (let end = findPrologEnd(text); end > 0; end = findPrologEnd(text)) text = text.slice(end).trimStart();
  return text;
}

/** Where the instruction or comment at the start ends, or 0. */
function findPrologEnd(text: string): number {
  const close = text.startsWith("<?") ? "?>" : text.startsWith("<!--") ? "-->" : null;
  const found = close === null ? -1 : text.indexOf(close);
  return found < 0 || close === null ? 0 : found + close.length;
}

/** The first bytes as characters; UTF-16 is decoded, so that marks of HTML and XML are found in it as well. */
function readHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_LENGTH);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) {
    return new TextDecoder(head[0] === 0xff ? "utf-16le" : "utf-16be").decode(head);
  }
  return String.fromCharCode(...head);
}

/** The container of old Office files; a .docx with a password is one as well. */
function findOleSeeming(bytes: Uint8Array): Seeming {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => container.includes(name, 0, "utf16le");
  if (holds("EncryptedPackage")) return { kind: "encrypted", name: "DOCX / XLSX" };
  if (holds("WordDocument")) return { kind: "doc", name: "DOC (Word 97–2003)" };
  if (holds("Workbook") || holds("Book")) return { kind: "xls", name: "XLS (Excel 97–2003)" };
  if (holds("PowerPoint Document")) return { kind: "document", name: "PPT (PowerPoint 97–2003)" };
  return { kind: "document", name: "OLE" };
}

const ARCHIVE_MARKS: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, "XLSX"],
  [/^ppt\//, "PPTX"],
  [/^content\.xml$/, "ODP / ODG"],
  [/^index\/.*\.iwa$/, "Pages"],
  [/\.fb2$|^meta-inf\/container\.xml$/, "EPUB / FB2"],
];

/** What an archive without a document that is read seems to be. */
export function findArchiveSeeming(archive: Archive): { kind: "document" | "archive"; name: string } {
  const names = [...archive.entries.keys()];
  const found = ARCHIVE_MARKS.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found ? { kind: "document", name: found[1] } : { kind: "archive", name: "ZIP" };
}
