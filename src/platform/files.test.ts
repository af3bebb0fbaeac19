import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFiles } from "./files.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const BYTES = Buffer.from("программа");
const HASH = createHash("sha256").update(BYTES).digest("hex");
const listed = () => readdirSync(folder, { recursive: true }).sort();

test("a file is kept under the hash of its content and read back", async () => {
  const files = openFiles(folder);
  expect(await files.store(BYTES)).toBe(HASH);
  expect(Buffer.from(await files.read(HASH))).toEqual(BYTES);
  expect(statSync(join(folder, "files", HASH.slice(0, 2), HASH)).mode & 0o777).toBe(0o600);
});

test("the same content is kept once, however many store it at once", async () => {
  const files = openFiles(folder);
  await Promise.all(Array.from({ length: 8 }, () => files.store(BYTES)));
  expect(listed()).toEqual(["files", `files/${HASH.slice(0, 2)}`, `files/${HASH.slice(0, 2)}/${HASH}`]);
});

test("a file that was cut short is written anew", async () => {
  const files = openFiles(folder);
  await files.store(BYTES);
  writeFileSync(join(folder, "files", HASH.slice(0, 2), HASH), "про");
  await files.store(BYTES);
  expect(Buffer.from(await files.read(HASH))).toEqual(BYTES);
});

test("a hash that names nothing is an error with its code", async () => {
  await expect(openFiles(folder).read(HASH)).rejects.toMatchObject({ code: "ENOENT" });
});
