import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { READ_LIMITS } from "../limits.ts";
import { readDocument } from "../read.ts";
import { convert, type Source } from "./convert.ts";
import { findOfficeProgram } from "./office-program.ts";

const folder = mkdtempSync(join(tmpdir(), "office-convert-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RTF: Source = { format: "rtf", name: "RTF" };
const bytes = Buffer.from("{\\rtf1\\ansi Programme of 2024}");

/** A program of the given lines of shell. */
function writeProgram(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(path, 0o755);
  return path;
}

const codeOf = (code: string) => expect.objectContaining({ code });

test("where LibreOffice is not installed, a sentence says what to do", () => {
  expect(findOfficeProgram(folder, [])).toBeNull();
  expect(() => convert(bytes, RTF, READ_LIMITS, null)).toThrow(codeOf("converter-missing"));
});

test("the program is found in the folders of the path", () => {
  const path = writeProgram("soffice", "exit 0");
  expect(findOfficeProgram(`/nowhere:${folder}`, [])).toBe(path);
});

test("a program that fails or writes nothing is a refusal, and leaves no folder behind", () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith("sosedstvo-office-")).length;
  expect(() => convert(bytes, RTF, READ_LIMITS, writeProgram("fails", "exit 77"))).toThrow(codeOf("conversion-failed"));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("sosedstvo-office-"))).toHaveLength(before);
});

test("a program that hangs is ended with everything that it started", async () => {
  const sign = join(folder, "alive");
  const hanging = writeProgram("hangs", `(sleep 3; touch "${sign}") &`, "sleep 60");
  const start = performance.now();
  expect(() => convert(bytes, RTF, { ...READ_LIMITS, conversionMs: 500 }, hanging)).toThrow(
    codeOf("document-too-slow"),
  );
  expect(performance.now() - start).toBeLessThan(30_000);
  await wait(4000);
  expect(existsSync(sign)).toBe(false);
});

describe.skipIf(findOfficeProgram() === null)("with LibreOffice (left out where it is not installed)", () => {
  test("an RTF is read", () => {
    const tree = readDocument(bytes);
    expect(tree.format).toBe("rtf");
    expect(tree.blocks).toContainEqual({ kind: "paragraph", text: "Programme of 2024" });
  });

  test("a damaged .doc is refused, not read as letters without sense", () => {
    const damaged = Buffer.concat([
      Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
      Buffer.from("WordDocument", "utf16le"),
      Buffer.from("\0\x01\x02 text".repeat(200)),
    ]);
    expect(() => readDocument(damaged)).toThrow(codeOf("conversion-failed"));
  });
});
