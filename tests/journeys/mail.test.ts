import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createPerson, listMunicipalities } from "../../src/access/index.ts";
import { accessLetters } from "../../src/access/letters.ts";
import type { Context } from "../../src/kernel/context.ts";
import { readConfig } from "../../src/platform/config.ts";
import {
  type Database,
  inOwnerTransaction,
  inTenant,
  openDatabase,
  type Tx,
} from "../../src/platform/database/index.ts";
import { queueMail } from "../../src/platform/mail/index.ts";
import { reply, startMailServer, type TestMailServer } from "../../src/platform/mail/testing-server.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const LINK = "https://tos.example/invitation/very-secret-token";
const ADMINISTRATOR = { email: "admin@example.org", password: "correct horse" };

let browser: Browser;
let server: TestMailServer;
const portals: Portal[] = [];

beforeAll(async () => {
  server = await startMailServer({
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith("nobody") ? reply(550, "5.1.1 unknown") : null),
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(portals.map((portal) => portal.stop()));
  await server?.stop();
});

/** A portal with an administrator and an invitation in the outbox. */
async function open(environment: Readonly<Record<string, string>>, to: string) {
  const portal = await startPortal({ environment });
  portals.push(portal);
  const database = await openDatabase(readConfig({}, { dataFolder: portal.dataFolder }));
  await run(database, async (ctx) => {
    const person = { ...ADMINISTRATOR, name: "Орлова", basis: "приказ" };
    await createPerson(ctx, { ...person, roles: ["administrator"] });
    const values = { municipality: "Ордынский район", link: LINK, days: "7" };
    await queueMail(ctx, accessLetters, { to, template: "invitation", language: "ru", values, key: "invitation:1" });
  });
  await database.close();
  const { page, faults } = await openPage(browser);
  await signIn(page, { ...portal, ...ADMINISTRATOR });
  const sections = page.getByRole("navigation", { name: "Разделы" });
  await sections.getByText("Управление", { exact: true }).click();
  await sections.getByRole("link", { name: "Настройки" }).click();
  await page.getByRole("navigation", { name: "Настройки" }).getByRole("link", { name: "Почта" }).click();
  return { page, faults, portal };
}

async function run(database: Database, work: (ctx: Context<Tx>) => Promise<unknown>): Promise<void> {
  const [municipality] = await inOwnerTransaction(database, listMunicipalities);
  const municipalityId = municipality?.id ?? "";
  const actor = { kind: "system", name: "test" } as const;
  const now = new Date();
  await inTenant(database, municipalityId, (tx) =>
    work({ tx, actor, municipalityId, today: "2026-01-01", now, language: "ru" }),
  );
}

test("without a mail server the administrator takes a link and hands it over", async () => {
  const { page, faults } = await open({}, "anna@example.org");
  // Signing in has woken the sender, which finds that there is nobody to send by.
  await vi.waitFor(
    async () => {
      await page.reload();
      expect(await readWords(page.getByRole("heading", { level: 1 }))).toBe("Передать нужно 1 письмо");
    },
    { timeout: 30_000, interval: 500 },
  );
  expect(await page.content()).not.toContain("very-secret-token");
  await page.getByRole("button", { name: "Показать ссылку: Приглашение, anna@example.org" }).click();
  await expect.poll(() => page.getByLabel("Ссылка", { exact: true }).inputValue()).toBe(LINK);
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Убрать/ }).click();
  await page.getByRole("heading", { name: "С письмами делать нечего" }).waitFor();
  await page.reload();
  expect(await page.content()).not.toContain("anna@example.org");
  expect(faults).toEqual([]);
});

test("with a mail server letters go out, and what failed is seen and repeated", async () => {
  const environment = {
    SOSEDSTVO_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    SOSEDSTVO_MAIL_FROM: "Соседство <portal@tos.example>",
    SOSEDSTVO_DEMONSTRATION_MAIL: "@example.org",
  };
  const { page, faults, portal } = await open(environment, "nobody@example.org");
  await page.getByLabel("Электронная почта").fill("me@example.org");
  await page.getByRole("button", { name: "Отправить проверочное письмо" }).click();
  await expect.poll(() => server.letters.map(({ to }) => to)).toContainEqual(["me@example.org"]);
  await page.goto(`${portal.url}/settings/mail?state=failed`);
  await page.getByText("Почтовый сервер не знает такого адреса (ответ 550 5.1.1)").waitFor();
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: /^Отправить снова/ }).click();
  await page.getByText("Писем в этом состоянии нет.").waitFor();
  expect(new URL(page.url()).search).toBe("?state=failed");
  expect(faults).toEqual([]);
});

test("a demonstration writes to nobody whom its server does not name: strangers' links stay on the page", async () => {
  const environment = {
    SOSEDSTVO_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    SOSEDSTVO_MAIL_FROM: "Соседство <portal@tos.example>",
    SOSEDSTVO_DEMONSTRATION_MAIL: "tester@example.org, @tos.example",
  };
  const { page, faults, portal } = await open(environment, "stranger@example.com");
  const words = () => readWords(page.locator("main"));
  expect(await words()).toContain("Это демонстрация");
  expect(await words()).toContain("Разрешены: tester@example.org, @tos.example.");
  expect(await findSeriousFaults(page)).toEqual([]);
  for (const address of ["other@example.org", "anybody@tos.example", "tester@example.org"]) {
    await page.getByLabel("Электронная почта").fill(address);
    const taken = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Отправить проверочное письмо" }).click();
    await taken;
  }
  const receivers = () => server.letters.flatMap(({ to }) => to);
  await expect
    .poll(receivers, { timeout: 30_000 })
    .toEqual(expect.arrayContaining(["anybody@tos.example", "tester@example.org"]));
  await vi.waitFor(
    async () => {
      await page.goto(`${portal.url}/settings/mail`);
      expect(await readWords(page.getByRole("heading", { level: 1 }))).toBe("Передать нужно 1 письмо");
      expect(await words()).toContain("Из демонстрации письма уходят только по разрешённым адресам");
    },
    { timeout: 30_000, interval: 500 },
  );
  expect(receivers()).not.toContain("stranger@example.com");
  expect(receivers()).not.toContain("other@example.org");
  await page.getByRole("button", { name: "Показать ссылку: Приглашение, stranger@example.com" }).click();
  await expect.poll(() => page.getByLabel("Ссылка", { exact: true }).inputValue()).toBe(LINK);
  expect(faults).toEqual([]);
}, 180_000);

test("the coordinator is told that the page is not theirs", async () => {
  const { page } = await openPage(browser);
  const [portal] = portals;
  if (!portal) throw new Error("a portal runs");
  await signIn(page, portal);
  const response = await page.goto(`${portal.url}/settings/mail`);
  expect(response?.status()).toBe(403);
  expect(await readWords(page.locator("main"))).toContain("Его даёт роль: администратор");
});
