import { createServer } from "node:net";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stepOf, totpAt } from "../../src/access/factor/actions-totp.ts";
import { SECRET_CLIENT, startTestProvider, type TestProvider } from "../../src/access/provider/testing.ts";
import { findSeriousFaults } from "./axe.ts";
import { addPerson, enterPassword, openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

const PASSWORD = "correct horse";
const ADMIN = { email: "admin@example.org", password: PASSWORD };
const NO_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };

let provider: TestProvider;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  const port = await findFreePort();
  provider = await startTestProvider([`http://localhost:${port}/sign-in/with/district/back`]);
  const settings = [{ id: "district", label: "Районный вход", issuer: provider.issuer, ...SECRET_CLIENT }];
  const environment = { SOSEDSTVO_IDENTITY_PROVIDERS: JSON.stringify(settings) };
  [portal, browser] = await Promise.all([startPortal({ port, environment }), openBrowser()]);
  await addPerson(portal, { ...ADMIN, name: "Воронцова Н. А.", roles: ["administrator"], basis: "приказ № 1" });
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  await provider?.stop();
});

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function enter(person: { email: string; password: string }, options: BrowserContextOptions = {}): Promise<Page> {
  const { page } = await openPage(browser, options);
  await enterPassword(page, portal, person);
  return page;
}

async function addOfficer(name: string): Promise<{ email: string; password: string }> {
  const email = `${name}@example.org`;
  await addPerson(portal, { email, password: PASSWORD, name, roles: ["coordinator"], basis: "приказ № 2" });
  return { email, password: PASSWORD };
}

async function setUpApp(page: Page): Promise<string> {
  await page.goto(`${portal.url}/settings/second-factor`);
  await page.locator("#start-password").fill(PASSWORD);
  await page.getByRole("button", { name: "Подключить приложение" }).click();
  await page.locator(".qr").waitFor();
  const secret = (await page.locator(".secret").innerText()).replace(/\s/g, "");
  await page.getByLabel("Шесть цифр из приложения").fill(totpAt(secret, stepOf(new Date())));
  await page.getByRole("button", { name: "Проверить и включить" }).click();
  await page.locator(".backup-codes").waitFor();
  return secret;
}

describe("an invitation", () => {
  it("is handed over, accepted with scripts off, and its roles can be ended", async () => {
    const admin = await enter(ADMIN);
    await admin.waitForURL("**/desk");
    await admin.goto(`${portal.url}/people/invite`);
    await admin.getByLabel("Электронная почта").fill("chair@example.org");
    const chair = admin.getByLabel("Роль в поселении, ТОС или конкурсе");
    const [value = ""] = await chair
      .locator("optgroup[label='председатель ТОС'] option")
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    await chair.selectOption(value);
    await admin.getByLabel("Основание").fill("протокол № 2");
    await admin.getByRole("button", { name: "Пригласить" }).click();
    const link = await admin.locator("#handed").inputValue();
    expect(link).toMatch(new RegExp(`^${portal.url}/invitation/`));

    const { page: guest } = await openPage(browser, NO_SCRIPTS);
    await guest.goto(link);
    expect(await readWords(guest.locator("main"))).toMatch(/председатель ТОС — ТОС «.+» \(пример\)/);
    await guest.getByLabel("Фамилия, имя и отчество").fill("Лапина Т. И.");
    await guest.locator("#next").fill(PASSWORD);
    await guest.getByRole("button", { name: "Принять приглашение" }).click();
    await guest.waitForURL("**/desk");
    await guest.goto(link);
    expect(await readWords(guest.locator("main"))).toContain("Ссылка больше не действует");

    await admin.goto(`${portal.url}/people`);
    await admin.getByRole("link", { name: "Лапина Т. И." }).click();
    await admin.getByText("Прекратить роль", { exact: true }).click();
    await admin.locator("[id^=end-][id$=-basis]").fill("приказ № 5");
    await admin.getByRole("button", { name: /^Прекратить роль «председатель ТОС — ТОС / }).click();
    await expect.poll(() => readWords(admin.locator("main")), { timeout: 20_000 }).toContain("Прекращены");
    expect(await findSeriousFaults(admin)).toEqual([]);
  });
});

