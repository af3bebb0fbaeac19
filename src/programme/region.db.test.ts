import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createMunicipality, setRegion } from "../access/index.ts";
import { type Id, newId } from "../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { consolidateCosts } from "./consolidation.ts";
import { EXAMPLE_READING, moveYears, openTestSlice } from "./testing-store.ts";

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let region: Id;
let first: Id;
let second: Id;
let outsider: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database);
  const add = (slug: string, kind: "region" | "district", regionId: Id | null) =>
    inOwnerTransaction(database, (tx) => {
      const names = { name: `Район ${slug}`, nameGenitive: slug, nameShort: slug };
      return createMunicipality(tx, {
        ...{ slug, kind, regionId, ...names },
        ...{ timeZone: "Asia/Novosibirsk", demonstration: false },
      });
    });
  region = await add("oblast", "region", null);
  first = await add("a", "district", region);
  second = await add("b", "district", region);
  outsider = await add("c", "district", null);
  await publish(first);
  await publish(outsider);
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function save(municipality: Id, reading = EXAMPLE_READING): Promise<Id> {
  const { id } = await slice.runAs(municipality)((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
  return id;
}

async function publish(municipality: Id, reading = EXAMPLE_READING): Promise<void> {
  const id = await save(municipality, reading);
  const approval = { version: 1, basis: "постановление № 1", acceptErrors: true };
  await slice.runAs(municipality)((ctx) => slice.door.approveReading(ctx, id, approval));
}

const read = (municipality: Id) => slice.runAs(municipality)((ctx) => slice.door.readRegion(ctx));

describe("a region", () => {
  test("shows each of its districts with the figures that the district's own pages show, and no other municipality", async () => {
    const districts = await read(region);
    expect(districts.map(({ id, programme }) => [id, programme?.edition])).toEqual([
      [first, 1],
      [second, undefined],
    ]);
    const { programme } = EXAMPLE_READING;
    expect(districts[0]?.programme).toMatchObject({
      years: programme.years,
      money: consolidateCosts(programme),
      activities: programme.activities.length,
      indicators: programme.indicators.length,
      findings: { error: EXAMPLE_READING.findings.filter(({ severity }) => severity === "error").length },
    });
  });

  test("sees nothing of what is read and not approved, nor of earlier editions", async () => {
    await save(second);
    await publish(first, moveYears(EXAMPLE_READING, [2024, 2025, 2026]));
    const districts = await read(region);
    expect(districts.map(({ programme }) => programme?.edition)).toEqual([2, undefined]);
    const { rows } = await inTenant(database, first, (tx) =>
      sql<{ id: Id }>`select id from edition where number = 1`.execute(tx),
    );
    expect(await ask(region, first, rows[0]?.id ?? "")).toHaveLength(0);
  });

  test("reads no edition of a municipality that is not its own", async () => {
    const { rows } = await inTenant(database, outsider, (tx) => sql<{ id: Id }>`select id from edition`.execute(tx));
    expect(await ask(region, outsider, rows[0]?.id ?? "")).toHaveLength(0);
    expect(await ask(region, newId(), rows[0]?.id ?? "")).toHaveLength(0);
  });

  test("reads no other table of its districts and writes none", async () => {
    const tables = ["programme_reading", "programme", "edition", "allocation", "audit_entry", "role_holding"];
    for (const table of tables) {
      const { rows } = await inTenant(database, region, (tx) =>
        sql`select 1 from ${sql.table(table)} where municipality_id <> ${region}`.execute(tx),
      );
      expect([table, rows.length]).toEqual([table, 0]);
    }
    const write = inTenant(database, region, (tx) =>
      sql`insert into programme (municipality_id, id, slug, first_year, last_year, created_at)
        values (${first}, ${newId()}, 'forged', 2024, 2026, now())`.execute(tx),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });
});

/** The function that the page asks, straight. */
async function ask(from: Id, district: Id, edition: Id): Promise<readonly unknown[]> {
  const { rows } = await inTenant(database, from, (tx) =>
    sql`select * from read_district_edition(${district}, ${edition})`.execute(tx),
  );
  return rows;
}

test("a region that has read an edition once does not show it to another, nor when the district has left", async () => {
  await read(region);
  const other = await inOwnerTransaction(database, (tx) =>
    createMunicipality(tx, {
      ...{ slug: "kray", kind: "region", regionId: null, name: "Край", nameGenitive: "края", nameShort: "край" },
      ...{ timeZone: "Asia/Novosibirsk", demonstration: false },
    }),
  );
  expect(await read(other)).toEqual([]);
});

describe("a district", () => {
  test("sees neither its neighbour nor, though it is named as their region, anything of others", async () => {
    expect(await read(first)).toEqual([]);
    const all = (from: Id) => inTenant(database, from, (tx) => sql`select * from list_district_editions()`.execute(tx));
    expect((await all(first)).rows).toEqual([]);
    await inOwnerTransaction(database, (tx) => setRegion(tx, outsider, second));
    expect((await all(second)).rows).toEqual([]);
    await inOwnerTransaction(database, (tx) => setRegion(tx, outsider, null));
  });

  test("that leaves its region is not shown from then on", async () => {
    await inOwnerTransaction(database, (tx) => setRegion(tx, first, null));
    expect((await read(region)).map(({ id }) => id)).toEqual([second]);
    await inOwnerTransaction(database, (tx) => setRegion(tx, first, region));
    expect((await read(region)).map(({ id }) => id)).toEqual([first, second]);
  });
});

test("nobody but the application's role may ask, and nobody without a municipality gets an answer", async () => {
  const { rows } = await inOwnerTransaction(database, (tx) =>
    sql<{ name: string }>`select proname as name from pg_proc where proname like '%district%'
      and pronamespace = 'public'::regnamespace and (proacl is null or proacl::text ~ '[{,]=X')`.execute(tx),
  );
  expect(rows).toEqual([]);
  const none = await inTenant(database, newId(), (tx) => sql`select * from list_district_editions()`.execute(tx));
  expect(none.rows).toEqual([]);
});
