import { mkdtempSync, openSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { fillSentence, Refusal } from "../kernel/refusal.ts";
import { readDocument, readFileDocument } from "./read.ts";
import { OFFICE_REFUSALS, type OfficeRefusalCode } from "./refusals.ts";
import { packDocx, packOdf, packXlsx, wrapSheetPart, writeParagraph } from "./testing.ts";

const folder = mkdtempSync(join(tmpdir(), "office-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The refusal with its sentences filled in; fails when there is none. */
function refusalOf(step: () => unknown): Refusal {
  try {
    step();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("it was read");
}

function expectRefusal(step: () => unknown, code: OfficeRefusalCode): void {
  const refusal = refusalOf(step);
  expect(refusal.code).toBe(code);
  const { ru, en } = OFFICE_REFUSALS[code];
  for (const sentence of [ru, en]) expect(fillSentence(sentence, refusal.values)).not.toMatch(/[{}]/);
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const pad = (start: string): Uint8Array => bytesOf(start + "\0\x01\x02\xff\xfe".repeat(400));
const utf16 = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
const OLE = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const cutEnd = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 30);
const document = packDocx(writeParagraph("Программа"));

/** The document with the bytes of one field replaced at each local header and directory entry. */
function patch(bytes: Uint8Array, signature: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(signature, 0, "latin1"); at >= 0; at = copy.indexOf(signature, at + 4, "latin1")) {
    change(new DataView(copy.buffer, copy.byteOffset), at);
  }
  return new Uint8Array(copy);
}

function packMain(content: Uint8Array): Uint8Array {
  const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>';
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(rels),
    "word/document.xml": content,
  });
}

const deep = (name: string, times: number): string => `<w:${name}>`.repeat(times) + `</w:${name}>`.repeat(times);
const nested = (times: number): string =>
  times === 0 ? writeParagraph("дно") : `<w:tbl><w:tr><w:tc>${nested(times - 1)}<w:p/></w:tc></w:tr></w:tbl>`;
const billion = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>`;

describe("what cannot be read is refused with a sentence", () => {
  const cases: readonly (readonly [string, Uint8Array, OfficeRefusalCode])[] = [
    ["a photograph", pad("\xff\xd8\xff\xe0\0\x10JFIF\0"), "not-a-document"],
    ["a PNG picture", pad("\x89PNG\r\n\x1a\n"), "not-a-document"],
    ["a HEIC photograph", pad("\0\0\0\x18ftypheic"), "not-a-document"],
    ["a PDF", pad("%PDF-1.7\n"), "format-not-read"],
    ["other XML", bytesOf('<?xml version="1.0"?>\n<a>\n<b/></a>'), "format-not-read"],
    ["a page without text", bytesOf("<html><body><img src=a.png></body></html>"), "empty-document"],
    [
      "a presentation",
      zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "ppt/presentation.xml": strToU8("<w/>") }),
      "format-not-read",
    ],
    ["a drawing", packOdf("", { kind: "drawing" }), "format-not-read"],
    ["an .odt without text", packOdf("<text:p/>"), "empty-document"],
    ["an .odt cut off", cutEnd(packOdf("<text:p>а</text:p>")), "zip-broken"],
    ["an .odt with half a tag", packOdf("<text:p"), "xml-broken"],
    ["a workbook without text", packXlsx([{ content: "<sheetData/>" }]), "empty-document"],
    ["a workbook cut off", cutEnd(packXlsx([{ content: "<sheetData/>" }])), "zip-broken"],
    ["a workbook with half a tag", packXlsx([{ content: "<sheetData>" }]), "xml-broken"],
    ["an archive", zipSync({ "programme.docx": document }), "archive-without-document"],
    ["a RAR archive", pad("Rar!\x1a\x07"), "archive-without-document"],
    ["a document with a password", pad(OLE + utf16("EncryptedPackage")), "encrypted"],
    [
      "an archive with a password",
      patch(document, "PK\x01\x02", (view, at) => view.setUint16(at + 8, 1, true)),
      "encrypted",
    ],
    [
      "bytes at random",
      Uint8Array.from({ length: 5000 }, (_unused, index) => (index * 7919 + index * index) & 0xff),
      "unknown-format",
    ],
    ["no bytes", new Uint8Array(0), "empty-document"],
    ["blanks", bytesOf(" \n\t\n \r\n"), "empty-document"],
    ["a document without text", packDocx("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"), "empty-document"],
    ["a document cut off", document.subarray(0, document.length - 30), "zip-broken"],
    ["half a document", document.subarray(0, document.length / 2), "zip-broken"],
    ["an empty archive", zipSync({}), "archive-without-document"],
    [
      "a checksum that disagrees",
      patch(document, "PK\x01\x02", (view, at) => view.setUint32(at + 16, 1, true)),
      "zip-broken",
    ],
    [
      "a length that disagrees",
      patch(document, "PK\x01\x02", (view, at) => view.setUint32(at + 24, 1, true)),
      "zip-broken",
    ],
    [
      "an unknown method of packing",
      patch(document, "PK\x01\x02", (view, at) => view.setUint16(at + 10, 12, true)),
      "zip-broken",
    ],
    ["a path upwards", packDocx("", { "../../etc/passwd": "x" }), "zip-path-upwards"],
    ["a path upwards with the other slash", packDocx("", { "word\\..\\..\\a": "x" }), "zip-path-upwards"],
    ["an absolute path", packDocx("", { "/etc/passwd": "x" }), "zip-path-upwards"],
    ["a drive", packDocx("", { "C:/a": "x" }), "zip-path-upwards"],
    ["entities that multiply", packMain(strToU8(billion)), "xml-entities"],
    ["entities in UTF-16", packMain(Buffer.from(`\ufeff${billion}`, "utf16le")), "xml-entities"],
    ["entities in the relations", packDocx("", { "_rels/.rels": billion }), "xml-entities"],
    ["a tag that is not closed", packDocx("<w:p>"), "xml-broken"],
    ["a tag closed twice", packDocx("<w:p/></w:p>"), "xml-broken"],
    ["an unknown entity", packDocx(writeParagraph("а").replace("а", "&nbsp;")), "xml-broken"],
    ["an attribute twice", packDocx('<w:p a="1" a="2"/>'), "xml-broken"],
    ["an undeclared prefix", packDocx("<z:p/>"), "xml-broken"],
    ["a forbidden character", packDocx(writeParagraph("&#0;").replace("&amp;", "&")), "xml-broken"],
    ["bytes that are no UTF-8", packMain(bytesOf("<a>\xff\xff</a>")), "xml-broken"],
    ["a row outside a table", packDocx("<w:tr/>"), "xml-broken"],
    ["a tag without an end", packMain(strToU8(`<a b="${"c".repeat(3_000_000)}`)), "xml-broken"],
    ["elements nested too deeply", packDocx(deep("x", 5000)), "nesting-too-deep"],
    ["tables nested too deeply", packDocx(nested(25)), "nesting-too-deep"],
    ["a document over 100 MB", new Uint8Array(101 * 1024 * 1024), "file-too-large"],
  ];
  test.each(cases)("%s", (_name, bytes, code) => {
    expectRefusal(() => readDocument(bytes), code);
  });

  test("a bomb is stopped while it unpacks", () => {
    const bomb = packMain(new Uint8Array(300 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    expectRefusal(() => readDocument(bomb), "xml-broken");
    const spaces = packMain(strToU8(`<a>${" ".repeat(80 * 1024 * 1024)}</a>`));
    expectRefusal(() => readDocument(spaces), "zip-too-large-unpacked");
    expectRefusal(() => readDocument(spaces, { ratio: 10_000, unpackedBytes: 1024 * 1024 }), "zip-too-large-unpacked");
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  test("a bomb of another format is stopped as well", () => {
    const blanks = " ".repeat(80 * 1024 * 1024);
    expectRefusal(() => readDocument(packOdf(`<text:p>${blanks}</text:p>`)), "zip-too-large-unpacked");
    const strings = wrapSheetPart("sst", `<si><t>${blanks}</t></si>`);
    const workbook = packXlsx([{ content: "<sheetData/>" }], { "xl/sharedStrings.xml": strings });
    expectRefusal(() => readDocument(workbook), "zip-too-large-unpacked");
  });

  test("cells and paragraphs beyond the limit", () => {
    const row = `<w:tr>${"<w:tc><w:p/></w:tc>".repeat(10)}</w:tr>`;
    const bytes = packDocx(`<w:tbl>${row.repeat(10)}</w:tbl>${writeParagraph("а")}`);
    expectRefusal(() => readDocument(bytes, { cells: 99 }), "too-many-cells");
    expectRefusal(() => readDocument(bytes, { paragraphs: 100 }), "too-many-paragraphs");
    expect(readDocument(bytes, { cells: 100, paragraphs: 101 }).blocks).toHaveLength(2);
  });

  test("300 MB are refused at once, without being read", () => {
    const path = join(folder, "large.docx");
    openSync(path, "w");
    truncateSync(path, 300 * 1024 * 1024);
    const start = performance.now();
    expectRefusal(() => readFileDocument(path), "file-too-large");
    expect(performance.now() - start).toBeLessThan(100);
  });

  test.each([["nowhere.docx"], [""], ["a\0b"]])("no file: %j", (name) => {
    expectRefusal(() => readFileDocument(join(folder, name)), "file-unreadable");
  });
});

describe("what can be read is read by its content", () => {
  test("a .docx renamed .doc", () => {
    const path = join(folder, "programme.doc");
    writeFileSync(path, document);
    expect(readFileDocument(path)).toEqual({
      format: "docx",
      blocks: [{ kind: "paragraph", text: "Программа" }],
      omitted: [],
    });
  });

  test("a document without tables", () => {
    expect(readDocument(strToU8("Просто письмо.")).blocks).toEqual([{ kind: "paragraph", text: "Просто письмо." }]);
  });

  test("a part at another place, named by the relations", () => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="${type}" Target="/text/Main.xml"/></Relationships>`;
    const main =
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>да</w:t></w:r></w:p></w:body></w:document>';
    const bytes = zipSync({ "_rels/.rels": strToU8(rels), "text/main.xml": strToU8(main) });
    expect(readDocument(bytes).blocks).toEqual([{ kind: "paragraph", text: "да" }]);
  });

  test("a .docx with something before and after it", () => {
    const stored = zipSync({ "word/document.xml": [strToU8("<a/>"), { level: 0 }] });
    expectRefusal(() => readDocument(stored), "zip-broken");
    const trailing = new Uint8Array([...document, ...bytesOf("tail")]);
    expect(readDocument(trailing).blocks).toHaveLength(1);
  });
});
