import { existsSync, readdirSync, rmSync } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { Refusal } from "../../kernel/refusal.ts";
import type { Config } from "../../platform/config.ts";
import {
  closeFilling,
  openFilling,
  putRows,
  speakPlainly,
  sumTable,
  type TableLayout,
  type TableSum,
} from "../../platform/database/copy/index.ts";
import { type Database, listApplied, migrate, openDatabase } from "../../platform/database/index.ts";
import type { ServerRefusalCode } from "../refusals.ts";
import type { OpenBackup } from "./check-backup.ts";
import { pathOfFile } from "./kept-files.ts";
import { type Manifest, partOf } from "./manifest.ts";

export interface RestorePlan {
  /** Where the data folder and the database are to be: both must be empty. */
  readonly config: Pick<Config, "dataFolder" | "databaseUrl">;
  readonly onProgress?: (share: number) => void;
}

/**
 * Puts a backup that was checked into an empty place, leaves it as it was when it was taken, and returns the sums of its
 * tables as they stand there. All of the database or nothing: one transaction. What later migrations bring comes with the
 * next start. Refuses `restore-not-empty`, and `backup-newer` where this program is older than the backup's.
 */
export async function restoreBackup(
  backup: OpenBackup,
  { config, onProgress }: RestorePlan,
): Promise<readonly TableSum[]> {
  requireEmptyFolder(config.dataFolder);
  await mkdir(config.dataFolder, { recursive: true, mode: 0o700 });
  const database = await openDatabase(config, "server");
  try {
    const sums = await fillDatabase(database, backup, onProgress);
    await putFiles(backup, config.dataFolder);
    await database.close();
    return sums;
  } catch (error) {
    await database.close();
    // The folder was empty: what lies there now is half a restoration, and would stand in the way of the next.
    for (const name of readdirSync(config.dataFolder)) rmSync(join(config.dataFolder, name), { recursive: true });
    throw error;
  }
}

/** A folder with nothing in it, or none. */
function requireEmptyFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal<ServerRefusalCode>("restore-not-empty", { place: folder });
  }
}

async function fillDatabase(
  database: Database,
  { archive, manifest }: OpenBackup,
  onProgress?: (share: number) => void,
): Promise<readonly TableSum[]> {
  const client = await database.pool.connect();
  try {
    await prepareTables(database, client, manifest);
    const rows = ({ name }: TableLayout) => archive.open(partOf.table(name));
    return await fillTables(client, { manifest, rows, ...(onProgress && { onProgress }) });
  } finally {
    client.release(true);
  }
}

/** Makes the tables as they were when the rows were taken. Refuses `restore-not-empty` where an installation lives there, and `backup-newer`. */
export async function prepareTables(
  database: Pick<Database, "pool" | "description">,
  client: pg.ClientBase,
  { migrations }: Pick<Manifest, "migrations">,
): Promise<void> {
  const before = await listApplied(client);
  // What an attempt that broke off left: tables without anybody in them.
  const isInhabited =
    before.length > 0 && (await client.query("select 1 from public.municipality limit 1")).rowCount !== 0;
  if (isInhabited || before.length > migrations.length) {
    throw new Refusal<ServerRefusalCode>("restore-not-empty", { place: database.description });
  }
  await migrate(database, undefined, migrations.at(-1)?.name ?? "");
  const applied = await listApplied(client);
  const differs = migrations.find(({ name, sha256 }, place) => {
    const here = applied[place];
    return here?.name !== name || here.sha256 !== sha256;
  });
  if (differs) throw new Refusal<ServerRefusalCode>("backup-newer", { file: differs.name });
}

export interface TableFilling {
  readonly manifest: Pick<Manifest, "tables" | "sequences">;
  readonly rows: (table: TableLayout) => Promise<Readable>;
  readonly onProgress?: (share: number) => void;
}

/** In one transaction: the rows of all tables, then their indexes and keys; commits where each holds what it should. Refuses `copy-differs`. */
export async function fillTables(client: pg.ClientBase, filling: TableFilling): Promise<readonly TableSum[]> {
  const { manifest, rows, onProgress } = filling;
  const total = manifest.tables.reduce((sum, table) => sum + table.rows + 1, 0);
  let done = 0;
  // Every table is walked through twice: filled, then summed.
  const step = (count: number) => {
    done += count + 1;
    onProgress?.(done / total / 2);
  };
  await speakPlainly(client);
  await client.query("begin");
  const opened = await openFilling(client);
  for (const table of manifest.tables) {
    await putRows(client, table, await rows(table));
    step(table.rows);
  }
  await closeFilling(client, opened, manifest.sequences);
  const sums: TableSum[] = [];
  for (const table of manifest.tables) {
    const sum = await sumTable(client, table);
    if (sum.rows !== table.rows || sum.sha256 !== table.sha256) {
      throw new Refusal<ServerRefusalCode>("copy-differs", { table: table.name });
    }
    sums.push(sum);
    step(table.rows);
  }
  await client.query("commit");
  await client.query("analyze");
  return sums;
}

async function putFiles({ archive, manifest }: OpenBackup, dataFolder: string): Promise<void> {
  for (const { hash } of manifest.files) {
    const path = pathOfFile(dataFolder, hash);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, "wx", 0o600);
    await pipeline(await archive.open(partOf.file(hash)), file.createWriteStream());
  }
  for (const { name } of manifest.notes) {
    await writeFile(join(dataFolder, name), await archive.readText(partOf.note(name)), { mode: 0o600, flag: "wx" });
  }
}
