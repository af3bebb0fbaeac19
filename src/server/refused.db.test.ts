import { afterAll, beforeAll, expect, test } from "vitest";
import { type Action, createPerson, readTrail, requirePermission } from "../access/index.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../access/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Database, inOwnerTransaction, type Tx } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { watchRefusals } from "./refused.ts";

let database: Database;
let municipality: Id;
let clerk: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  municipality = await createTestMunicipality(database, "ordynsky");
  const person = { email: "a@example.org", name: "Петрова", password: "0123456789", basis: "приказ" };
  const id = await runAs(database, municipality)((ctx) => createPerson(ctx, { ...person, roles: ["accountant"] }));
  clerk = personWith(id, "accountant");
});
afterAll(() => database.close());

/** What stands in the trail of refused attempts after `deed`, which must reject. */
async function attempt(actor: Actor, method: string, deed: (ctx: Context<Tx>) => Promise<unknown>) {
  const place = await createTestMunicipality(database, `place-${newId()}`);
  const run = runAs(database, place, actor);
  const watched = watchRefusals(run, { method, path: "/import/1" });
  await expect(watched(() => run(deed))).rejects.toThrow();
  const auditor = personWith(newId(), "auditor");
  return (await runAs(database, place, auditor)((ctx) => readTrail(ctx, { outcome: "refused" }, null))).rows;
}

const need = (action: Action) => async (ctx: Context<Tx>) => requirePermission(ctx, action);
const refuse = (code: string) => async () => {
  throw new Refusal(code);
};

test.each(["GET", "POST"])(
  "a person who may not: a %s stands in the trail with the action, the role and the page",
  async (method) => {
    expect(await attempt(clerk, method, need("programme.approve"))).toMatchObject([
      {
        action: "programme.approve",
        refusal: "not-permitted",
        roles: ["accountant"],
        actor: { kind: "person", name: "Петрова" },
        subject: { kind: "page", id: null },
        detail: { method, path: "/import/1" },
      },
    ]);
  },
);

test("what was done before the refusal is rolled back, and the attempt stays", async () => {
  const rows = await attempt(clerk, "POST", async (ctx) => {
    await createPerson(
      { ...ctx, actor: { kind: "system", name: "x" } },
      {
        email: "never@example.org",
        name: "Никто",
        password: "0123456789",
        basis: "приказ",
        roles: [],
      },
    );
    requirePermission(ctx, "programme.approve");
  });
  expect(rows).toHaveLength(1);
  const { rows: people } = await inOwnerTransaction(database, (tx) =>
    tx
      .withTables<{ person: { email: string } }>()
      .selectFrom("person")
      .select("email")
      .execute()
      .then((rows) => ({ rows })),
  );
  expect(people.map(({ email }) => email)).toEqual(["a@example.org"]);
});

test("a stranger's write is an attempt, being sent to sign in is none", async () => {
  expect(await attempt(STRANGER, "POST", need("programme.import"))).toMatchObject([
    { refusal: "not-signed-in", actor: { kind: "stranger" } },
  ]);
  expect(await attempt(STRANGER, "GET", need("programme.import"))).toEqual([]);
});

test.each([
  ["a rule of the records", "version-changed", 1],
  ["a slip in a form", "name-missing", 0],
  ["a page that is not there", "reading-unknown", 0],
  ["too many attempts", "too-many-attempts", 0],
])("%s (%s) leaves %i rows", async (_what, code, count) => {
  expect(await attempt(clerk, "POST", refuse(code))).toHaveLength(count);
});

test("a fault of the program is no attempt", async () => {
  const rows = await attempt(clerk, "POST", async () => {
    throw new Error("broken");
  });
  expect(rows).toEqual([]);
});
