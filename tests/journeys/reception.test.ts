import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];
let reception: string;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  ({ page, faults } = await openPage(browser));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const main = () => readWords(page.locator("main"));
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Novosibirsk" });

async function press(name: string): Promise<void> {
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    page.getByRole("button", { name, exact: true }).first().click(),
  ]);
  await page.waitForLoadState("networkidle");
}

async function openCard(given: { readonly name: string; readonly contact: string; readonly subject: string }) {
  if (!(await page.locator("#visit").evaluate((fold) => fold.hasAttribute("open")))) {
    await page.locator("#visit > summary").click();
  }
  for (const [field, value] of Object.entries(given)) await page.locator(`#visit [name=${field}]`).fill(value);
  await press("Завести карточку");
}

const cardOf = (name: string) => page.locator("article", { hasText: name });

async function answer(name: string, move: string, text: string): Promise<void> {
  const card = cardOf(name);
  if (!(await card.locator("details").evaluate((fold) => fold.hasAttribute("open")))) {
    await card.locator("summary").click();
  }
  await card.locator("[name=move]").selectOption(move);
  await card.locator("[name=answer]").fill(text);
  await Promise.all([
    page.waitForResponse((response) => response.request().method() === "POST"),
    card.getByRole("button", { name: "Сохранить" }).click(),
  ]);
  await page.waitForLoadState("networkidle");
}

describe("a personal reception", () => {
  test("is planned with an official, its hours are divided among visitors", async () => {
    await page.goto(`${portal.url}/desk/events/new`);
    await page.locator("#kind").selectOption("reception");
    await page.locator("#title").fill("Приём главы района");
    await page.locator("#organiser").selectOption("administration");
    await page.locator("#date").fill(inDays(0));
    await page.locator("#from").fill("00:01");
    await page.locator("#until").fill("23:59");
    await page.locator("[name=site-0-place]").fill("Кабинет 12");
    await page.locator("[name=hosts]").first().check();
    await press("Запланировать мероприятие");
    await page.getByRole("heading", { level: 1, name: /^Приём главы/ }).waitFor();
    reception = `${page.url()}/reception`;
    await page.goto(reception);
    await page.locator("#slots [name=from]").fill("10:00");
    await page.locator("#slots [name=until]").fill("11:00");
    await page.locator("#slots [name=minutes]").fill("20");
    await press("Добавить время");
    await page.getByText("10:40–11:00").first().waitFor();
    expect(await page.getByText("свободно").count()).toBe(3);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("keeps a card of each visitor: what was typed stays when something is missing", async () => {
    await openCard({ name: "", contact: "ул. Лесная, 3", subject: "Нет света на улице" });
    await page.getByRole("alert").waitFor();
    expect(await page.locator("#visit [name=subject]").inputValue()).toBe("Нет света на улице");
    const time = page.locator("#visit [name=slotId] option", { hasText: "10:20–10:40" });
    await page.locator("#visit [name=slotId]").selectOption((await time.getAttribute("value")) ?? "");
    await openCard({ name: "Светлова Анна", contact: "ул. Лесная, 3", subject: "Нет света на улице" });
    await cardOf("Светлова Анна").waitFor();
    expect(await page.getByText("занято").count()).toBe(1);
    await openCard({ name: "Дорогин Пётр", contact: "8 900 000-00-00", subject: "Яма на дороге" });
    await cardOf("Дорогин Пётр").waitFor();
  });

  test("is answered orally, or in writing with who answers and until when; an empty answer is refused", async () => {
    await answer("Светлова Анна", "answer-orally", "");
    await page.getByRole("alert").waitFor();
    await answer("Светлова Анна", "answer-orally", "Фонарь поставят до пятницы.");
    await cardOf("Светлова Анна").locator(".mark", { hasText: "ответ дан устно" }).waitFor();
    const dorogin = cardOf("Дорогин Пётр");
    await dorogin.locator("summary").click();
    await dorogin.locator("[name=dueDate]").fill(inDays(12));
    await answer("Дорогин Пётр", "owe-reply", "Ответим письменно.");
    await dorogin.getByText(/письменный ответ до/).waitFor();
    await answer("Дорогин Пётр", "give-reply", "Яму засыпали, письмо № 7.");
    await dorogin.locator(".mark", { hasText: "письменный ответ направлен" }).waitFor();
    expect(await main()).toContain("Фонарь поставят до пятницы.");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("shows nobody outside who came and with what", async () => {
    await page.goto(reception.replace(/\/reception$/, ""));
    await press("Объявить");
    const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await visitor.page.goto(reception.replace("/desk/events/", "/events/").replace(/\/reception$/, ""));
    const words = await readWords(visitor.page.locator("body"));
    expect(words).toContain("Приём главы");
    for (const secret of ["Светлова", "Лесная", "Дорогин", "Фонарь", "Яма"]) expect(words).not.toContain(secret);
    await visitor.page.goto(reception);
    expect(new URL(visitor.page.url()).pathname).toBe("/sign-in");
    await visitor.page.context().close();
    // Nothing but the two forms that were refused.
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  });
});
