import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import type { ProviderSettings } from "../../platform/config.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { Browser, openSite, type Site } from "../sign-in/testing.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { openProvider } from "./actions-provider.ts";
import { KEY_CLIENT, SECRET_CLIENT, startTestProvider, type TestProvider } from "./testing.ts";
import { startForger } from "./testing-forger.ts";

const PASSWORD = "correct horse";
const PUBLIC_URL = "https://example.org";
const IDS = ["district", "by-key", "wrong-secret", "wrong-key", "away"];

let database: Database;
let provider: TestProvider;
let site: Site;
let folder: string;
let municipalityId: Id;
let other: Id;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  municipalityId = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-provider-"));
  const [own, wrong] = [makeKey("own"), makeKey("wrong")];
  const returnTo = IDS.map((id) => `${PUBLIC_URL}/sign-in/with/${id}/back`);
  provider = await startTestProvider(returnTo, own.publicKey);
  const base = {
    label: "Районный вход",
    issuer: provider.issuer,
    clientAuthentication: "basic" as const,
    scope: "openid email profile",
  };
  const byKey = { clientId: KEY_CLIENT.clientId, clientKeyId: KEY_CLIENT.keyId };
  const settings: ProviderSettings[] = [
    { ...base, id: "district", ...SECRET_CLIENT },
    { ...base, id: "by-key", ...byKey, clientKeyFile: own.file },
    { ...base, id: "wrong-secret", clientId: SECRET_CLIENT.clientId, clientSecret: "not the secret" },
    { ...base, id: "wrong-key", ...byKey, clientKeyFile: wrong.file },
    { ...base, id: "away", ...SECRET_CLIENT, issuer: "http://127.0.0.1:1" },
  ];
  site = openSite(database, { publicUrl: PUBLIC_URL, providers: settings.map((one) => openProvider(one)) });
});
afterAll(async () => {
  await provider.stop();
  rmSync(folder, { recursive: true });
  await database.close();
});

function makeKey(name: string) {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const file = join(folder, `${name}.pem`);
  writeFileSync(file, privateKey.export({ type: "pkcs8", format: "pem" }));
  return { publicKey, file };
}

const open = (where = municipalityId) => new Browser(site, where);

/** A person here, and an account there under a login of the same name. */
async function addPerson({ verifiedThere = true, verifiedHere = true } = {}) {
  people += 1;
  const [login, email] = [`login-${people}`, `person-${people}@example.org`];
  const creator = await runAs(
    database,
    municipalityId,
  )((ctx) =>
    createPerson(ctx, { email: `c-${people}@example.org`, name: "К", password: PASSWORD, roles: [], basis: "приказ" }),
  );
  const actor = verifiedHere ? undefined : personWith(creator, "administrator");
  const person = { email, name: "Петров", password: PASSWORD, roles: ["coordinator" as const], basis: "приказ" };
  const personId = await runAs(database, municipalityId, actor)((ctx) => createPerson(ctx, person));
  provider.accounts.set(login, { email, email_verified: verifiedThere, name: "Пётр Петров" });
  return { login, email, personId };
}

async function goAndReturn(
  browser: Browser,
  login: string,
  id = "district",
  wish: Parameters<Browser["door"]["goToProvider"]>[0]["wish"] = { kind: "sign-in" },
) {
  const { url, cookies } = await browser.door.goToProvider({ id, language: "ru", next: "/desk", wish });
  browser.keep(cookies);
  return { url: new URL(url), back: await provider.visit(url, login) };
}

async function arrive(browser: Browser, back: URL, id = "district") {
  const { cookies, next } = await browser.door.comeBack({ id, search: back.search });
  browser.keep(cookies);
  return next;
}

test("a person whose address both sides have confirmed comes in, with state, nonce and PKCE", async () => {
  const { login, personId } = await addPerson();
  const browser = open();
  const { url, back } = await goAndReturn(browser, login);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    response_type: "code",
    redirect_uri: `${PUBLIC_URL}/sign-in/with/district/back`,
    code_challenge_method: "S256",
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(await arrive(browser, back)).toBe("/desk");
  expect(await browser.who()).toMatchObject({ actor: { personId, holdings: [{ role: "coordinator" }] } });
});

test("once linked, the account opens the door whatever address it has there", async () => {
  const { login, personId } = await addPerson();
  const first = open();
  await arrive(first, (await goAndReturn(first, login)).back);
  provider.accounts.set(login, { email: "changed@example.org", email_verified: false, name: "Пётр" });
  const second = open();
  await arrive(second, (await goAndReturn(second, login)).back);
  expect(await second.who()).toMatchObject({ actor: { personId } });
});

