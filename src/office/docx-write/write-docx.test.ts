import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Paper, PaperBlock } from "../paper.ts";
import { readDocument } from "../read.ts";
import { cellText, type Table } from "../tree.ts";
import { writePaper } from "./write-docx.ts";

function paperOf(...blocks: PaperBlock[]): Paper {
  return { title: "Бумага", sections: [{ orientation: "portrait", blocks }] };
}

const GRID: PaperBlock = {
  kind: "table",
  columns: [1, 2, 3],
  headRows: 1,
  rows: [
    { cells: [{ text: "а", rowSpan: 2, columnSpan: 2 }, { text: "б" }] },
    { cells: [{ text: "в", rowSpan: 2 }] },
    { cells: [{ text: "г" }, { text: "д" }] },
    { cells: [{ text: "через\nвсю таблицу", columnSpan: 3 }] },
  ],
};

async function partOf(paper: Paper, name = "word/document.xml"): Promise<string> {
  const part = unzipSync(await writePaper(paper))[name];
  return strFromU8(part ?? new Uint8Array());
}

async function readBack(paper: Paper) {
  return readDocument(await writePaper(paper)).blocks;
}

afterEach(() => vi.useRealTimers());

describe("a paper as a Word file", () => {
  it("gives the same bytes for the same paper", async () => {
    const paper = paperOf({ kind: "paragraph", style: "body", text: "Текст" }, GRID);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-06T07:08:09Z") });
    const first = await writePaper(paper);
    vi.setSystemTime(new Date("2025-06-07T08:09:10Z"));
    expect(Buffer.compare(first, await writePaper(paper))).toBe(0);
  });

  it("keeps the grid of merged cells", async () => {
    const table = (await readBack(paperOf(GRID))).find((block): block is Table => block.kind === "table");
    const cells = table?.rows.flatMap((row) => row.cells) ?? [];
    expect(cells.map((cell) => [cellText(cell), cell.row, cell.column, cell.columnSpan, cell.rowSpan])).toEqual([
      ["а", 1, 1, 2, 2],
      ["б", 1, 3, 1, 1],
      ["в", 2, 3, 1, 2],
      ["г", 3, 1, 1, 1],
      ["д", 3, 2, 1, 1],
      ["через\nвсю таблицу", 4, 1, 3, 1],
    ]);
  });

  it.each([
    "«Кавычки» & <знаки> \"прямые\" 'одиночные'",
    "Глава района\tИ.И. Иванов",
    "две\nстроки",
    "  пробелы   внутри и по краям  ",
    "=1+1",
    "😀 ё №",
  ])("keeps the text %j", async (text) => {
    const [paragraph] = await readBack(paperOf({ kind: "paragraph", style: "plain", text }));
    expect(paragraph).toEqual({ kind: "paragraph", text });
  });

  it("replaces what XML cannot hold", async () => {
    const [paragraph] = await readBack(paperOf({ kind: "paragraph", style: "plain", text: "а\0б\x07\ud800в\uffff" }));
    expect(paragraph).toEqual({ kind: "paragraph", text: "а\ufffdб\ufffd\ufffdв\ufffd" });
  });

  it("keeps two tables in a row apart", async () => {
    const blocks = await readBack(paperOf(GRID, GRID));
    expect(blocks.filter(({ kind }) => kind === "table")).toHaveLength(2);
  });

  it("turns the sheet of a wide section and leaves the first page without a number", async () => {
    const document = await partOf({
      title: "т",
      sections: [
        { orientation: "portrait", blocks: [] },
        { orientation: "landscape", blocks: [GRID] },
      ],
    });
    expect([...document.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size)).toEqual([
      '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
      '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    ]);
    expect(document.match(/<w:titlePg\/>/g)).toHaveLength(1);
    expect(document).toContain('w:left="1701"');
  });

  it("repeats the rows of the head and keeps short rows whole", async () => {
    const long = "слово ".repeat(400);
    const rows = [{ cells: [{ text: "голова" }] }, { cells: [{ text: "коротко" }] }, { cells: [{ text: long }] }];
    const document = await partOf(paperOf({ kind: "table", columns: [1], headRows: 1, rows }));
    const [head, short, tall] = document.split("<w:tr>").slice(1);
    expect(head).toContain("<w:tblHeader/>");
    expect(short).toContain("<w:cantSplit/>");
    expect(short).not.toContain("<w:tblHeader/>");
    expect(tall).not.toContain("<w:cantSplit/>");
  });

  it("ends a signature at the right margin and begins a letterhead in the right half", async () => {
    const document = await partOf(
      paperOf(
        { kind: "paragraph", style: "signature", text: "Глава\tИванов" },
        { kind: "paragraph", style: "letterhead", text: "УТВЕРЖДЕНО" },
      ),
    );
    expect(document).toContain('<w:tab w:val="right" w:pos="9354"/>');
    expect(document).toContain('<w:ind w:left="4677"/>');
  });

  it("says nothing of when and where it was written", async () => {
    const core = await partOf(paperOf(), "docProps/core.xml");
    expect([...core.matchAll(/>(\d{4}-[^<]*)</g)].map(([, moment]) => moment)).toEqual([
      "1980-01-01T00:00:00Z",
      "1980-01-01T00:00:00Z",
    ]);
    expect(core).not.toMatch(/<dc:creator>[^<]/);
  });
});
