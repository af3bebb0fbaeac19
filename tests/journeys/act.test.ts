import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDocument } from "../../src/office/read.ts";
import { applyProposals, readAct } from "../../src/programme/amend/index.ts";
import { essenceOf } from "../../src/programme/export/essence.ts";
import { readAnyBytes } from "../../src/programme/reading.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const PROGRAMME = "/programmes/ordynsky-2024-2026";
const EXAMPLES = join(import.meta.dirname, "../../examples");
const FOREIGN = join(EXAMPLES, "amending-acts/zarechnoborsk.txt");
/** An act is read in a worker that is started for it. */
const SLOW = { timeout: 15_000 };
const YARD = "А у нас во дворе ТОС.*";
const local = (year: string) => `${YARD}местные бюджеты.*, ${year}, `;
const unitCost = (year: string) => `${YARD}Стоимость единицы.*, ${year}, `;

let portal: Portal;
let browser: Browser;
/** The act as it was downloaded, and what the first draft said. */
let act: Buffer;
let first: string;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

async function open(path: string, options: Parameters<typeof openPage>[1] = {}) {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await signIn(opened.page, portal);
  await opened.page.goto(portal.url + path);
  return opened;
}

function waitForSaved(page: Page): Promise<void> {
  return page.getByText(/Сохранено в/).waitFor();
}

async function beginDraft(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Начать черновик" }).click();
  await page.getByRole("grid").waitFor();
  await waitForSaved(page);
}

/** A cell by what it is called; only those in sight are in the page, so the grid is scrolled until it is there. */
async function findCell(page: Page, name: string): Promise<Locator> {
  const cell = page.getByRole("gridcell", { name: new RegExp(name) }).first();
  for (let top = 0; (await cell.count()) === 0 && top < 6000; top += 300) {
    await page.getByRole("grid").evaluate((grid, to) => grid.scrollTo(0, to), top);
    await page.waitForTimeout(60);
  }
  return cell;
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await (await findCell(page, name)).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function upload(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel("Файл постановления").setInputFiles(file);
  await page.getByRole("button", { name: "Прочитать постановление" }).click();
}

const docx = () => ({ name: "act.docx", mimeType: "application/octet-stream", buffer: act });

/** What the draft changes, as its comparison says it: every row of every table. */
async function readComparison(page: Page): Promise<string> {
  await page.goto(`${portal.url}${PROGRAMME}/draft/comparison`);
  return readWords(page.locator("main"));
}

async function discard(page: Page): Promise<void> {
  await page.goto(`${portal.url}${PROGRAMME}/draft`);
  await page.getByRole("grid").waitFor();
  await waitForSaved(page);
  await page.getByRole("button", { name: "Отменить черновик" }).click();
  await page.getByRole("button", { name: "Да, отменить черновик" }).click();
  await page.waitForURL("**/desk");
}

describe("the summer amendment", () => {
  it("is typed into a draft, and its act is drafted with a technique for each part", async () => {
    const { page, faults } = await open(`${PROGRAMME}/draft`);
    await beginDraft(page);
    await type(page, local("2025"), "400");
    await type(page, local("2026"), "600");
    await type(page, unitCost("2025"), "400");
    await type(page, unitCost("2026"), "600");
    await waitForSaved(page);
    first = await readComparison(page);
    await page.getByRole("link", { name: "Составить постановление" }).click();
    await page.waitForURL("**/act?became=draft");
    const text = page.getByRole("region", { name: "Текст постановления" });
    await expect.poll(() => readWords(text), SLOW).toContain("цифры «500,0» заменить цифрами «400,0»");
    await page
      .getByRole("group", { name: /^Приложение 2/ })
      .getByLabel("Изложить приложение в новой редакции")
      .check();
    await page.getByLabel("Номер", { exact: true }).fill("41");
    await page.getByLabel("Дата", { exact: true }).fill("2025-07-15");
    await page.getByLabel("Кто подписывает").fill("О.А. Орлов");
    await page.getByRole("button", { name: "Обновить текст" }).click();
    await expect.poll(() => readWords(text), SLOW).toContain("Приложение № 2 к Программе изложить в редакции");
    expect(await readWords(text)).toContain("15.07.2025");
    expect(await findSeriousFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Скачать .docx" }).click(),
    ]);
    act = readFileSync(await download.path());
    expect(faults).toEqual([]);
  });

  it("reads back out of its Word file as what the draft says", async () => {
    const { page } = await open(PROGRAMME);
    const given = await page.request.get(`${portal.url}${PROGRAMME}/editions/1/json`);
    const { programme } = await readAnyBytes(await given.body());
    const { proposals, findings, requisites } = readAct(readDocument(act), programme);
    expect(findings).toEqual([]);
    expect([requisites.date, requisites.number]).toEqual(["2025-07-15", "41"]);
    const after = applyProposals(programme, proposals);
    expect(after.problems).toEqual([]);
    expect(essenceOf(after.programme)).not.toEqual(essenceOf(programme));
  });

  it("makes a second draft the same as the first, and is taken back from the record", async () => {
    const { page, faults } = await open(`${PROGRAMME}/draft`);
    await discard(page);
    await page.goto(`${portal.url}${PROGRAMME}/draft/act`);
    await page.getByRole("button", { name: "Начать черновик" }).click();
    await upload(page, docx());
    await page.waitForURL(/draft\/act\?file=/);
    await expect.poll(() => readWords(page.locator("main")), SLOW).toContain("постановление 15.07.2025 № 41");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Внести отмеченное" }).click();
    await page.getByRole("grid").waitFor();
    expect(await readWords(page.locator("main"))).toContain("Из постановления внесено");
    expect(await readWords(await findCell(page, local("2026")))).toContain("600,0");
    expect(await readComparison(page)).toBe(first);
    await page.goto(`${portal.url}${PROGRAMME}/draft/history`);
    expect(await readWords(page.locator(".history-entry"))).toContain("из постановления «act.docx»");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Отменить эту правку" }).click();
    await expect.poll(() => page.locator(".history-entry").count(), SLOW).toBe(2);
    expect(await readComparison(page)).toContain("Черновик меняет 0 мест");
    expect(faults).toEqual([]);
  });
});

