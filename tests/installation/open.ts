import { rmSync } from "node:fs";
import { sql } from "kysely";
import type { Id } from "../../src/kernel/id.ts";
import { readConfig } from "../../src/platform/config.ts";
import { type Database, inOwnerTransaction } from "../../src/platform/database/index.ts";
import { urlOfTestDatabase } from "../../src/platform/database/testing.ts";
import { openFiles } from "../../src/platform/files.ts";
import { openSlices } from "../../src/server/parts.ts";
import { startServer } from "../../src/server/start.ts";
import { type Answer, type Asked, askSite } from "./ask.ts";
import { cloneModel } from "./model.ts";

/** One of the two municipalities of the installation. */
export interface Place {
  readonly municipalityId: Id;
  /** What stands before the addresses of its pages. */
  readonly base: string;
}

/** The real server in this process, on a database and a folder of its own, with real records of two municipalities. */
export interface Installation {
  readonly url: string;
  readonly database: Database;
  readonly dataFolder: string;
  readonly slices: ReturnType<typeof openSlices>;
  /** The demonstration, at the root. */
  readonly here: Place;
  /** Another district, under `/m/iskitimsky`. */
  readonly there: Place;
  ask(path: string, asked?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

const FIRST = "ordynsky";
const SECOND = "iskitimsky";

export async function openInstallation(settings: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const { database, dataFolder } = await cloneModel(SECOND);
  const config = { ...readConfig(settings, { dataFolder, port: 0 }), databaseUrl: urlOfTestDatabase(database) };
  const server = await startServer(config);
  const slices = openSlices(openFiles(dataFolder), config);
  const here = { municipalityId: await findMunicipality(database, FIRST), base: "" };
  const there = { municipalityId: await findMunicipality(database, SECOND), base: `/m/${SECOND}` };
  const close = async () => {
    await server.stop();
    await database.close();
    rmSync(dataFolder, { recursive: true });
  };
  const ask = (path: string, asked?: Asked) => askSite(server.url, path, asked);
  return { url: server.url, database, dataFolder, slices, here, there, ask, close };
}

async function findMunicipality(database: Database, slug: string): Promise<Id> {
  const found = await inOwnerTransaction(database, (tx) =>
    sql<{ id: Id }>`select id from municipality where slug = ${slug}`.execute(tx),
  );
  return found.rows[0]?.id ?? "";
}
