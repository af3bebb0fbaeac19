import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishConsentText } from "../../src/access/index.ts";
import { type Run, withParts } from "../../src/commands.ts";
import type { Id } from "../../src/kernel/id.ts";
import { registry } from "../../src/registry/index.ts";
import type { Parts } from "../../src/server/parts.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let event: Id;

const PHONE = { viewport: { width: 360, height: 740 } } as const;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  event = await beside(planEvent);
  ({ page } = await openPage(browser));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const beside = <T>(work: (parts: Parts, run: Run) => Promise<T>) => withParts(portal.dataFolder, work);

/** A clean-up that goes on now. */
function planEvent({ events }: Parts, run: Run): Promise<Id> {
  return run(async (ctx) => {
    await publishConsentText(ctx, { purpose: "participation", body: "Согласен быть в списке участников." });
    const [first] = await registry.listAssociations(ctx);
    const [[date = "", from = ""], [untilDate = "", until = ""]] = [sayLocal(-1), sayLocal(5)];
    const owner = { organiser: "association", associationId: first?.id ?? "" };
    const times = { date, from, untilDate, until, sites: [{ place: "Двор у школы" }] };
    return events.planEvent(ctx, { kind: "clean-up", title: "Субботник у входа", ...owner, ...times });
  });
}

/** The demonstration's clock, so many hours from now. */
function sayLocal(hours: number): string[] {
  const form = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Novosibirsk",
    dateStyle: "short",
    timeStyle: "short",
  });
  return form.format(new Date(Date.now() + hours * 3_600_000)).split(" ");
}

const turnout = () => beside(({ events }, run) => run((ctx) => events.attendance.getTurnout(ctx, event)));

describe("the code at the door", () => {
  let address: string;

  test("is made on the event's page and shown with its address", async () => {
    await page.goto(`${portal.url}/desk/events/${event}/attendance`);
    await page
      .getByRole("link", { name: /Код у входа/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Сделать код" }).click();
    address = await page.locator(".door-address strong").innerText();
    expect(address).toMatch(/\/come\/[A-Za-z0-9-]+$/);
    expect(await page.locator("img.door-code").getAttribute("alt")).toContain(address);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("leads a phone without an account and without scripts to a form that marks only with consent", async () => {
    const plain = await openPage(browser, { ...PHONE, javaScriptEnabled: false });
    await plain.page.goto(address);
    expect(await readWords(plain.page.locator("main"))).toContain("Двор у школы");
    await plain.page.getByLabel("Фамилия, имя, отчество").fill("Зоя Ключева");
    await plain.page.getByRole("button", { name: "Отметиться" }).click();
    expect(await readWords(plain.page.getByRole("alert"))).toMatch(/соглас/);
    expect(await plain.page.getByLabel("Фамилия, имя, отчество").inputValue()).toBe("Зоя Ключева");
    expect(await turnout()).toMatchObject({ visits: 0 });
    await plain.page.getByLabel("Я согласен(на) с этим текстом").check();
    await plain.page.getByLabel("Запомнить меня").check();
    await plain.page.getByRole("button", { name: "Отметиться" }).click();
    await plain.page.getByText("Вы отмечены").waitFor();
    expect(await turnout()).toMatchObject({ visits: 1, distinctNamed: 1 });
    const words = await plain.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(words[0]).toBeLessThanOrEqual(words[1] ?? 0);
    // The same phone again: it remembers whom it marked, and one person counts once.
    await plain.page.goto(address);
    await plain.page.getByRole("button", { name: "Это я, отметить" }).click();
    await plain.page.getByText("Вы отмечены").waitFor();
    expect(await turnout()).toMatchObject({ visits: 1, distinctNamed: 1 });
    await plain.page.context().close();
  });

  test("is fit for everybody and keeps no name in the address or in what the phone stores", async () => {
    const phone = await openPage(browser, { ...PHONE, bypassCSP: true });
    await phone.page.goto(address);
    expect(await findSeriousFaults(phone.page)).toEqual([]);
    await phone.page.getByLabel("Фамилия, имя, отчество").fill("Иван Полевой");
    await phone.page.getByLabel("Я согласен(на) с этим текстом").check();
    await phone.page.getByLabel("Запомнить меня").check();
    await phone.page.getByRole("button", { name: "Отметиться" }).click();
    await phone.page.getByText("Вы отмечены").waitFor();
    expect(decodeURIComponent(phone.page.url())).not.toContain("Полев");
    const cookies = await phone.page.context().cookies();
    expect(JSON.stringify(cookies)).not.toContain("Полев");
    await phone.page.context().close();
  });

  test("that was replaced lets nobody in any more", async () => {
    await page.goto(`${portal.url}/desk/events/${event}/attendance`);
    await page
      .getByRole("link", { name: /Код у входа/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Сделать новый код" }).click();
    await page.locator(".door-address strong", { hasNotText: address }).waitFor();
    expect((await fetch(address)).status).toBe(404);
  });
});

describe("a sheet of paper", () => {
  test("is made with the names known and empty rows, and printed with nothing but itself", async () => {
    await page.goto(`${portal.url}/desk/events/${event}/attendance/sheets`);
    await page.getByLabel("Пустых строк").fill("3");
    await page.getByRole("button", { name: "Сделать лист" }).click();
    await page.getByRole("heading", { name: /Лист регистрации участников/ }).waitFor();
    await page.emulateMedia({ media: "print" });
    const shown = (selector: string) => page.locator(selector).first().isVisible();
    expect([await shown(".masthead"), await shown(".footer"), await shown(".paper-rows")]).toEqual([
      false,
      false,
      true,
    ]);
    await page.emulateMedia({ media: null });
    expect(await page.locator(".paper-rows tbody tr").count()).toBeGreaterThanOrEqual(3);
  });

  test("is typed in by its row codes with the keyboard alone, and counts once when it is sent twice", async () => {
    const before = await turnout();
    await page.getByRole("link", { name: "Внести подписанный лист" }).click();
    const empty = page.getByLabel(/^Имя, строка/);
    const codes = await empty.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
    expect(codes).toHaveLength(3);
    const codeOf = (label = "") => /\S+$/.exec(label)?.[0] ?? "";
    await empty.nth(0).focus();
    await page.keyboard.type("Лидия Осенняя");
    // Enter leads to the same field of the next row.
    await page.keyboard.press("Enter");
    await page.keyboard.type("Пётр Зимний");
    for (const label of codes.slice(0, 2)) {
      await page.getByLabel(`Подписано, строка ${codeOf(label)}`).focus();
      await page.keyboard.press("Space");
    }
    await page.getByLabel(`Год рождения, строка ${codeOf(codes[1])}`).fill("19");
    await page.getByRole("button", { name: "Внести отмеченные строки" }).click();
    expect(await readWords(page.getByRole("alert"))).toContain(`Строка ${codeOf(codes[1])} не внесена`);
    await page.getByLabel(`Год рождения, строка ${codeOf(codes[1])}`).fill("1961");
    await page.getByRole("button", { name: "Внести отмеченные строки" }).click();
    await page.getByText(/Внесена 1 строка/).waitFor();
    expect(await turnout()).toMatchObject({ visits: before.visits + 2 });
    await page.reload();
    expect(await page.getByText("внесена", { exact: true }).count()).toBe(2);
    expect(await findSeriousFaults(page)).toEqual([]);
  });
});