describe("the second step", () => {
  it("is set up and passed with scripts off", async () => {
    const officer = await addOfficer("app");
    const page = await enter(officer, NO_SCRIPTS);
    await page.waitForURL("**/desk");
    await setUpApp(page);
    const backup = (await page.locator(".backup-codes li").first().innerText()).trim();
    const next = await enter(officer, NO_SCRIPTS);
    await next.waitForURL("**/sign-in/second-factor**");
    await next.getByLabel("Код").fill("000000");
    await next.getByRole("button", { name: "Продолжить" }).click();
    expect(await readWords(next.getByRole("alert"))).toContain("Код не подходит");
    await next.getByLabel("Код").fill(backup);
    await next.getByRole("button", { name: "Продолжить" }).click();
    await next.waitForURL("**/desk");
  });

  it("is passed with a passkey that the browser keeps", async () => {
    const officer = await addOfficer("passkey");
    const { page, faults } = await openPage(browser);
    await enterPassword(page, portal, officer);
    await page.waitForURL("**/desk");
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "usb", hasUserVerification: false, automaticPresenceSimulation: true },
    });
    await page.goto(`${portal.url}/settings/second-factor`);
    await page.getByLabel("Название ключа").fill("Ключ на связке");
    await page.locator("#passkey-password").fill(PASSWORD);
    await page.getByRole("button", { name: "Добавить ключ доступа" }).click();
    await page.locator(".backup-codes").waitFor();
    expect(await readWords(page.locator(".passkeys"))).toContain("Ключ на связке");
    await page.getByRole("button", { name: "Выйти" }).first().click();
    await page.waitForURL(`${portal.url}/`);
    await enterPassword(page, portal, officer);
    await page.waitForURL("**/sign-in/second-factor**");
    await page.getByRole("button", { name: "Войти с ключом доступа" }).click();
    await page.waitForURL("**/desk");
    expect(faults).toEqual([]);
  });
});

describe("a provider", () => {
  it("lets in whom it knows by a confirmed address, and nobody else", async () => {
    const { email } = await addOfficer("known");
    provider.accounts.set("known", { email, email_verified: true, name: "К" });
    provider.accounts.set("unknown", { email: "unknown@example.org", email_verified: true, name: "Н" });
    const through = async (login: string, language = "") => {
      const { page } = await openPage(browser);
      await page.goto(`${portal.url}${language}/sign-in?next=${language}/settings/sign-ins`);
      await page.getByRole("link", { name: "Районный вход" }).click();
      await page.locator("input[name=login]").fill(login);
      await page.locator("input[name=password]").fill("any");
      await page.locator("button[type=submit]").click();
      await page.locator("button[type=submit]").click();
      await page.waitForURL(`${portal.url}/**`);
      return page;
    };
    const known = await through("known");
    expect(new URL(known.url()).pathname).toBe("/settings/sign-ins");
    expect(await readWords((await through("unknown")).locator("main"))).toContain("не связан ни с кем");
    expect(new URL((await through("known", "/en")).url()).pathname).toBe("/en/settings/sign-ins");
    const refused = await through("unknown", "/en");
    expect(new URL(refused.url()).pathname).toBe("/en/sign-in/with/district/back");
    expect(await readWords(refused.locator("main"))).toMatch(/is linked to nobody/);
  });
});

describe("where the municipality requires a second step", () => {
  it("an officer is led to set it up and sees nothing before", async () => {
    const officer = await addOfficer("gated");
    const admin = await enter(ADMIN);
    await admin.waitForURL("**/desk");
    await admin.goto(`${portal.url}/people`);
    await admin.getByRole("button", { name: "Требовать от сотрудников" }).click();
    await admin.waitForURL("**/settings/second-factor");
    const page = await enter(officer);
    await page.waitForURL("**/settings/second-factor");
    await page.goto(`${portal.url}/import`);
    expect(new URL(page.url()).pathname).toBe("/settings/second-factor");
    await setUpApp(page);
    await page.goto(`${portal.url}/desk`);
    expect(new URL(page.url()).pathname).toBe("/desk");
  });
});

describe("from outside", () => {
  it.each(["sign-up/email", "update-user", "change-email", "sign-in/email", "get-session", "two-factor/enable"])(
    "nothing of the library's own address %s is reachable",
    async (path) => {
      for (const method of ["GET", "POST"]) {
        const answer = await fetch(`${portal.url}/api/auth/${path}`, {
          method,
          headers: { origin: portal.url, "content-type": "application/json" },
          ...(method === "POST" && { body: JSON.stringify({ email: "x@example.org", password: PASSWORD, name: "x" }) }),
        });
        expect([method, answer.status >= 400, answer.headers.get("set-cookie")]).toEqual([method, true, null]);
      }
    },
  );

  it.each([
    "/sign-in",
    "/sign-in/second-factor",
    "/sign-out",
    "/new-password",
    "/new-password/x",
    "/confirm-email/x",
    "/invitation/x",
    "/settings/sign-ins",
    "/settings/account",
    "/settings/second-factor",
    "/people",
    "/people/invite",
    "/people/x",
  ])("a form sent to %s by another site is refused", async (path) => {
    const body = new URLSearchParams({ email: "x@example.org" });
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, {}]) {
      const answer = await fetch(portal.url + path, { method: "POST", body, headers });
      expect(answer.status).toBe(403);
    }
  });

  it("a sign-in does not lead to another site, however its address is written", async () => {
    const officer = await addOfficer("redirected");
    const { page } = await openPage(browser, NO_SCRIPTS);
    await page.goto(`${portal.url}/sign-in?next=${encodeURIComponent("/\t/evil.example")}`);
    await page.getByLabel("Электронная почта").fill(officer.email);
    await page.getByRole("textbox", { name: "Пароль" }).fill(officer.password);
    await page.getByRole("button", { name: "Войти", exact: true }).click();
    expect(new URL(page.url()).host).toBe(new URL(portal.url).host);
  });
});
