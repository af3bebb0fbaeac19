import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createPerson, loadSecret, publishConsentText } from "../../access/index.ts";
import { createTestMunicipality, runAs } from "../../access/testing.ts";
import { verifyParts } from "../../commands-verify.ts";
import { newId } from "../../kernel/id.ts";
import { openTestLedger, runScenario } from "../../ledger/testing.ts";
import { type Config, readConfig } from "../../platform/config.ts";
import { listTables, speakPlainly, sumTable, type TableSum } from "../../platform/database/copy/index.ts";
import { type Database, inOwnerTransaction, openDatabase } from "../../platform/database/index.ts";
import { createTestDatabase, runAsAdministrator, urlOfTestDatabase } from "../../platform/database/testing.ts";
import { openFiles } from "../../platform/files.ts";
import { openParts } from "../parts.ts";
import { writeBackup } from "./backup.ts";
import { checkBackup, openBackup } from "./check-backup.ts";
import { moveInstallation } from "./move.ts";
import { rehearseBackup } from "./rehearse.ts";
import { restoreBackup } from "./restore.ts";
import { backUpBeforeUpgrade, backUpByNight, findNewestBackup } from "./schedule.ts";

const NOW = new Date("2026-03-25T05:00:00Z");
let database: Database;
let folder: string;
let data: string;
let config: Config;
const made: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-keep-"));
  data = join(folder, "data");
  config = readConfig({}, { dataFolder: data, databaseUrl: urlOfTestDatabase(database) });
  const municipality = await createTestMunicipality(database, "berezovsky");
  await runAs(
    database,
    municipality,
  )((ctx) => publishConsentText(ctx, { purpose: "account", body: "Строка\nи\tтабуляция \\ «ёлка»" }));
  await runAs(
    database,
    municipality,
  )((ctx) =>
    createPerson(ctx, {
      email: "one@example.org",
      name: "Ёлкина Анна",
      password: "correct horse",
      roles: ["coordinator"],
      basis: "протокол",
    }),
  );
  const ledger = await openTestLedger(database, "zarechny");
  await runScenario(
    ledger,
    `2024-01-15 appropriate limit activity=4 local=70000 = ok
2024-02-01 commit seminar activity=4 local=35000 = ok
2024-03-01 pay part of=seminar local=5000 = ok`,
  );
  await openFiles(data).store(Buffer.from("фото"));
  await loadSecret(data);
  writeFileSync(join(data, "erasures.jsonl"), "");
});
afterAll(async () => {
  for (const name of made)
    await runAsAdministrator(inject("testCluster"), `drop database if exists ${name} with (force)`);
  await database.close();
  rmSync(folder, { recursive: true });
});

/** An empty database beside, and how to reach it. */
async function makeEmpty(): Promise<string> {
  const name = `test_${newId().replaceAll("-", "")}`;
  made.push(name);
  await runAsAdministrator(inject("testCluster"), `create database ${name} template template0 encoding 'UTF8'`);
  return urlOfTestDatabase({ description: name });
}

async function sumAll(where: Pick<Config, "dataFolder" | "databaseUrl">): Promise<readonly TableSum[]> {
  const opened = await openDatabase(where);
  const client = await opened.pool.connect();
  try {
    await speakPlainly(client);
    const sums: TableSum[] = [];
    for (const table of await listTables(client)) sums.push(await sumTable(client, table));
    return sums;
  } finally {
    client.release(true);
    await opened.close();
  }
}

async function makeBackup(name: string, withSecrets = false): Promise<string> {
  const to = join(folder, name);
  await writeBackup(database, { to, dataFolder: data, withSecrets, now: NOW });
  return to;
}

async function checked<T>(
  path: string,
  work: (backup: Awaited<ReturnType<typeof openBackup>>) => Promise<T>,
): Promise<T> {
  const backup = await openBackup(path);
  try {
    return await work(backup);
  } finally {
    backup.archive.close();
  }
}

