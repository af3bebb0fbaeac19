import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { stepOf, totpAt } from "../../src/access/factor/actions-totp.ts";
import { SECRET_CLIENT, startTestProvider, type TestProvider } from "../../src/access/provider/testing.ts";
import { readConfig } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/database/index.ts";
import { reply, startMailServer, type TestMailServer } from "../../src/platform/mail/testing-server.ts";
import { type Asked, askSite, type Form } from "../installation/ask.ts";
import { cookiesOf } from "../installation/people.ts";
import { findFreePort, type OwnServer, startEmpty } from "./secrets-server.ts";

/**
 * One server through everything that has a secret, right and wrong, with its mail server, its provider and its database failing
 * in the middle of it: of what it writes down, nothing lets anybody in.
 */
const SMTP = { user: "portal", password: "smtp password 7" };
const PASSWORD = {
  first: "administrator's first",
  reset: "administrator's second",
  guest: "the guest's own",
  wrong: "mistyped password",
};
const ADMINISTRATOR = "orlova@example.org";

let server: OwnServer;
let mail: TestMailServer;
let provider: TestProvider;
let isMailKnown = true;
/** What may stand in no log, by what it is. */
const secrets = new Map<string, string>();

beforeAll(async () => {
  const port = await findFreePort();
  mail = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username = "" }, _session, callback) =>
      isMailKnown ? callback(null, { user: username }) : callback(reply(535, "5.7.8 no such user")),
  });
  const back = (id: string) => `http://localhost:${port}/sign-in/with/${id}/back`;
  provider = await startTestProvider([back("district"), back("wrong")]);
  const one = { label: "Районный вход", issuer: provider.issuer, ...SECRET_CLIENT };
  const wrong = { ...one, id: "wrong", clientSecret: "not the client's secret" };
  server = await startEmpty(port, {
    SOSEDSTVO_SMTP_URL: `smtp://${SMTP.user}:${encodeURIComponent(SMTP.password)}@127.0.0.1:${mail.port}`,
    SOSEDSTVO_MAIL_FROM: "Соседство <portal@tos.example>",
    SOSEDSTVO_IDENTITY_PROVIDERS: JSON.stringify([{ ...one, id: "district" }, wrong]),
  });
  for (const [name, value] of Object.entries(PASSWORD)) secrets.set(`password: ${name}`, value);
  secrets.set("SMTP password", SMTP.password);
  secrets.set("client secret", SECRET_CLIENT.clientSecret);
  secrets.set("wrong client secret", wrong.clientSecret);
}, 300_000);

afterAll(async () => {
  await server?.stop();
  await provider?.stop();
  await mail?.stop();
});

/** A browser: it keeps cookies, and whatever it is given counts as a secret. */
class Visitor {
  #cookies = new Map<string, string>();

