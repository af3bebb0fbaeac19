import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Database, inOwnerTransaction } from "./index.ts";
import { createTestDatabase } from "./testing.ts";

let database: Database;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

test("a connection that breaks between two queries fails its transaction and nothing else", async () => {
  const broken = inOwnerTransaction(database, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await setTimeout(100);
    await sql`select 1`.execute(tx);
  });
  await expect(broken).rejects.toThrow(/terminating connection|not queryable|Connection terminated/);
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});
