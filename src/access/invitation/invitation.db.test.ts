import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { DAY_MS } from "../sign-in/actions-frame.ts";
import { Browser, openSite, type Site } from "../sign-in/testing.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import type { InvitationOffer } from "./actions.ts";
import { listInvitations, withdrawInvitation } from "./actions.ts";

const PASSWORD = "correct horse";
const OFFER = { roles: ["juror", "chair"], subjectId: null, basis: "постановление № 7", language: "ru" as const };

let database: Database;
let site: Site;
let municipalityId: Id;
let other: Id;
let administrator: Actor;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database);
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  const person = { email: "admin@example.org", name: "Админ", password: PASSWORD, basis: "приказ" };
  const id = await runAs(database, municipalityId)((ctx) => createPerson(ctx, { ...person, roles: ["administrator"] }));
  administrator = personWith(id, "administrator");
});
afterAll(() => database.close());

const open = (where = municipalityId) => new Browser(site, where);
const nextEmail = () => `invited-${++people}@example.org`;

/** As the administrator, whatever the browser. */
function doorOf(actor: Actor, where = site) {
  const browser = open();
  return where.access.open({ headers: browser.headers, run: (work) => browser.runAs(actor, work) });
}

async function invite(email: string, change: Partial<InvitationOffer> = {}): Promise<string> {
  await doorOf(administrator).invite({ ...OFFER, email, ...change });
  return site.linkTo(email.trim().toLowerCase(), "invitation");
}

const list = () => open().runAs(administrator, listInvitations);

test("who follows the letter gives name and password, and holds the roles from then on", async () => {
  const email = nextEmail();
  const secret = await invite(` ${email.toUpperCase()} `);
  const letter = site.letters.list.findLast(({ to }) => to === email);
  expect(letter).toMatchObject({ personId: null, values: { municipality: "Район ordynsky", days: "7" } });
  expect(letter?.values.link).toMatch(/^https:\/\/example\.org\/invitation\/[\w-]{43}$/);
  const browser = open();
  expect(await browser.door.readInvitation(secret)).toMatchObject({
    email,
    roles: ["juror", "chair"].map((role) => ({ role, subject: null })),
  });
  browser.keep(await browser.door.acceptInvitation({ secret, name: " Сидорова ", password: PASSWORD }));
  const holdings = ["chair", "juror"].map((role) => ({ role, subjectId: null }));
  expect(await browser.who()).toMatchObject({ actor: { name: "Сидорова" }, gate: null });
  expect(await open().signIn(email, PASSWORD)).toMatchObject({ actor: { holdings: expect.arrayContaining(holdings) } });
  expect((await list()).filter((one) => one.email === email)).toEqual([]);
});

test.each([
  "twice",
  "in another municipality",
  "after seven days",
  "after it was withdrawn",
  "after it was sent again",
])("an invitation's link used %s opens nothing", async (how) => {
  const email = nextEmail();
  const secret = await invite(email);
  const browser = open(how === "in another municipality" ? other : municipalityId);
  const id = (await list()).find((one) => one.email === email)?.id ?? "";
  if (how === "twice") await open().door.acceptInvitation({ secret, name: "А", password: PASSWORD });
  if (how === "after seven days") browser.now = new Date(Date.now() + 7 * DAY_MS + 1000);
  if (how === "after it was withdrawn") await open().runAs(administrator, (ctx) => withdrawInvitation(ctx, id));
  if (how === "after it was sent again") await doorOf(administrator).inviteAgain({ id, by: "letter" });
  expect(await browser.door.readInvitation(secret)).toBeNull();
  await expect(browser.door.acceptInvitation({ secret, name: "Б", password: PASSWORD })).rejects.toMatchObject({
    code: "link-void",
  });
});

