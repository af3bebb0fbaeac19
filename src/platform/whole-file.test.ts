import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeWholeFile } from "./whole-file.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-whole-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = new TextEncoder().encode("новое");

test("a file is written over the one that stood there, and nothing stays beside it", async () => {
  const path = join(folder, "отчёт.docx");
  writeFileSync(path, "прежнее");
  await writeWholeFile(path, bytes);
  expect(readFileSync(path, "utf8")).toBe("новое");
  expect(readdirSync(folder)).toEqual(["отчёт.docx"]);
});

test("a place that is no folder is refused with a sentence, and what stood there stays", async () => {
  const file = join(folder, "файл");
  writeFileSync(file, "прежнее");
  for (const path of [join(file, "внутри.docx"), join(folder, "нет", "такой.docx")]) {
    await expect(writeWholeFile(path, bytes)).rejects.toMatchObject({ name: "Refusal", code: "file-not-written" });
  }
  await expect(writeWholeFile(folder, bytes)).rejects.toMatchObject({ name: "Refusal", code: "file-not-written" });
  expect(readFileSync(file, "utf8")).toBe("прежнее");
});
