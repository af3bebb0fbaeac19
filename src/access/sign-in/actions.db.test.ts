import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { createTestMunicipality, personWith, runAs, STRANGER, SYSTEM } from "../testing.ts";
import { DAY_MS } from "./actions-frame.ts";
import { ATTEMPTS_ON_ACCOUNT, ATTEMPTS_PER_MINUTE } from "./actions-password.ts";
import { sweepSignIn } from "./store-session.ts";
import { Browser, openSite, type Site } from "./testing.ts";

const PERSON = { email: "Head@Example.org", name: "Иванова", password: "correct horse", basis: "приказ № 1" };
const GOOD = { email: "head@example.org", password: PERSON.password };
const WRONG = { ...GOOD, password: "wrong password" };

let database: Database;
let site: Site;
let municipalityId: Id;
let other: Id;
let personId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database);
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  personId = await runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...PERSON, roles: ["coordinator"] }));
});
afterAll(() => database.close());

const open = () => new Browser(site, municipalityId);

function countTrail(action: string, refusal: string | null): Promise<number> {
  return open().runAs(SYSTEM, async ({ tx }) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int4 as count from audit_entry
      where action = ${action} and refusal is not distinct from ${refusal}`.execute(tx);
    return rows[0]?.count ?? 0;
  });
}

test("a password opens a session whose cookie says who it is and with which roles", async () => {
  expect((await open().signIn(GOOD.email, GOOD.password)).actor).toEqual({
    kind: "person",
    personId,
    name: "Иванова",
    holdings: [{ role: "coordinator", subjectId: null }],
  });
});

test("a role holds in its own municipality only", async () => {
  const browser = open();
  await browser.signIn(GOOD.email, GOOD.password);
  expect((await browser.copy(other).who()).actor).toMatchObject({ personId, holdings: [] });
});

test("the session cookie is out of reach of scripts, of other sites and of plain http", async () => {
  const cookies = await open().door.signIn(GOOD);
  expect(cookies[0]).toMatch(/^__Secure-sosedstvo\.session_token=.*; HttpOnly; Secure; SameSite=Lax/);
  expect(cookies[1]).toMatch(/^__Secure-sosedstvo-device=.*; HttpOnly; Secure; SameSite=Lax/);
});

test("a session planted before signing in stays what it was: the new one has a token of its own", async () => {
  const browser = open();
  await browser.signIn(GOOD.email, GOOD.password);
  const planted = browser.copy();
  await browser.signIn(GOOD.email, GOOD.password);
  const token = (cookie: string) => /session_token=([^;]*)/.exec(cookie)?.[1];
  expect(token(browser.cookie)).not.toBe(token(planted.cookie));
});

test("after signing out the old cookie opens nothing", async () => {
  const browser = open();
  await browser.signIn(GOOD.email, GOOD.password);
  const kept = browser.copy();
  const away = await browser.door.signOut();
  expect(away.join()).toContain("Max-Age=0");
  expect(await kept.who()).toEqual({ actor: STRANGER, gate: null });
});

test.each(["abc.def", "", "%00", "абв"])(
  "the cookie «%s», which we did not sign, belongs to a stranger",
  async (value) => {
    const browser = open();
    browser.keep([`__Secure-sosedstvo.session_token=${encodeURIComponent(value)}`]);
    expect((await browser.who()).actor).toEqual(STRANGER);
  },
);

test.each([
  ["a wrong password", WRONG],
  ["an unknown address", { ...GOOD, email: "nobody@example.org" }],
  ["what is no address", { ...GOOD, email: "head" }],
  ["an empty password", { ...GOOD, password: "" }],
  ["a password of a thousand characters", { ...GOOD, password: "x".repeat(1000) }],
])("%s is refused with the same words, and stands in the trail", async (_what, credentials) => {
  const before = await countTrail("session.open", "wrong-credentials");
  await expect(open().door.signIn(credentials)).rejects.toMatchObject({ name: "Refusal", code: "wrong-credentials" });
  expect(await countTrail("session.open", "wrong-credentials")).toBe(before + 1);
});

test("one address has so many attempts a minute, and other addresses theirs", async () => {
  const browser = open();
  for (let attempt = 1; attempt <= ATTEMPTS_PER_MINUTE; attempt += 1) {
    const unknown = { email: `nobody-${attempt}@example.org`, password: "wrong password" };
    await expect(browser.door.signIn(unknown)).rejects.toMatchObject({ code: "wrong-credentials" });
  }
  await expect(browser.door.signIn(GOOD)).rejects.toMatchObject({ code: "too-many-attempts" });
  expect(await open().door.signIn(GOOD)).not.toEqual([]);
});

test.each([
  ["known", "guessed@example.org"],
  ["unknown", "nobody-at-all@example.org"],
])(
  "an address that is %s takes so many guesses from wherever they come, and the browser it knows is not locked out",
  async (kind, email) => {
    const own = open();
    if (kind === "known") {
      const person = { ...PERSON, email, roles: [] };
      await runAs(database, municipalityId)((ctx) => createPerson(ctx, person));
      await own.signIn(email, PERSON.password);
    }
    const guess = () => open().door.signIn({ email, password: "wrong password" });
    const tried = kind === "known" ? 1 : 0;
    for (let attempt = tried + 1; attempt <= ATTEMPTS_ON_ACCOUNT; attempt += 1) {
      await expect(guess()).rejects.toMatchObject({ code: "wrong-credentials" });
    }
    await expect(guess()).rejects.toMatchObject({ code: "too-many-attempts" });
    if (kind === "known") expect((await own.signIn(email, PERSON.password)).actor).toMatchObject({ kind: "person" });
  },
);

test("of attempts that are counted no address and no e-mail is kept", async () => {
  const { rows } = await sql<{ key: string }>`select key from sign_in_rate`.execute(database.kysely);
  expect(rows.filter(({ key }) => /@|192\.0/.test(key))).toEqual([]);
});

test.each([
  ["email-taken", {}],
  ["email-malformed", { email: "head at example" }],
  ["password-too-short", { email: "b@example.org", password: "short" }],
  ["password-too-long", { email: "b@example.org", password: "x".repeat(129) }],
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
  expect(rows.filter((row) => row.password.includes(PERSON.password))).toEqual([]);
});

test("one sees one's own sign-ins, ends one of them or all others, and never another's", async () => {
  const [here, there, third] = [open(), open(), open()] as const;
  const email = "sessions@example.org";
  await runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...PERSON, email, roles: [] }));
  for (const browser of [here, there, third]) await browser.signIn(email, PERSON.password);
  const list = await here.door.listSignIns();
  expect(list.map(({ device, current }) => [device, current])).toHaveLength(3);
  expect(list.filter(({ current }) => current)).toHaveLength(1);
  expect(list[0]).toMatchObject({ device: "Firefox, Linux", openedBy: "password", secondFactor: false });
  const stranger = open();
  await stranger.signIn(GOOD.email, GOOD.password);
  await stranger.door.endSignIns({ id: list[1]?.id ?? "" });
  expect(await here.door.listSignIns()).toHaveLength(3);
  const theirs = (await there.door.listSignIns()).find(({ current }) => current);
  await here.door.endSignIns({ id: theirs?.id ?? "" });
  expect((await there.who()).actor).toEqual(STRANGER);
  await here.door.endSignIns("others");
  expect((await third.who()).actor).toEqual(STRANGER);
  expect((await here.who()).actor).toMatchObject({ kind: "person" });
  await here.door.endSignIns({ id: "no id at all" });
});

test("a browser that the person has not used before is told of by letter, once", async () => {
  const email = "device@example.org";
  await runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...PERSON, email, roles: [] }));
  const browser = open();
  const letters = () => site.letters.list.filter(({ to, template }) => to === email && template === "new-device");
  await browser.signIn(email, PERSON.password);
  await browser.signIn(email, PERSON.password);
  expect(letters()).toHaveLength(1);
  expect(letters()[0]?.values).toMatchObject({
    device: "Firefox, Linux",
    link: "https://example.org/settings/sign-ins",
  });
  await open().signIn(email, PERSON.password);
  expect(letters()).toHaveLength(2);
});

test("forty requests with a session at once do not wait for one another's connections", async () => {
  const browser = open();
  await browser.signIn(GOOD.email, GOOD.password);
  const visitors = await Promise.all(Array.from({ length: 40 }, () => browser.who()));
  expect(visitors.filter(({ actor }) => actor.kind === "person")).toHaveLength(40);
  const lists = await Promise.all(Array.from({ length: 40 }, () => browser.door.listSignIns()));
  expect(lists).toHaveLength(40);
});

test("sweeping takes what is out of date and leaves what is in use", async () => {
  const browser = open();
  await browser.signIn(GOOD.email, GOOD.password);
  const old = new Date(Date.now() - 500 * DAY_MS);
  await database.pool.query("insert into sign_in_device select id, sha256('old'), $1, $1 from person limit 1", [old]);
  await database.pool.query("insert into sign_in_rate values ($1, 'old', 1, $2)", [personId, old.getTime()]);
  expect(await inOwnerTransaction(database, (tx) => sweepSignIn(tx, new Date()))).toBe(2);
  expect((await browser.who()).actor).toMatchObject({ kind: "person" });
  const inAMonth = new Date(Date.now() + 30 * DAY_MS);
  expect(await inOwnerTransaction(database, (tx) => sweepSignIn(tx, inAMonth))).toBeGreaterThan(0);
  expect((await browser.who()).actor).toEqual(STRANGER);
});
