import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const root = join(import.meta.dirname, "../..");

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

/** Somebody with a role, made by the command, signed in. */
async function enter(email: string, role: string): Promise<{ page: Page; faults: string[] }> {
  const told = [
    "person",
    email,
    "--name",
    "Орлова Вера",
    "--role",
    role,
    "--basis",
    "приказ № 3",
    "--data",
    portal.dataFolder,
  ];
  const printed = execFileSync(join(root, "bin/sosedstvo"), told, { encoding: "utf8" });
  const password = printed.trim().split("\n")[1] ?? "";
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 } });
  await signIn(opened.page, { ...portal, email, password });
  return opened;
}

describe("an administrator", () => {
  it("keeps the municipality's particulars, population and mark, and the portal shows them", async () => {
    const { page, faults } = await enter("admin@example.org", "administrator");
    await page.goto(`${portal.url}/settings/municipality`);
    await page.getByLabel("Почтовый адрес").fill("633261, р. п. Ордынское");
    await page.getByLabel("Код ОКТМО").fill("123");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Проверьте поля: oktmo").waitFor();
    await page.getByLabel("Код ОКТМО").fill("50642000");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.getByText("Сохранено.").waitFor();
    await page.getByLabel("Год", { exact: true }).fill("2024");
    await page.getByLabel("Жителей", { exact: true }).fill("34000");
    await page.getByLabel("Источник", { exact: true }).fill("на 1 января");
    await page.getByLabel("Допущение").check();
    await page.getByRole("button", { name: "Записать численность" }).click();
    await page.getByText("на 1 января (допущение)").waitFor();
    expect(await readWords(page.getByRole("table", { name: "Численность населения" }))).toContain("34 000");
    const picture = await sharp({ create: { width: 600, height: 300, channels: 3, background: "#2f6b3c" } })
      .png()
      .toBuffer();
    await page.getByLabel("Файл картинки").setInputFiles({ name: "знак.png", mimeType: "image/png", buffer: picture });
    await page.getByRole("button", { name: "Загрузить" }).click();
    const mark = page.getByRole("img", { name: "Знак муниципального образования" });
    await mark.waitFor();
    expect(await mark.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
      256, 128,
    ]);
    expect(await findSeriousFaults(page)).toEqual([]);
    expect(faults.filter((fault) => !fault.includes("422"))).toEqual([]);
    const home = await (await fetch(portal.url)).text();
    expect(home).toMatch(/<img src="\/marks\/[0-9a-f]{12}\.webp"/);
    expect((await fetch(`${portal.url}/marks/0123456789ab.webp`)).status).toBe(404);
  });

  it("uploads no drawing that may carry a script", async () => {
    const { page } = await enter("admin2@example.org", "administrator");
    await page.goto(`${portal.url}/settings/municipality`);
    const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await page.getByLabel("Файл картинки").setInputFiles({ name: "знак.png", mimeType: "image/png", buffer });
    await page.getByRole("button", { name: "Загрузить" }).click();
    await page.getByText("Это не картинка в формате PNG").waitFor();
  });

  it("marks a duty, runs an incident by its clocks, and puts a consent into force that the person then gives", async () => {
    const { page, faults } = await enter("admin3@example.org", "administrator");
    await page.goto(`${portal.url}/settings/personal-data`);
    await page.getByText("Отметить или изменить").first().click();
    await page.getByLabel("День").first().fill("2026-01-15");
    await page.getByLabel("Документ").first().fill("уведомление № 77");
    await page.getByRole("button", { name: "Отметить", exact: true }).first().click();
    await page.getByText("15 января 2026 г.: уведомление № 77").waitFor();
    await page.getByText("Записать инцидент").click();
    await page.getByLabel("Когда обнаружен").fill("2026-01-16T10:30");
    await page.getByLabel("Что произошло").fill("<b>Потерян</b> ноутбук");
    await page.getByRole("button", { name: "Запустить часы" }).click();
    await page.getByText("срок истёк 17 января 2026 г., 10:30").waitFor();
    await page.getByText("срок истёк 19 января 2026 г., 10:30").waitFor();
    await page.getByText("<b>Потерян</b> ноутбук").waitFor();
    await page.getByLabel("Сообщить в Роскомнадзор").fill("№ 5");
    await page.getByRole("button", { name: "Отметить шаг" }).click();
    await page.getByText("с опозданием").waitFor();
    await page.getByText("Ввести новую редакцию").first().click();
    expect(await page.getByLabel("Текст согласия").first().inputValue()).toContain("Ордынского муниципального района");
    await page.getByRole("button", { name: "Ввести в действие" }).first().click();
    // The demonstration has one in force already: that of taking part in events.
    await expect.poll(() => page.getByText("редакция 1 от").count()).toBe(2);
    expect(await findSeriousFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Мои данные" }).click();
    await page.getByText("Просим прочесть").first().click();
    await page.getByRole("button", { name: "Даю согласие" }).first().click();
    await page.getByRole("button", { name: "Отозвать" }).click();
    await page.getByText("отозвано").waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Скачать" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^personal-data-\d{4}-\d{2}-\d{2}\.zip$/);
    expect(faults).toEqual([]);
  });
});

describe("an auditor", () => {
  it("reads the trail, narrows it, exports it, and changes nothing", async () => {
    const { page, faults } = await enter("audit@example.org", "auditor");
    await page.goto(`${portal.url}/settings`);
    const tabs = await page.getByRole("navigation", { name: "Настройки" }).getByRole("link").allInnerTexts();
    expect(tabs).toEqual(["Мои данные", "Мой вход", "Персональные данные", "Журнал действий"]);
    await page.getByRole("link", { name: "Журнал действий" }).click();
    const table = page.getByRole("table", { name: "Журнал действий" });
    await page.getByLabel("Действие").selectOption({ label: "Утверждена редакция программы" });
    await page.getByRole("button", { name: "Отобрать" }).click();
    await page.waitForURL("**action=programme.approve**");
    await expect.poll(() => table.getByRole("row").count()).toBe(2);
    expect(await readWords(table)).toContain("Утверждена редакция программы");
    expect(await findSeriousFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Выгрузить в CSV" }).click(),
    ]);
    const lines = (await streamText(await file.createReadStream())).trim().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/programme\.approve;edition;.*;[0-9a-f]{64}$/);
    expect(faults).toEqual([]);
    expect((await page.goto(`${portal.url}/settings/municipality`))?.status()).toBe(403);
    await page.goto(`${portal.url}/settings/trail?outcome=refused`);
    expect(await readWords(table)).toContain("отклонено: У вас нет права на это действие.");
  });
});

async function streamText(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
