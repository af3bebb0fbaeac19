import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const DRAFT = "/programmes/ordynsky-2024-2026/draft";
const YARD = "А у нас во дворе ТОС.*";

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

async function openDraft(): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await signIn(opened.page, portal);
  await opened.page.goto(portal.url + DRAFT);
  const begin = opened.page.getByRole("button", { name: "Начать черновик" });
  if (await begin.isVisible()) await begin.click();
  await opened.page.getByRole("grid").waitFor();
  await waitForSaved(opened.page);
  return opened;
}

function waitForSaved(page: Page): Promise<void> {
  return page.getByText(/Сохранено в/).waitFor();
}

/** A cell by what it is called; only those in sight are in the page, so the grid is scrolled until it is there. */
async function findCell(page: Page, name: string): Promise<Locator> {
  const cell = page.getByRole("gridcell", { name: new RegExp(name) }).first();
  const grid = page.getByRole("grid");
  for (let top = 0; (await cell.count()) === 0 && top < 6000; top += 300) {
    await grid.evaluate((element, to) => element.scrollTo(0, to), top);
    await page.waitForTimeout(60);
  }
  return cell;
}

async function readCell(page: Page, name: string): Promise<string> {
  return (await readWords(await findCell(page, name))).trim();
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await (await findCell(page, name)).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const local = (year: string) => `${YARD}местные бюджеты.*, ${year}, `;
const unitCost = (year: string) => `${YARD}Стоимость единицы.*, ${year}, `;

describe("a coordinator at the draft of the next edition", () => {
  it("moves 100,0 to the next year, and totals and findings follow every keystroke", async () => {
    const { page, faults } = await openDraft();
    expect(await findSeriousFaults(page)).toEqual([]);
    await type(page, local("2025"), "400");
    await type(page, local("2026"), "600");
    expect(await readCell(page, local("2025"))).toBe("400,0");
    expect(await readCell(page, `${YARD}Сумма затрат.*, 2025, `)).toBe("400,0");
    const findings = page.getByRole("region", { name: "Замечания" });
    expect(await readWords(findings)).toContain("2 ошибки");
    await type(page, unitCost("2025"), "400");
    await type(page, unitCost("2026"), "600");
    await expect.poll(() => readWords(findings)).toContain("0 ошибок");
    expect(await readCell(page, "^Итого затрат на достижение цели 1.*, 2025, ")).toBe("1258,5");
    await waitForSaved(page);
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("finds it all there after opening the page again, the passport's words included", async () => {
    const { page } = await openDraft();
    expect(await readCell(page, local("2026"))).toBe("600,0");
    await page.getByRole("button", { name: "Тексты" }).click();
    expect(await page.getByLabel("Объемы финансирования программы").inputValue()).toContain(
      "2026 год – 1 458,5 тыс. рублей",
    );
  });

  it("pastes a block, is told what of it are totals, and takes it back", async () => {
    const { page, faults } = await openDraft();
    await (await findCell(page, local("2024"))).click();
    await paste(page, "1,5\t2,5\t3,5\t7,5\r\n");
    await expect.poll(() => readWords(page.locator("main"))).toContain("Вставлено 3 ячейки. Одна пропущена");
    expect(await readCell(page, local("Итого"))).toBe("7,5");
    await page.keyboard.press("Control+z");
    expect(await readCell(page, local("2025"))).toBe("400,0");
    await page.keyboard.press("Control+y");
    expect(await readCell(page, local("2025"))).toBe("2,5");
    await page.getByRole("button", { name: "Отменить", exact: true }).click();
    expect(await readCell(page, local("Итого"))).toBe("1000,0");
    await waitForSaved(page);
    expect(faults).toEqual([]);
  });

  it("is told in a sentence that ten thousand rows are too many, and nothing changes", async () => {
    const { page } = await openDraft();
    await (await findCell(page, local("2024"))).click();
    await paste(page, "1\n".repeat(10_000));
    await expect.poll(() => readWords(page.locator("main"))).toContain("больше 5 000 строк");
    expect(await readCell(page, local("2024"))).toBe("0,0");
  });

  it("sees the text that is no number at its cell, and why it is not taken", async () => {
    const { page } = await openDraft();
    await (await findCell(page, local("2024"))).click();
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("сто");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    expect(await readWords(page.locator(".cell-bar"))).toContain("«сто» не число");
    expect(await readCell(page, local("2024"))).toBe("сто");
    await page.keyboard.press("Delete");
    await page.keyboard.type("0,0");
    await page.keyboard.press("Enter");
    expect(await readCell(page, local("2024"))).toBe("0,0");
    await waitForSaved(page);
  });

  it("goes from a finding to its cell", async () => {
    const { page } = await openDraft();
    const finding = page.locator(".live-one", { hasText: "Доля источника иная" }).first();
    await finding.getByRole("button", { name: "К ячейке" }).click();
    await expect.poll(() => page.getByLabel(/Если хочешь изменить мир.*местные бюджеты/).count()).toBeGreaterThan(0);
  });
});

describe("two people at one draft", () => {
  it("see each other, and the second to change a cell chooses between both values", async () => {
    const [one, two] = [await openDraft(), await openDraft()];
    await expect.poll(() => readWords(one.page.locator("main")), { timeout: 15_000 }).toContain("открыт ещё в");
    await two.page.context().setOffline(true);
    await type(one.page, local("2024"), "10");
    await waitForSaved(one.page);
    await type(two.page, local("2024"), "20");
    await expect.poll(() => readWords(two.page.locator(".saving"))).toContain("Нет связи");
    await two.page.context().setOffline(false);
    const conflict = two.page.locator(".conflict");
    await expect.poll(() => conflict.count(), { timeout: 15_000 }).toBe(1);
    expect(await readWords(conflict)).toMatch(/Сейчас: 10,0.*Вы: 20/s);
    expect(await readCell(two.page, local("2024"))).toBe("10,0");
    await conflict.getByRole("button", { name: "Поставить моё" }).click();
    expect(await readCell(two.page, local("2024"))).toBe("20,0");
    await expect.poll(() => readCell(one.page, local("2024")), { timeout: 15_000 }).toBe("20,0");
    await type(one.page, local("2024"), "0");
    await waitForSaved(one.page);
  });

  it("loses nothing that was typed without a connection, not even by closing the window", async () => {
    const { page } = await openDraft();
    await page.route("**/draft/changes", (route) => route.abort());
    await type(page, `День соседей.*Количество.*, 2024, `, "7");
    await expect.poll(() => readWords(page.locator(".saving"))).toContain("Нет связи");
    await page.unroute("**/draft/changes");
    await page.reload();
    await expect.poll(() => readCell(page, `День соседей.*Количество.*, 2024, `), { timeout: 15_000 }).toBe("7");
    await waitForSaved(page);
    await type(page, `День соседей.*Количество.*, 2024, `, "1");
    await waitForSaved(page);
  });
});

describe("a draft that is ready", () => {
  it("becomes a document to approve, whose Word file says what the draft said", async () => {
    const { page, faults } = await openDraft();
    await page.getByRole("button", { name: "На утверждение" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    await page.getByRole("link", { name: /^Приложение 2/ }).click();
    const block = page.locator(".block", { hasText: "А у нас во дворе ТОС" });
    await expect.poll(() => readWords(block)).toContain("600,0");
    await page.goto(portal.url + DRAFT);
    expect(await readWords(page.getByRole("heading", { level: 1 }))).toBe("Черновика нет");
    expect(faults).toEqual([]);
  });
});

/** As a spreadsheet puts it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.getByRole("grid").evaluate((grid, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    grid.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
