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

  test("looks at a part of the year, on the page, on the charts and in the file", async () => {
    await go("/indicators?year=2024");
    await page.getByRole("link", { name: "I полугодие" }).click();
    await page.waitForURL(/quarter=2/);
    await expect.poll(said).toContain("Показатели за I полугодие 2024 года");
    const fact = page.getByRole("row").filter({ hasText: "4.1." }).getByRole("link", { name: "683,5" });
    await fact.click();
    await page.waitForURL(/quarter=2/);
    await expect.poll(said).toContain("683,5 тыс. руб. за I полугодие 2024 года");
    await go("/reports/charts?year=2024&quarter=2");
    await expect.poll(said).toContain("Графики за I полугодие 2024 года");
    const file = await page.request.get(`${portal.url}/indicators.csv?year=2024&quarter=2`);
    expect(await file.text()).toMatch(/4\.1\..*;788,5;683,5;/);
  });

  test("turns the pages of a figure's records, and has all of them with the same total in a file", async () => {
    await go("/indicators?year=2024");
    await page.getByRole("row").filter({ hasText: "1.1." }).getByRole("link").first().click();
    await expect.poll(said).toContain("Показаны 1–100 из");
    const all = Number(/Показаны 1–100 из (\d+)/.exec(await said())?.[1]);
    expect(all).toBeGreaterThan(100);
    const lastRow = page.getByRole("table").first().getByRole("row").last();
    const total = ((await lastRow.textContent()) ?? "").replace(/\s/g, "");
    const address = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
    await page.getByRole("link", { name: "Следующая страница" }).click();
    await page.waitForURL(/page=2/);
    await expect.poll(said).toContain(`Показаны 101–${all} из ${all}`);
    expect(((await lastRow.textContent()) ?? "").replace(/\s/g, "")).toBe(total);
    const text = await (await page.request.get(portal.url + address)).text();
    const rows = text.trim().split(/\r?\n/).slice(1);
    expect(rows).toHaveLength(all + 1);
    const amounts = rows.map((row) => Number(row.split(";").at(-1)?.replace(/\s/g, "")));
    expect(amounts.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(amounts.at(-1));
    expect(total).toBe(`Всегопо${all}${amounts.at(-1)}`);
    expect(await findSeriousFaults(page)).toEqual([]);
    await go("/indicators?year=2024");
    await page.getByRole("row").filter({ hasText: "4.1." }).getByRole("link", { name: "783,5" }).click();
    await expect.poll(said).toContain("план 788,5");
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

  test("says of which contests awards are counted; a refusal and a second look keep what was ticked", async () => {
    await go("/indicators?year=2024");
    await page.getByRole("row").filter({ hasText: "1.2." }).getByRole("link").first().click();
    await page.waitForURL(/\/indicators\/indicator\//);
    const form = `${new URL(page.url()).pathname}/passport`;
    await go(form);
    const contest = page.locator("input[name=contestIds]").first();
    const isTicked = () => contest.evaluate((box: HTMLInputElement) => box.checked);
    await contest.check();
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("alert").waitFor();
    expect(await isTicked()).toBe(true);
    await page.locator("#reason").fill("распоряжение № 7");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/passport"));
    await go(form);
    expect(await isTicked()).toBe(true);
    expect(await page.locator("input[name=contestIds]:checked").count()).toBe(1);
    expect(await findSeriousFaults(page)).toEqual([]);
  });
});