test.each([
  ["the provider has not checked the address", { verifiedThere: false }],
  ["the address is not confirmed here", { verifiedHere: false }],
])("nobody is let in where %s", async (_why, how) => {
  const { login } = await addPerson(how);
  const browser = open();
  const { back } = await goAndReturn(browser, login);
  await expect(arrive(browser, back)).rejects.toMatchObject({ code: "provider-person-unknown" });
  expect((await browser.who()).actor).toEqual(STRANGER);
});

test("somebody unknown is not made a person", async () => {
  provider.accounts.set("nobody", { email: "nobody@example.org", email_verified: true, name: "Никто" });
  const browser = open();
  const { back } = await goAndReturn(browser, "nobody");
  await expect(arrive(browser, back)).rejects.toMatchObject({ code: "provider-person-unknown" });
  const { rows } = await database.pool.query("select id from person where email = 'nobody@example.org'");
  expect(rows).toEqual([]);
});

test("the client shows who it is by an assertion signed with the administrator's key", async () => {
  const { login, personId } = await addPerson();
  const browser = open();
  await arrive(browser, (await goAndReturn(browser, login, "by-key")).back, "by-key");
  expect(await browser.who()).toMatchObject({ actor: { personId } });
});

test.each(["wrong-secret", "wrong-key"])("with a %s the provider gives no tokens, and nobody comes in", async (id) => {
  const { login } = await addPerson();
  const browser = open();
  const { back } = await goAndReturn(browser, login, id);
  await expect(arrive(browser, back, id)).rejects.toMatchObject({ code: "provider-failed" });
});

test("a provider that is away is told as a sentence", async () => {
  const wish = { kind: "sign-in" as const };
  await expect(open().door.goToProvider({ id: "away", language: "ru", next: "/", wish })).rejects.toMatchObject({
    code: "provider-failed",
  });
  await expect(open().door.goToProvider({ id: "none", language: "ru", next: "/", wish })).rejects.toMatchObject({
    code: "provider-unknown",
  });
});

test.each<[string, (browser: Browser, back: URL) => Promise<unknown>]>([
  ["by another browser", (_browser, back) => arrive(open(), back)],
  [
    "a second time",
    async (browser, back) => {
      const kept = browser.copy();
      await arrive(browser, back);
      return arrive(kept, back);
    },
  ],
  [
    "with another state",
    (browser, back) => {
      back.searchParams.set("state", "x".repeat(43));
      return arrive(browser, back);
    },
  ],
  [
    "without a state",
    (browser, back) => {
      back.searchParams.delete("state");
      return arrive(browser, back);
    },
  ],
  [
    "with another code",
    (browser, back) => {
      back.searchParams.set("code", "x".repeat(43));
      return arrive(browser, back);
    },
  ],
  [
    "from another issuer",
    (browser, back) => {
      back.searchParams.set("iss", "https://evil.example");
      return arrive(browser, back);
    },
  ],
  ["at another provider's address", (browser, back) => arrive(browser, back, "by-key")],
  ["in another municipality", (browser, back) => arrive(browser.copy(other), back)],
])("the way back taken %s opens nothing", async (_how, take) => {
  const { login } = await addPerson();
  const browser = open();
  const { back } = await goAndReturn(browser, login);
  await expect(take(browser, back)).rejects.toMatchObject({ code: "provider-failed" });
});

test("what waits in the browser cannot be read or made there", async () => {
  const browser = open();
  const { url } = await browser.door.goToProvider({
    id: "district",
    language: "ru",
    next: "/",
    wish: { kind: "sign-in" },
  });
  const state = new URL(url).searchParams.get("state") ?? "";
  expect(browser.cookie).not.toContain(state);
  browser.keep([`__Secure-sosedstvo.provider=${encodeURIComponent(JSON.stringify({ provider: "district", state }))}`]);
  await expect(browser.door.comeBack({ id: "district", search: `?code=1&state=${state}` })).rejects.toMatchObject({
    code: "provider-failed",
  });
});

test("who is signed in links an account of theirs, under whatever address, and takes it away again", async () => {
  const { email, personId } = await addPerson();
  provider.accounts.set("own", { email: "private@example.org", email_verified: false, name: "Пётр" });
  const browser = open();
  await browser.signIn(email, PASSWORD);
  await arrive(browser, (await goAndReturn(browser, "own", "district", { kind: "link" })).back);
  const [link] = await browser.door.listProviderLinks();
  const later = open();
  await arrive(later, (await goAndReturn(later, "own")).back);
  expect(await later.who()).toMatchObject({ actor: { personId } });
  await browser.door.removeProviderLink({ id: link?.id ?? "", password: PASSWORD });
  const after = open();
  const { back } = await goAndReturn(after, "own");
  await expect(arrive(after, back)).rejects.toMatchObject({ code: "provider-person-unknown" });
});

