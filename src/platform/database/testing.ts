/**
 * A database for a test. In a file named `*.db.test.ts`:
 *
 *     let database: Database;
 *     beforeAll(async () => { database = await createTestDatabase(); });
 *     afterAll(() => database.close());
 *
 * Each call clones a migrated template (about 50 ms) and `close` drops the clone, so a file has its own tables to itself.
 * The file runs twice: in vitest's project `embedded` on PostgreSQL 18 and, where it is installed, in `debian15`.
 * One file on one engine: `npx vitest run --project embedded src/…/x.db.test.ts`.
 * A test that needs no database is named `*.test.ts` and runs in the project `unit`.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, wrapPool } from "./index.ts";
import type { Address } from "./plan.ts";
import { openPool } from "./pool.ts";

declare module "vitest" {
  interface ProvidedContext {
    testCluster: Address;
  }
}

export const TEMPLATE = "sosedstvo_template";

/** A fresh migrated database of its own; `close` drops it. */
export function createTestDatabase(): Promise<Database> {
  return cloneTestDatabase(TEMPLATE);
}

/** The same of another database of the cluster, to which nobody is connected. */
export async function cloneTestDatabase(template: string): Promise<Database> {
  const cluster = inject("testCluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runAsAdministrator(cluster, `create database ${name} template ${template}`);
  return open(cluster, name, () => runAsAdministrator(cluster, `drop database ${name} with (force)`));
}

/** A migrated database under a name of its own that stays for the run, for others to be cloned from. */
export async function openTestDatabase(name: string): Promise<Database> {
  const cluster = inject("testCluster");
  await runAsAdministrator(cluster, `create database ${name} template ${TEMPLATE}`);
  return open(cluster, name, async () => undefined);
}

function open(cluster: Address, name: string, afterwards: () => Promise<void>): Database {
  return wrapPool(openPool({ ...cluster, database: name }), { engine: "embedded", description: name, afterwards });
}

/** How a server of the test's own reaches that database, as `DATABASE_URL` says it. */
export function urlOfTestDatabase({ description }: Pick<Database, "description">): string {
  const { host, port, user, password } = inject("testCluster");
  const where = new URLSearchParams({ host, port: String(port), user, password });
  return `postgresql://localhost/${description}?${where}`;
}

export async function runAsAdministrator(cluster: Address, statement: string): Promise<void> {
  const client = new pg.Client({ ...cluster, database: "postgres" });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
