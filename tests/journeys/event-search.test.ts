import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withParts } from "../../src/commands.ts";
import { registry } from "../../src/registry/index.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

/** With those of the demonstration more than a person looks through in a list. */
const MANY = 260;

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  await withParts(portal.dataFolder, (_parts, run) =>
    run(async (ctx) => {
      const [settlement] = await registry.listSettlements(ctx);
      for (let at = 1; at <= MANY; at++) {
        await registry.enterAssociation(ctx, { name: `ТОС «Дальний двор ${at}»`, settlementId: settlement?.id ?? "" });
      }
    }),
  );
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test.each([
  ["with scripts", true],
  ["without scripts", false],
] as const)("an event's association is looked for among hundreds, %s", async (_how, javaScriptEnabled) => {
  const { page } = await openPage(browser, { javaScriptEnabled, viewport: { width: 360, height: 740 } });
  await signIn(page, portal);
  await page.goto(`${portal.url}/desk/events/new`);
  const title = "Праздник двора";
  await page.locator("#title").fill(title);
  await page.locator("#organiser").selectOption("association");
  await page.getByLabel("ТОС: номер или слова из названия").fill("дальний двор 25");
  await page.getByRole("button", { name: "Найти ТОС" }).first().click();
  const found = page.getByLabel("Найдено по «дальний двор 25»");
  await found.waitFor();
  expect(await found.locator("option").count()).toBe(14);
  expect(await page.locator("#title").inputValue()).toBe(title);
  if (javaScriptEnabled) expect(await findSeriousFaults(page)).toEqual([]);
  const [label = ""] = (await found.locator("option").allInnerTexts()).filter((text) => text.includes("двор 255»"));
  await found.selectOption({ label });
  for (const [field, value] of Object.entries({ date: "2026-12-20", from: "10:00", until: "12:00" })) {
    await page.locator(`#${field}`).fill(value);
  }
  await page.locator("[name=site-0-place]").fill("Двор");
  await page.getByRole("button", { name: "Запланировать мероприятие" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  expect(await readWords(page.locator("main"))).toContain("ТОС «Дальний двор 255»");
  await page.context().close();
});

test("a publication's associations are looked for one after another, and all that were ticked stay", async () => {
  const { page } = await openPage(browser, { viewport: { width: 360, height: 740 } });
  await signIn(page, portal);
  await page.goto(`${portal.url}/newsroom/new`);
  await page.locator("#title").fill("Два двора");
  await page.locator("#text").fill("Соседи встретились.");
  for (const number of [255, 131]) {
    const words = page.getByLabel("ТОС: номер или слова из названия");
    await words.fill(`дальний двор ${number}`);
    await page.getByRole("button", { name: "Найти ТОС" }).click();
    await page.getByLabel(new RegExp(`«Дальний двор ${number}»`)).check();
  }
  expect(await page.locator("#title").inputValue()).toBe("Два двора");
  expect(await findSeriousFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.getByRole("heading", { level: 1, name: /Два\sдвора/ }).waitFor();
  await page.locator("details#edit > summary").click();
  const ticked = page.locator("#associationIds input:checked");
  expect(await ticked.count()).toBe(2);
  await ticked.first().uncheck();
  await page.locator("details#edit button[value=edit]").click();
  await page.locator("#associationIds input:checked").first().waitFor({ state: "attached" });
  await page.reload();
  expect(await page.locator("#associationIds input:checked").count()).toBe(1);
  await page.context().close();
});
