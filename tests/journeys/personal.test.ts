import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { addPerson } from "./people.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const CHAIR = "Ксенофонтова Алёна";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];
let chair: Awaited<ReturnType<typeof addPerson>>;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  chair = await addPerson(portal, { name: CHAIR, role: "chair" });
  const administrator = await addPerson(portal, { name: "Орлова Вера", role: "administrator" });
  ({ page, faults } = await openPage(browser, { viewport: { width: 1280, height: 900 } }));
  await signIn(page, administrator);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const open = (path = "") => page.goto(`${portal.url}/people/${chair.id}${path}`);

describe("what an administrator does for a person who writes on paper", () => {
  it("records a consent with its scan, then its withdrawal", async () => {
    await open();
    await page.getByText("Внести согласие, данное на бумаге").click();
    await page.getByLabel("День подписания").fill("2026-01-15");
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const scan = page.getByLabel("Скан подписанного согласия");
    await scan.setInputFiles({ name: "скан.pdf", mimeType: "application/pdf", buffer: drawing });
    await page.getByRole("button", { name: "Внести согласие" }).click();
    await page.getByText("Приложите скан согласия: PDF, PNG, JPEG или WebP.").waitFor();
    const create = { width: 60, height: 80, channels: 3 as const, background: "white" };
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await scan.setInputFiles({ name: "скан.jpg", mimeType: "image/jpeg", buffer });
    await page.getByRole("button", { name: "Внести согласие" }).click();
    await page.getByText("дано 15 января 2026 г., редакция 1, на бумаге").waitFor();
    const link = await page.getByRole("link", { name: "Скан" }).getAttribute("href");
    const kept = await page.request.get(portal.url + link);
    expect([kept.status(), kept.headers()["content-type"]]).toEqual([200, "image/webp"]);
    expect((await fetch(portal.url + link, { redirect: "manual" })).status).toBe(302);
    await page.getByText("Внести отзыв на бумаге").click();
    await page.getByLabel("Когда получен отзыв").fill("2026-02-01");
    await page.getByLabel("Документ", { exact: true }).fill("вх. № 12 от 01.02.2026");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Внести отзыв", exact: true }).click();
    await page.getByText("отозвано 1 февраля 2026 г.").waitFor();
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  });

  it("exports everything that is kept, with a reason, and the trail names it", async () => {
    await open();
    await page.getByLabel("Основание выгрузки").fill("заявление № 4");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Скачать данные" }).click(),
    ]);
    const entries = unzipSync(readFileSync(await file.path()));
    expect(strFromU8(entries["index.html"] ?? new Uint8Array())).toContain(CHAIR);
    await page.goto(`${portal.url}/settings/trail?action=personal.export`);
    expect(await readWords(page.getByRole("table", { name: "Журнал действий" }))).toContain("заявление № 4");
  });

  it("chooses the language of their own letters", async () => {
    await page.goto(`${portal.url}/settings/account`);
    await page.getByLabel("Письма присылать").selectOption("en");
    await page.getByRole("button", { name: "Сохранить", exact: true }).click();
    await page.getByText("Письма будут приходить на выбранном языке.").waitFor();
    await page.reload();
    expect(await page.getByLabel("Письма присылать").inputValue()).toBe("en");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  it("gives nobody's data without a reason, nor to who may not", async () => {
    const post = (basis: string) =>
      page.request.post(`${portal.url}/people/${chair.id}/data.zip`, {
        form: { basis },
        headers: { origin: portal.url },
        maxRedirects: 0,
      });
    expect((await post(" ")).status()).toBe(422);
    const other = await openPage(browser);
    await signIn(other.page, chair);
    for (const path of ["", "/erasure"]) {
      expect((await other.page.goto(`${portal.url}/people/${chair.id}${path}`))?.status()).toBe(403);
    }
    await other.page.context().close();
  });

  it("sees what goes and what the law keeps, types the name, and the person is erased", async () => {
    await open();
    await page.getByRole("link", { name: "К уничтожению данных" }).click();
    await page.getByRole("heading", { name: `Уничтожение данных: ${CHAIR}` }).waitFor();
    await page.getByText("ч. 3 ст. 9 Федерального закона № 152-ФЗ").waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByLabel("Основание").fill("заявление № 5");
    await page.getByLabel("Для подтверждения введите").fill("Ксенофонтова");
    await page.getByRole("button", { name: "Уничтожить навсегда" }).click();
    await page.getByText("Данные не тронуты.").waitFor();
    await page.getByLabel("Основание").fill("заявление № 5");
    await page.getByLabel("Для подтверждения введите").fill(" ксенофонтова  алена ");
    await page.getByRole("button", { name: "Уничтожить навсегда" }).click();
    await page.getByRole("heading", { name: "Роли: данные уничтожены" }).waitFor();
    const words = await page.locator("main").innerText();
    expect(words).not.toMatch(/Ксенофонтова|Уничтожить|@/);
    await page.goto(`${portal.url}/people`);
    expect(await page.locator("main").innerText()).not.toContain("Ксенофонтова");
    expect((await open("/erasure"))?.status()).toBe(409);
  });
});
