import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { SOURCES } from "./contract.ts";
import type { ApprovedEdition } from "./hooks.ts";
import { EXAMPLE_READING, moveYears, openTestSlice } from "./testing-store.ts";

const BASIS = "решение от 18.08.2023 № 1056/89";
const TABLES = [
  "programme_document",
  "programme",
  "programme_reading",
  "edition",
  "goal",
  "objective",
  "indicator",
  "activity",
  "funding_source",
  "edition_goal",
  "edition_objective",
  "edition_indicator",
  "edition_target",
  "edition_activity",
  "edition_quantity",
  "allocation",
];
const CHANGEABLE = ["programme", "programme_reading"];

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let own: Id;
let other: Id;
let edition: ApprovedEdition;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database);
  own = await slice.createMunicipality("ordynsky");
  other = await slice.createMunicipality("iskitimsky");
  edition = await approve(EXAMPLE_READING);
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function approve(reading: typeof EXAMPLE_READING, carry?: Record<string, Id>): Promise<ApprovedEdition> {
  const run = slice.runAs(own);
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
  return run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, ...(carry && { carry }) }));
}

async function query<Row>(municipality: Id, text: string): Promise<Row[]> {
  return slice.runAs(municipality)(async (ctx) => (await sql.raw<Row>(text).execute(ctx.tx)).rows);
}

test("an edition's plan by source and year is what annex 3 prints", async () => {
  const rows = await query<{ kind: string; year: number; kopecks: bigint }>(
    own,
    `select kind, year, sum(kopecks)::int8 as kopecks from allocation
       join funding_source on funding_source.id = source_id where edition_id = '${edition.id}' group by kind, year`,
  );
  const stored = new Map(rows.map((row) => [`${row.kind} ${row.year}`, row.kopecks]));
  const printed = EXAMPLE_READING.programme.summary.filter((row) => SOURCES.some((source) => source === row.kind));
  expect(printed.length).toBeGreaterThan(0);
  for (const row of printed) {
    for (const year of EXAMPLE_READING.programme.years) {
      expect([row.kind, year, stored.get(`${row.kind} ${year}`) ?? 0n]).toEqual([
        row.kind,
        year,
        row.values[year]?.value ?? 0n,
      ]);
    }
  }
});

test("targets stand in the unit as printed", async () => {
  const rows = await query<{ value: string }>(
    own,
    `select trim_scale(value)::text as value from edition_target join edition_indicator using (edition_id, indicator_id)
       where edition_id = '${edition.id}' and position = 1 order by year`,
  );
  const [first] = EXAMPLE_READING.programme.indicators;
  const printed = EXAMPLE_READING.programme.years.map((year) => Number(first?.targets.values[year]?.value) / 1e6);
  expect(rows.map((row) => Number(row.value))).toEqual(printed);
});

test.each(TABLES)("%s shows nothing of another municipality", async (table) => {
  const [mine] = await query<{ n: number }>(own, `select count(*)::int as n from ${table}`);
  const [theirs] = await query<{ n: number }>(other, `select count(*)::int as n from ${table}`);
  expect(mine?.n).toBeGreaterThan(0);
  expect(theirs?.n).toBe(0);
});

test.each(TABLES)("%s takes no row for another municipality", async (table) => {
  const copy = `insert into ${table} select (jsonb_populate_record(null::${table},
    jsonb_build_object('municipality_id', '${own}'))).*`;
  await expect(query(other, copy)).rejects.toThrow(/row-level security/);
});

test.each(TABLES)("the application may not delete from %s", async (table) => {
  await expect(query(own, `delete from ${table}`)).rejects.toThrow("permission denied");
});

test.each(TABLES.filter((table) => !CHANGEABLE.includes(table)))("nobody can change a row of %s", async (table) => {
  await expect(query(own, `update ${table} set municipality_id = municipality_id`)).rejects.toThrow(
    "permission denied",
  );
  for (const statement of [`update ${table} set municipality_id = municipality_id`, `delete from ${table}`]) {
    const work = inOwnerTransaction(database, (tx) => sql.raw(statement).execute(tx));
    await expect(work).rejects.toThrow("append-only");
  }
});

test("a reading that became an edition cannot be changed either", async () => {
  await expect(query(own, "update programme_reading set content = '{}'")).rejects.toThrow("closed is not changed");
  await expect(query(own, "update programme_reading set file_hash = ''")).rejects.toThrow("permission denied");
});

test("lines of the same name carry their identities into the next edition and the next programme", async () => {
  const identities = (id: Id) =>
    query<{ id: Id }>(
      own,
      `select activity_id as id from edition_activity where edition_id = '${id}' order by position`,
    );
  const first = await identities(edition.id);
  const second = await approve(EXAMPLE_READING);
  const next = await approve(moveYears(EXAMPLE_READING, [2027, 2028]));
  expect(second.number).toBe(2);
  expect(next.slug).toBe("ordynsky-2027-2028");
  expect(await identities(second.id)).toEqual(first);
  expect(await identities(next.id)).toEqual(first);
});

test("the proposal names each line, what it would carry on, and from which edition", async () => {
  const run = slice.runAs(own);
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const proposal = await run((ctx) => slice.door.proposeCarry(ctx, id));
  expect(proposal.from).toMatchObject({ slug: "ordynsky-2024-2026" });
  expect(proposal.lines.every((line) => line.identityId !== null)).toBe(true);
  const carried = proposal.lines.map((line) => line.identityId);
  expect(new Set(carried).size).toBe(carried.length);
  expect(proposal.candidates.map((line) => line.identityId).sort()).toEqual([...carried].sort());
});

test("an empty choice makes every line a new one, and a choice by hand ties a renamed line", async () => {
  const ids = async (id: Id) =>
    (
      await query<{ id: Id }>(
        own,
        `select indicator_id as id from edition_indicator where edition_id = '${id}' order by position`,
      )
    ).map((row) => row.id);
  const before = await ids(edition.id);
  const fresh = await ids((await approve(EXAMPLE_READING, {})).id);
  expect(fresh.filter((id) => before.includes(id))).toEqual([]);
  const tied = await ids((await approve(EXAMPLE_READING, { "indicator:2": before[0] ?? "" })).id);
  expect(tied[1]).toBe(before[0]);
  expect(tied.filter((id) => [...before, ...fresh].includes(id))).toHaveLength(1);
});

test("the identity of another municipality cannot be carried on", async () => {
  const [goal] = await query<{ id: Id }>(own, "select id from goal limit 1");
  const run = slice.runAs(other);
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const work = run((ctx) =>
    slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, carry: { "goal:1": goal?.id ?? "" } }),
  );
  await expect(work).rejects.toMatchObject({ code: "carry-wrong" });
});
