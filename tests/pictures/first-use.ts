import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { stepOf, totpAt } from "../../src/access/factor/actions-totp.ts";
import { startMailServer, type TestMailServer } from "../../src/platform/mail/testing-server.ts";
import { enterPassword, type Portal, startPortal } from "../journeys/portal.ts";
import { listen, shoot } from "./shoot.ts";

const ADMIN = { email: "orlova@example.org", password: "correct horse" };
const NEXT_ADDRESS = "vera@example.org";
const COORDINATOR = { email: "somova@example.org", password: "another horse" };

/** What a coordinator sees of an installation in which nothing has happened yet. */
const EMPTY = [
  ["home", "/"],
  ["associations", "/associations"],
  ["map", "/map"],
  ["events", "/events"],
  ["news", "/news"],
  ["contests", "/contests"],
  ["acts", "/acts"],
  ["bodies", "/bodies"],
  ["desk", "/desk"],
  ["tasks", "/desk/tasks"],
  ["desk-events", "/desk/events"],
  ["desk-contests", "/desk/contests"],
  ["registry", "/registry"],
  ["registry-acts", "/registry/acts"],
  ["registry-bodies", "/registry/bodies"],
  ["boundaries", "/registry/boundaries"],
  ["money", "/money"],
  ["journal", "/money/journal"],
  ["cofinancing", "/money/cofinancing"],
  ["indicators", "/indicators"],
  ["reports", "/reports"],
  ["newsroom", "/newsroom"],
] as const;

/**
 * Pages to which only the first days lead: set-up, first steps, an invitation, the links of letters, the second step of signing
 * in; and what an installation of one's own shows before there is anything to show.
 */
export async function takeFirstUse(browser: Browser, wanted: RegExp): Promise<void> {
  const kept = mkdtempSync(join(tmpdir(), "sosedstvo-pictures-"));
  const portal = await startPortal({ empty: true, kept });
  const take = async (page: Page, name: string) => {
    if (wanted.test(name)) await shoot(page, name);
  };
  try {
    const admin = await open(browser, "first-admin");
    const link = await setUp(admin, portal, take);
    const coordinator = await open(browser, "first-coordinator");
    await accept(coordinator, link, take);
    for (const [name, path] of EMPTY) {
      if (!wanted.test(`empty-${name}`)) continue;
      await coordinator.goto(portal.url + path);
      await take(coordinator, `empty-${name}`);
    }
    await admin.goto(`${portal.url}/settings/account`);
    await take(admin, "account-without-mail");
    await stepTwice({ browser, portal, page: coordinator, take });
  } finally {
    await portal.stop();
  }
  await changeAddress(browser, kept, take);
  for (const folder of [kept, `${kept}-own`]) rmSync(folder, { recursive: true });
}

type Take = (page: Page, name: string) => Promise<void>;

async function open(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  listen(page, name);
  return page;
}

/** The link by which the coordinator is invited. */
async function setUp(page: Page, portal: Portal, take: Take): Promise<string> {
  await page.goto(portal.url);
  await take(page, "set-up");
  await page.getByLabel("Код", { exact: true }).fill(portal.code);
  await page.getByRole("button", { name: "Создать и войти" }).click();
  await page.getByRole("alert").waitFor();
  await take(page, "set-up-refused");
  for (const [label, text] of [
    ["Полное название", "Искитимский муниципальный район"],
    ["Название в родительном падеже", "Искитимского муниципального района"],
    ["Краткое название", "Искитимский район"],
    ["Короткое имя в адресах", "iskitimsky"],
    ["Фамилия, имя и отчество", "Орлова Вера Петровна"],
    ["Электронная почта", ADMIN.email],
  ] as const)
    await page.getByLabel(label).fill(text);
  await page.getByLabel("Часовой пояс").selectOption("Asia/Novosibirsk");
  await page.getByRole("textbox", { name: "Пароль" }).fill(ADMIN.password);
  await page.getByRole("button", { name: "Создать и войти" }).click();
  await page.waitForURL("**/first-steps");
  await take(page, "first-steps");
  await page.getByRole("link", { name: "Пригласить координатора" }).click();
  await page.getByLabel("Электронная почта").fill(COORDINATOR.email);
  await page.getByLabel("Основание").fill("распоряжение № 1");
  await page.getByRole("button", { name: "Пригласить" }).click();
  await page.locator("#handed").waitFor();
  await take(page, "invite-handed");
  return page.locator("#handed").inputValue();
}

