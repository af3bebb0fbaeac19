import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestMunicipality } from "../../access/testing.ts";
import { readConfig } from "../../platform/config.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { type Examination, examineInstallation } from "./doctor.ts";

const NOW = new Date();
let database: Database;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-doctor-"));
  mkdirSync(join(folder, "backups"));
  writeFileSync(join(folder, "secret-key"), "x", { mode: 0o600 });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** States by what they are of, in short. */
async function examine(given: Partial<Examination> = {}): Promise<Record<string, string>> {
  const config = readConfig({}, { dataFolder: folder });
  const found = await examineInstallation({
    parts: { config, database },
    now: NOW,
    verify: async () => true,
    askMailServer: async () => "",
    ...given,
  });
  for (const { state, advice, found: text } of found) {
    expect(text).not.toBe("");
    if (state !== "good") expect(advice).toBeTruthy();
  }
  return Object.fromEntries(found.map(({ what, state }) => [what.split(" · ")[1] ?? what, state]));
}

const makeBackup = (hoursAgo: number) => {
  const path = join(folder, "backups", "night-2026-01-01T000000Z.zip");
  writeFileSync(path, "");
  const at = new Date(NOW.getTime() - hoursAgo * 3_600_000);
  utimesSync(path, at, at);
};

test("an installation that is kept well is told so, one sign for each thing", async () => {
  makeBackup(10);
  const states = await examine();
  expect(Object.values(states).filter((state) => state !== "good")).toEqual([]);
  expect(Object.keys(states).length).toBeGreaterThanOrEqual(9);
});

test.each([
  ["is a day late", 40, "warning"],
  ["was missed for weeks", 24 * 20, "bad"],
])("a backup that %s", async (_name, hours, state) => {
  makeBackup(hours);
  expect((await examine()).Backups).toBe(state);
});

test("no backup at all is bad", async () => {
  rmSync(join(folder, "backups"), { recursive: true });
  expect((await examine()).Backups).toBe("bad");
});

test("a key that others can read is bad", async () => {
  chmodSync(join(folder, "secret-key"), 0o644);
  const rights = Object.entries(await examine()).find(([what]) => what.endsWith("secret-key"));
  expect(rights?.[1]).toBe("bad");
  chmodSync(join(folder, "secret-key"), 0o600);
});

test("a clock before the last record, or far from the database's, is bad", async () => {
  expect((await examine({ now: new Date(NOW.getTime() - 3_600_000) })).Clock).toBe("bad");
});

test("a mail server that refuses is bad, none is a warning", async () => {
  expect((await examine({ askMailServer: async () => "пароль не подошёл" }))["Mail server"]).toBe("bad");
  expect((await examine({ askMailServer: async () => null }))["Mail server"]).toBe("warning");
});

test("a trail or a ledger that does not hold is bad, with what does not", async () => {
  const verify: Examination["verify"] = async (write) => {
    write("berezovsky: журнал · trail: строка удалена\n");
    return false;
  };
  expect((await examine({ verify }))["The trail and the money"]).toBe("bad");
});

test("letters that were given up are a warning; a database behind the program is bad", async () => {
  const municipality = await createTestMunicipality(database, "zarechny");
  await database.pool.query(
    `insert into mail_letter (municipality_id, id, key, template, language, address, content, state, attempts, queued_at, expires_at, settled_at, last_error)
     values ($1, gen_random_uuid(), 'k', 'test', 'ru', null, null, 'failed', 1, $2, $2, $2, 'timeout')`,
    [municipality, NOW],
  );
  expect((await examine()).Letters).toBe("warning");
  await database.pool.query("delete from sosedstvo_migration where name = (select max(name) from sosedstvo_migration)");
  expect((await examine()).Database).toBe("bad");
});
