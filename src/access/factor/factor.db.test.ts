import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { requireSecondFactor } from "../people/actions-roles.ts";
import type { Role } from "../roles.ts";
import { openAgain } from "../sign-in/actions-rescue.ts";
import { Browser, openSite, type Site } from "../sign-in/testing.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { stepOf, totpAt } from "./actions-totp.ts";

const PASSWORD = "correct horse";

let database: Database;
let site: Site;
let free: Id;
let strict: Id;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database);
  free = await createTestMunicipality(database, "free");
  strict = await createTestMunicipality(database, "strict");
  await runAs(database, strict)((ctx) => requireSecondFactor(ctx, true));
});
afterAll(() => database.close());

function addPerson(...roles: Role[]): Promise<string> {
  return add(free, roles);
}

async function add(where: Id, roles: Role[]): Promise<string> {
  people += 1;
  const email = `person-${people}@example.org`;
  const person = { email, name: "Петров", password: PASSWORD, basis: "приказ", roles };
  await runAs(database, where)((ctx) => createPerson(ctx, person));
  return email;
}

const open = (where = free) => new Browser(site, where);
const codeAt = (secret: string, browser: Browser) => totpAt(secret, stepOf(browser.now));

/** Every code is of a later step than those before. */
function wait(browser: Browser, seconds = 60): Browser {
  browser.now = new Date(browser.now.getTime() + seconds * 1000);
  return browser;
}

async function setUpApp(email: string, where = free) {
  const browser = open(where);
  await browser.signIn(email, PASSWORD);
  await browser.door.startApp(PASSWORD);
  const secret = (await browser.door.readFactor()).setUp?.secret ?? "";
  const { cookies, codes } = await browser.door.verifyApp(codeAt(secret, browser));
  browser.keep(cookies);
  return { browser, secret, codes };
}

test("an app is set up by its first right code, and then asked for at every sign-in", async () => {
  const email = await addPerson("coordinator");
  const { browser, secret, codes } = await setUpApp(email);
  expect(codes).toHaveLength(10);
  expect(await browser.door.readFactor()).toMatchObject({ app: true, setUp: null, codesLeft: 10 });
  const next = wait(open());
  expect(await next.signIn(email, PASSWORD)).toEqual({ actor: STRANGER, gate: "pass-second-factor" });
  expect(await next.door.findChallenge()).toEqual({ app: true, passkey: false });
  next.keep(await next.door.passFactor(codeAt(secret, next)));
  expect(await next.who()).toMatchObject({ gate: null, actor: { holdings: [{ role: "coordinator" }] } });
});

test("a wrong first code sets nothing up", async () => {
  const browser = open();
  await browser.signIn(await addPerson("coordinator"), PASSWORD);
  await browser.door.startApp(PASSWORD);
  await expect(browser.door.verifyApp("000000")).rejects.toMatchObject({ code: "code-wrong" });
  expect(await browser.door.readFactor()).toMatchObject({ app: false });
  expect(await browser.who()).toMatchObject({ gate: null, actor: { kind: "person" } });
});

test("the QR code is drawn here and carries the same secret that can be typed", async () => {
  const browser = open();
  await browser.signIn(await addPerson("coordinator"), PASSWORD);
  await browser.door.startApp(PASSWORD);
  const { setUp } = await browser.door.readFactor();
  expect(setUp?.qrSvg).toMatch(/^<svg [^>]*viewBox/);
  expect(setUp?.secret).toMatch(/^[A-Z2-7]{32}$/);
});

test("a code is taken once, and none older than it", async () => {
  const email = await addPerson("coordinator");
  const { secret } = await setUpApp(email);
  const first = wait(open());
  await first.signIn(email, PASSWORD);
  const second = wait(open());
  await second.signIn(email, PASSWORD);
  const code = codeAt(secret, first);
  const older = totpAt(secret, stepOf(first.now) - 1);
  first.keep(await first.door.passFactor(code));
  await expect(second.door.passFactor(code)).rejects.toMatchObject({ code: "code-wrong" });
  await expect(second.door.passFactor(older)).rejects.toMatchObject({ code: "code-wrong" });
  expect((await second.who()).actor).toEqual(STRANGER);
});

test("of two who bring the same code at once one is let in", async () => {
  const email = await addPerson("coordinator");
  const { secret } = await setUpApp(email);
  const both = [wait(open()), wait(open())];
  for (const browser of both) await browser.signIn(email, PASSWORD);
  const code = codeAt(secret, both[0] as Browser);
  const answers = await Promise.allSettled(both.map((browser) => browser.door.passFactor(code)));
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a waiting session that was planted is not lifted with the one that passes", async () => {
  const email = await addPerson("coordinator");
  const { secret } = await setUpApp(email);
  const attacker = wait(open());
  await attacker.signIn(email, PASSWORD);
  const victim = attacker.copy();
  victim.keep(await victim.door.passFactor(codeAt(secret, victim)));
  expect((await victim.who()).actor).toMatchObject({ kind: "person" });
  expect(await attacker.who()).toEqual({ actor: STRANGER, gate: null });
});

