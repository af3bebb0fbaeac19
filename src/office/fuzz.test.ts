import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  AlignmentType,
  Document,
  Packer,
  TableCell,
  TableRow,
  Paragraph as WordParagraph,
  Table as WordTable,
} from "docx";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocument } from "./read.ts";
import { findGridFaults, packDocx, writeBlocks } from "./testing.ts";
import { readOrRefuse } from "./testing-fuzz.ts";
import type { Block, Cell, Table } from "./tree.ts";

const ROOT = join(import.meta.dirname, "../..");
const NAME = "ordynsky-2024-2026";
const REAL_FILES = ["../shared/documents", `examples/${NAME}`, "examples"]
  .flatMap((folder) => [join(ROOT, folder, `${NAME}.docx`), join(ROOT, folder, `${NAME}.txt`)])
  .filter((path) => existsSync(path))
  .slice(0, 2);
let seeds: Uint8Array[] = [];

/** A document of another writer than ours, so that fuzzing has a seed where the real files are absent. */
async function buildDocument(): Promise<Uint8Array> {
  const cell = (text: string, columnSpan = 1, rowSpan = 1): TableCell =>
    new TableCell({ columnSpan, rowSpan, children: [new WordParagraph({ text, alignment: AlignmentType.CENTER })] });
  const table = new WordTable({
    rows: [
      new TableRow({ children: [cell("Показатель", 1, 2), cell("Значение", 2)] }),
      new TableRow({ children: [cell("2024"), cell("2025")] }),
      new TableRow({ children: [cell("Встречи"), cell("2"), cell("3")] }),
    ],
  });
  return Packer.toBuffer(new Document({ sections: [{ children: [new WordParagraph("Паспорт"), table] }] }));
}

beforeAll(async () => {
  seeds = [...REAL_FILES.map((path) => new Uint8Array(readFileSync(path))), new Uint8Array(await buildDocument())];
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: share, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant("cut" as const), at: share, to: share }),
  fc.record({ kind: fc.constant("repeat" as const), at: share, to: share }),
  fc.record({
    kind: fc.constant("overwrite" as const),
    at: share,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  if (change.kind === "flip") return bytes.map((byte, index) => (index === at ? byte ^ (1 << change.bit) : byte));
  if (change.kind === "overwrite") {
    return new Uint8Array([...bytes.subarray(0, at), ...change.bytes, ...bytes.subarray(at + change.bytes.length)]);
  }
  const to = Math.floor(change.to * bytes.length);
  const [from, end] = [Math.min(at, to), Math.max(at, to)];
  const middle = change.kind === "cut" ? [] : [...bytes.subarray(from, end), ...bytes.subarray(from, end)];
  return new Uint8Array([...bytes.subarray(0, from), ...middle, ...bytes.subarray(end)]);
}

const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });
const mutateAll = (bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array => changes.reduce(mutate, bytes);

describe("whatever the bytes are, the answer is a tree or a refusal, soon", () => {
  test("mutated files", () => {
    const property = fc.property(fc.nat(2), mutations, (seed, changes) => {
      readOrRefuse(mutateAll(seeds[seed % seeds.length] ?? new Uint8Array(), changes));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("mutated parts in a sound archive", () => {
    const names = [
      "word/document.xml",
      "word/numbering.xml",
      "word/styles.xml",
      "_rels/.rels",
      "word/_rels/document.xml.rels",
    ];
    let read = 0;
    const property = fc.property(fc.constantFrom(...names), mutations, (name, changes) => {
      const parts = unzipSync(seeds.at(-1) ?? new Uint8Array());
      parts[name] = new Uint8Array(mutateAll(parts[name] ?? strToU8("<a/>"), changes));
      if (readOrRefuse(zipSync(parts)) !== null) read++;
    });
    fc.assert(property, { numRuns: 300 });
    expect(read).toBeGreaterThan(10);
  });

  test("elements in any order", () => {
    const names = [
      "p",
      "r",
      "t",
      "tbl",
      "tr",
      "tc",
      "tcPr",
      "gridSpan",
      "vMerge",
      "hMerge",
      "trPr",
      "gridBefore",
      "del",
      "ins",
      "sdt",
      "txbxContent",
      "fldChar",
      "pPr",
      "rPr",
      "vanish",
      "numPr",
      "numId",
    ];
    const attribute = fc.constantFrom(
      "",
      ' w:val="2"',
      ' w:val="restart"',
      ' w:val="99999999999"',
      ' w:val="-1"',
      ' w:fldCharType="begin"',
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 8, withCrossShrink: true },
        fc.constant("текст"),
        fc
          .tuple(fc.constantFrom(...names), attribute, fc.array(tie("node"), { maxLength: 5 }))
          .map(([name, value, children]) => `<w:${name}${value}>${children.join("")}</w:${name}>`),
      ),
    }));
    const rows = fc
      .array(node, { maxLength: 6 })
      .map((nodes) => `<w:tbl><w:tr><w:tc>${nodes.join("")}</w:tc></w:tr></w:tbl><w:p><w:r><w:t>а</w:t></w:r></w:p>`);
    fc.assert(
      fc.property(rows, (body) => void readOrRefuse(packDocx(body))),
      { numRuns: 500 },
    );
  });

  test("text of tabs, blank lines and words", () => {
    const piece = fc.constantFrom(
      "\t",
      "\n",
      "\n\n",
      "\n\t",
      "\n\n\t",
      "слово",
      "0,0",
      " ",
      "              ",
      "\r",
      "\0",
      "\ufeff",
      "итого",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => void readOrRefuse(strToU8(pieces.join("")))),
      { numRuns: 1000 },
    );
  });

  test("any bytes", () => {
    const starts = fc.constantFrom(
      "",
      "PK\x03\x04",
      "PK\x05\x06",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "\xff\xfe",
      "<?xml ?>",
      "<!--".repeat(400),
    );
    const property = fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      readOrRefuse(new Uint8Array([...strToU8(start, true), ...rest]));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test("long inputs made to be slow", () => {
    const slow = [
      `\t1${" ".repeat(1_000_000)}x\n\n`.repeat(2),
      "\tа\n\n".repeat(100_000),
      "\tа\n\n\nб\n\n\n".repeat(60_000),
      `${"\t1".repeat(2000)}\n\n`.repeat(50),
      " \n".repeat(500_000),
      `${"│а│б│\n".repeat(100_000)}├─┼─┤\n`,
      `${"|".repeat(3000)}\n${"-".repeat(3000)}\n`.repeat(300),
      "+---+\n|а-|\n".repeat(60_000),
    ];
    for (const text of slow) readOrRefuse(strToU8(`${text}конец`));
    const blanks = `<w:p><w:r><w:t>а${" ".repeat(2_000_000)}б</w:t></w:r></w:p>`;
    expect(readOrRefuse(packDocx(blanks))).not.toBeNull();
    readOrRefuse(
      packDocx(`<w:p w:a="${"&lt;".repeat(200_000)}"/><w:p><w:r><w:t>${"&amp;".repeat(500_000)}</w:t></w:r></w:p>`),
    );
  });
});

const words = fc.stringMatching(/^[А-Яа-я0-9 ,.«»<>&\t\n-]{0,12}$/);
const paragraphs = fc.array(words, { minLength: 1, maxLength: 3 });

interface Shape {
  readonly columns: number;
  readonly rows: number;
  readonly rectangles: readonly (readonly [number, number, number, number])[];
  readonly texts: readonly string[][];
  readonly inner: Shape | null;
}

const shape: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 6 }),
    rectangles: fc.array(
      fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
      { maxLength: 5 },
    ),
    texts: fc.array(paragraphs, { minLength: 1, maxLength: 9 }),
    inner: fc.option(tie("shape"), { maxDepth: 2, depthSize: "small" }),
  }),
})).shape;

