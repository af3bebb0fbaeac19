import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeWindows, writeExchange } from "../../src/ledger/statement/testing.ts";
import { findSeriousFaults } from "./axe.ts";
import { addPerson, openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];

const ACCOUNTANT = { email: "accountant@example.org", password: "correct horse battery" };

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  await addPerson(portal, { ...ACCOUNTANT, name: "Орлова Вера", roles: ["accountant"], basis: "приказ № 1" });
  ({ page, faults } = await openPage(browser));
  await signIn(page, { ...portal, ...ACCOUNTANT });
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const heading = () => readWords(page.getByRole("heading", { level: 1 }));
const waitForHeading = (name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const record = () => page.getByRole("button", { name: "Внести запись" }).click();

/** What every form of the ledger asks for. */
async function fillDocument(day: string, basis: string): Promise<void> {
  await page.getByLabel(/^День/).fill(day);
  await page.getByLabel("Основание").fill(basis);
}

describe("the accountant", () => {
  test("sees the demonstration's year with every sum on its own line", async () => {
    await page.goto(`${portal.url}/money?year=2024`);
    expect(await heading()).toBe("За 2024 год оплачено 858 500,00 руб. из 858 500,00 руб.");
    const totals = await page.locator("tr.total").last().locator("td").allInnerTexts();
    const sums = ["858 500,00", "858 500,00", "858 500,00", "858 500,00", "5 000,00", "853 500,00", "5 000,00", "99,4"];
    expect(totals.map((text) => text.replace(/\s/g, " "))).toEqual(sums);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("finds the payment that was posted wrongly, its reversal and the right one, all in the journal", async () => {
    await page.goto(`${portal.url}/money/journal?year=2024&kind=reversal`);
    await page.locator("tbody a", { hasText: "Исправление" }).first().click();
    await waitForHeading(/^Исправление/);
    await page.locator(".chain a", { hasText: "Платёж" }).click();
    await waitForHeading(/^Платёж/);
    expect(await readWords(page.locator(".notice"))).toContain("Эта запись исправлена");
    await page.locator(".chain a", { hasText: "Обязательство" }).click();
    await waitForHeading(/^Обязательство/);
    await page.locator("main tbody a", { hasText: "Платёж" }).first().click();
    await waitForHeading(/^Платёж/);
    expect(await page.locator(".notice").count()).toBe(0);
  });

  test("walks from every payment of the year up to its row of the programme and on to the payee's receipt", async () => {
    await page.goto(`${portal.url}/money/journal?kind=payment&year=2024`);
    const links = page.locator("tbody tr a[href*='/money/entries/']");
    const payments = [...new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))];
    expect(payments).toHaveLength(13);
    for (const payment of payments) {
      await page.goto(portal.url + payment);
      const steps = await page.locator(".chain li").allInnerTexts();
      const isReversed = (await page.locator(".notice", { hasText: "Эта запись исправлена" }).count()) > 0;
      const names = [...new Set(steps.map((text) => text.split(/[\s:№]/)[0] ?? ""))];
      expect(names.slice(0, 5)).toEqual(["Строка", "План", "Лимит", "Обязательство", "Платёж"]);
      expect(names.includes("Исполнение")).toBe(!isReversed);
      for (const href of await page.locator(".chain a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
        expect((await page.request.get(portal.url + href)).status()).toBe(200);
      }
    }
  });

  test("is told in a sentence what is wrong with a sum, may give no day to come, and nothing is recorded", async () => {
    await page.goto(`${portal.url}/money/new-obligation?year=2025`);
    await page.getByLabel("Мероприятие").selectOption({ label: await optionOf("Обучение членов ТОС") });
    await page.getByLabel("Получатель").fill("АНО «Ресурсный центр»");
    const said: string[] = [];
    for (const [sum, day, basis] of [
      ["10,123", "2025-03-03", "контракт № 6"],
      ["100 USD", "2025-03-03", "контракт № 6"],
      ["двадцать", "2025-03-03", "контракт № 6"],
      ["35 000", "2025-03-03", "контракт № 6"],
    ] as const) {
      await page.getByLabel("Местный бюджет, руб.").fill(sum);
      await fillDocument(day, basis);
      await record();
      await expect.poll(async () => (await readWords(page.getByRole("alert"))) !== said.at(-1)).toBe(true);
      said.push(await readWords(page.getByRole("alert")));
    }
    expect(said).toEqual([
      expect.stringContaining("больше двух знаков после запятой"),
      expect.stringContaining("суммы принимаются только в рублях"),
      expect.stringContaining("«двадцать» — не сумма"),
      expect.stringContaining("Не хватает лимита: свободно 0,00 руб."),
    ]);
    await page.goto(`${portal.url}/money/journal?text=${encodeURIComponent("контракт № 6")}`);
    expect(await heading()).toBe("Таких записей нет");
    await page.goto(`${portal.url}/money/new-obligation?year=2025`);
    expect(await page.locator("input[type=date]").first().getAttribute("max")).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("is asked about thousands, records a limit and an obligation under it", async () => {
    await page.goto(`${portal.url}/money/new-limit?year=2025`);
    await page.getByLabel("Мероприятие").selectOption({ label: await optionOf("Обучение членов ТОС") });
    await page.getByLabel("Местный бюджет, руб.").fill("70");
    await fillDocument("2025-01-09", "роспись на 2025 год");
    await record();
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("Не спутаны ли рубли и тысячи рублей?");
    await page.getByLabel("Местный бюджет, руб.").fill("70 000,00");
    await record();
    await waitForHeading(/^Лимит .*70\s000,00 руб/);
    await page.goto(`${portal.url}/money/new-obligation?year=2025`);
    await page.getByLabel("Мероприятие").selectOption({ label: await optionOf("Обучение членов ТОС") });
    await page.getByLabel("Получатель").fill("АНО «Ресурсный центр»");
    await page.getByLabel("Местный бюджет, руб.").fill("35000");
    await fillDocument("2025-03-03", "контракт № 5");
    await record();
    await waitForHeading(/^Обязательство/);
  });

  test("pays, reverses the payment, and follows its chain up to the plan", async () => {
    await page.getByText("Внести платёж").first().click();
    const open = page.locator("details[open]");
    await open.getByLabel(/^День/).fill("2025-04-01");
    await open.getByLabel("Основание").fill("платёжное поручение № 9");
    await page.getByRole("button", { name: "Внести платёж" }).click();
    await waitForHeading(/^Платёж/);
    expect(await findSeriousFaults(page)).toEqual([]);
    const payment = page.url();
    const steps = await page.locator(".chain li").allInnerTexts();
    expect(steps.map((text) => text.split(/[\s:№]/)[0])).toEqual([
      "Строка",
      "План",
      "Лимит",
      "Обязательство",
      "Платёж",
    ]);
    await page.locator("summary", { hasText: "Исправить запись" }).click();
    const form = page.locator("details[open]");
    await form.getByLabel("Основание").fill("справка № 1");
    await form.getByLabel("Почему исправляете").fill("оплачен другой контракт");
    await form.getByRole("button", { name: "Исправить запись" }).click();
    await waitForHeading(/^Исправление/);
    await page.goto(payment);
    expect(await readWords(page.locator(".notice"))).toContain("Эта запись исправлена");
    expect(faults.filter((fault) => !/409|422/.test(fault))).toEqual([]);
  });

  test("takes a bank's file in and records what it accepts; the same file again has nothing new", async () => {
    const order = { number: "21", date: "02.04.2025", sum: "35000.00", payee: "АНО «РЕСУРСНЫЙ ЦЕНТР»" };
    const text = writeExchange([{ ...order, purpose: "Оплата семинара по контракту № 5" }]);
    for (const seen of ["относится к обязательству", "уже внесён"]) {
      await page.goto(`${portal.url}/money/statements`);
      const file = { name: "kl_to_1c.txt", mimeType: "text/plain", buffer: Buffer.from(encodeWindows(text)) };
      await page.getByLabel("Файл выписки").setInputFiles(file);
      await page.getByRole("button", { name: "Прочитать выписку" }).click();
      await waitForHeading(/^Выписка/);
      expect(await readWords(page.locator("tbody tr").first())).toContain(seen);
      expect(await findSeriousFaults(page)).toEqual([]);
      if (seen !== "уже внесён") {
        await page.getByRole("button", { name: "Внести отмеченные платежи" }).click();
        await page.getByText("уже внесён").waitFor();
      }
    }
    expect(faults.filter((fault) => !/409|422/.test(fault))).toEqual([]);
  });

  test("names the columns of a treasury's table once; the next one with the same head opens at once", async () => {
    const head = "Номер документа;Дата проведения;Получатель;Назначение платежа;Сумма выплаты";
    const upload = async (row: string) => {
      await page.goto(`${portal.url}/money/statements`);
      const buffer = Buffer.from(encodeWindows(`${head}\r\n${row}\r\n`));
      await page.getByLabel("Файл выписки").setInputFiles({ name: "апрель.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: "Прочитать выписку" }).click();
    };
    await upload("500;03.04.2025;ООО «Ромашка»;Канцелярские товары;1 200,00");
    await waitForHeading(/^Что в какой колонке/);
    expect(await page.getByLabel("Сумма выплаты").inputValue()).toBe("sum");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Сохранить и открыть выписку" }).click();
    await waitForHeading(/^Выписка/);
    expect(await readWords(page.locator(".notice"))).toContain("Обязательства не нашлось: 1");
    await upload("21;02.04.2025;АНО «Ресурсный центр»;Оплата по контракту № 5;35 000,50");
    await waitForHeading(/^Выписка/);
    expect(await readWords(page.locator("tbody tr").first())).toContain("внесён с другой суммой: 35 000,00 руб.");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("sees on which day the plans differed and which document made it so", async () => {
    await page.goto(`${portal.url}/money/reconciliation?year=2024&on=2024-06-01`);
    expect(await heading()).toBe("Планы на 2024 год расходятся в 1 строке");
    const why = await readWords(page.locator(".why"));
    expect(why).toContain("на 10 000,00 руб. меньше, чем решение о бюджете от 20 декабря 2023 г.");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.locator(".why a").first().click();
    await waitForHeading(/^Лимит/);
    await page.goto(`${portal.url}/money/reconciliation?year=2024&on=2024-12-31`);
    expect(await heading()).toBe("Планы на 2024 год сходятся");
  });

  const optionOf = async (words: string) =>
    (await page.getByLabel("Мероприятие").locator("option").allInnerTexts()).find((text) => text.includes(words)) ?? "";
});

test("a coordinator moves money of the plan into the draft, sees what changed, and goes on to the act; the promised stays", async () => {
  const coordinator = await openPage(browser);
  await signIn(coordinator.page, portal);
  const move = async (sum: string) => {
    await coordinator.page.goto(`${portal.url}/money/move?year=2024`);
    const [from, to] = ["fromActivity", "toActivity"].map((id) => coordinator.page.locator(`#${id}`));
    const options = (await from?.locator("option").allInnerTexts()) ?? [];
    const find = (words: string) => ({ label: options.find((text) => text.includes(words)) ?? "" });
    await from?.selectOption(find("Если хочешь изменить"));
    await to?.selectOption(find("Обучение членов ТОС"));
    await coordinator.page.locator("#fromSource").selectOption("local");
    await coordinator.page.locator("#toSource").selectOption("local");
    await coordinator.page.getByLabel("Сумма, руб.").fill(sum);
    await coordinator.page.getByRole("button", { name: "Изменить черновик" }).click();
  };
  await move("100,00");
  await coordinator.page.getByRole("alert").waitFor();
  expect(await readWords(coordinator.page.getByRole("alert"))).toContain("не больше 90,09 руб.");
  await move("90,09");
  await coordinator.page.waitForURL("**/draft/comparison");
  await expect.poll(() => readWords(coordinator.page.locator("main")), { timeout: 15_000 }).toMatch(/12.?909,91/);
  await coordinator.page.locator('a[href*="/act?became=draft"]').first().click();
  await coordinator.page.waitForURL("**/act?became=draft**");
});

test("the files have the totals of the screen", async () => {
  const csv = await page.request.get(`${portal.url}/money/balance.csv?year=2024`);
  const last = (await csv.text()).trim().split("\r\n").at(-1);
  expect(last).toBe("Итого;;;858500,00;858500,00;858500,00;858500,00;5000,00;853500,00;5000,00;99,4");
  const xlsx = await page.request.get(`${portal.url}/money/register.xlsx?year=2024`);
  expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");
});

test("everybody sees what was spent, without an account and without scripts", async () => {
  const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await visitor.page.goto(`${portal.url}/programmes/ordynsky-2024-2026/spending`);
  const said = await readWords(visitor.page.getByRole("heading", { level: 1 }));
  expect(said).toBe("Оплачено 893 500,00 руб. из 3 575 500,00 руб. плана на 2024–2026");
  const missing = await visitor.page.goto(`${portal.url}/programmes/nothing/spending`);
  expect(missing?.status()).toBe(404);
});
