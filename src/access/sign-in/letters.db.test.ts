import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { HOUR_MS, MINUTE_MS } from "./actions-frame.ts";
import { Browser, openSite, type Site } from "./testing.ts";

const PASSWORD = "correct horse";
const NEXT = "battery staple";
const CREATOR = personWith("01890000-0000-7000-8000-000000000000", "administrator");

let database: Database;
let site: Site;
let municipalityId: Id;
let other: Id;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database);
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
});
afterAll(() => database.close());

const open = (where = municipalityId) => new Browser(site, where);
const after = (browser: Browser, milliseconds: number) => {
  browser.now = new Date(Date.now() + milliseconds);
  return browser;
};

async function addPerson(confirmed = true): Promise<string> {
  people += 1;
  const email = `person-${people}@example.org`;
  const person = { email, name: "Петров", password: PASSWORD, roles: ["coordinator" as const], basis: "приказ" };
  const creator = await runAs(
    database,
    municipalityId,
  )((ctx) => createPerson(ctx, { ...person, email: `creator-${people}@example.org` }));
  const actor = confirmed ? undefined : { ...CREATOR, personId: creator };
  await runAs(database, municipalityId, actor)((ctx) => createPerson(ctx, person));
  return email;
}

async function reset(email: string): Promise<string> {
  await open().door.askReset(email);
  return site.linkTo(email, "reset-password");
}

test("a forgotten password is set anew by the link of a letter, and every session of before ends", async () => {
  const email = await addPerson();
  const old = open();
  await old.signIn(email, PASSWORD);
  const secret = await reset(email);
  expect(await open().door.hasResetLink(secret)).toBe(true);
  await open().door.resetPassword({ secret, password: NEXT });
  expect((await old.who()).actor).toEqual(STRANGER);
  await expect(open().door.signIn({ email, password: PASSWORD })).rejects.toMatchObject({ code: "wrong-credentials" });
  expect((await open().signIn(email, NEXT)).actor).toMatchObject({ kind: "person" });
});

test.each<[string, (secret: string, email: string) => Promise<unknown>]>([
  ["twice", (secret) => open().door.resetPassword({ secret, password: NEXT })],
  ["in another municipality", async () => undefined],
  ["after its time", async () => undefined],
  ["after a newer one was sent", (_secret, email) => reset(email)],
])("a reset link used %s opens nothing", async (how, before) => {
  const email = await addPerson();
  const secret = await reset(email);
  await before(secret, email);
  const browser = open(how === "in another municipality" ? other : municipalityId);
  if (how === "after its time") after(browser, 2 * HOUR_MS + MINUTE_MS);
  expect(await browser.door.hasResetLink(secret)).toBe(false);
  await expect(browser.door.resetPassword({ secret, password: "a third password" })).rejects.toMatchObject({
    code: "link-void",
  });
});

test("a reset link sent by one municipality is void once the password was changed in another", async () => {
  const email = await addPerson();
  await open(other).door.askReset(email);
  const secret = site.linkTo(email, "reset-password");
  const browser = open();
  await browser.signIn(email, PASSWORD);
  await after(browser, MINUTE_MS).door.changePassword({ current: PASSWORD, next: NEXT });
  await expect(
    after(open(other), 2 * MINUTE_MS).door.resetPassword({ secret, password: "a third one" }),
  ).rejects.toMatchObject({
    code: "link-void",
  });
});

test("a reset refused for a short password does not use the link up", async () => {
  const email = await addPerson();
  const secret = await reset(email);
  await expect(open().door.resetPassword({ secret, password: "short" })).rejects.toMatchObject({
    code: "password-too-short",
  });
  await open().door.resetPassword({ secret, password: NEXT });
});

test("whether an address is known cannot be told from asking for a reset", async () => {
  const known = await addPerson();
  const letters = site.letters.list.length;
  expect(await open().door.askReset(known)).toBe(await open().door.askReset("nobody@example.org"));
  expect(site.letters.list).toHaveLength(letters + 1);
  const rows = await database.pool.query(
    "select count(*)::int4 as n from sign_in_token where purpose = 'reset-password' and person_id is null",
  );
  expect(rows.rows[0].n).toBeGreaterThan(0);
});

test("so many letters may be asked for one address, from wherever", async () => {
  const email = await addPerson();
  for (let time = 0; time < 3; time += 1) await open().door.askReset(email);
  await expect(open().door.askReset(email)).rejects.toMatchObject({ code: "too-many-attempts" });
});

test("no link of a letter can be read from the database", async () => {
  const secret = await reset(await addPerson());
  const { rows } = await database.pool.query(
    "select encode(hash, 'escape') as hash, t::text as row from sign_in_token t",
  );
  expect(rows.filter(({ hash, row }) => `${hash}${row}`.includes(secret))).toEqual([]);
});