describe("a backup", () => {
  test("is one file for its owner alone, holds every table and file, no secret unless asked, and reads back", async () => {
    const path = await makeBackup("whole.zip");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await checked(path, async (backup) => {
      expect(await checkBackup(backup)).toEqual([]);
      const { tables, files, notes } = backup.manifest;
      expect(tables.map(({ name }) => name)).toEqual((await sumAll(config)).map(({ name }) => name));
      expect(tables.find(({ name }) => name === "person")?.rows).toBe(2);
      expect(files).toHaveLength(1);
      expect(notes.map(({ name }) => name)).toEqual(["erasures.jsonl"]);
      expect(backup.archive.names).not.toContain("beside/secret-key");
    });
    const whole = await makeBackup("secret.zip", true);
    await checked(whole, async ({ archive }) => expect(archive.names).toContain("beside/secret-key"));
    await expect(makeBackup("whole.zip")).rejects.toMatchObject({ code: "file-exists" });
    await expect(makeBackup("none/whole.zip")).rejects.toMatchObject({ code: "file-not-written" });
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  test("keeps its snapshot however long it waits: the pool's own limit would end it after a minute", async () => {
    const client = await database.pool.connect();
    const limit = async () => (await client.query("show idle_in_transaction_session_timeout")).rows;
    expect(await limit()).toEqual([{ idle_in_transaction_session_timeout: "1min" }]);
    await speakPlainly(client);
    expect(await limit()).toEqual([{ idle_in_transaction_session_timeout: "0" }]);
    client.release(true);
  });

  test("opens with anybody's unzip", async () => {
    const path = await makeBackup("unzip.zip");
    const { status, stdout } = spawnSync("python3", ["-m", "zipfile", "-t", path], { encoding: "utf8" });
    if (status === null) return;
    expect([status, stdout.trim()]).toEqual([0, "Done testing"]);
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 2000)],
    ["of nothing", () => Buffer.alloc(0)],
    ["that is no archive", () => Buffer.from("просто текст".repeat(50))],
  ])("%s is refused", async (name, damage) => {
    const path = join(folder, `${name}.zip`);
    writeFileSync(path, damage(readFileSync(await makeBackup(`${name}-whole.zip`))));
    await expect(openBackup(path)).rejects.toMatchObject({ code: "archive-broken" });
  });

  test("with one byte changed anywhere in its parts does not hold, and says where", async () => {
    const whole = readFileSync(await makeBackup("changed-whole.zip"));
    const path = join(folder, "changed.zip");
    const at = whole.indexOf("tables/person.copy") + "tables/person.copy".length + 20;
    whole[at] = (whole[at] ?? 0) ^ 0xff;
    writeFileSync(path, whole);
    await checked(path, async (backup) => expect(await checkBackup(backup)).toEqual(["tables/person.copy"]));
  });
});

describe("restoring", () => {
  test("gives every table, file and list as it was, in an embedded PostgreSQL", async () => {
    const path = await makeBackup("restored.zip", true);
    const target = { dataFolder: join(folder, "restored"), databaseUrl: null };
    const tables = await checked(path, (backup) => restoreBackup(backup, { config: target }));
    expect(await sumAll(target)).toEqual(tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })));
    expect(tables).toEqual(await sumAll(config));
    const { files } = await checked(path, async ({ manifest }) => manifest);
    expect(Buffer.from(await openFiles(target.dataFolder).read(files[0]?.hash ?? "")).toString()).toBe("фото");
    expect(await loadSecret(target.dataFolder)).toBe(await loadSecret(data));
    const parts = await openParts({ ...config, ...target }, "command");
    try {
      const said: string[] = [];
      expect([await verifyParts(parts, (text) => said.push(text)), said.length > 0]).toEqual([true, true]);
    } finally {
      await parts.database.close();
    }
    await expect(checked(path, (backup) => restoreBackup(backup, { config: target }))).rejects.toMatchObject({
      code: "restore-not-empty",
    });
  }, 120_000);

  test("keeps the guards of the database: what could not be changed cannot be changed afterwards", async () => {
    const target = { dataFolder: join(folder, "guards"), databaseUrl: await makeEmpty() };
    await checked(await makeBackup("guards.zip"), (backup) => restoreBackup(backup, { config: target }));
    const count = (where: Database) =>
      inOwnerTransaction(where, async (tx) => {
        const { rows } = await sql<{ kind: string; number: number }>`
          select 'trigger' as kind, count(*)::int4 as number from pg_trigger where not tgisinternal and tgenabled = 'O'
          union all select 'index', count(*)::int4 from pg_index where indisvalid
          union all select contype::text, count(*)::int4 from pg_constraint where convalidated group by contype
          union all select 'policy', count(*)::int4 from pg_policy order by kind`.execute(tx);
        return rows;
      });
    const restored = await openDatabase(target);
    try {
      expect(await count(restored)).toEqual(await count(database));
      await expect(restored.pool.query("update audit_entry set action = 'x'")).rejects.toThrow();
    } finally {
      await restored.close();
    }
  });

  test("of a damaged file leaves nothing behind", async () => {
    const path = await makeBackup("half.zip");
    const whole = readFileSync(path);
    const at = whole.indexOf("tables/person.copy") + "tables/person.copy".length + 20;
    whole[at] = (whole[at] ?? 0) ^ 0xff;
    writeFileSync(path, whole);
    const target = { dataFolder: join(folder, "half"), databaseUrl: await makeEmpty() };
    await expect(checked(path, (backup) => restoreBackup(backup, { config: target }))).rejects.toThrow();
    expect(readdirSync(target.dataFolder)).toEqual([]);
    // The same place can be tried again with a whole one.
    const again = await makeBackup("half-again.zip");
    await checked(again, (backup) => restoreBackup(backup, { config: target }));
    expect(await sumAll(target)).toEqual(await sumAll(config));
  });

  test("refuses what a later program wrote", async () => {
    const path = await makeBackup("later.zip");
    const target = { dataFolder: join(folder, "later"), databaseUrl: await makeEmpty() };
    const attempt = checked(path, ({ archive, manifest }) => {
      const migrations = [...manifest.migrations, { name: "9999-later.sql", sha256: "0".repeat(64) }];
      return restoreBackup({ archive, manifest: { ...manifest, migrations } }, { config: target });
    });
    await expect(attempt).rejects.toMatchObject({ code: "backup-newer" });
  });
});

