import { inflateSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { addPerson } from "./people.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const TITLE = "Прислать протокол встречи <script>window.ran = 1</script>";
/** A picture of one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==",
  "base64",
);
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

let portal: Portal;
let executor: Portal;
let other: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  executor = await addPerson(portal, { name: "Белова О. Н.", role: "operator" });
  other = await addPerson(portal, { name: "Егоров С. П.", role: "settlement" });
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

async function enter(who: Portal, options = {}): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
  await signIn(opened.page, who);
  return opened;
}

const main = (page: Page) => readWords(page.locator("main"));

describe("a task on its way", () => {
  let address = "";

  it("is given by the coordinator, who is told what the form lacks", async () => {
    const { page, faults } = await enter(portal);
    await page.getByRole("link", { name: "Дать поручение" }).click();
    await page.waitForURL("**/desk/tasks/new");
    await page.getByRole("button", { name: "Дать поручение" }).click();
    await expect.poll(() => readWords(page.getByRole("alert"))).toContain("Напишите, что нужно сделать");
    await page.getByLabel("Что сделать").fill(TITLE);
    await page.getByLabel("Кому").selectOption({ label: "Белова О. Н. — оператор" });
    await page.getByLabel("Срок", { exact: true }).fill("2031-03-25");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Дать поручение" }).click();
    await page.waitForURL(/\/desk\/tasks\/[0-9a-f-]{36}$/);
    address = page.url();
    await expect.poll(() => readWords(page.getByRole("heading", { level: 1 }))).toBe(TITLE);
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
  });

  it("waits on the executor's desk, is taken in work and done, with a file", async () => {
    const { page, faults } = await enter(executor);
    const row = page.getByRole("row").filter({ hasText: "Прислать протокол" });
    expect(await readWords(row)).toContain("Вы");
    await row.getByRole("link", { name: "Взять в работу" }).click();
    await page.getByRole("button", { name: "Взять в работу" }).click();
    await expect.poll(() => main(page)).toContain("в работе");
    await page.getByLabel("Сообщение").fill("Протокол приложен <img src=x onerror=alert(1)>");
    await page.getByLabel("Файлы").setInputFiles([
      { name: "подпись.png", mimeType: "image/png", buffer: PNG },
      { name: "схема.svg", mimeType: "image/svg+xml", buffer: SVG },
    ]);
    await page.getByRole("button", { name: "Отправить" }).click();
    await page.getByRole("img", { name: "подпись.png" }).waitFor();
    await expect.poll(() => main(page)).toContain("<img src=x onerror=alert(1)>");
    expect(await page.getByRole("img", { name: "схема.svg" }).count()).toBe(0);
    await page.getByRole("button", { name: "Сделано", exact: true }).click();
    await expect.poll(() => main(page)).toContain("сделано, ждёт приёмки");
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it("gives its files to those who may see it, and nobody else", async () => {
    const { page } = await enter(executor);
    await page.goto(address);
    const svg = (await page.getByRole("link", { name: "схема.svg" }).getAttribute("href")) ?? "";
    const own = await page.request.get(portal.url + svg);
    expect(own.headers()).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringMatching(/^attachment/),
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    const png = (await page.getByRole("link", { name: "подпись.png" }).last().getAttribute("href")) ?? "";
    const picture = await page.request.get(portal.url + png);
    expect(picture.headers()).toMatchObject({
      "content-type": "image/png",
      "content-disposition": expect.stringMatching(/^inline/),
    });
    expect(inflateSync((await picture.body()).subarray(41, 54)).length).toBeGreaterThan(0);
    const stranger = await enter(other);
    for (const guessed of [svg, png, "/desk/files/подпись.png", "/desk/files/00000000-0000-7000-8000-000000000000"]) {
      expect((await stranger.page.request.get(portal.url + guessed)).status()).toBe(404);
    }
    expect((await stranger.page.request.get(address)).status()).toBe(403);
  });

  it("is returned with a reason, done again and accepted; a button that is barred says why", async () => {
    const { page } = await enter(portal);
    await expect.poll(() => main(page)).toContain("Непрочитанные сообщения");
    await page.goto(address);
    expect(await page.getByRole("button", { name: "Принять" }).isEnabled()).toBe(true);
    await page.getByRole("button", { name: "Вернуть" }).click();
    await expect.poll(() => readWords(page.getByRole("alert"))).toContain("Напишите причину");
    await page.getByLabel("Причина").fill("Нет печати");
    await page.getByRole("button", { name: "Вернуть" }).click();
    await expect.poll(() => main(page)).toContain("возвращено");
    expect(await page.getByRole("button", { name: "Принять" }).isEnabled()).toBe(false);
    await expect.poll(() => main(page)).toContain("Принять: Ещё не сделано.");
    const worker = await enter(executor, { javaScriptEnabled: false });
    await expect.poll(() => main(worker.page)).toContain("Поручение вернули");
    await worker.page.goto(address);
    await expect.poll(() => main(worker.page)).toContain("Нет печати");
    await worker.page.getByRole("button", { name: "Взять в работу" }).click();
    await worker.page.getByRole("button", { name: "Сделано", exact: true }).click();
    await expect.poll(() => main(worker.page)).toContain("сделано, ждёт приёмки");
    await page.goto(address);
    await page.getByRole("button", { name: "Принять" }).click();
    await expect.poll(() => main(page)).toContain("принято");
  });

  it("tells the second window what changed, and overwrites nothing", async () => {
    const { page } = await enter(portal);
    await page.goto(`${portal.url}/desk/tasks/new`);
    await page.getByLabel("Что сделать").fill("Собрать заявки");
    await page.getByLabel("Роль, если человек не назван").selectOption("operator");
    await page.getByLabel("Срок", { exact: true }).fill("2031-05-01");
    await page.getByRole("button", { name: "Дать поручение" }).click();
    await page.waitForURL(/\/desk\/tasks\/[0-9a-f-]{36}$/);
    const second = await page.context().newPage();
    await second.goto(page.url());
    for (const [window, day] of [
      [page, "2031-06-01"],
      [second, "2031-07-01"],
    ] as const) {
      await window.getByText("Изменить поручение").click();
      await window.getByLabel("Срок", { exact: true }).fill(day);
      await window.getByRole("button", { name: "Сохранить" }).click();
      await window.waitForLoadState("networkidle");
    }
    await expect.poll(() => readWords(second.getByRole("alert"))).toContain("Ничего не перезаписано");
    await expect.poll(() => main(second)).toContain("изменилось, пока вы смотрели");
    expect(await second.getByLabel("Срок", { exact: true }).inputValue()).toBe("2031-07-01");
    expect(await readWords(second.locator(".task-facts"))).toContain("1 июня 2031");
  });
});

