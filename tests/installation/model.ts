import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { readConfig } from "../../src/platform/config.ts";
import type { Address } from "../../src/platform/database/plan.ts";
import { cloneTestDatabase, openTestDatabase, urlOfTestDatabase } from "../../src/platform/database/testing.ts";
import { openFiles } from "../../src/platform/files.ts";
import { openSlices } from "../../src/server/parts.ts";
import { startServer } from "../../src/server/start.ts";
import { fillSecond } from "./second.ts";

const MODEL = "installation_model";
/** Whoever comes while the model is being made waits for it. */
const LOCK = 4_041_938;

/** A first start with a second district, made once for all files of a run: half a minute that each of them would spend. */
export async function cloneModel(slug: string) {
  const model = await findModel(slug);
  const dataFolder = mkdtempSync(join(tmpdir(), "sosedstvo-installation-"));
  cpSync(model, dataFolder, { recursive: true });
  return { database: await cloneTestDatabase(MODEL), dataFolder };
}

/** The data folder of the model, which stands with it as the database's comment. */
async function findModel(slug: string): Promise<string> {
  const cluster = inject("testCluster");
  const client = new pg.Client({ ...cluster, database: "postgres" });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as folder from pg_database where datname = '${MODEL}'`,
    );
    const known: string | null | undefined = rows[0]?.folder;
    if (known) return known;
    // One without a comment was left half made.
    await client.query(`drop database if exists ${MODEL} with (force)`);
    const folder = mkdtempSync(join(besideOf(cluster), "model-"));
    await makeModel(folder, slug);
    await client.query(`comment on database ${MODEL} is '${folder}'`);
    return folder;
  } finally {
    await client.end();
  }
}

/** In the cluster's own folder, with which it goes when the run is over. */
function besideOf({ host }: Address): string {
  return isAbsolute(host) ? dirname(host) : tmpdir();
}

async function makeModel(dataFolder: string, slug: string): Promise<void> {
  const database = await openTestDatabase(MODEL);
  const config = { ...readConfig({}, { dataFolder, port: 0 }), databaseUrl: urlOfTestDatabase(database) };
  const server = await startServer(config);
  await fillSecond({ database, slices: openSlices(openFiles(dataFolder), config), slug });
  await server.stop();
  await database.close();
}