test("links stand under the configured address, whatever host a request names", async () => {
  const email = await addPerson();
  const browser = open();
  const headers = new Headers(browser.headers);
  for (const name of ["host", "x-forwarded-host", "origin", "forwarded"]) headers.set(name, "evil.example");
  await site.access.open({ headers, run: (work) => browser.runAs(STRANGER, work) }).askReset(email);
  const link = site.letters.list.findLast(({ to }) => to === email)?.values.link;
  expect(link).toMatch(/^https:\/\/example\.org\/new-password\/[\w-]{43}$/);
});

test("an address that is not confirmed opens nothing, and only who knows the password is told so", async () => {
  const email = await addPerson(false);
  await expect(open().door.signIn({ email, password: "wrong password" })).rejects.toMatchObject({
    code: "wrong-credentials",
  });
  await expect(open().door.signIn({ email, password: PASSWORD })).rejects.toMatchObject({
    code: "email-not-confirmed",
  });
  await open().door.askConfirmation(email);
  const secret = site.linkTo(email, "confirm-email");
  expect(await open().door.hasEmailLink(secret)).toBe(true);
  await expect(open(other).door.confirmEmail(secret)).rejects.toMatchObject({ code: "link-void" });
  await open().door.confirmEmail(secret);
  await expect(open().door.confirmEmail(secret)).rejects.toMatchObject({ code: "link-void" });
  expect((await open().signIn(email, PASSWORD)).actor).toMatchObject({ kind: "person" });
});

test("a password cannot be set anew through an address that nobody confirmed", async () => {
  const email = await addPerson(false);
  await open().door.askReset(email);
  expect(site.letters.list.filter(({ to }) => to === email)).toEqual([]);
});

test("confirming is not asked for where no letters can be sent", async () => {
  const mute = { ...site.letters, sends: false };
  const silent = openSite(database, { letters: mute });
  const email = await addPerson(false);
  expect((await new Browser(silent, municipalityId).signIn(email, PASSWORD)).actor).toMatchObject({ kind: "person" });
});

test("an address confirmed already gets no letter, and nobody is told", async () => {
  const email = await addPerson();
  await open().door.askConfirmation(email);
  expect(site.letters.list.filter(({ to }) => to === email)).toEqual([]);
});

test("changing the password takes the present one, ends other sessions and renews this one", async () => {
  const email = await addPerson();
  const [here, there] = [open(), open()] as const;
  await here.signIn(email, PASSWORD);
  await there.signIn(email, PASSWORD);
  await expect(here.door.changePassword({ current: "wrong password", next: NEXT })).rejects.toMatchObject({
    code: "own-password-wrong",
  });
  const stolen = here.copy();
  here.keep(await here.door.changePassword({ current: PASSWORD, next: NEXT }));
  expect((await here.who()).actor).toMatchObject({ kind: "person" });
  expect((await stolen.who()).actor).toEqual(STRANGER);
  expect((await there.who()).actor).toEqual(STRANGER);
});

test("a new address holds from when its link is followed; the old one is told", async () => {
  const email = await addPerson();
  const browser = open();
  await browser.signIn(email, PASSWORD);
  await browser.door.askEmailChange({ email: " New.Address@Example.org ", password: PASSWORD });
  expect((await open().signIn(email, PASSWORD)).actor).toMatchObject({ kind: "person" });
  const secret = site.linkTo("new.address@example.org", "confirm-email");
  await open().door.confirmEmail(secret);
  await expect(open().door.confirmEmail(secret)).rejects.toMatchObject({ code: "link-void" });
  const told = site.letters.list.findLast(({ template }) => template === "email-changed");
  expect(told).toMatchObject({ to: email, values: { email: "n…@example.org" } });
  expect((await open().signIn("new.address@example.org", PASSWORD)).actor).toMatchObject({ kind: "person" });
  await expect(open().door.signIn({ email, password: PASSWORD })).rejects.toMatchObject({ code: "wrong-credentials" });
});

test("an address that somebody has is asked for without a word, and no letter goes to its owner", async () => {
  const [email, taken] = [await addPerson(), await addPerson()];
  const browser = open();
  await browser.signIn(email, PASSWORD);
  await browser.door.askEmailChange({ email: taken, password: PASSWORD });
  expect(site.letters.list.filter(({ to }) => to === taken)).toEqual([]);
});

test("who has no session or not the password changes nothing", async () => {
  const email = await addPerson();
  const browser = open();
  await expect(browser.door.askEmailChange({ email: "x@example.org", password: PASSWORD })).rejects.toMatchObject({
    code: "not-signed-in",
  });
  await browser.signIn(email, PASSWORD);
  await expect(browser.door.askEmailChange({ email: "x@example.org", password: "wrong" })).rejects.toMatchObject({
    code: "own-password-wrong",
  });
});

test("the trail of all this holds no address and no name that can be read", async () => {
  const { rows } = await database.pool.query("select string_agg(a::text, ' ') as text from audit_entry a");
  expect(rows[0].text).not.toMatch(/@example|Петров/);
});
