import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { chairTerm, openTestRegister } from "../testing.ts";
import { recountAssociations } from "./store-recount.ts";

const TODAY = "2026-03-25";
let database: Database;
let register: Awaited<ReturnType<typeof openTestRegister>>;
let id: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  register = await openTestRegister(database, "recount");
  id = await register.enter("ТОС «Ёлочка»");
  await register.enter("ТОС «Рябинка»");
  await register.saveOf(id, { section: "population", typed: { people: "120", peopleDate: "2025-01-01" } });
  await register.saveOf(id, { section: "chair", typed: chairTerm("Иванова А. А.", "2022-03-01", "2025-03-01") });
});
afterAll(() => database.close());

const recount = (on = TODAY) =>
  inTenant(database, register.municipalityId, (tx) => recountAssociations(tx, register.municipalityId, on));
const change = (set: ReturnType<typeof sql>) =>
  inOwnerTransaction(database, (tx) => sql`update association set ${set} where id = ${id}`.execute(tx));

test("what is shown of every association is what its entries say", async () => {
  expect(await recount()).toEqual({ associations: 2, entries: 8, faults: [] });
});

test("what somebody changed past the entries is named, field by field", async () => {
  await change(sql`particulars = particulars || '{"people": 999}', state = 'suspended'`);
  expect((await recount()).faults).toEqual([{ check: "particulars-differ", what: "№ 1: state, people" }]);
  await change(sql`particulars = particulars || '{"people": 120}', state = 'active', search = 'чужое'`);
  expect((await recount()).faults).toEqual([{ check: "search-differs", what: "№ 1" }]);
  await change(sql`search = 'тос «елочка»'`);
  expect((await recount()).faults).toEqual([]);
});

test("an association whose entries all begin later says so instead of failing", async () => {
  expect((await recount("2020-01-01")).faults).toEqual([
    { check: "association-without-entries", what: "№ 1" },
    { check: "association-without-entries", what: "№ 2" },
  ]);
});
