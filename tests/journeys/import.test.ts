import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const EXAMPLE = join(import.meta.dirname, "../../examples/ordynsky-2024-2026");
const TEXT_FILE = join(EXAMPLE, "ordynsky-2024-2026.txt");
/** A one-pixel photograph. */
const PHOTO = Buffer.from(
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=",
  "base64",
);

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe("a coordinator", () => {
  it("is told nothing about which half of a wrong sign-in was wrong", async () => {
    const { page } = await openPage(browser);
    const tell = async (email: string) => {
      await page.goto(`${portal.url}/sign-in`);
      await page.getByLabel("Электронная почта").fill(email);
      await page.getByRole("textbox", { name: "Пароль" }).fill("не тот пароль");
      await page.getByRole("button", { name: "Войти" }).click();
      return readWords(page.getByRole("alert"));
    };
    expect(await tell(portal.email)).toBe(await tell("nobody@example.org"));
  });

  it("reads a document, sees every finding beside its place, and approves it as the next edition", async () => {
    const { page, faults } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await signIn(page, portal);
    await page.getByRole("link", { name: "Прочитать документ" }).click();
    await page.getByLabel("Файл программы").setInputFiles(TEXT_FILE);
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await expect.poll(() => readWords(page.getByRole("heading", { level: 1 }))).toContain("ошибок в числах нет");
    await page.getByRole("link", { name: /^Приложение 2/ }).click();
    const block = page.locator(".block", { hasText: "Обучение членов ТОС" });
    await expect.poll(() => block.locator(".finding").count()).toBe(2);
    expect(await readWords(block.getByTitle("таблица 4, строка 8, графа 7"))).toContain("210,0");
    expect(await findSeriousFaults(page)).toEqual([]);

    await page.getByLabel(/Основание/).fill("постановление от 01.06.2024 № 500");
    await page.getByRole("button", { name: "Утвердить как редакцию 2" }).click();
    await page.waitForURL("**/programmes/ordynsky-2024-2026/editions/2");
    expect(await readWords(page.locator("main"))).toContain("постановление от 01.06.2024 № 500");
    expect(faults).toEqual([]);
  });

  it("sees what a document changes in the edition in force before deciding about it", async () => {
    const { page, faults } = await openPage(browser);
    await signIn(page, portal);
    await page.goto(`${portal.url}/import`);
    const text = readFileSync(TEXT_FILE, "utf8");
    const buffer = Buffer.from(text.replaceAll("Обучение членов ТОС", "Обучение активистов ТОС"));
    await page.getByLabel("Файл программы").setInputFiles({ name: "renamed.txt", mimeType: "text/plain", buffer });
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.getByRole("link", { name: "Что отличается от действующей редакции" }).click();
    await page.waitForURL(/\/changes$/);
    await expect.poll(() => readWords(page.getByRole("heading", { level: 1 }))).toMatch(/^Документ меняет \d+ мест/);
    const row = page.getByRole("table", { name: "Приложение 2" }).getByRole("row", { name: /Обучение активистов ТОС/ });
    expect(await readWords(row.first())).toContain("Обучение членов ТОС");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "renamed.txt" }).click();
    await page.getByRole("button", { name: "Отклонить документ" }).click();
    await page.waitForURL(/\/desk$/);
    expect(faults).toEqual([]);
  });

  it("shows every finding of the document exactly once over the six parts", async () => {
    const { page } = await openPage(browser);
    await signIn(page, portal);
    await page.goto(`${portal.url}/import`);
    await page.getByLabel("Файл программы").setInputFiles({
      name: "changed.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat([readFileSync(TEXT_FILE), Buffer.from("\n")]),
    });
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    const address = page.url();
    const seen: string[] = [];
    for (const part of ["title", "passport", "sections", "annex1", "annex2", "annex3"]) {
      await page.goto(`${address}?part=${part}`);
      seen.push(...(await page.locator(".finding").evaluateAll((list) => list.map((one) => one.id))));
    }
    const listed = JSON.parse(readFileSync(join(EXAMPLE, "findings.json"), "utf8")) as unknown[];
    expect(seen.toSorted()).toEqual(listed.map((_, at) => `finding-${at + 1}`).toSorted());
    await page.getByRole("button", { name: "Отклонить документ" }).click();
    await page.waitForURL("**/desk");
  });

  it("is told in words what is wrong with a photograph, and nothing of it is kept", async () => {
    const { page } = await openPage(browser);
    await signIn(page, portal);
    await page.goto(`${portal.url}/import`);
    await page
      .getByLabel("Файл программы")
      .setInputFiles({ name: "программа.docx", mimeType: "application/octet-stream", buffer: PHOTO });
    await page.getByRole("button", { name: "Прочитать" }).click();
    expect(await readWords(page.getByRole("alert"))).toContain("JPEG");
    await page.goto(`${portal.url}/desk`);
    expect(await page.getByRole("heading", { name: "Прочитанные документы ждут решения" }).count()).toBe(0);
  });

  it("can do all of it without scripts", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await signIn(page, portal);
    await page.goto(`${portal.url}/import`);
    await page.getByLabel("Файл программы").setInputFiles({
      name: "again.txt",
      mimeType: "text/plain",
      buffer: Buffer.concat([readFileSync(TEXT_FILE), Buffer.from("\n\n")]),
    });
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.getByRole("button", { name: /^Утвердить/ }).click();
    expect(await readWords(page.getByRole("alert"))).toContain("основание");
    await page.getByRole("button", { name: "Отклонить документ" }).click();
    await page.waitForURL("**/desk");
    await page.getByRole("button", { name: "Выйти" }).first().click();
    await page.goto(`${portal.url}/desk`);
    expect(page.url()).toContain("/sign-in");
  });
});
