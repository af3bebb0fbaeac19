import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSecret } from "./store-secret.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the key is made once, is long, and only its owner may read it", async () => {
  const first = await loadSecret(join(folder, "data"));
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await loadSecret(join(folder, "data"))).toBe(first);
  expect(statSync(join(folder, "data", "secret-key")).mode & 0o777).toBe(0o600);
});

test("processes that start at once get the same key and leave no drafts", async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => loadSecret(folder)));
  expect(new Set(keys).size).toBe(1);
  expect(readdirSync(folder)).toEqual(["secret-key"]);
});
