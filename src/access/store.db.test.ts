import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Id, newId } from "../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { createPerson } from "./people/actions.ts";
import { createMunicipality, listMunicipalities, loadMunicipality, raiseRevision } from "./tenant/store.ts";
import { createTestMunicipality, runAs } from "./testing.ts";
import { writeAudit } from "./trail/store.ts";

let database: Database;
let own: Id;
let other: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  own = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  const person = { email: "a@example.org", name: "А", password: "0123456789", basis: "приказ" };
  await runAs(database, other)((ctx) => createPerson(ctx, { ...person, roles: ["auditor"] }));
});
afterAll(() => database.close());

test.each(["role_holding", "audit_entry"])("%s shows no rows of another municipality", async (table) => {
  const count = (municipality: Id) =>
    runAs(
      database,
      municipality,
    )(async (ctx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(ctx.tx);
      return rows[0]?.n;
    });
  expect(await count(other)).toBe(1);
  expect(await count(own)).toBe(0);
});

test("a row cannot be written for another municipality", async () => {
  const entry = { action: "x", subject: { kind: "x", id: newId() } };
  const write = runAs(database, own)((ctx) => writeAudit({ ...ctx, municipalityId: other }, entry));
  await expect(write).rejects.toThrow("row-level security");
});

test.each(["update", "delete", "truncate"])("the owner itself cannot %s an audit row", async (verb) => {
  const statements: Record<string, string> = {
    update: "update audit_entry set action = 'nothing'",
    delete: "delete from audit_entry",
    truncate: "truncate audit_entry cascade",
  };
  const work = inOwnerTransaction(database, (tx) => sql.raw(statements[verb] ?? "").execute(tx));
  await expect(work).rejects.toThrow("append-only");
});

test("the application may not even try to change an audit row", async () => {
  const work = runAs(database, other)((ctx) => sql`update audit_entry set action = 'x'`.execute(ctx.tx));
  await expect(work).rejects.toThrow("permission denied");
});

test("a public change raises the revision of its own municipality only", async () => {
  const revisions = () => runAs(database, own)(async (ctx) => listMunicipalities(ctx.tx));
  const before = await revisions();
  await runAs(database, own)(raiseRevision);
  const after = await revisions();
  expect(after.map((one, index) => one.revision - (before[index]?.revision ?? 0))).toEqual([1, 0]);
});

test("the context finds its own municipality", async () => {
  expect(await runAs(database, other)(loadMunicipality)).toMatchObject({ id: other, slug: "iskitimsky" });
});

test("a municipality of a known slug is not made twice", async () => {
  expect(await createTestMunicipality(database, "ordynsky")).toBe(own);
});

test("a request of a municipality cannot make a municipality", async () => {
  const work = runAs(
    database,
    own,
  )(async (ctx) => {
    const first = await loadMunicipality(ctx);
    return createMunicipality(ctx.tx, { ...first, slug: "third" });
  });
  await expect(work).rejects.toThrow("permission denied");
});
