import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { addPerson, openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let accountant: Page;
let coordinator: Page;
let faults: string[];

const ACCOUNTANT = { email: "accountant@example.org", password: "correct horse battery" };
const CONTEST = "конкурса социально значимых проектов";

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  await addPerson(portal, { ...ACCOUNTANT, name: "Орлова Вера", roles: ["accountant"], basis: "приказ № 1" });
  ({ page: accountant, faults } = await openPage(browser));
  ({ page: coordinator } = await openPage(browser));
  await signIn(accountant, { ...portal, ...ACCOUNTANT });
  await signIn(coordinator, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const heading = (page: Page) => readWords(page.getByRole("heading", { level: 1 }));
const waitForHeading = (page: Page, name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function chooseActivity(page: Page): Promise<void> {
  const field = page.getByLabel("Мероприятие");
  const label = (await field.locator("option").allInnerTexts()).find((text) => text.includes(CONTEST)) ?? "";
  await field.selectOption({ label });
}

describe("co-financing, from the agreement to the report", () => {
  test("the demonstration's year says what came, was spent and went back", async () => {
    await accountant.goto(`${portal.url}/money/cofinancing`);
    const cells = (await accountant.locator("tbody tr").first().locator("td").allInnerTexts()).map((text) =>
      text.replace(/\s/g, " ").trim(),
    );
    expect(cells.slice(0, 6)).toEqual(["2024", "708 500,00", "708 500,00", "703 590,09", "4 909,91", "0,00"]);
    expect(cells[6]).toContain("замечаний нет");
    await accountant.locator("tbody a").first().click();
    await waitForHeading(accountant, /^Субсидия 2024 года/);
    expect(await heading(accountant)).toBe("Субсидия 2024 года: поступило 708 500,00 руб., потрачено 703 590,09 руб.");
    expect(await findSeriousFaults(accountant)).toEqual([]);
  });

  test("an agreement of the next year is refused without its rule's document, then signed", async () => {
    await accountant.goto(`${portal.url}/money/cofinancing/new`);
    await accountant.getByLabel("Номер соглашения").fill("21-С");
    await accountant.getByLabel("Дата соглашения").fill("2025-02-03");
    await accountant.getByLabel("Кто даёт деньги").fill("министерство региональной политики");
    await accountant.getByLabel("Кто получает").fill("администрация района");
    await accountant.getByLabel("Государственная программа региона").fill("постановление № 570-п");
    await accountant.getByLabel(new RegExp(CONTEST)).first().check();
    const year = accountant.getByRole("group", { name: "2025 год" });
    await year.getByLabel("Сумма субсидии, руб.").fill("708 500,00");
    await year.getByLabel("Доля местного бюджета не ниже, %").fill("1,8");
    await press(accountant, "Внести");
    await accountant.getByRole("alert").waitFor();
    expect(await readWords(accountant.getByRole("alert"))).toContain("у доли нет документа");
    expect(await findSeriousFaults(accountant)).toEqual([]);
    await year.getByLabel("Чем установлена доля").fill("правила предоставления субсидий");
    await press(accountant, "Внести");
    await waitForHeading(accountant, /^Субсидия 2025 года: поступило 0,00 руб/);
  });

  test("an instalment comes in on its day", async () => {
    await accountant.locator("summary", { hasText: "Внести поступление" }).click();
    const form = accountant.locator("details[open]");
    await form.getByLabel("Сумма, руб.").fill("708 500,00");
    await form.getByLabel(/^День/).fill("2025-04-10");
    await form.getByLabel("Основание").fill("платёжное поручение № 4410");
    await press(accountant, "Внести поступление");
    await waitForHeading(accountant, /поступило 708\s500,00 руб/);
    expect(await readWords(accountant.locator("tbody").first())).toContain("платёжное поручение № 4410");
  });

  test("the coordinator asks for a payment, the accountant finds it among their tasks, approves and pays it", async () => {
    await accountant.goto(`${portal.url}/money/new-limit?year=2025`);
    await chooseActivity(accountant);
    await accountant.getByLabel("Региональный бюджет, руб.").fill("708500");
    await accountant.getByLabel("Местный бюджет, руб.").fill("12986,76");
    await accountant.getByLabel(/^День/).fill("2025-01-09");
    await accountant.getByLabel("Основание").fill("роспись на 2025 год");
    await press(accountant, "Внести запись");
    await waitForHeading(accountant, /^Лимит/);

    await coordinator.goto(`${portal.url}/money/requests/new`);
    await chooseActivity(coordinator);
    await coordinator.getByLabel("Год").selectOption("2025");
    await coordinator.getByLabel("Получатель").fill("ТОС «Рассвет»");
    await coordinator.getByLabel("За что").fill("грант на детскую площадку");
    await coordinator.getByLabel("Документ", { exact: true }).fill("соглашение о гранте № 1");
    await coordinator.getByLabel("Дата документа").fill("2025-04-18");
    await coordinator.getByLabel("Региональный бюджет, руб.").fill("98 200,00");
    await coordinator.getByLabel("Местный бюджет, руб.").fill("1 800,00");
    await coordinator.getByLabel("Оплатить до").fill("2099-04-30");
    await press(coordinator, "Подать заявку");
    await waitForHeading(coordinator, /^Заявка № \d+/);
    expect(await coordinator.getByRole("button", { name: "Утвердить" }).count()).toBe(0);

    await accountant.goto(`${portal.url}/desk`);
    await accountant
      .getByRole("link", { name: /Рассмотреть заявку на оплату/ })
      .first()
      .waitFor();
    await accountant.goto(coordinator.url());
    expect(await findSeriousFaults(accountant)).toEqual([]);
    await press(accountant, "Утвердить");
    await accountant.getByText("утверждена, ждёт оплаты").waitFor();
    await accountant.locator("summary", { hasText: "Внести платёж" }).click();
    const form = accountant.locator("details[open]");
    await form.getByLabel(/^День/).fill("2025-04-25");
    await form.getByLabel("Основание").fill("платёжное поручение № 112");
    await press(accountant, "Внести платёж");
    await accountant.getByText("оплачена", { exact: true }).first().waitFor();
    await coordinator.goto(`${portal.url}/money/requests?year=2025`);
    expect(await heading(coordinator)).toBe("1 заявка на 100 000,00 руб.");
  });

  test("the report to the region shows it, as a page and as both files", async () => {
    await accountant.goto(`${portal.url}/money/cofinancing`);
    await accountant.getByRole("link", { name: /21-С/ }).click();
    await accountant.getByRole("link", { name: "Составить отчёт региону" }).click();
    await waitForHeading(accountant, /^Отчёт региону за 2025 год/);
    const results = await readWords(accountant.getByRole("table", { name: "На что потрачено" }));
    for (const words of ["ТОС «Рассвет»", "98 200,00", "1 800,00", "100 000,00"]) expect(results).toContain(words);
    expect(await findSeriousFaults(accountant)).toEqual([]);
    for (const name of ["Письмо и форма (Word)", "Таблицы с формулами (Excel)"]) {
      const address = (await accountant.getByRole("link", { name }).getAttribute("href")) ?? "";
      const file = await accountant.request.get(portal.url + address);
      expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, "PK"]);
      expect(file.headers()["content-disposition"]).toMatch(/ordynsky-subsidy-2025\.(docx|xlsx)/);
    }
    expect(faults.filter((fault) => !/422|409/.test(fault))).toEqual([]);
  });
});