test("the rehearsal restores beside, verifies, and leaves nothing", async () => {
  const path = await makeBackup("rehearsed.zip");
  const outcome = await checked(path, (backup) =>
    rehearseBackup(backup, { config, path, verify: (parts) => verifyParts(parts, () => undefined) }),
  );
  expect(outcome.holds).toBe(true);
  expect(outcome.rows).toBe((await sumAll(config)).reduce((sum, { rows }) => sum + rows, 0));
  expect(readdirSync(folder).filter((name) => name.startsWith(".rehearsal"))).toEqual([]);
}, 120_000);

test("a move into another PostgreSQL and back leaves the same counts and hashes, and puts the former cluster aside", async () => {
  const home = join(folder, "home");
  const first = { dataFolder: home, databaseUrl: null };
  await checked(await makeBackup("moved.zip"), (backup) => restoreBackup(backup, { config: first }));
  const before = await sumAll(first);
  const url = await makeEmpty();
  const there = await moveInstallation({ config: first, to: url, today: "2026-03-25" });
  expect(there.tables).toEqual(before);
  expect(existsSync(join(home, "cluster"))).toBe(false);
  expect(there.aside).toMatch(/cluster\.moved-2026-03-25/);
  const given = { dataFolder: home, databaseUrl: url };
  expect(await sumAll(given)).toEqual(before);
  const back = await moveInstallation({ config: given, to: home, today: "2026-03-25" });
  expect(back).toEqual({ tables: before, aside: null });
  expect(await sumAll(first)).toEqual(before);
  await expect(moveInstallation({ config: given, to: url, today: "2026-03-25" })).rejects.toMatchObject({
    code: "move-same",
  });
  await expect(moveInstallation({ config: given, to: home, today: "2026-03-25" })).rejects.toMatchObject({
    code: "restore-not-empty",
  });
  const other = await openDatabase(given);
  await other.pool.query("select 1");
  await expect(
    moveInstallation({ config: given, to: join(folder, "elsewhere"), today: "2026-03-25" }),
  ).rejects.toMatchObject({
    code: "move-others",
  });
  await other.close();
}, 180_000);

describe("by itself", () => {
  test("each night one is written and read back, and the oldest beyond those that are kept go", async () => {
    const place = { ...config, backupFolder: join(folder, "nights"), backupsKept: 2 };
    for (const day of [1, 2, 3]) await backUpByNight(database, place, new Date(Date.UTC(2026, 2, day, 19, 30)));
    writeFileSync(join(folder, "nights/before-upgrade-0001-2020.zip"), "");
    await backUpByNight(database, place, new Date(Date.UTC(2026, 2, 4, 19, 30)));
    expect(readdirSync(place.backupFolder).sort()).toEqual([
      "before-upgrade-0001-2020.zip",
      "night-2026-03-03T193000Z.zip",
      "night-2026-03-04T193000Z.zip",
    ]);
    expect(findNewestBackup(place)?.name).toMatch(/^(night-2026-03-04|before)/);
    expect(await backUpByNight(database, { ...place, backupsKept: 0 }, NOW)).toBeNull();
  });

  test("before migrations alter what an earlier version wrote, one is written; not before the first", async () => {
    const place = { ...config, backupFolder: join(folder, "upgrades"), backupsKept: 2 };
    expect(await backUpBeforeUpgrade(database, place, NOW)).toBeNull();
    const url = await makeEmpty();
    const target = { dataFolder: join(folder, "upgraded"), databaseUrl: url };
    await checked(await makeBackup("upgraded.zip"), (backup) => restoreBackup(backup, { config: target }));
    const older = await openDatabase(target);
    try {
      // As if the last file of this program had come with this version.
      await older.pool.query(
        "delete from sosedstvo_migration where name = (select max(name) from sosedstvo_migration)",
      );
      const path = await backUpBeforeUpgrade(older, { ...place, dataFolder: target.dataFolder }, NOW);
      expect(path).toMatch(/before-upgrade-\d{4}-2026-03-25T050000Z\.zip$/);
      await checked(path ?? "", async (backup) => expect(await checkBackup(backup)).toEqual([]));
    } finally {
      await older.close();
    }
  });
});