describe("the lists", () => {
  it("say in the address what they show, and the files have the same rows", async () => {
    const { page, faults } = await enter(portal);
    await page.goto(`${portal.url}/desk/tasks`);
    await page.getByRole("checkbox", { name: "Только мои" }).check();
    await page.getByRole("button", { name: "Показать" }).click();
    await page.waitForURL(/mine=1/);
    expect(await findSeriousFaults(page)).toEqual([]);
    const titles = await page.locator("tbody tr:not(.total) td:nth-child(2) a").allInnerTexts();
    const csv = await page.request.get(`${portal.url}/desk/tasks.csv?mine=1`);
    const lines = (await csv.text()).trim().split("\r\n");
    expect(lines).toHaveLength(titles.length + 2);
    const xlsx = await page.request.get(`${portal.url}/desk/tasks.xlsx?mine=1`);
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");
    await page.goto(`${portal.url}/desk/executors`);
    await expect.poll(() => main(page)).toContain("Ресурсный центр общественных инициатив");
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Назначить, кто отвечает" }).nth(1).click();
    await page.getByLabel("Кому").selectOption({ label: "Егоров С. П." });
    await page.getByRole("button", { name: "Назначить, кто отвечает" }).click();
    await expect.poll(() => main(page)).toContain("Отвечает: Егоров С. П.");
    await page.goto(`${portal.url}/desk/notices`);
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