test("of two who accept at once one gets the account", async () => {
  const secret = await invite(nextEmail());
  const accept = (name: string) => open().door.acceptInvitation({ secret, name, password: PASSWORD });
  const answers = await Promise.allSettled([accept("А"), accept("Б")]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a link never sets the password of an account that is there: its owner signs in and accepts", async () => {
  const email = nextEmail();
  const person = { email, name: "Есть", password: PASSWORD, basis: "приказ", roles: [] };
  await runAs(database, other)((ctx) => createPerson(ctx, person));
  const secret = await invite(email);
  await expect(open().door.acceptInvitation({ secret, name: "Вор", password: "another one" })).rejects.toMatchObject({
    code: "invitation-needs-sign-in",
  });
  await expect(open().door.acceptAsSelf(secret)).rejects.toMatchObject({ code: "not-signed-in" });
  const thief = open();
  await thief.signIn("admin@example.org", PASSWORD);
  await expect(thief.door.acceptAsSelf(secret)).rejects.toMatchObject({ code: "invitation-for-another" });
  const owner = open();
  await owner.signIn(email, PASSWORD);
  await owner.door.acceptAsSelf(secret);
  expect(await owner.who()).toMatchObject({
    actor: { name: "Есть", holdings: [{ role: "chair" }, { role: "juror" }] },
  });
});

test("inviting an address that is somebody's looks the same as inviting one that is nobody's", async () => {
  const [known, unknown] = [nextEmail(), nextEmail()];
  const person = { email: known, name: "Есть", password: PASSWORD, basis: "приказ", roles: [] };
  await runAs(database, other)((ctx) => createPerson(ctx, person));
  for (const email of [known, unknown]) await invite(email);
  const [a, b] = [known, unknown].map((email) => site.letters.list.findLast(({ to }) => to === email));
  expect({ ...a, to: "", values: { ...a?.values, link: "" } }).toEqual({
    ...b,
    to: "",
    values: { ...b?.values, link: "" },
  });
});

test("without mail the link is handed over, and proves no address", async () => {
  const silent = openSite(database, { letters: { ...site.letters, sends: false } });
  const email = nextEmail();
  const link = await doorOf(administrator, silent).invite({ ...OFFER, email });
  expect(link).toMatch(/^https:\/\/example\.org\/invitation\//);
  const secret = link?.split("/").at(-1) ?? "";
  await open().door.acceptInvitation({ secret, name: "А", password: PASSWORD });
  await expect(open().door.signIn({ email, password: PASSWORD })).rejects.toMatchObject({
    code: "email-not-confirmed",
  });
});

test("where there is mail a link can still be handed over, and the letter's is void", async () => {
  const email = nextEmail();
  const sent = await invite(email);
  const id = (await list()).find((one) => one.email === email)?.id ?? "";
  const link = await doorOf(administrator).inviteAgain({ id, by: "hand" });
  expect(await open().door.readInvitation(sent)).toBeNull();
  expect(await open().door.readInvitation(link?.split("/").at(-1) ?? "")).toMatchObject({ email });
});

test.each<[string, Partial<InvitationOffer>]>([
  ["roles-missing", { roles: [] }],
  ["roles-missing", { roles: ["owner", "__proto__"] }],
  ["role-basis-missing", { basis: "  " }],
  ["email-malformed", { email: "head at example" }],
  ["invitation-open", { email: "twice@example.org" }],
])("an invitation is refused: %s", async (code, change) => {
  const email = change.email ?? nextEmail();
  if (code === "invitation-open") await invite(email);
  await expect(doorOf(administrator).invite({ ...OFFER, email, ...change })).rejects.toMatchObject({ code });
});

test.each([
  ["a stranger", STRANGER, "not-signed-in"],
  ["a coordinator", personWith("01890000-0000-7000-8000-000000000000", "coordinator"), "not-permitted"],
  ["an auditor", personWith("01890000-0000-7000-8000-000000000000", "auditor"), "not-permitted"],
])("%s may not invite, send again or withdraw", async (_who, actor, code) => {
  const email = nextEmail();
  await invite(email);
  const id = (await list()).find((one) => one.email === email)?.id ?? "";
  await expect(doorOf(actor).invite({ ...OFFER, email: nextEmail() })).rejects.toMatchObject({ code });
  await expect(doorOf(actor).inviteAgain({ id, by: "hand" })).rejects.toMatchObject({ code });
  await expect(open().runAs(actor, (ctx) => withdrawInvitation(ctx, id))).rejects.toMatchObject({ code });
});

test("another municipality sees no invitation of this one and can change none", async () => {
  await invite(nextEmail());
  const id = (await list())[0]?.id ?? "";
  expect(await open(other).runAs(administrator, listInvitations)).toEqual([]);
  await expect(open(other).runAs(administrator, (ctx) => withdrawInvitation(ctx, id))).rejects.toMatchObject({
    code: "invitation-closed",
  });
});

test("neither the trail nor the table gives away a link or, in the trail, an address", async () => {
  const email = nextEmail();
  const secret = await invite(email);
  await open().door.acceptInvitation({ secret, name: "Неизвестная", password: PASSWORD });
  const { rows } = await database.pool.query(
    "select (select string_agg(a::text, ' ') from audit_entry a) as trail, (select string_agg(i::text, ' ') from invitation i) as invitations",
  );
  expect(rows[0].trail).not.toMatch(/@example|Неизвестная/);
  expect(rows[0].invitations).not.toContain(secret);
});
