import { Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { refusePlatform } from "../refusals.ts";
import { openDataFolder } from "./data-folder.ts";
import { openEmbedded } from "./embedded.ts";
import { findEmbeddedEngine } from "./engine.ts";
import { openPool } from "./pool.ts";
import type { Purpose } from "./presence.ts";

export { listApplied, listPending, migrate } from "./migrate.ts";
export { inOwnerTransaction, inTenant, type Tx } from "./transaction.ts";
export type { Purpose };

/** `databaseUrl` given: that PostgreSQL, 15 or newer. Null: the embedded one in `dataFolder`. */
export interface DatabaseConfig {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  /** Told of every statement of the slices when it is done. */
  readonly onStatement?: OnStatement;
}

/** A statement's text, in which values are numbered places, and how long it took, in milliseconds. */
export type OnStatement = (text: string, milliseconds: number) => void;

/** An open database. Slices name their own tables: `database.kysely.withTables<SliceTables>()`. */
export interface Database {
  readonly kysely: Kysely<Record<never, never>>;
  readonly pool: pg.Pool;
  readonly engine: "embedded" | "given";
  /** For people: where it is, without a password. */
  readonly description: string;
  /** Waits for running queries; the last user of an embedded cluster stops it. */
  close(): Promise<void>;
}

const DATABASE_NAME = "sosedstvo";

/**
 * Opens the database, not yet migrated. `purpose` "server" takes the data folder for itself among servers;
 * "command" works beside a running server or alone.
 * Throws a platform Refusal where it cannot be opened: folder in use, unreachable, too old, cannot start.
 */
export async function openDatabase(config: DatabaseConfig, purpose: Purpose = "command"): Promise<Database> {
  const { dataFolder, databaseUrl, onStatement } = config;
  return databaseUrl === null ? openOwn(dataFolder, purpose, onStatement) : openGiven(databaseUrl, onStatement);
}

async function openOwn(dataFolder: string, purpose: Purpose, onStatement?: OnStatement): Promise<Database> {
  const data = openDataFolder(dataFolder);
  const cluster = await openEmbedded({ data, engine: findEmbeddedEngine(), durable: true }, purpose);
  await cluster.ensureDatabase(DATABASE_NAME);
  const pool = openPool({ ...cluster.address, database: DATABASE_NAME });
  return wrapPool(pool, { engine: "embedded", description: data.root, afterwards: cluster.close, onStatement });
}

async function openGiven(url: string, onStatement?: OnStatement): Promise<Database> {
  const pool = openPool(url);
  const version = await readVersion(pool);
  if (version.number < 150_000) {
    await pool.end();
    refusePlatform("database-too-old", { found: version.text });
  }
  const description = describeUrl(url);
  return wrapPool(pool, { engine: "given", description, afterwards: async () => {}, onStatement });
}

async function readVersion(pool: pg.Pool): Promise<{ number: number; text: string }> {
  try {
    const answer = await pool.query("select current_setting('server_version_num')::int4 as n, version() as text");
    return { number: answer.rows[0].n, text: answer.rows[0].text };
  } catch (error) {
    await pool.end();
    return refusePlatform("database-unreachable", { detail: error instanceof Error ? error.message : String(error) });
  }
}

function describeUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

interface Surroundings {
  readonly engine: Database["engine"];
  readonly description: string;
  readonly afterwards: () => Promise<void>;
  readonly onStatement?: OnStatement | undefined;
}

/** A pool as a Database; for `openDatabase` and the tests. */
export function wrapPool(pool: pg.Pool, { engine, description, afterwards, onStatement }: Surroundings): Database {
  const kysely = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement && { log: ({ query, queryDurationMillis }) => onStatement(query.sql, queryDurationMillis) }),
  });
  const close = async () => {
    // pg ends a pool before its last connections are gone; whatever befalls those is no loss.
    pool.removeAllListeners("error").on("error", () => undefined);
    await kysely.destroy();
    // Kysely ends a pool that it has used itself.
    if (!pool.ending) await pool.end();
    await afterwards();
  };
  return { kysely, pool, engine, description, close };
}
