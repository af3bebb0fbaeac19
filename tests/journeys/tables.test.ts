import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishConsentText } from "../../src/access/index.ts";
import { withParts } from "../../src/commands.ts";
import type { Id } from "../../src/kernel/id.ts";
import { registry } from "../../src/registry/index.ts";
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

const main = () => readWords(page.locator("main"));
const fileOf = (name: string) => join(portal.dataFolder, name);

/** What the link of a page gives, as a browser keeps it. */
async function download(path: string, name: string): Promise<string> {
  const response = await page.request.get(portal.url + path);
  expect(response.status()).toBe(200);
  writeFileSync(fileOf(name), await response.body());
  return fileOf(name);
}

describe("the register", () => {
  const preview = async (file: string) => {
    await page.goto(`${portal.url}/registry/import`);
    await page.locator("#table").setInputFiles(file);
    await page.getByRole("button", { name: "Прочитать таблицу" }).click();
    await page.getByRole("button", { name: "Проверить" }).first().waitFor();
  };

  test.each(["xlsx", "csv"])("given out as .%s and taken in again changes nothing", async (format) => {
    await preview(await download(`/registry/register.${format}`, `register.${format}`));
    expect(await main()).toContain("Всё это в реестре уже есть");
    expect(await page.locator("tbody tr").count()).toBe(45);
    expect(await page.getByRole("button", { name: "Принять таблицу" }).count()).toBe(0);
    if (format === "xlsx") expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("with one cell changed changes that association alone, and gives out what was taken in", async () => {
    const given = readFileSync(await download("/registry/register.csv", "before.csv"), "utf8");
    const changed = given.replace("группа домов", "сельский населённый пункт");
    expect(changed).not.toBe(given);
    writeFileSync(fileOf("changed.csv"), changed);
    await preview(fileOf("changed.csv"));
    expect(await main()).toContain("изменится — 1");
    await page.getByRole("button", { name: "Принять таблицу" }).click();
    await page.waitForURL("**/registry");
    expect(readFileSync(await download("/registry/register.csv", "after.csv"), "utf8")).toBe(changed);
  });

  test("with a wrong cell is not taken in, and the cell is named", async () => {
    const wrong = "Наименование;Поселение;Дата учреждения\nТОС «Проверка»;Верх-Ирмень;45437\nТОС «Ошибка»;Луна;вчера\n";
    writeFileSync(fileOf("wrong.csv"), wrong);
    await preview(fileOf("wrong.csv"));
    expect(await main()).toContain("Строка 3");
    expect(await page.getByRole("button", { name: "Принять таблицу" }).count()).toBe(0);
    await page.goto(`${portal.url}/registry?text=${encodeURIComponent("Проверка")}`);
    expect(await page.locator("tbody tr").count()).toBe(0);
  });
});

describe("a list of visitors", () => {
  let event: Id;

  beforeAll(async () => {
    event = await withParts(portal.dataFolder, ({ events }, run) =>
      run(async (ctx) => {
        await publishConsentText(ctx, { purpose: "participation", body: "Согласен быть в списке участников." });
        const [first] = await registry.listAssociations(ctx);
        const owner = { organiser: "association", associationId: first?.id ?? "" };
        const times = { date: "2026-05-16", from: "10:00", until: "12:00", sites: [{ place: "Клуб" }] };
        const id = await events.planEvent(ctx, { kind: "neighbours-day", title: "Праздник двора", ...owner, ...times });
        await events.moveEvents(ctx, { ids: [id], move: "hold" });
        return id;
      }),
    );
  });

  /** A table with a head of two merged rows, a day as a number and a year as words, as clerks make them. */
  const makeTable = async (rows: readonly (readonly string[])[]) => {
    const bytes = await registry.writeXlsx(rows);
    writeFileSync(fileOf("visitors.xlsx"), bytes);
    return fileOf("visitors.xlsx");
  };

  test("from .xlsx is looked at, mended in the page, and taken in whole with its progress told", async () => {
    const file = await makeTable([
      ["ФИО", "Год рождения", "Согласие"],
      ["Лесова Анна Ивановна", "1961", "да"],
      ["Лесова Анна Ивановна", "1988", "да"],
      ["Озёрный Пётр", "давно", "да"],
      ["Без Согласия", "", "нет"],
    ]);
    await page.goto(`${portal.url}/desk/events/${event}`);
    await page.getByRole("link", { name: "Список участников из файла" }).click();
    await page.locator("#table").setInputFiles(file);
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.getByRole("heading", { name: "Что получится" }).waitFor();
    expect(await main()).toContain("Строка 4");
    expect(await page.getByRole("button", { name: "Внести", exact: true }).count()).toBe(0);
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByLabel("Строка 4, «Год рождения»").fill("1950");
    await page.getByLabel("Пропустить строки без согласия").check();
    await page.getByRole("button", { name: "Проверить снова" }).click();
    await page.getByRole("button", { name: "Внести", exact: true }).click();
    await page.getByRole("heading", { name: "Список внесён" }).waitFor();
    expect(await main()).toContain("Отметок: 3");
    const { visits, distinctNamed } = await withParts(portal.dataFolder, ({ events }, run) =>
      run((ctx) => events.attendance.getTurnout(ctx, event)),
    );
    // Namesakes of different years are two people.
    expect([visits, distinctNamed]).toEqual([3, 3]);
  });

  test("taken in once more counts nobody twice", async () => {
    await page.goto(`${portal.url}/desk/events/visitors?event=${event}`);
    await page.locator("#table").setInputFiles(
      await makeTable([
        ["ФИО", "Год рождения"],
        ["Озёрный Пётр", "1950"],
      ]),
    );
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.getByRole("heading", { name: "Что получится" }).waitFor();
    expect(await main()).toContain("узнано прежних: 1");
    await page.getByRole("button", { name: "Внести", exact: true }).click();
    await page.getByRole("heading", { name: "Список внесён" }).waitFor();
    expect(await main()).toContain("Были отмечены раньше: 1");
    expect(faults.filter((fault) => !/4(09|22) \(/.test(fault))).toEqual([]);
  });
});
