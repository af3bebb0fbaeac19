import ICAL from "ical.js";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { addPerson } from "./people.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];

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
const press = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).first().click();
/** A day of the municipality's calendar that is so many days away. */
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Novosibirsk" });

async function plan(title: string, given: { date: string; from: string; until: string }): Promise<string> {
  await page.goto(`${portal.url}/desk/events/new`);
  await page.locator("#kind").selectOption("clean-up");
  await page.locator("#title").fill(title);
  for (const [field, value] of Object.entries(given)) await page.locator(`#${field}`).fill(value);
  await page.locator("[name=site-0-place]").fill("Парк у реки");
  await page.locator("[name=takesRegistrations]").check();
  await press("Запланировать мероприятие");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return page.url();
}

describe("an event", () => {
  test("is planned, announced, and a resident says that they will come", async () => {
    const address = await plan("Субботник проверки", { date: inDays(10), from: "10:00", until: "12:00" });
    const id = address.split("/").at(-1) ?? "";
    await press("Объявить");
    await page.locator("main", { hasText: "объявлено" }).waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    const resident = await addPerson(portal, { name: "Мария Жительница", role: "resident" });
    const visitor = await openPage(browser, { viewport: { width: 360, height: 740 } });
    await signIn(visitor.page, resident);
    await visitor.page.goto(`${portal.url}/events/${id}`);
    await visitor.page.getByRole("link", { name: "Записаться" }).click();
    await visitor.page.locator("#consent").check();
    await visitor.page.getByRole("button", { name: "Записаться" }).click();
    await visitor.page.getByRole("status").waitFor();
    expect(await readWords(visitor.page.getByRole("status"))).toContain("Вы записаны.");
    await visitor.page.context().close();
    await page.goto(address);
    expect(await main()).toContain("Мария Жительница");
  });

  test("stands in the calendar without scripts, and in a feed that another program reads", async () => {
    const visitor = await openPage(browser, { javaScriptEnabled: false });
    const [year, month] = inDays(10).split("-");
    await visitor.page.goto(`${portal.url}/events?month=${year}-${month}`);
    expect(await readWords(visitor.page.locator("main"))).toContain("Субботник проверки");
    await visitor.page.context().close();
    const feed = await (await fetch(`${portal.url}/events/calendar.ics`)).text();
    const events = new ICAL.Component(ICAL.parse(feed)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    const own = events.find(({ summary }) => summary === "Субботник проверки");
    expect(own?.location).toBe("Парк у реки");
    expect(own?.startDate.toJSDate().toISOString()).toBe(new Date(`${inDays(10)}T10:00:00+07:00`).toISOString());
    expect(faults).toEqual([]);
  });
});