/** A table with merged rectangles below a first row in which every column shows its edges. */
function buildTable(from: Shape, nextNumber: () => number): Table {
  const number = nextNumber();
  const taken = new Map<string, Cell>();
  const rows = Array.from({ length: from.rows }, (_unused, index) => ({ number: index + 1, cells: [] as Cell[] }));
  const spans = new Map<string, readonly [number, number]>();
  for (const [row, column, height, width] of from.rectangles) spans.set(`${row + 2}/${column + 1}`, [height, width]);
  for (const row of rows) {
    for (let column = 1; column <= from.columns; column++) {
      if (taken.has(`${row.number}/${column}`)) continue;
      const [height, width] = fitRectangle(from, taken, {
        row: row.number,
        column,
        wanted: spans.get(`${row.number}/${column}`) ?? [1, 1],
      });
      const cell = { row: row.number, column, columnSpan: width, rowSpan: height, blocks: [] as Block[] };
      row.cells.push(cell);
      for (let r = 0; r < height; r++)
        for (let c = 0; c < width; c++) taken.set(`${row.number + r}/${column + c}`, cell);
      for (const text of from.texts[taken.size % from.texts.length] ?? [])
        cell.blocks.push({ kind: "paragraph", text });
    }
  }
  const first = rows[0]?.cells[0];
  if (from.inner && first) (first.blocks as Block[]).push(buildTable(from.inner, nextNumber));
  return { kind: "table", number, columns: from.columns, rows };
}

/** The wanted rectangle as far as it is free and within the table. */
function fitRectangle(
  from: Shape,
  taken: ReadonlyMap<string, Cell>,
  place: { row: number; column: number; wanted: readonly [number, number] },
): readonly [number, number] {
  const height = Math.min(place.wanted[0], from.rows - place.row + 1);
  let width = 1;
  while (
    width < place.wanted[1] &&
    place.column + width <= from.columns &&
    !taken.has(`${place.row}/${place.column + width}`)
  )
    width++;
  return [height, width];
}

describe("what was written is read back", () => {
  test("generated trees", () => {
    const blocks = fc.array(fc.oneof(words, shape), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(blocks, (parts) => {
        let number = 0;
        const tree = parts.map(
          (part): Block =>
            typeof part === "string" ? { kind: "paragraph", text: part } : buildTable(part, () => ++number),
        );
        expect(findGridFaults(tree)).toEqual([]);
        const all: Block[] = [...tree, { kind: "paragraph", text: "конец" }];
        expect(readDocument(packDocx(writeBlocks(all))).blocks).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });

  test("what another writer wrote", () => {
    const tree = readDocument(seeds.at(-1) ?? new Uint8Array());
    const table = tree.blocks.find((block) => block.kind === "table");
    expect(tree.blocks[0]).toEqual({ kind: "paragraph", text: "Паспорт" });
    expect(table?.rows.map((row) => row.cells.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan]))).toEqual([
      [
        [1, 1, 2],
        [2, 2, 1],
      ],
      [
        [2, 1, 1],
        [3, 1, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
        [3, 1, 1],
      ],
    ]);
    expect(strFromU8(seeds.at(-1)?.subarray(0, 2) ?? new Uint8Array())).toBe("PK");
  });
});