async function accept(page: Page, link: string, take: Take): Promise<void> {
  await page.goto(link);
  await take(page, "invitation");
  await page.getByLabel("Фамилия, имя и отчество").fill("Сомова А. Б.");
  await page.locator("#next").fill(COORDINATOR.password);
  await page.getByRole("button", { name: "Принять приглашение" }).click();
  await page.waitForURL("**/desk");
  await page.goto(link);
  await take(page, "invitation-used");
}

/** The same installation with a mail server: a change of address is confirmed by the link that came. */
async function changeAddress(browser: Browser, kept: string, take: Take): Promise<void> {
  const server = await startMailServer();
  const environment = {
    SOSEDSTVO_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    SOSEDSTVO_MAIL_FROM: "Соседство <portal@tos.example>",
  };
  const portal = await startPortal({ empty: true, kept, environment });
  try {
    const page = await open(browser, "address");
    await enterPassword(page, portal, ADMIN);
    await page.waitForURL("**/desk");
    await page.goto(`${portal.url}/settings/account`);
    await page.getByLabel("Новый адрес").fill(NEXT_ADDRESS);
    await page.locator("#email-password").fill(ADMIN.password);
    await page.getByRole("button", { name: "Отправить ссылку" }).click();
    const link = await findLink(page, server, "/confirm-email/");
    await take(page, "account-asked");
    await page.goto(link);
    await take(page, "confirm-email");
    await page.locator("#confirm").click();
    await page.waitForLoadState();
    await take(page, "confirm-email-done");
    await askForPassword({ page: await open(browser, "forgotten"), portal, server, take });
  } finally {
    await portal.stop();
    await server.stop();
  }
}

interface Forgotten {
  readonly page: Page;
  readonly portal: Portal;
  readonly server: TestMailServer;
  readonly take: Take;
}

async function askForPassword({ page, portal, server, take }: Forgotten): Promise<void> {
  await page.goto(`${portal.url}/new-password`);
  await take(page, "forgotten");
  await page.getByLabel("Электронная почта").fill(NEXT_ADDRESS);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL("**/new-password**");
  const link = await findLink(page, server, "/new-password/");
  await take(page, "forgotten-asked");
  await page.goto(link);
  await take(page, "new-password");
}

/** The link of the letter that leads to such an address. */
async function findLink(page: Page, server: TestMailServer, part: string): Promise<string> {
  for (let turn = 0; turn < 60; turn += 1) {
    const letter = server.letters.find(({ email }) => email.text?.includes(part));
    const [link] = /http:\/\/\S+/.exec(letter?.email.text ?? "") ?? [];
    if (link) return link;
    await page.waitForTimeout(500);
  }
  throw new Error(`no letter came with ${part}`);
}

interface Steps {
  readonly browser: Browser;
  readonly portal: Portal;
  readonly page: Page;
  readonly take: Take;
}

async function stepTwice({ browser, portal, page, take }: Steps): Promise<void> {
  await page.goto(`${portal.url}/settings/second-factor`);
  await page.locator("#start-password").fill(COORDINATOR.password);
  await page.getByRole("button", { name: "Подключить приложение" }).click();
  await page.locator(".qr").waitFor();
  await take(page, "second-factor-begun");
  const secret = (await page.locator(".secret").innerText()).replace(/\s/g, "");
  await page.getByLabel("Шесть цифр из приложения").fill(totpAt(secret, stepOf(new Date())));
  await page.getByRole("button", { name: "Проверить и включить" }).click();
  await page.locator(".backup-codes").waitFor();
  await take(page, "second-factor-codes");
  const next = await open(browser, "second-step");
  await enterPassword(next, portal, COORDINATOR);
  await next.waitForURL("**/sign-in/second-factor**");
  await take(next, "second-step");
  await next.getByLabel("Код").fill("000000");
  await next.getByRole("button", { name: "Продолжить" }).click();
  await next.getByRole("alert").waitFor();
  await take(next, "second-step-refused");
}
