import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { type Access, createAccess } from "./actions.ts";
import { ADDRESS_HEADER, ATTEMPTS_PER_MINUTE } from "./actions-auth.ts";

const PERSON = { email: "Head@Example.org", name: "Иванова", password: "correct horse", basis: "приказ № 1" };
const GOOD = { email: "head@example.org", password: PERSON.password };

let database: Database;
let access: Access;
let municipalityId: Id;
let other: Id;
let personId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  access = createAccess({ kysely: database.kysely, secret: "s".repeat(43), publicUrl: "https://example.org" });
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  personId = await runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...PERSON, roles: ["coordinator"] }));
});
afterAll(() => database.close());

function from(address: string, cookies: readonly string[] = []): Headers {
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  return new Headers({ [ADDRESS_HEADER]: address, ...(cookie && { cookie }) });
}

const who = (headers: Headers, where = municipalityId) => inTenant(database, where, (tx) => access.whoIs(headers, tx));

test("a password opens a session whose cookie says who it is and with which roles", async () => {
  const cookies = await access.signIn(GOOD, from("192.0.2.1"));
  expect(await who(from("192.0.2.1", cookies))).toEqual({
    kind: "person",
    personId,
    name: "Иванова",
    holdings: [{ role: "coordinator", subjectId: null }],
  });
});

test("a role holds in its own municipality only", async () => {
  const cookies = await access.signIn(GOOD, from("192.0.2.2"));
  expect(await who(from("192.0.2.2", cookies), other)).toMatchObject({ personId, holdings: [] });
});

test("the session cookie is out of reach of scripts, of other sites and of plain http", async () => {
  const [cookie] = await access.signIn(GOOD, from("192.0.2.3"));
  expect(cookie).toMatch(/^__Secure-sosedstvo\.session_token=.*; HttpOnly; Secure; SameSite=Lax/);
});

test("signing in ignores a session that came with the request", async () => {
  const planted = await access.signIn(GOOD, from("192.0.2.4"));
  const fresh = await access.signIn(GOOD, from("192.0.2.4", planted));
  expect(fresh[0]?.split(";")[0]).not.toBe(planted[0]?.split(";")[0]);
});

test("after signing out the old cookie opens nothing", async () => {
  const cookies = await access.signIn(GOOD, from("192.0.2.5"));
  const away = await access.signOut(from("192.0.2.5", cookies));
  expect(away.join()).toContain("Max-Age=0");
  expect(await who(from("192.0.2.5", cookies))).toEqual({ kind: "stranger" });
});

test("a cookie that we did not sign belongs to a stranger", async () => {
  const forged = ["__Secure-sosedstvo.session_token=abc.def"];
  expect(await who(from("192.0.2.6", forged))).toEqual({ kind: "stranger" });
});

test.each([
  ["a wrong password", { ...GOOD, password: "wrong password" }],
  ["an unknown address", { ...GOOD, email: "nobody@example.org" }],
  ["what is no address", { ...GOOD, email: "head" }],
  ["a password of a thousand characters", { ...GOOD, password: "x".repeat(1000) }],
])("%s is refused with the same words", async (_what, credentials) => {
  await expect(access.signIn(credentials, from("192.0.2.7"))).rejects.toMatchObject({
    name: "Refusal",
    code: "wrong-credentials",
  });
});

test("one address has so many attempts a minute, and other addresses theirs", async () => {
  const wrong = { ...GOOD, password: "wrong password" };
  for (let attempt = 1; attempt <= ATTEMPTS_PER_MINUTE; attempt += 1) {
    await expect(access.signIn(wrong, from("192.0.2.8"))).rejects.toMatchObject({ code: "wrong-credentials" });
  }
  await expect(access.signIn(GOOD, from("192.0.2.8"))).rejects.toMatchObject({ code: "too-many-attempts" });
  expect(await access.signIn(GOOD, from("192.0.2.9"))).not.toEqual([]);
});

test.each([
  ["email-taken", {}],
  ["email-malformed", { email: "head at example" }],
  ["password-too-short", { email: "b@example.org", password: "short" }],
  ["name-missing", { email: "b@example.org", name: " " }],
])("a person is refused: %s", async (code, change) => {
  const person = { ...PERSON, roles: [], ...change };
  await expect(runAs(database, municipalityId)((ctx) => createPerson(ctx, person))).rejects.toMatchObject({ code });
});

test.each([
  ["a stranger", STRANGER, "not-signed-in"],
  ["a coordinator", personWith("01890000-0000-7000-8000-000000000000", "coordinator"), "not-permitted"],
])("%s may not create people", async (_who, actor, code) => {
  const person = { ...PERSON, email: "c@example.org", roles: [] };
  await expect(runAs(database, municipalityId, actor)((ctx) => createPerson(ctx, person))).rejects.toMatchObject({
    code,
  });
});

test("no session is stored with a readable password", async () => {
  const { rows } = await sql<{ password: string }>`select password from sign_in_account`.execute(database.kysely);
  expect(rows.map((row) => row.password.includes(PERSON.password))).toEqual([false]);
});
