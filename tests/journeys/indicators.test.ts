import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, type Portal, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  page = await browser.newPage();
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const go = (path: string) => page.goto(`${portal.url}${path}`);
/** The words of the page, whatever spaces stand between them. */
const said = async () => ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");

describe("the coordinator", () => {
  test("reads the year's plan and facts, and goes from a fact down to its records with the same total", async () => {
    await go("/indicators?year=2024");
    await expect.poll(said).toContain("Показатели за 2024 год");
    const row = page.getByRole("row").filter({ hasText: "4.1." });
    expect(await row.textContent()).toContain("783,5");
    expect(await findSeriousFaults(page)).toEqual([]);
    await row.getByRole("link", { name: "783,5" }).click();
    await expect.poll(said).toContain("план 788,5");
    const total = page.getByRole("table").first().getByRole("row").last();
    expect(await total.textContent()).toContain("783,5");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("corrects with reason and evidence, beside what was computed", async () => {
    await page.locator("#correction summary").click();
    await page.locator("#correction-value").fill("1,5");
    await page.locator("#correction-reason").fill("грант учтён в следующем году (пример)");
    await page.locator("#correction-evidence").fill("акт сверки № 1 (пример)");
    await page.locator("#correction").getByRole("button").click();
    await expect.poll(said).toContain("Посчитано 783,5, с поправками 785");
  });

  test("proposes and confirms; then the period is closed for corrections", async () => {
    for (const [intent, told] of [
      ["propose", "Предложено 785."],
      ["confirm", "Подтверждено 785."],
    ] as const) {
      await page.locator(`#${intent} summary`).click();
      await page.locator(`#${intent}`).getByRole("button").click();
      await expect.poll(said).toContain(told);
    }
    expect(await page.locator("#correction").count()).toBe(0);
    expect(await page.locator("#reopen").count()).toBe(1);
  });
});
