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
  ({ page, faults } = await openPage(browser));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const heading = () => readWords(page.getByRole("heading", { level: 1 }));
const waitForHeading = (name: RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
const unfold = (summary: string) => page.locator("summary", { hasText: summary }).first().click();
const press = (name: string) => page.getByRole("button", { name, exact: true }).first().click();

describe("legal acts", () => {
  test("that wait for their revision are brought up to date by a new act, and the task is done", async () => {
    await page.goto(`${portal.url}/registry/acts?due=yes`);
    expect(await heading()).toBe("В реестре 2 правовых акта о ТОС");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.goto(`${portal.url}/registry/acts/new`);
    await page.getByLabel("Что регулирует").selectOption("boundaries");
    await page.getByLabel("Номер").fill("77");
    await page.getByLabel("Дата акта").fill("2026-10-01");
    await page.getByLabel("Кто принял").fill("Совет депутатов");
    await press("Сохранить");
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Номер").inputValue()).toBe("77");
    await page.getByLabel("Название").fill("О границах ТОС");
    await press("Сохранить");
    await waitForHeading(/^Решение представительного органа от 1\sоктября 2026/);
    await unfold("Записать связь с другим актом");
    await page.getByLabel("Что делает этот акт").selectOption("replaces");
    const old = page.getByLabel("С каким актом").locator("option", { hasText: "установления границ" });
    await page.getByLabel("С каким актом").selectOption(await old.first().getAttribute("value"));
    await page.getByLabel("Приводит тот акт в соответствие с законом").check();
    await press("Записать связь с другим актом");
    await page.getByRole("heading", { name: "Что делает этот акт" }).waitFor();
    await page.goto(`${portal.url}/registry/acts?due=yes`);
    expect(await heading()).toBe("В реестре 1 правовой акт о ТОС");
    const tasks = await page.request.get(`${portal.url}/desk/tasks.csv`);
    expect(await tasks.text()).toContain("Привести в соответствие акт от 17.06.2011 № 74");
  });

  test("are read by everybody without an account and without scripts", async () => {
    const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await visitor.page.goto(`${portal.url}/acts`);
    const ended = visitor.page.locator("section", { hasText: "Не действуют" });
    expect(await readWords(ended.first())).toContain("установления границ");
    await visitor.page.getByRole("link", { name: /№.77$/ }).first().click();
    expect(await readWords(visitor.page.locator("main"))).toContain("принят взамен");
    const draft = await visitor.page.goto(`${portal.url}/registry/acts`);
    expect(draft?.url()).toContain("/sign-in");
  });
});

describe("seats", () => {
  test("of the demonstration's 2024 are the tenth that the programme plans", async () => {
    await page.goto(`${portal.url}/registry/bodies`);
    const year = page.locator("tr.total", { hasText: "2024 год" });
    const cells = (await year.locator("td").allInnerTexts()).map((text) => text.replace(/\s/g, " ").trim());
    expect(cells).toEqual(["10", "4", "40", "10", "1 404 / 14 640", "9,59"]);
    expect(await findSeriousFaults(page)).toEqual([]);
    const csv = (await (await page.request.get(`${portal.url}/bodies.csv`)).text()).replace(/\u00a0/g, " ");
    expect(csv).toContain("2024;2024 год, все органы;10;2024-12-31;4;40;10;1404;14640;9,59");
  });

  test("that are held already are refused with who to end first, and what was typed stays", async () => {
    await page
      .getByRole("link", { name: /^Комиссия по благоустройству/ })
      .first()
      .click();
    await unfold("Записать, кто занял место");
    await page.getByLabel(/^Номер места/).fill("1");
    await page.getByLabel("С какого дня").first().fill("2026-01-01");
    await page.getByLabel("Основание").first().fill("распоряжение № 5");
    await press("Записать, кто занял место");
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("Место № 1 в эти дни уже занято");
    expect(await page.getByLabel(/^Номер места/).inputValue()).toBe("1");
    await page.getByLabel(/^Номер места/).fill("11");
    await press("Записать, кто занял место");
    await page.getByRole("rowheader", { name: "№ 11" }).waitFor();
  });
});

describe("a publication", () => {
  test("is written, submitted, approved and published, and then read by everybody", async () => {
    await page.goto(`${portal.url}/newsroom/new`);
    await page.getByLabel("Заголовок").fill("Субботник у реки");
    await page.getByLabel("Текст").fill("Вышли двадцать человек.\n\nБерег чист.");
    await page.getByLabel("Ссылка на публикацию").fill("http://10.0.0.1/news");
    const told = page.locator("#associationIds input[type=checkbox]").first();
    await told.check();
    await press("Сохранить черновик");
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("не ведёт на страницу в интернете");
    expect(await told.isChecked()).toBe(true);
    await page.getByLabel("Ссылка на публикацию").fill("");
    await press("Сохранить черновик");
    await waitForHeading(/^Субботник у\sреки/);
    for (const [move, state] of [
      ["Отдать на согласование", "на согласовании"],
      ["Согласовать", "согласована"],
      ["Опубликовать", "опубликована"],
    ] as const) {
      await unfold(move);
      await press(move);
      await page.locator(".links .mark", { hasText: state }).waitFor();
    }
    expect(await findSeriousFaults(page)).toEqual([]);
    const visitor = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await visitor.page.goto(`${portal.url}/news`);
    await visitor.page.getByRole("link", { name: /Субботник у\sреки/ }).click();
    expect(await readWords(visitor.page.locator("article"))).toContain("Берег чист.");
  });

  test("counts beside the programme's plan; pictures keep their room and have words", async () => {
    await page.goto(`${portal.url}/newsroom`);
    const row = page.locator("tr", { has: page.getByRole("rowheader", { name: "2024", exact: true }) });
    const cells = await row.locator("td").allInnerTexts();
    expect(cells.slice(0, 2)).toEqual(["10", "10"]);
    await page.goto(`${portal.url}/news`);
    const picture = page.locator("main img").first();
    expect(await picture.getAttribute("alt")).toMatch(/рисунок/);
    expect([await picture.getAttribute("width"), await picture.getAttribute("loading")]).toEqual(["480", "lazy"]);
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(
      480,
    );
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults.filter((fault) => !/4(09|22) \(/.test(fault))).toEqual([]);
  });
});
