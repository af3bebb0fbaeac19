import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadAnchor, setAnchor } from "./store-anchor.ts";

const OWN = "01890000-0000-7000-8000-000000000001";
const OTHER = "01890000-0000-7000-8000-000000000002";
const anchor = (length: bigint) => ({ length, hash: String(length).repeat(64).slice(0, 64) });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-anchor-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the last anchor of each municipality is found again, and only its owner may read the file", async () => {
  const data = join(folder, "data");
  expect(await loadAnchor(data, OWN)).toBeNull();
  await setAnchor(data, OWN, anchor(1n));
  await setAnchor(data, OTHER, anchor(5n));
  await setAnchor(data, OWN, anchor(3n));
  expect(await loadAnchor(data, OWN)).toEqual(anchor(3n));
  expect(await loadAnchor(data, OTHER)).toEqual(anchor(5n));
  expect(statSync(join(data, "trail-anchors.jsonl")).mode & 0o777).toBe(0o600);
});

test("a file that somebody wrote into is no proof", async () => {
  writeFileSync(join(folder, "trail-anchors.jsonl"), '{"municipality":"all","length":"1"}\n');
  await expect(loadAnchor(folder, OWN)).rejects.toThrow();
});
