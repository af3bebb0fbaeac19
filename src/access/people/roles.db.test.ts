import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { Role } from "../roles.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { createPerson } from "./actions.ts";
import { endRole, giveRole, listPeople, requireSecondFactor } from "./actions-roles.ts";
import { listHoldings } from "./store.ts";

const TODAY = "2026-03-25";
const BASIS = "распоряжение № 3";

let database: Database;
let municipalityId: Id;
let other: Id;
let administrator: Actor;
let administratorId: Id;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  administratorId = await add("administrator");
  administrator = personWith(administratorId, "administrator");
});
afterAll(() => database.close());

function add(...roles: Role[]): Promise<Id> {
  people += 1;
  const person = {
    email: `p${people}@example.org`,
    name: `Человек ${people}`,
    password: "correct horse",
    basis: "приказ",
  };
  return runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...person, roles }));
}

const as = (actor: Actor, where = municipalityId) => runAs(database, where, actor);
const give = (personId: Id, role: string, on = TODAY, basis = BASIS) =>
  as(administrator)((ctx) => giveRole(ctx, { personId, role, subjectId: null, on, basis }));
const end = (id: Id, on = TODAY, basis = BASIS) => as(administrator)((ctx) => endRole(ctx, { id, on, basis }));
const find = async (personId: Id) => {
  const person = (await as(administrator)(listPeople)).find(({ id }) => id === personId);
  if (!person) throw new Error("the person is listed");
  return person;
};

test("a role is given and ended with date and basis, and both stay in sight", async () => {
  const personId = await add("resident");
  await give(personId, "auditor", "2026-03-01");
  const { holdings } = await find(personId);
  expect(holdings.map(({ role, givenOn }) => [role, givenOn])).toEqual([
    ["auditor", "2026-03-01"],
    ["resident", TODAY],
  ]);
  await end(holdings[0]?.id ?? "", "2026-03-20", "приказ № 4");
  const after = await find(personId);
  expect(after.holdings.map(({ role }) => role)).toEqual(["resident"]);
  expect(after.ended).toMatchObject([{ role: "auditor", endedOn: "2026-03-20", endedBasis: "приказ № 4" }]);
  const held = await as(administrator)((ctx) => listHoldings(ctx.tx, personId));
  expect(held.map(({ role }) => role)).toEqual(["resident"]);
});

test.each([
  ["role-held", "resident", TODAY, BASIS],
  ["roles-missing", "owner", TODAY, BASIS],
  ["role-date-wrong", "auditor", "2026-03-26", BASIS],
  ["role-date-wrong", "auditor", "25.03.2026", BASIS],
  ["role-basis-missing", "auditor", TODAY, " "],
])("giving is refused: %s", async (code, role, on, basis) => {
  const personId = await add("resident");
  await expect(give(personId, role, on, basis)).rejects.toMatchObject({ code });
});

test("a role can be given to nobody from elsewhere", async () => {
  const personId = await add("resident");
  const elsewhere = (ctx: Parameters<typeof giveRole>[0]) =>
    giveRole(ctx, { personId, role: "auditor", subjectId: null, on: TODAY, basis: BASIS });
  await expect(as(administrator, other)(elsewhere)).rejects.toMatchObject({ code: "no-such-person" });
});

test.each([
  ["role-date-wrong", "2026-03-26", BASIS],
  ["role-date-wrong", "2026-03-24", BASIS],
  ["role-basis-missing", TODAY, ""],
])("ending is refused: %s", async (code, on, basis) => {
  const { holdings } = await find(await add("resident"));
  await expect(end(holdings[0]?.id ?? "", on, basis)).rejects.toMatchObject({ code });
});

test("what has ended is not ended again, nor from another municipality", async () => {
  const { holdings } = await find(await add("resident"));
  const id = holdings[0]?.id ?? "";
  const elsewhere = as(administrator, other)((ctx) => endRole(ctx, { id, on: TODAY, basis: BASIS }));
  await expect(elsewhere).rejects.toMatchObject({ code: "role-not-held" });
  await end(id);
  await expect(end(id)).rejects.toMatchObject({ code: "role-not-held" });
});

test("the last administrator stays, even where two are ended at once", async () => {
  const second = await add("administrator");
  const [first, next] = [
    (await find(administratorId)).holdings[0]?.id ?? "",
    (await find(second)).holdings[0]?.id ?? "",
  ];
  const answers = await Promise.allSettled([end(first), end(next)]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "last-administrator" } });
});

test.each([
  ["a stranger", STRANGER, "not-signed-in"],
  ["a coordinator", personWith("01890000-0000-7000-8000-000000000000", "coordinator"), "not-permitted"],
])("%s may neither list people nor give, end or require anything", async (_who, actor, code) => {
  const deeds = [
    (ctx: Parameters<typeof giveRole>[0]) => listPeople(ctx),
    (ctx: Parameters<typeof giveRole>[0]) =>
      giveRole(ctx, { personId: administratorId, role: "auditor", subjectId: null, on: TODAY, basis: BASIS }),
    (ctx: Parameters<typeof giveRole>[0]) => endRole(ctx, { id: administratorId, on: TODAY, basis: BASIS }),
    (ctx: Parameters<typeof giveRole>[0]) => requireSecondFactor(ctx, true),
  ];
  for (const deed of deeds) await expect(as(actor)<unknown>(deed)).rejects.toMatchObject({ code });
});

test("people of another municipality are not listed", async () => {
  expect(await as(administrator, other)(listPeople)).toEqual([]);
});