describe("what is not taken in", () => {
  it("is an act that amends another programme", async () => {
    const { page } = await open(`${PROGRAMME}/draft/act`);
    await upload(page, FOREIGN);
    await page.waitForURL(/draft\/act\?file=/);
    await expect
      .poll(() => readWords(page.getByRole("heading", { level: 1 })), SLOW)
      .toBe("Ни одного изменения прочитать не удалось");
    expect(await readWords(page.locator(".left-list"))).toContain("Это постановление меняет другой акт");
    expect(await page.getByRole("button", { name: "Внести отмеченное" }).count()).toBe(0);
  });

  it("is a document that is no act", async () => {
    const { page } = await open(`${PROGRAMME}/draft/act`);
    await upload(page, join(EXAMPLES, "ordynsky-2024-2026/ordynsky-2024-2026.docx"));
    expect(await readWords(page.getByRole("alert"))).toContain(
      "на постановление, которое меняет программу, он не похож",
    );
  });

  it("is an act that was read at another version of the draft, or of which nothing is ticked", async () => {
    const { page } = await open(`${PROGRAMME}/draft/act`);
    await upload(page, docx());
    await page.waitForURL(/draft\/act\?file=/);
    await page.getByRole("button", { name: "Снять все" }).click();
    await page.getByRole("button", { name: "Внести отмеченное" }).click();
    await expect.poll(() => readWords(page.getByRole("alert")), SLOW).toContain("Не отмечено ни одного изменения");
    const other = await open(`${PROGRAMME}/draft`);
    const sent = other.page.waitForResponse((response) => (response.request().postData() ?? "").includes('"set"'));
    await type(other.page, local("2024"), "1");
    await sent;
    await page.getByRole("button", { name: "Отметить все" }).click();
    await page.getByRole("button", { name: "Внести отмеченное" }).click();
    await expect.poll(() => readWords(page.getByRole("alert")), SLOW).toContain("Пока страница была открыта");
    await other.page.keyboard.press("Control+z");
    await waitForSaved(other.page);
  });
});

describe("an act given to the page that reads programmes", () => {
  it("leads on to the draft, the file in hand, also without scripts", async () => {
    const { page } = await open(`${PROGRAMME}/draft`);
    await discard(page);
    const plain = await open("/import", { javaScriptEnabled: false });
    await plain.page.getByLabel("Файл программы").setInputFiles(docx());
    await plain.page.getByRole("button", { name: "Прочитать" }).click();
    await plain.page.locator(".act-found").getByRole("link").click();
    await plain.page.getByRole("button", { name: "Начать черновик" }).click();
    await plain.page.getByRole("button", { name: "Внести отмеченное" }).click();
    await plain.page.waitForURL(/\/draft\?taken=/);
    expect(await readComparison(plain.page)).toBe(first);
  });
});
