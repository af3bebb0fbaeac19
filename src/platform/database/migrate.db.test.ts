import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import { type Database, inTenant, migrate } from "./index.ts";
import { createTestDatabase } from "./testing.ts";

const MUNICIPALITY = "01890000-0000-7000-8000-000000000001";
const NEIGHBOUR = "01890000-0000-7000-8000-000000000002";

let database: Database;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  await database.pool.query("delete from sosedstvo_migration");
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
});

afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

function run(): Promise<string[]> {
  return migrate(database, pathToFileURL(`${folder}/`));
}

describe("migrations", () => {
  test("are applied in order of their numbers, once", async () => {
    write("0002-fill.sql", "insert into pear values (1)");
    write("0001-pear.sql", "create table pear (id int8)");
    expect(await run()).toEqual(["0001-pear.sql", "0002-fill.sql"]);
    expect(await run()).toEqual([]);
    expect((await database.pool.query("select id from pear")).rows).toEqual([{ id: 1n }]);
  });

  test("run once when two processes start together", async () => {
    write("0001-pear.sql", "create table pear (id int8); select pg_sleep(0.2)");
    const both = await Promise.all([run(), run()]);
    expect(both.flat()).toEqual(["0001-pear.sql"]);
  });

  test("leave nothing of one that fails, and keep those before it", async () => {
    write("0001-pear.sql", "create table pear (id int8)");
    write("0002-half.sql", "create table apple (id int8); select 1/0");
    await expect(run()).rejects.toThrow("division by zero");
    const tables = await database.pool.query("select to_regclass('pear') as pear, to_regclass('apple') as apple");
    expect(tables.rows).toEqual([{ pear: "pear", apple: null }]);
  });

  test("refuse a file altered after it was applied", async () => {
    write("0001-pear.sql", "create table pear (id int8)");
    await run();
    write("0001-pear.sql", "create table pear (id int4)");
    await expect(run()).rejects.toMatchObject({ code: "migration-altered", values: { file: "0001-pear.sql" } });
  });

  test("refuse a database that is newer than the program", async () => {
    write("0001-pear.sql", "create table pear (id int8)");
    await run();
    rmSync(join(folder, "0001-pear.sql"));
    await expect(run()).rejects.toBeInstanceOf(Refusal);
  });
});

describe("values", () => {
  test("come back exact: int8 as bigint, date as text, numeric as text, timestamptz as Date", async () => {
    const answer = await database.pool.query(
      `select 9007199254740993::int8 as a, array[1::int8, null] as b, date '2024-02-29' as c, array[date '2024-01-31'] as d,
        1.50::numeric as e, timestamptz '2024-03-25 24:00+07' as f, '{}'::int8[] as g`,
    );
    expect(answer.rows[0]).toEqual({
      a: 9007199254740993n,
      b: [1n, null],
      c: "2024-02-29",
      d: ["2024-01-31"],
      e: "1.50",
      f: new Date("2024-03-25T17:00:00Z"),
      g: [],
    });
  });

  test("names sort as Russian readers expect", async () => {
    const answer = await database.pool.query(
      `select name from unnest(array['Яр', 'Ёлкино', 'Жуково', 'Еловка']) as name order by name collate "ru-x-icu"`,
    );
    expect(answer.rows.map((row) => row.name)).toEqual(["Ёлкино", "Еловка", "Жуково", "Яр"]);
  });
});

describe("a municipality's transaction", () => {
  beforeEach(async () => {
    await database.pool.query(`
      create table pear (municipality_id uuid not null, name text not null);
      alter table pear enable row level security;
      create policy own on pear using (municipality_id = sosedstvo_municipality());
      grant select, insert on pear to sosedstvo_app;
      insert into pear values ('${MUNICIPALITY}', 'ours'), ('${NEIGHBOUR}', 'theirs')`);
  });

  test("sees its own rows only", async () => {
    const rows = await inTenant(database, MUNICIPALITY, (tx) => sql`select name from pear`.execute(tx));
    expect(rows.rows).toEqual([{ name: "ours" }]);
  });

  test("cannot write into another municipality", async () => {
    const work = inTenant(database, MUNICIPALITY, (tx) =>
      sql`insert into pear values (${NEIGHBOUR}::uuid, 'foreign')`.execute(tx),
    );
    await expect(work).rejects.toThrow("row-level security");
  });

  test("owns nothing: it cannot make or empty tables", async () => {
    const make = inTenant(database, MUNICIPALITY, (tx) => sql`create table apple ()`.execute(tx));
    await expect(make).rejects.toThrow("permission denied");
    const empty = inTenant(database, MUNICIPALITY, (tx) => sql`truncate pear`.execute(tx));
    await expect(empty).rejects.toThrow("permission denied");
  });

  test("leaves no trace on the connection that the pool gives to the next", async () => {
    await inTenant(database, MUNICIPALITY, (tx) => sql`select 1`.execute(tx));
    const answer = await database.pool.query("select current_user::text as who, sosedstvo_municipality() as whose");
    expect(answer.rows).toEqual([{ who: "sosedstvo", whose: null }]);
  });

  test("without a municipality shows nothing", async () => {
    const client = await database.pool.connect();
    await client.query("begin; set local role sosedstvo_app");
    expect((await client.query("select * from pear")).rows).toEqual([]);
    await client.query("rollback");
    client.release();
  });
});