  async ask(path: string, form?: Form) {
    const asked: Asked = { cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; "), form };
    const answer = await askSite(server.url, path, asked);
    for (const pair of cookiesOf(answer.cookies).split("; ")) {
      const [name = "", value = ""] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      if (name !== "") this.#cookies.set(name, value);
      // A session's token stands before the signature.
      if (value.length > 20)
        secrets.set(`cookie ${name} ${secrets.size}`, decodeURIComponent(value).split(".")[0] ?? "");
    }
    return answer;
  }
}

/** The newest letter to somebody, with the secret of its link. */
async function waitForLink(to: string, path: string): Promise<string> {
  const link = new RegExp(`${server.url}(/${path}/([\\w-]+))`);
  const found = await vi.waitFor(
    () => {
      const letter = mail.letters
        .filter((one) => one.to.includes(to))
        .findLast(({ email }) => link.test(email.text ?? ""));
      if (!letter) throw new Error(`no letter to ${to}: ${mail.letters.map((one) => one.to)}`);
      return letter;
    },
    { timeout: 60_000, interval: 200 },
  );
  const [, address = "", secret = ""] = link.exec(found.email.text ?? "") ?? [];
  secrets.set(`link ${path}`, secret);
  return address;
}

const administrator = new Visitor();

test("a wrong and a right code of the first start", async () => {
  secrets.set("wrong code", "aaaa-bbbb-cccc-dddd");
  const municipality = {
    name: "Искитимский район",
    nameGenitive: "Искитимского района",
    nameShort: "Искитимский район",
  };
  const place = { ...municipality, kind: "district", slug: "iskitimsky", timeZone: "Asia/Novosibirsk" };
  const person = { personName: "Орлова В. П.", email: ADMINISTRATOR, password: PASSWORD.first };
  const nothing = { year: "", people: "", source: "" };
  const given = { ...place, ...person, ...nothing };
  expect((await administrator.ask("/set-up", { ...given, code: "aaaa-bbbb-cccc-dddd" })).status).toBe(422);
  expect((await administrator.ask("/set-up", { ...given, code: server.code })).location).toContain("/first-steps");
});

test("a password that is wrong, a link by letter, a new password", async () => {
  const visitor = new Visitor();
  expect((await visitor.ask("/sign-in", { email: ADMINISTRATOR, password: PASSWORD.wrong })).status).toBe(401);
  await visitor.ask("/new-password", { email: ADMINISTRATOR });
  const address = await waitForLink(ADMINISTRATOR, "new-password");
  expect((await visitor.ask(address, { next: PASSWORD.reset })).status).toBeLessThan(400);
  await administrator.ask("/sign-in", { email: ADMINISTRATOR, password: PASSWORD.reset });
}, 300_000);

test("an invitation", async () => {
  const invited = { email: "guest@example.org", roles: "coordinator", basis: "распоряжение № 1" };
  expect((await administrator.ask("/people/invite", invited)).status).toBeLessThan(400);
  const address = await waitForLink("guest@example.org", "invitation");
  const guest = new Visitor();
  expect((await guest.ask(address, { name: "Сомова А. Б.", next: PASSWORD.guest })).status).toBe(302);
});

test("an authenticator, its codes, wrong and right", async () => {
  const page = "/settings/second-factor";
  await administrator.ask(page, { intent: "start", password: PASSWORD.reset });
  const { text } = await administrator.ask(page);
  const secret = (/class="secret">([^<]*)</.exec(text)?.[1] ?? "").replace(/\s/g, "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const code = totpAt(secret, stepOf(new Date()));
  const done = await administrator.ask(page, { intent: "verify", code });
  const list = /class="backup-codes">([\s\S]*?)<\/ul>/.exec(done.text)?.[1] ?? "";
  const codes = [...list.matchAll(/<code>([^<]+)</g)].map(([, one = ""]) => one);
  expect(codes.length).toBeGreaterThan(4);
  const visitor = new Visitor();
  await visitor.ask("/sign-in", { email: ADMINISTRATOR, password: PASSWORD.reset });
  const wrong = "918273";
  expect((await visitor.ask("/sign-in/second-factor", { code: wrong })).status).toBe(422);
  expect((await visitor.ask("/sign-in/second-factor", { code: codes[0] ?? "" })).status).toBe(302);
  secrets.set("authenticator's secret", secret);
  secrets.set("wrong second code", wrong);
  for (const one of codes) secrets.set(`backup code ${one}`, one);
});

test("a provider that lets somebody in, and one that does not know us", async () => {
  provider.accounts.set("guest", { email: "guest@example.org", email_verified: true, name: "Сомова А. Б." });
  for (const id of ["district", "wrong"]) {
    const visitor = new Visitor();
    const { location } = await visitor.ask(`/sign-in/with/${id}?next=/desk`);
    const back = await provider.visit(location, "guest");
    for (const name of ["state", "code"]) secrets.set(`${id}: ${name}`, back.searchParams.get(name) ?? "");
    for (const name of ["nonce", "state", "code_challenge"])
      secrets.set(`${id}: sent ${name}`, new URL(location).searchParams.get(name) ?? "");
    const { location: then } = await visitor.ask(back.pathname + back.search);
    if (id === "district") expect(then).toMatch(/\/desk$/);
  }
  expect(server.log()).toContain("signing in by a provider did not work");
});

test("a mail server that does not know our password any more", async () => {
  isMailKnown = false;
  const invited = { email: "late@example.org", roles: "coordinator", basis: "распоряжение № 2" };
  expect((await administrator.ask("/people/invite", invited)).status).toBeLessThan(400);
  await vi.waitFor(() => expect(server.log()).toContain("a letter was not sent"), { timeout: 60_000, interval: 200 });
}, 90_000);

test("a database that fails in the middle of signing in and of a link", async () => {
  const database = await openDatabase(readConfig({}, { dataFolder: server.dataFolder }));
  const tables = ["sign_in_account", "sign_in_token", "invitation"];
  for (const table of tables) await database.pool.query(`alter table ${table} rename to ${table}_away`);
  const visitor = new Visitor();
  for (const [path, form] of [
    ["/sign-in", { email: ADMINISTRATOR, password: PASSWORD.reset }],
    ["/invitation/guessed-token-of-somebody", { name: "Сомова", next: PASSWORD.guest }],
    ["/new-password/another-guessed-token", { next: PASSWORD.guest }],
    ["/confirm-email/third-guessed-token", {}],
  ] as const) {
    await visitor.ask(path, form);
    await visitor.ask(path);
    secrets.set(path, path.split("/").at(-1) ?? "");
  }
  secrets.delete("/sign-in");
  for (const table of tables) await database.pool.query(`alter table ${table}_away rename to ${table}`);
  await database.close();
  expect(server.log()).toContain("a page failed");
});

/** The names of the secrets that stand in a text. */
function findSecrets(text: string): readonly string[] {
  const isIn = ([, secret]: readonly [string, string]) => listSpellings(secret).some((one) => text.includes(one));
  return [...secrets].filter(isIn).map(([name]) => name);
}

/** As it is, as an address carries it, and as a mail server is told it. */
function listSpellings(secret: string): readonly string[] {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  return [secret, encodeURIComponent(secret), base64(secret), base64(`\0${SMTP.user}\0${secret}`)];
}

test("none of it stands in the log, on the terminal or in the database's own log", () => {
  for (const name of readdirSync(join(server.dataFolder, "secrets"))) {
    secrets.set(`file ${name}`, readFileSync(join(server.dataFolder, "secrets", name), "utf8").trim());
  }
  secrets.set("key", readFileSync(join(server.dataFolder, "secret-key"), "utf8").trim());
  expect([...secrets].filter(([, secret]) => secret.length < 5)).toEqual([]);
  expect(secrets.size).toBeGreaterThan(30);
  const written = [
    ["the log", server.log()],
    ["the terminal", server.terminal()],
    ...listFiles(server.dataFolder)
      .filter((path) => path.endsWith(".log"))
      .map((path) => [path, readFileSync(path, "latin1")] as const),
  ] as const;
  expect(written.length).toBeGreaterThan(2);
  const planted = `535 ${Buffer.from(`\0${SMTP.user}\0${SMTP.password}`).toString("base64")}`;
  expect(findSecrets(planted)).toEqual(["SMTP password"]);
  const found = written.flatMap(([place, text]) => findSecrets(text).map((name) => `${place} holds ${name}`));
  expect(found).toEqual([]);
  expect(server.log()).not.toContain(server.code);
});

test("nobody else on the machine reads what the first start made", () => {
  const open = listFiles(server.dataFolder).filter((path) => (lstatSync(path).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  expect(listFiles(server.dataFolder)).toContain(join(server.dataFolder, "secret-key"));
  expect(lstatSync(server.dataFolder).mode & 0o066).toBe(0);
});

/** Every file and folder, but for links. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...listFiles(path)] : entry.isFile() ? [path] : [];
  });
}