test("a backup code works once, however it is typed", async () => {
  const email = await addPerson("coordinator");
  const { codes } = await setUpApp(email);
  const code = codes[3] ?? "";
  const browser = open();
  await browser.signIn(email, PASSWORD);
  browser.keep(await browser.door.passFactor(` ${code.toUpperCase().replace("-", " ")} `));
  expect(await browser.who()).toMatchObject({ actor: { kind: "person" } });
  const again = open();
  await again.signIn(email, PASSWORD);
  await expect(again.door.passFactor(code)).rejects.toMatchObject({ code: "code-wrong" });
});

test("codes can be guessed ten times in a quarter of an hour, from wherever", async () => {
  const email = await addPerson("coordinator");
  const { secret } = await setUpApp(email);
  const browser = wait(open());
  await browser.signIn(email, PASSWORD);
  // Setting up was the first attempt.
  for (let guess = 1; guess < 10; guess += 1) {
    browser.address = `198.51.100.${guess}`;
    await expect(browser.door.passFactor("abcde-fghjk")).rejects.toMatchObject({ code: "code-wrong" });
  }
  await expect(browser.door.passFactor(codeAt(secret, browser))).rejects.toMatchObject({ code: "too-many-attempts" });
});

test("a session that waits for its second factor can change nothing of the account", async () => {
  const email = await addPerson("coordinator");
  await setUpApp(email);
  const browser = open();
  await browser.signIn(email, PASSWORD);
  const { door } = browser;
  const attempts = [
    door.changePassword({ current: PASSWORD, next: "battery staple" }),
    door.askEmailChange({ email: "x@example.org", password: PASSWORD }),
    door.removeFactor({ factor: "app", password: PASSWORD }),
    door.renewCodes(PASSWORD),
    door.startApp(PASSWORD),
    door.startPasskey(PASSWORD),
    door.readFactor(),
    door.listSignIns(),
    door.endSignIns("others"),
    door.listProviderLinks(),
  ];
  const answers = await Promise.allSettled(attempts);
  expect(answers.map((answer) => answer.status === "rejected" && answer.reason.code)).toEqual(
    attempts.map(() => "not-signed-in"),
  );
});

test("where the municipality requires it, staff hold nothing until a second factor is set up", async () => {
  const email = await add(strict, ["coordinator"]);
  const browser = open(strict);
  expect(await browser.signIn(email, PASSWORD)).toMatchObject({
    gate: "set-second-factor",
    actor: { kind: "person", holdings: [] },
  });
  await browser.door.startApp(PASSWORD);
  const secret = (await browser.door.readFactor()).setUp?.secret ?? "";
  browser.keep((await browser.door.verifyApp(codeAt(secret, browser))).cookies);
  expect(await browser.who()).toMatchObject({ gate: null, actor: { holdings: [{ role: "coordinator" }] } });
  wait(browser);
  await browser.door.removeFactor({ factor: "app", password: PASSWORD });
  expect(await browser.who()).toMatchObject({ gate: "set-second-factor", actor: { holdings: [] } });
});

test("setting up a second factor makes sessions without it wait", async () => {
  const email = await addPerson("coordinator");
  const other = open();
  await other.signIn(email, PASSWORD);
  await setUpApp(email);
  expect(await other.who()).toEqual({ actor: STRANGER, gate: "pass-second-factor" });
});

test("neither secrets nor backup codes can be read from the database", async () => {
  const { secret, codes } = await setUpApp(await addPerson("coordinator"));
  const { rows } = await database.pool.query(
    "select coalesce(string_agg(a::text, ' '), '') || (select coalesce(string_agg(c::text, ' '), '') from second_factor_code c) as text from second_factor_app a",
  );
  for (const hidden of [secret, ...codes]) expect(rows[0].text).not.toContain(hidden);
});

test.each([
  null,
  {},
  { id: "x" },
  "text",
  { id: "x", rawId: "x", type: "public-key", response: { clientDataJSON: "e30" }, clientExtensionResults: {} },
])("a passkey's answer %j is refused", async (answer) => {
  const browser = open();
  await browser.signIn(await addPerson("coordinator"), PASSWORD);
  await browser.door.startPasskey(PASSWORD);
  await expect(browser.door.addPasskey({ answer, name: "Ключ" })).rejects.toMatchObject({ code: "passkey-refused" });
});

test("who lost phone and codes gets in again by the command on the server alone", async () => {
  const email = await addPerson("coordinator");
  await setUpApp(email);
  const path = await runAs(database, free)((ctx) => openAgain(ctx, { email, removeSecondFactor: true }));
  const secret = path.split("/").at(-1) ?? "";
  const browser = new Browser(site, free);
  browser.now = new Date("2026-03-25T05:30:00Z");
  await browser.door.resetPassword({ secret, password: "battery staple" });
  expect(await open().signIn(email, "battery staple")).toMatchObject({ gate: null, actor: { kind: "person" } });
  const asAdministrator = runAs(database, free, personWith("01890000-0000-7000-8000-000000000000", "administrator"));
  await expect(asAdministrator((ctx) => openAgain(ctx, { email, removeSecondFactor: false }))).rejects.toThrow(
    "only the command",
  );
});
