import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { refusePlatform } from "../refusals.ts";

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

const FOLDER = new URL("../../../migrations/", import.meta.url);
const LOCK = 7_303;

/**
 * Applies the files of `migrations/` that the database lacks, in order, each in a transaction of its own; returns their names.
 * Several processes may call it at once. Refuses an altered file and a database newer than the program. `last` names the file
 * after which to stop: where rows of an earlier version are to be put in first.
 */
export async function migrate(
  database: { readonly pool: pg.Pool },
  folder: URL = FOLDER,
  last?: string,
): Promise<string[]> {
  const migrations = readMigrations(folder).filter(({ name }) => last === undefined || name <= last);
  const client = await database.pool.connect();
  try {
    const known = await readApplied(client, migrations);
    const done: string[] = [];
    for (const migration of migrations) {
      if (!known.has(migration.name) && (await applyOnce(client, migration))) done.push(migration.name);
    }
    return done;
  } finally {
    client.release();
  }
}

function readMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name));
  return names.sort().map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

async function readApplied(client: pg.PoolClient, migrations: readonly Migration[]): Promise<Set<string>> {
  const applied = await listApplied(client);
  for (const { name, sha256 } of applied) {
    const file = migrations.find((migration) => migration.name === name);
    if (!file) refusePlatform("migration-unknown", { file: name });
    else if (file.sha256 !== sha256) refusePlatform("migration-altered", { file: name });
  }
  return new Set(applied.map(({ name }) => name));
}

/** What the database has had applied, in order; nothing where it holds nothing of ours. */
export async function listApplied(
  client: pg.ClientBase,
): Promise<{ readonly name: string; readonly sha256: string }[]> {
  const { rows: found } = await client.query("select to_regclass('public.sosedstvo_migration') is not null as there");
  if (!found[0].there) return [];
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from public.sosedstvo_migration order by name",
  );
  return rows;
}

/** The files of `migrations/` that this database lacks. */
export async function listPending(client: pg.ClientBase, folder: URL = FOLDER): Promise<readonly string[]> {
  const applied = new Set((await listApplied(client)).map(({ name }) => name));
  return readMigrations(folder).flatMap(({ name }) => (applied.has(name) ? [] : [name]));
}

/** The lock belongs to the transaction, so it also holds behind a pooler; whoever comes second finds the row and does nothing. */
async function applyOnce(client: pg.PoolClient, { name, text, sha256 }: Migration): Promise<boolean> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await client.query(`create table if not exists public.sosedstvo_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const found = await client.query("select 1 from public.sosedstvo_migration where name = $1", [name]);
    const isNew = found.rowCount === 0;
    if (isNew) {
      await client.query(text);
      await client.query("insert into public.sosedstvo_migration (name, sha256) values ($1, $2)", [name, sha256]);
    }
    await client.query("commit");
    return isNew;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
