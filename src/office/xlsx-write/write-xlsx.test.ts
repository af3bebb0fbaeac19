import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Sheet, Workbook, WorkCell } from "../workbook.ts";
import { writeWorkbook } from "./write-xlsx.ts";

function bookOf(rows: Sheet["rows"], sheet: Partial<Sheet> = {}): Workbook {
  const whole: Sheet = { name: "Лист", orientation: "landscape", columns: [20, 10], headRows: 0, rows, ...sheet };
  return { title: "Книга", sheets: [whole] };
}

async function partsOf(workbook: Workbook): Promise<Record<string, string>> {
  const parts = unzipSync(await writeWorkbook(workbook));
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
}

async function sheetOf(...cells: (WorkCell | null)[]): Promise<string> {
  return (await partsOf(bookOf([cells])))["xl/worksheets/sheet1.xml"] ?? "";
}

afterEach(() => vi.useRealTimers());

describe("a workbook as an Excel file", () => {
  it("gives the same bytes for the same workbook", async () => {
    const workbook = bookOf([[{ value: "слово" }, { value: 1_500_000n }]]);
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-06T07:08:09Z") });
    const first = await writeWorkbook(workbook);
    vi.setSystemTime(new Date("2025-06-07T08:09:10Z"));
    expect(Buffer.compare(first, await writeWorkbook(workbook))).toBe(0);
  });

  it.each(["=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "0012", "2024-01-01"])("keeps %j as words", async (value) => {
    const parts = await partsOf(bookOf([[{ value }]]));
    expect(parts["xl/worksheets/sheet1.xml"]).toMatch(/<c r="A1" t="s" s="\d+"><v>0<\/v><\/c>/);
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("<f>");
    expect(parts["xl/sharedStrings.xml"]).toContain(value.trim());
  });

  it.each<[bigint, string]>([
    [100_000n, "0.1"],
    [858_500_000n, "858.5"],
    [-12_345_678n, "-12.345678"],
    [0n, "0"],
    [123_456_789_012_340_000n, "123456789012.34"],
  ])("writes %s millionths as %s", async (value, text) => {
    expect(await sheetOf({ value })).toContain(`<v>${text}</v>`);
  });

  it("writes a figure of more digits than a spreadsheet keeps as text", async () => {
    const parts = await partsOf(bookOf([[{ value: 1_234_567_890_123_456_789n }]]));
    expect(parts["xl/sharedStrings.xml"]).toContain("1234567890123,456789");
  });

  it("writes a formula with its last result", async () => {
    const sheet = await sheetOf({ value: 300_000n, formula: "SUM(B1:C1)" });
    expect(sheet).toMatch(/<c r="A1" s="\d+"><f>SUM\(B1:C1\)<\/f><v>0.3<\/v><\/c>/);
  });

  it("shows as many decimals as asked for and as the figure has", async () => {
    const parts = await partsOf(bookOf([[{ value: 1_000_000n, decimals: 1 }, { value: 250_000n }]]));
    expect(parts["xl/styles.xml"]).toContain('formatCode="#,##0.0"');
    expect(parts["xl/styles.xml"]).toContain('formatCode="#,##0.00"');
  });

  it("merges cells, keeps the head in sight and repeats it in print", async () => {
    const rows = [
      [{ value: "а", rowSpan: 2, columnSpan: 2 }, null],
      [null, null],
    ];
    const parts = await partsOf(bookOf(rows, { headRows: 2, name: "Лист №1: итоги" }));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<mergeCell ref="A1:B2"/>');
    expect(sheet).toContain('ySplit="2"');
    expect(sheet).toContain('width="20"');
    expect(parts["xl/workbook.xml"]).toContain("'Лист №1  итоги'!$1:$2</definedName>");
  });

  it("cuts a text that is longer than a cell holds and says so with an ellipsis", async () => {
    const parts = await partsOf(bookOf([[{ value: "я".repeat(40_000) }]]));
    const [, text = ""] = /<t[^>]*>([^<]*)<\/t>/.exec(parts["xl/sharedStrings.xml"] ?? "") ?? [];
    expect(text).toHaveLength(32_767);
    expect(text.endsWith("…")).toBe(true);
  });
});
