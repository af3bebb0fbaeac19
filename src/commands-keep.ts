import { createReadStream } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { CommandOptions } from "./commands.ts";
import { verifyParts } from "./commands-verify.ts";
import { Refusal } from "./kernel/refusal.ts";
import { localDate } from "./platform/clock.ts";
import { readConfig } from "./platform/config.ts";
import { openDatabase } from "./platform/database/index.ts";
import { openProgress } from "./progress.ts";
import { writeBackup } from "./server/keep/backup.ts";
import { checkBackup, type OpenBackup, openBackup } from "./server/keep/check-backup.ts";
import { hashOf } from "./server/keep/kept-files.ts";
import type { Manifest } from "./server/keep/manifest.ts";
import { moveInstallation } from "./server/keep/move.ts";
import { rehearseBackup } from "./server/keep/rehearse.ts";
import { restoreBackup } from "./server/keep/restore.ts";
import type { ServerRefusalCode } from "./server/refusals.ts";

interface BackupOptions extends CommandOptions {
  readonly file: string;
  readonly withSecrets: boolean;
  readonly rehearse: boolean;
}

/** `backup FILE`: written beside whoever works, read back whole; `--rehearse` restores it beside and verifies it. The exit code: 0, or 1 where the rehearsal does not hold. */
export async function backUp({ file, withSecrets, rehearse, data, write }: BackupOptions): Promise<number> {
  const config = readConfig(process.env, { dataFolder: data });
  const path = resolve(file);
  await withBar(async (onProgress) => {
    const database = await openDatabase(config, "command");
    try {
      const plan = { to: path, dataFolder: config.dataFolder, withSecrets, now: new Date(), onProgress };
      await writeBackup(database, plan);
    } finally {
      await database.close();
    }
  });
  return withBackup(path, async (backup) => {
    write(describeBackup(backup.manifest));
    write(`Прочитана заново, сходится · Read back, it holds\nSHA-256 ${await hashOf(createReadStream(path))}\n`);
    if (!withSecrets) {
      write(
        "Без ключа сервера: после восстановления все входят заново · Without the server's key: after restoring everybody signs in anew\n",
      );
    }
    return rehearse ? rehearseAndSay(backup, { path, config, write }) : 0;
  });
}

/** `backup FILE --check`: only reads a backup that is there, and `--rehearse` restores it beside. */
export async function checkBackupFile(given: Omit<BackupOptions, "withSecrets">): Promise<number> {
  const { file, rehearse, data, write } = given;
  const config = readConfig(process.env, { dataFolder: data });
  const path = resolve(file);
  return withBackup(path, async (backup) => {
    write(describeBackup(backup.manifest));
    write(`Сходится · It holds\nSHA-256 ${await hashOf(createReadStream(path))}\n`);
    return rehearse ? rehearseAndSay(backup, { path, config, write }) : 0;
  });
}

interface Rehearsing {
  readonly path: string;
  readonly config: ReturnType<typeof readConfig>;
  readonly write: CommandOptions["write"];
}

async function rehearseAndSay(backup: OpenBackup, { path, config, write }: Rehearsing): Promise<number> {
  const verify = (parts: Parameters<typeof verifyParts>[0]) => verifyParts(parts, write);
  const outcome = await withBar((onProgress) => rehearseBackup(backup, { config, path, verify, onProgress }));
  const { tables, rows, holds } = outcome;
  write(
    `Восстановлена рядом: таблиц ${tables}, строк ${rows}, все равны · Restored beside: ${tables} tables, ${rows} rows, all equal\n`,
  );
  write(
    holds
      ? "Проверка восстановленного: сходится · What was restored verifies\n"
      : "Проверка восстановленного: НЕ сходится · What was restored does NOT verify\n",
  );
  return holds ? 0 : 1;
}

interface RestoreOptions extends CommandOptions {
  readonly file: string;
  readonly erasures: string | undefined;
}

/** `restore FILE`: into an empty place, after the whole file has been checked. `erasures`: the newest list of who was erased since. */
export async function restore({ file, erasures, data, write }: RestoreOptions): Promise<void> {
  const config = readConfig(process.env, { dataFolder: data });
  await withBackup(resolve(file), async (backup) => {
    const tables = await withBar((onProgress) => restoreBackup(backup, { config, onProgress }));
    if (erasures !== undefined) {
      await mkdir(config.dataFolder, { recursive: true });
      await copyFile(erasures, join(config.dataFolder, "erasures.jsonl"));
    }
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    write(describeBackup(backup.manifest));
    write(
      `Восстановлено · Restored: таблиц ${tables.length}, строк ${rows}, файлов ${backup.manifest.files.length} → ${config.databaseUrl === null ? config.dataFolder : "DATABASE_URL"}\n`,
    );
    if (!backup.manifest.hasSecrets) {
      write(
        "Ключа сервера в копии нет: все входят заново, второй шаг настраивают заново (sosedstvo open-again) · The server's key is not in it: everybody signs in anew and sets the second step up anew\n",
      );
    }
    if (erasures === undefined) {
      write(
        "Положите в папку данных самый новый erasures.jsonl до запуска: кого стёрли после копии, того сотрут снова · Put the newest erasures.jsonl into the data folder before the start\n",
      );
    }
    return 0;
  });
}

/** `move --to URL|FOLDER`. */
export async function move({ to, data, write }: CommandOptions & { readonly to: string }): Promise<void> {
  const config = readConfig(process.env, { dataFolder: data });
  const today = localDate(new Date(), "UTC");
  const { tables, aside } = await withBar((onProgress) => moveInstallation({ config, to, today, onProgress }));
  for (const { name, rows, sha256 } of tables) write(`${name}\t${rows}\t${sha256}\n`);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  write(
    `Перенесено и сверено: таблиц ${tables.length}, строк ${rows} · Moved and compared: ${tables.length} tables, ${rows} rows\n`,
  );
  if (aside !== null) write(`Прежняя база отложена в ${aside} · The former database was put aside there\n`);
  else
    write(
      "Прежняя база осталась как была: уберите её, чтобы никто не продолжил в ней · The former database is as it was: take it away, so that nobody goes on in it\n",
    );
  const next = /^postgres/.test(to) ? "DATABASE_URL=… npm start" : `SOSEDSTVO_DATA=${to} npm start`;
  write(`Дальше · Next: ${next}\n`);
}

async function withBackup(path: string, work: (backup: OpenBackup) => Promise<number>): Promise<number> {
  const backup = await openBackup(path);
  try {
    const broken = await withBar((onProgress) => checkBackup(backup, onProgress));
    if (broken.length > 0) {
      throw new Refusal<ServerRefusalCode>("backup-damaged", { parts: broken.slice(0, 10).join(", ") });
    }
    return await work(backup);
  } finally {
    backup.archive.close();
  }
}

async function withBar<T>(work: (onProgress: (share: number) => void) => Promise<T>): Promise<T> {
  const progress = openProgress();
  try {
    return await work(progress.show);
  } finally {
    progress.close();
  }
}

function describeBackup({ madeAt, place, program, tables, files, migrations }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    `Копия · Backup: ${madeAt}, ${place}, версия · version ${program} (${migrations.at(-1)?.name ?? ""})\n` +
    `таблиц · tables ${tables.length}, строк · rows ${rows}, файлов · files ${files.length} (${bytes} Б)\n`
  );
}
