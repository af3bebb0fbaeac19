import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import * as mupdf from "mupdf";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import { readAnyDocument } from "../read.ts";
import { cellText, type Table } from "../tree.ts";
import { readPdf } from "./read-pdf.ts";

const EXAMPLE = join(import.meta.dirname, "../../../examples/ordynsky-2024-2026/ordynsky-2024-2026.pdf");
const bytes = readFileSync(EXAMPLE);

/** A PDF of pages with these contents, in the page's own language of drawing. */
function makePdf(...contents: readonly string[]): Uint8Array {
  const document = new mupdf.PDFDocument();
  const font = document.addSimpleFont(new mupdf.Font("Helvetica"));
  const fonts = document.newDictionary();
  fonts.put("F1", font);
  const resources = document.newDictionary();
  resources.put("Font", fonts);
  for (const content of contents) document.insertPage(-1, document.addPage([0, 0, 595, 842], 0, resources, content));
  return new Uint8Array(document.saveToBuffer("").asUint8Array());
}

const write = (x: number, y: number, text: string, size = 10) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`;
const line = (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} m ${x2} ${y2} l S`;
const filled = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f`;

/** A table of two columns and as many rows as there are texts; `strips` draws its lines as thin filled boxes, as Word does. */
function drawTable(top: number, rows: readonly (readonly [string, string])[], strips = false): string {
  const bottom = top - rows.length * 20;
  const across = rows.map((_, row) => top - row * 20).concat(bottom);
  const down = [72, 300, 500];
  const lines = strips
    ? [...across.map((y) => filled(72, y, 428, 0.5)), ...down.map((x) => filled(x, bottom, 0.5, top - bottom))]
    : [...across.map((y) => line(72, y, 500, y)), ...down.map((x) => line(x, bottom, x, top))];
  const texts = rows.flatMap(([one, other], row) => [
    write(78, top - row * 20 - 14, one),
    write(306, top - row * 20 - 14, other),
  ]);
  return [...lines, ...texts].join("\n");
}

const tablesOf = async (pdf: Uint8Array) =>
  (await readPdf(pdf)).blocks
    .filter((block): block is Table => block.kind === "table")
    .map((table) => table.rows.map((row) => row.cells.map(cellText)));

describe("a PDF", () => {
  test("printed from the example has its tables, those over several pages in one piece", async () => {
    const tree = await readAnyDocument(bytes);
    expect(tree.format).toBe("pdf");
    const tables = tree.blocks.filter((block): block is Table => block.kind === "table");
    expect(tables.map(({ number, columns, rows }) => [number, columns, rows.length])).toEqual([
      [1, 2, 11],
      [2, 8, 12],
      [3, 9, 84],
      [4, 6, 8],
    ]);
  });

  test.each([false, true])("has as a table what lines draw, drawn as strips: %s", async (strips) => {
    const rows = [
      ["Name", "Sum"],
      ["Lamps", "70,0"],
    ] as const;
    expect(await tablesOf(makePdf(drawTable(800, rows, strips)))).toEqual([rows]);
  });

  test("goes on over the page: the repeated head is read once, a torn row is one", async () => {
    const first = drawTable(200, [
      ["Name", "Sum"],
      ["Lamps", "70,0"],
      ["Repair of the old", "5,0"],
    ]);
    const second = drawTable(800, [
      ["Name", "Sum"],
      ["bridge", ""],
      ["Benches", "3,0"],
    ]);
    expect(await tablesOf(makePdf(first, second))).toEqual([
      [
        ["Name", "Sum"],
        ["Lamps", "70,0"],
        ["Repair of the old bridge", "5,0"],
        ["Benches", "3,0"],
      ],
    ]);
  });

  test("has no running heads and page numbers, and a frame around a page is no table", async () => {
    const page = (number: number, text: string) =>
      [
        write(72, 820, "Programme of the district"),
        write(290, 20, String(number)),
        write(72, 500, text),
        line(40, 40, 555, 40),
        line(40, 830, 555, 830),
        line(40, 40, 40, 830),
        line(555, 40, 555, 830),
      ].join("\n");
    const { blocks } = await readPdf(
      makePdf(page(1, "One line of it."), page(2, "Another line."), page(3, "The last line.")),
    );
    const texts = blocks.map((block) => (block.kind === "paragraph" ? block.text : "a table"));
    expect(texts).toEqual(["One line of it.", "Another line.", "The last line."]);
  });

  test.each<[string, () => Uint8Array, string]>([
    ["that is a picture of a page", () => makePdf("q 500 0 0 700 40 40 cm Q", "0.5 g 0 0 595 842 re f"), "pdf-scanned"],
    ["with a password", () => encrypt("user-password=secret"), "encrypted"],
    ["that is only its first line", () => Buffer.from("%PDF-1.7\n"), "pdf-broken"],
    [
      "of letters without sense",
      () => Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.alloc(5000, 0xa5)]),
      "pdf-broken",
    ],
  ])("%s is refused", async (_what, make, code) => {
    await expect(readAnyDocument(make())).rejects.toMatchObject({ name: "Refusal", code });
  });

  test("that anybody may open but not print is read", async () => {
    expect((await readAnyDocument(encrypt("owner-password=secret,permissions=0"))).format).toBe("pdf");
  });
});

function encrypt(options: string): Uint8Array {
  const document = mupdf.Document.openDocument(bytes, "application/pdf") as mupdf.PDFDocument;
  return new Uint8Array(document.saveToBuffer(`encrypt=aes-256,${options}`).asUint8Array());
}

test("whatever is done to its bytes, a PDF is read or refused", async () => {
  const places = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(places, fc.integer({ min: 50, max: bytes.length }), async (changes, length) => {
      const broken = new Uint8Array(bytes.subarray(0, length));
      for (const [place, value] of changes) if (place < length) broken[place] = value;
      // The mark at its beginning makes it a PDF at all.
      broken.set(bytes.subarray(0, 9));
      try {
        expect((await readAnyDocument(broken)).format).toBe("pdf");
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 25 },
  );
});
