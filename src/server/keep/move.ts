import { renameSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type pg from "pg";
import { Refusal } from "../../kernel/refusal.ts";
import type { Config } from "../../platform/config.ts";
import {
  listSequences,
  listTables,
  openSummedRows,
  speakPlainly,
  sumTable,
  type TableSum,
} from "../../platform/database/copy/index.ts";
import { type Database, listApplied, openDatabase } from "../../platform/database/index.ts";
import type { ServerRefusalCode } from "../refusals.ts";
import { NOTES, SECRETS } from "./manifest.ts";
import { fillTables, prepareTables } from "./restore.ts";

export interface MovePlan {
  readonly config: Pick<Config, "dataFolder" | "databaseUrl">;
  /** `postgresql://…`, or the data folder whose embedded PostgreSQL is to hold the rows. */
  readonly to: string;
  readonly today: string;
  readonly onProgress?: (share: number) => void;
}

export interface Moved {
  readonly tables: readonly TableSum[];
  /** Where the former embedded PostgreSQL was put aside; null where the former one was given. */
  readonly aside: string | null;
}

/**
 * Carries the rows of a living installation into an empty database, and holds every table's count and hash against its source
 * before anything is committed there. Files stay in the data folder, or go along into another one. An embedded PostgreSQL that
 * was left is put aside under another name, so that no start can go on with it by mistake. Refuses `move-others`, `move-same`,
 * `restore-not-empty`, `copy-differs`.
 */
export async function moveInstallation(plan: MovePlan): Promise<Moved> {
  const target = targetOf(plan);
  const source = await openDatabase(plan.config, "server");
  let tables: readonly TableSum[];
  try {
    await requireNobodyElse(source);
    const database = await openDatabase(target, "server");
    try {
      tables = await copyRows(source, database, plan.onProgress);
    } finally {
      await database.close();
    }
  } finally {
    await source.close();
  }
  if (target.dataFolder !== plan.config.dataFolder) await copyFolder(plan.config.dataFolder, target.dataFolder);
  return { tables, aside: plan.config.databaseUrl === null ? putAside(plan) : null };
}

function targetOf({ config, to }: MovePlan): MovePlan["config"] {
  const isUrl = /^postgres(ql)?:\/\//.test(to);
  const target = isUrl ? { ...config, databaseUrl: to } : { dataFolder: resolve(to), databaseUrl: null };
  const isSame = isUrl
    ? target.databaseUrl === config.databaseUrl
    : config.databaseUrl === null && target.dataFolder === config.dataFolder;
  if (isSame) throw new Refusal<ServerRefusalCode>("move-same");
  return target;
}

/** A second server of an embedded PostgreSQL was refused when it was opened; of a given one its sessions tell. */
async function requireNobodyElse({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int4 as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'sosedstvo%'`,
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw new Refusal<ServerRefusalCode>("move-others", { count });
}

async function copyRows(
  from: Database,
  to: Database,
  onProgress?: (share: number) => void,
): Promise<readonly TableSum[]> {
  const [source, target] = await Promise.all([from.pool.connect(), to.pool.connect()]);
  try {
    await speakPlainly(source);
    await source.query("begin transaction isolation level repeatable read read only");
    const manifest = await readManifest(source);
    await prepareTables(to, target, manifest);
    const rows = async (table: Parameters<typeof openSummedRows>[1]) => openSummedRows(source, table).rows;
    return await fillTables(target, { manifest, rows, ...(onProgress && { onProgress }) });
  } finally {
    source.release(true);
    target.release(true);
  }
}

async function readManifest(client: pg.ClientBase) {
  const tables = [];
  for (const table of await listTables(client)) tables.push({ ...table, ...(await sumTable(client, table)) });
  return { migrations: await listApplied(client), tables, sequences: await listSequences(client) };
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of ["files", ...NOTES, ...SECRETS]) {
    await cp(join(from, name), join(to, name), { recursive: true, errorOnExist: true, force: false }).catch(
      ignoreMissing,
    );
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

function putAside({ config: { dataFolder }, today }: MovePlan): string {
  const aside = join(dataFolder, `cluster.moved-${today}-${process.pid}`);
  renameSync(join(dataFolder, "cluster"), aside);
  return aside;
}
