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

const SOON = { timeout: 20_000 };
const said = async (where = "main") => ((await page.locator(where).textContent()) ?? "").replace(/\s+/g, " ");

describe("a method of weights", () => {
  test("refuses the document's column, and says what draws the result of equal ones above one", async () => {
    await page.goto(`${portal.url}/methods/ossetia?year=2024`);
    await expect.poll(() => said(), SOON).toContain("в графе весов стоят суммы по годам: это не веса");
    expect(await said()).toContain("При равных весах результат был бы 1,8196");
    expect(await said()).toMatch(/Методика не ограничивает степень сверху.*4\.2\..*: 6,75/);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("becomes the municipality's own, with formula and result beside the form at once", async () => {
    await page.getByRole("link", { name: /не больше чем за единицу/ }).click();
    await page.waitForURL(/\/methods\/new\?/);
    await expect.poll(() => said("aside"), SOON).toContain("Сейчас за 2024 год выходит");
    const result = async () => Number(/Результат: ([\d,]+)/.exec(await said("aside"))?.[1]?.replace(",", "."));
    const capped = await result();
    expect(capped).toBeGreaterThan(0.9);
    expect(capped).toBeLessThanOrEqual(1);
    const cap = page.getByLabel("Не больше (пусто — без ограничения)");
    await cap.fill("1.3");
    await cap.blur();
    await expect.poll(result, SOON).toBeGreaterThan(capped);
    await cap.fill("");
    await cap.blur();
    await expect.poll(result, SOON).toBeCloseTo(1.8196, 3);
    expect(await said("aside")).toContain("6,75");
    await cap.fill("1");
    await cap.blur();
    await expect.poll(result, SOON).toBe(capped);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("is kept with its basis, and refused without", async () => {
    await page.getByRole("button", { name: "Сохранить методику" }).click();
    await expect.poll(() => said(), SOON).toContain("Методика не сохранена");
    await page.getByLabel("Основание: решение, документ, причина изменения").fill("решение координатора № 1 (пример)");
    await page.getByRole("button", { name: "Сохранить методику" }).click();
    await page.waitForURL(/\/methods\/[0-9a-f-]{36}\?year=2024/, SOON);
    await expect.poll(() => said(), SOON).toContain("Веса показателей (равные веса) (не больше 1)");
    expect(await said()).toMatch(/Результат: 0,99/);
  });
});
