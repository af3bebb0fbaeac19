import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NO_LETTERS, openMail } from "../access/index.ts";
import { createTestMunicipality } from "../access/testing.ts";
import { letters } from "../letters.ts";
import { readConfig } from "../platform/config.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { openInstallation } from "./installation.ts";
import { openSlices, type Parts } from "./parts.ts";

const SECRET = "s".repeat(43);

let database: Database;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-installation-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function partsWith(options: Readonly<Record<string, unknown>>): Parts {
  const files = openFiles(folder);
  const config = readConfig({}, { dataFolder: folder, ...options });
  const mail = openMail({ letters, hasServer: false });
  return { config, database, files, ...openSlices(files, config), mail, letters: NO_LETTERS };
}

const start = (options: Readonly<Record<string, unknown>> = {}) => openInstallation(partsWith(options), SECRET);

test("a clean installation gets a new code at each start, also without --empty, and never the example", async () => {
  const codes = [await start({ empty: true }), await start(), await start({ demonstration: true })];
  expect(codes).toMatchObject(Array(3).fill({ kind: "clean", firstAccount: null, place: database.description }));
  const printed = codes.map(({ setUpCode }) => setUpCode?.code);
  expect(new Set(printed).size).toBe(3);
  for (const code of printed) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  expect((await database.pool.query("select 1 from municipality")).rowCount).toBe(0);
});

test("where a municipality is there no code is printed: it came by the command before the first start", async () => {
  await createTestMunicipality(database, "by-command");
  expect(await start()).toMatchObject({ kind: "clean", firstAccount: null, setUpCode: null });
});

test("--empty neither opens nor empties a demonstration", async () => {
  const { kind, firstAccount } = await start();
  expect([kind, firstAccount?.email]).toEqual(["demonstration", "coordinator@example.org"]);
  await expect(start({ empty: true })).rejects.toMatchObject({
    code: "installation-demonstration",
    values: { place: database.description },
  });
  expect(await start()).toMatchObject({ kind: "demonstration", firstAccount: null, setUpCode: null });
});

test("of two servers that start at once on an empty database the later code holds, and it is said once what it is", async () => {
  await Promise.all([start({ empty: true }), start({ empty: true })]);
  expect((await database.pool.query("select kind from installation")).rows).toEqual([{ kind: "clean" }]);
});
