import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  ({ page, faults } = await openPage(browser, { viewport: { width: 1280, height: 900 } }));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const told = () => readWords(page.locator(".map-told"));

async function openBoundary(name: string): Promise<void> {
  await page.goto(`${portal.url}/registry/boundaries`);
  await page
    .getByRole("link", { name: `ТОС «${name}» (пример)` })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: `Границы: ТОС «${name}»` }).waitFor();
  await page.locator("[data-state=ready]").waitFor();
}

describe("the coordinator", () => {
  test("sees which boundaries overlap and which leave their settlement", async () => {
    await page.goto(`${portal.url}/registry/boundaries`);
    const rows = await page.locator("tr", { has: page.locator(".warning") }).allInnerTexts();
    expect(rows.map((row) => /ТОС «[^»]+»/.exec(row)?.[0]).toSorted()).toEqual([
      "ТОС «Вагайцевский»",
      "ТОС «Рассвет»",
      "ТОС «Соседи»",
    ]);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("draws a boundary anew on the map and sees its area before saving it", async () => {
    await openBoundary("Соседи");
    expect(await told()).toContain("пересекается: ТОС «Рассвет»");
    await page.getByRole("button", { name: "Стереть всё" }).click();
    await expect.poll(told).toBe("Граница не нарисована.");
    const canvas = page.locator(".map-canvas canvas");
    const corners = [
      [200, 150],
      [420, 160],
      [400, 330],
      [210, 320],
      [200, 150],
    ] as const;
    for (const [x, y] of corners) {
      await canvas.hover({ position: { x, y } });
      await canvas.click({ position: { x, y }, delay: 60 });
      await page.waitForTimeout(400);
    }
    await expect.poll(told, { timeout: 10_000 }).toMatch(/^Площадь [\d,\s]+ га\./);
    const said = await told();
    await page.getByRole("button", { name: "Отменить шаг" }).click();
    await expect.poll(told).not.toBe(said);
    await page.getByRole("button", { name: "Вернуть шаг" }).click();
    await expect.poll(told).toBe(said);
    await page.getByLabel("Номер акта").fill("21");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Отменить запись № 2").waitFor();
    const [area] = /[\d\s]+,\d\d/.exec(said) ?? [];
    expect(await readWords(page.locator("#history tbody tr").first())).toContain(area?.trim());
    expect(faults).toEqual([]);
  });

  test("is asked about a line that crosses itself, and gets it repaired", async () => {
    await openBoundary("Школьный");
    const bow = [
      [81.9, 54.3],
      [81.92, 54.32],
      [81.92, 54.3],
      [81.9, 54.32],
      [81.9, 54.3],
    ];
    await page.getByText("Координаты границы текстом").click();
    await page.getByLabel("GeoJSON", { exact: true }).fill(JSON.stringify({ type: "Polygon", coordinates: [bow] }));
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("пересекает сама себя, мест: 1 (54.31000, 81.91000)");
    await page.locator(".repair").waitFor();
    await page.getByLabel("Принять исправление пересечений").check();
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Отменить запись № 2").waitFor();
  });
});

test("everybody finds the associations on a map without scripts, and their boundaries in a file", async () => {
  const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await visitor.page.goto(`${portal.url}/map`);
  expect(await visitor.page.locator(".map a").count()).toBe(45);
  expect(await visitor.page.locator("tbody tr").count()).toBe(46);
  const file = await (await fetch(`${portal.url}/associations.geojson`)).json();
  expect(file.features).toHaveLength(45);
  await visitor.page.context().close();
});
