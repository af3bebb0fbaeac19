import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { enterPassword, openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

const ADMIN = { email: "orlova@example.org", password: "correct horse" };

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ empty: true }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

async function fillIn(page: Page, code: string): Promise<void> {
  await page.getByLabel("Код", { exact: true }).fill(code);
  await page.getByLabel("Полное название").fill("Искитимский муниципальный район");
  await page.getByLabel("Название в родительном падеже").fill("Искитимского муниципального района");
  await page.getByLabel("Краткое название").fill("Искитимский район");
  await page.getByLabel("Короткое имя в адресах").fill("iskitimsky");
  await page.getByLabel("Часовой пояс").selectOption("Asia/Novosibirsk");
  await page.getByLabel("Фамилия, имя и отчество").fill("Орлова Вера Петровна");
  await page.getByLabel("Электронная почта").fill(ADMIN.email);
  await page.getByRole("textbox", { name: "Пароль" }).fill(ADMIN.password);
}

const ask = (path: string, init: RequestInit = {}) => fetch(`${portal.url}${path}`, { redirect: "manual", ...init });

describe("a clean installation that nobody has set up", () => {
  it("leads everything to its one page, in the language that was asked for", async () => {
    expect(portal.dataFolder).toMatch(/-own$/);
    for (const [path, to] of [
      ["/", "/set-up"],
      ["/desk?x=1", "/set-up"],
      ["/en/people", "/en/set-up"],
      ["/m/ordynsky", "/set-up"],
      ["/sign-in.data", "/set-up"],
      ["/no-such-page", "/set-up"],
    ] as const) {
      const answer = await ask(path);
      expect([path, answer.status, answer.headers.get("location")]).toEqual([path, 303, to]);
    }
    const posted = await ask("/sign-in", { method: "POST", headers: { origin: portal.url }, body: "email=a" });
    expect([posted.status, posted.headers.get("location")]).toEqual([303, "/set-up"]);
    const foreign = await ask("/set-up", { method: "POST", headers: { origin: "https://elsewhere.example" } });
    expect(foreign.status).toBe(403);
    const page = await ask("/set-up");
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("private, no-store");
  });

  it("says beside each field what is wrong and keeps what was typed, without scripts, in English too", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${portal.url}/en/set-up`);
    await page.getByLabel("Full name").first().fill("Искитимский район");
    await page.getByLabel("Code", { exact: true }).fill("0000-0000-0000-0000");
    await page.getByRole("button", { name: "Create and sign in" }).click();
    expect(await readWords(page.getByRole("alert"))).toContain("The code does not match");
    await page.getByLabel("Code", { exact: true }).fill(portal.code);
    await page.getByRole("button", { name: "Create and sign in" }).click();
    const alert = await readWords(page.getByRole("alert"));
    expect(alert).toContain("Choose the time zone");
    expect(alert).toContain("The password has 10 to 128 characters");
    expect(await page.getByLabel("Full name").first().inputValue()).toBe("Искитимский район");
  });

  it("becomes a portal whose administrator invites the coordinator; a second browser comes too late", async () => {
    const [{ page, faults }, late] = await Promise.all([openPage(browser), openPage(browser)]);
    await late.page.goto(`${portal.url}/set-up`);
    await fillIn(late.page, portal.code);
    await page.goto(portal.url);
    expect(new URL(page.url()).pathname).toBe("/set-up");
    expect(await findSeriousFaults(page)).toEqual([]);
    await fillIn(page, portal.code);
    await page.getByRole("button", { name: "Создать и войти" }).click();
    await page.waitForURL("**/first-steps");
    expect(await readWords(page.locator("main"))).toContain("Пригласите координатора программы");
    expect(await readWords(page.locator("header"))).not.toContain("Демонстрационные данные");
    expect(await findSeriousFaults(page)).toEqual([]);

    await late.page.getByRole("button", { name: "Создать и войти" }).click();
    await late.page.waitForLoadState();
    expect(await readWords(late.page.locator("main"))).toContain("Такой страницы нет");

    await page.getByRole("link", { name: "Пригласить координатора" }).click();
    expect(await page.getByLabel("координатор").isChecked()).toBe(true);
    await page.getByLabel("Электронная почта").fill("coordinator@example.org");
    await page.getByLabel("Основание").fill("распоряжение № 1");
    await page.getByRole("button", { name: "Пригласить" }).click();
    const link = await page.locator("#handed").inputValue();

    const { page: guest } = await openPage(browser);
    await guest.goto(link);
    await guest.getByLabel("Фамилия, имя и отчество").fill("Сомова А. Б.");
    await guest.locator("#next").fill("another horse");
    await guest.getByRole("button", { name: "Принять приглашение" }).click();
    await guest.waitForURL("**/desk");
    expect(faults).toEqual([]);
  });

  it("has no such page any more, however it is asked, and no door of the demonstration", async () => {
    for (const path of ["/set-up", "/en/set-up"]) {
      expect((await ask(path)).status).toBe(404);
      const headers = { origin: portal.url, "content-type": "application/x-www-form-urlencoded" };
      expect((await ask(path, { method: "POST", headers, body: `code=${portal.code}` })).status).toBe(404);
    }
    expect((await ask("/")).status).toBe(200);
    const { page } = await openPage(browser);
    await enterPassword(page, portal, ADMIN);
    await page.waitForURL("**/desk");
  });
});
