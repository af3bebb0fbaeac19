import { describe, expect, it } from "vitest";
import { writeCsv } from "./write-csv.ts";

describe("a table as CSV", () => {
  it.each([
    ["begins with the mark of UTF-8", [["а"]], "\uFEFFа\r\n"],
    ["parts cells with semicolons", [["а", "б"]], "\uFEFFа;б\r\n"],
    ["keeps the comma of a figure and drops its spaces", [["1\u00a0358,5"]], "\uFEFF1358,5\r\n"],
    ["writes a negative figure as spreadsheets read it", [["−12,5"]], "\uFEFF-12,5\r\n"],
    ["quotes what holds a semicolon", [["а;б"]], '\uFEFF"а;б"\r\n'],
    ["doubles quotation marks", [['а "б"']], '\uFEFF"а ""б"""\r\n'],
    ["lets no text run as a formula", [["=1+1"]], "\uFEFF'=1+1\r\n"],
    ["leaves a malformed figure as printed", [["721500, 00"]], "\uFEFF721500, 00\r\n"],
  ])("%s", (_name, rows, text) => {
    expect(writeCsv(rows)).toBe(text);
  });
});
