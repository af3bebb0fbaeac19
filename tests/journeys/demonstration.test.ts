import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLE_NAMES, ROLES } from "../../src/access/roles.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal({ isFirst: true }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe("the demonstration", () => {
  it("lets in as each of nine invented people with one click, and says as whom one looks", async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${portal.url}/sign-in`);
    expect(await findSeriousFaults(page)).toEqual([]);
    const doors = page.locator("main form.roles");
    expect(await doors.getByRole("button").count()).toBe(ROLES.length);
    await doors.getByRole("button").first().click();
    for (const role of ROLES) {
      await page.waitForURL("**/desk");
      await page.locator(".strip summary").click();
      const door = page.locator(".strip").getByRole("button", { name: `${ROLE_NAMES[role].ru} ` });
      const [, name = ""] = /([А-Я]\. [А-Я]\. \S+ \(пример\))/.exec(await readWords(door)) ?? [];
      expect(name).not.toBe("");
      await Promise.all([page.waitForNavigation(), door.click()]);
      const said = await readWords(page.locator(".strip strong"));
      expect(said).toContain(`Вы смотрите как ${name}: ${ROLE_NAMES[role].ru}`);
    }
    expect(faults).toEqual([]);
  });

  it("opens the doors from a public page with scripts off, and in English", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${portal.url}/en`);
    await page.locator(".strip summary").click();
    await page.locator(".strip").getByRole("button", { name: "auditor" }).click();
    expect(new URL(page.url()).pathname).toBe("/en/desk");
    expect(await readWords(page.locator(".strip"))).toContain("You look as С. Л. Орехов (пример): auditor");
  });

  it("leads to one's own programme", async () => {
    const { page } = await openPage(browser);
    await page.goto(portal.url);
    await page.locator(".strip").getByRole("link", { name: "начать свою программу" }).click();
    expect(await readWords(page.locator("main"))).toContain("npm start -- --empty");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  it("opens no door for a form from elsewhere, for a role that there is not, and for who only opens the address", async () => {
    const ask = (headers: Record<string, string>, role = "administrator", method = "POST") =>
      fetch(`${portal.url}/demonstration`, {
        method,
        redirect: "manual",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        ...(method === "POST" && { body: `role=${role}` }),
      });
    const own = { origin: portal.url };
    for (const [answer, status] of [
      [await ask({}), 403],
      [await ask({ origin: "https://elsewhere.example" }), 403],
      [await ask({ "sec-fetch-site": "cross-site", ...own }), 403],
      [await ask(own, "owner"), 404],
      [await ask(own, "", "GET"), 404],
    ] as const) {
      expect([answer.status, answer.headers.get("set-cookie")]).toEqual([status, null]);
    }
    expect((await ask(own)).status).toBe(302);
  });
});
