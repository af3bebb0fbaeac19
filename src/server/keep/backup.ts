import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type ArchiveWriter, asStream, writeArchive } from "../../platform/archive/write-archive.ts";
import { listSequences, listTables, openSummedRows, speakPlainly } from "../../platform/database/copy/index.ts";
import { type Database, listApplied } from "../../platform/database/index.ts";
import { type KeptFile, listKeptFiles, openKeptFile, readBeside } from "./kept-files.ts";
import { MANIFEST, type Manifest, NOTES, partOf, SECRETS } from "./manifest.ts";

export interface BackupPlan {
  readonly to: string;
  readonly dataFolder: string;
  readonly withSecrets: boolean;
  readonly now: Date;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Writes database, files and lists of an installation into one archive, beside whoever works with it: the rows are those of
 * one moment, and a file is on the disk before a row names it. Refuses `file-exists` and `file-not-written`.
 */
export async function writeBackup(database: Database, plan: BackupPlan): Promise<Manifest> {
  const client = await database.pool.connect();
  let manifest: Manifest | undefined;
  try {
    await speakPlainly(client);
    await client.query("begin transaction isolation level repeatable read read only");
    await writeArchive(plan.to, async (writer) => {
      manifest = await fill(writer, { client, database, plan });
      await writer.add(MANIFEST, asStream(JSON.stringify(manifest, null, 1)), true);
    });
  } finally {
    // Its settings and its open snapshot go with it.
    client.release(true);
  }
  if (!manifest) throw new Error("the archive was written without its manifest");
  return manifest;
}

interface Filling {
  readonly client: pg.PoolClient;
  readonly database: Database;
  readonly plan: BackupPlan;
}

async function fill(writer: ArchiveWriter, { client, database, plan }: Filling): Promise<Manifest> {
  const { dataFolder, now } = plan;
  const migrations = await listApplied(client);
  const tables = await listTables(client);
  const sequences = await listSequences(client);
  const sizes = await listSizes(client);
  const kept = await listKeptFiles(dataFolder);
  const total = [...sizes.values(), ...kept.map(({ bytes }) => bytes)].reduce((sum, bytes) => sum + bytes, 1);
  let done = 0;
  const step = (bytes: number) => {
    done += bytes;
    plan.onProgress?.(Math.min(1, done / total));
  };

  const written: Manifest["tables"][number][] = [];
  for (const table of tables) {
    const { rows, sum } = openSummedRows(client, table);
    await writer.add(partOf.table(table.name), rows, true);
    written.push({ ...table, ...sum() });
    step(sizes.get(table.name) ?? 0);
  }
  // The files take long, and rows that are gone could not be cleared away meanwhile.
  await client.query("commit");
  const files: KeptFile[] = [];
  for (const file of kept) {
    await writer.add(partOf.file(file.hash), openKeptFile(dataFolder, file.hash), false);
    files.push(file);
    step(file.bytes);
  }
  const notes = await addNotes(writer, plan);
  return {
    format: 1,
    program: programVersion(),
    madeAt: now.toISOString(),
    place: database.description,
    migrations,
    tables: written,
    sequences,
    files,
    notes,
    hasSecrets: plan.withSecrets,
  };
}

async function addNotes(writer: ArchiveWriter, { dataFolder, withSecrets }: BackupPlan): Promise<Manifest["notes"]> {
  const notes: Manifest["notes"][number][] = [];
  for (const name of withSecrets ? [...NOTES, ...SECRETS] : NOTES) {
    const bytes = await readBeside(dataFolder, name);
    if (!bytes) continue;
    await writer.add(partOf.note(name), asStream(bytes.toString("utf8")), true);
    notes.push({ name, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return notes;
}

/** Bytes of each table on the disk: what the bar goes by. */
async function listSizes(client: pg.PoolClient): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ name: string; bytes: bigint }>(
    `select relname::text as name, pg_table_size(oid) as bytes from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]));
}

export function programVersion(): string {
  const path = join(import.meta.dirname, "../../../package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}