test("an account that is somebody's cannot be linked to another, nor by a stranger, nor after signing in as somebody else", async () => {
  const [first, second] = [await addPerson(), await addPerson()];
  const owner = open();
  await arrive(owner, (await goAndReturn(owner, first.login)).back);
  const browser = open();
  await expect(goAndReturn(browser, second.login, "district", { kind: "link" })).rejects.toMatchObject({
    code: "not-signed-in",
  });
  await browser.signIn(second.email, PASSWORD);
  const { back } = await goAndReturn(browser, first.login, "district", { kind: "link" });
  await expect(arrive(browser, back)).rejects.toMatchObject({ code: "provider-linked-elsewhere" });
  provider.accounts.set("third", { email: "third@example.org", email_verified: true, name: "Т" });
  const flow = await goAndReturn(browser, "third", "district", { kind: "link" });
  await browser.signIn(first.email, PASSWORD);
  await expect(arrive(browser, flow.back)).rejects.toMatchObject({ code: "provider-failed" });
});

test("an invitation is accepted with an account of the provider, once", async () => {
  const { personId } = await addPerson();
  const browser = open();
  const inviter = site.access.open({
    headers: browser.headers,
    run: (work) => browser.runAs(personWith(personId, "administrator"), work),
  });
  await inviter.invite({
    email: "chair@example.org",
    roles: ["chair"],
    subjectId: null,
    basis: "приказ",
    language: "ru",
  });
  const secret = site.linkTo("chair@example.org", "invitation");
  provider.accounts.set("chair", { email: "private-chair@example.org", email_verified: false, name: "Председатель" });
  const { back } = await goAndReturn(browser, "chair", "district", { kind: "invitation", secret });
  await arrive(browser, back);
  expect(await browser.who()).toMatchObject({ actor: { name: "Председатель", holdings: [{ role: "chair" }] } });
  provider.accounts.set("late", { email: "late@example.org", email_verified: true, name: "Поздний" });
  const late = open();
  const second = await goAndReturn(late, "late", "district", { kind: "invitation", secret });
  await expect(arrive(late, second.back)).rejects.toMatchObject({ code: "link-void" });
});

test("a provider does not stand in for the second factor", async () => {
  const { login, email } = await addPerson();
  const browser = open();
  await browser.signIn(email, PASSWORD);
  await database.pool.query(
    "insert into second_factor_app (person_id, secret, made_at, verified_at) select id, 'x', now(), now() from person where email = $1",
    [email],
  );
  const next = open();
  await arrive(next, (await goAndReturn(next, login)).back);
  expect(await next.who()).toEqual({ actor: STRANGER, gate: "pass-second-factor" });
});

test("nothing of the provider's tokens is kept", async () => {
  const { login } = await addPerson();
  const browser = open();
  await arrive(browser, (await goAndReturn(browser, login)).back);
  const { rows } = await database.pool.query(
    "select 1 from sign_in_account where coalesce(access_token, refresh_token, id_token) is not null",
  );
  expect(rows).toEqual([]);
});

test.each<[string, "own" | "another" | "none", Record<string, unknown>]>([
  ["signed with a key that the provider does not publish", "another", {}],
  ["not signed at all", "none", {}],
  ["of another issuer", "own", { iss: "https://evil.example" }],
  ["for another client", "own", { aud: "somebody-else" }],
  ["of another attempt to sign in", "own", { nonce: "another" }],
  ["without a nonce", "own", { nonce: undefined }],
  ["out of date", "own", { exp: 1_700_000_000 }],
  ["right in everything", "own", {}],
])("an id_token %s", async (how, key, change) => {
  const { email, personId } = await addPerson();
  const forger = await startForger("client");
  const settings = { id: "district", label: "Вход", clientAuthentication: "basic" as const, scope: "openid email" };
  const opened = openProvider({ ...settings, clientId: "client", clientSecret: "x", issuer: forger.issuer });
  const browser = new Browser(openSite(database, { publicUrl: PUBLIC_URL, providers: [opened] }), municipalityId);
  const { url, cookies } = await browser.door.goToProvider({
    id: "district",
    language: "ru",
    next: "/",
    wish: { kind: "sign-in" },
  });
  browser.keep(cookies);
  const { searchParams } = new URL(url);
  forger.forge({ key, claims: { nonce: searchParams.get("nonce"), email, ...change } });
  const back = new URL(`${PUBLIC_URL}/?code=1&state=${searchParams.get("state")}`);
  const arrival = arrive(browser, back);
  if (how === "right in everything") {
    await arrival;
    expect(await browser.who()).toMatchObject({ actor: { personId } });
  } else await expect(arrival).rejects.toMatchObject({ code: "provider-failed" });
  await forger.stop();
});
