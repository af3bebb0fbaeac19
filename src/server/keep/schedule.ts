import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../platform/config.ts";
import { type Database, listApplied, listPending } from "../../platform/database/index.ts";
import { writeLog } from "../../platform/log.ts";
import { writeBackup } from "./backup.ts";
import { checkBackup, openBackup } from "./check-backup.ts";

const NIGHTLY = /^night-\d{4}-\d{2}-\d{2}T\d{6}Z\.zip$/;

type Place = Pick<Config, "dataFolder" | "backupFolder" | "backupsKept">;

/** The nightly backup: written, read back, and then the oldest beyond those that are kept are removed. None where the administrator wants none. */
export async function backUpByNight(database: Database, config: Place, now: Date): Promise<string | null> {
  if (config.backupsKept === 0) return null;
  const folder = openBackupFolder(config);
  const to = join(folder, `night-${stamp(now)}.zip`);
  await writeBackup(database, { to, dataFolder: config.dataFolder, withSecrets: false, now });
  await requireWhole(to);
  const old = listBackups(folder).filter((name) => NIGHTLY.test(name));
  for (const name of old.slice(0, Math.max(0, old.length - config.backupsKept))) rmSync(join(folder, name));
  return to;
}

/** A backup that does not read back is worse than none: it is taken away, and the job fails and is tried again. */
async function requireWhole(path: string): Promise<void> {
  const backup = await openBackup(path);
  try {
    const broken = await checkBackup(backup);
    if (broken.length === 0) return;
    rmSync(path);
    throw new Error(`the backup did not read back: ${broken.slice(0, 5).join(", ")}`);
  } finally {
    backup.archive.close();
  }
}

/** Before migrations alter what an earlier version wrote: a backup of it, kept until somebody takes it away. Returns its path; null where there was nothing to alter. */
export async function backUpBeforeUpgrade(database: Database, config: Place, now: Date): Promise<string | null> {
  const client = await database.pool.connect();
  let last: string | undefined;
  try {
    last = (await listApplied(client)).at(-1)?.name;
    if (last === undefined || (await listPending(client)).length === 0 || config.backupsKept === 0) return null;
  } finally {
    client.release();
  }
  const to = join(openBackupFolder(config), `before-upgrade-${last.slice(0, 4)}-${stamp(now)}.zip`);
  await writeBackup(database, { to, dataFolder: config.dataFolder, withSecrets: false, now });
  await requireWhole(to);
  writeLog("info", "backed up before the upgrade", { file: to });
  return to;
}

/** The newest backup of the folder and when it was made; null where there is none. */
export function findNewestBackup(config: Place): { readonly name: string; readonly at: Date } | null {
  const folder = folderOf(config);
  const found = listBackups(folder).map((name) => ({ name, at: statSync(join(folder, name)).mtime }));
  return found.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0] ?? null;
}

export function folderOf({ backupFolder, dataFolder }: Place): string {
  return backupFolder ?? join(dataFolder, "backups");
}

function openBackupFolder(config: Place): string {
  const folder = folderOf(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function listBackups(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(".zip") && !name.startsWith("."))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** `2026-11-30T201500Z`: sorts as time goes. */
function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
}
