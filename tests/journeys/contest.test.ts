import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "../../src/access/index.ts";
import { withParts } from "../../src/commands.ts";
import { registry } from "../../src/registry/index.ts";
import { findSeriousFaults } from "./axe.ts";
import { addPerson, openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;

const PASSWORD = "correct horse battery";
const OPERATOR = { email: "operator-journey@example.org", password: PASSWORD };
const CHAIR = { email: "chair-journey@example.org", password: PASSWORD };
const JURORS = ["juror-a@example.org", "juror-b@example.org"];

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  await addPerson(portal, { ...OPERATOR, name: "Рыбакова Дарья", roles: ["operator"], basis: "приказ № 1" });
  await withParts(portal.dataFolder, (_parts, run) =>
    run(async (ctx) => {
      const association = (await registry.listAssociations(ctx)).find(({ name }) => name.includes("Родник"));
      const given = { ...CHAIR, name: "Лапина Татьяна", roles: ["chair"] as const, basis: "протокол № 1" };
      await createPerson(ctx, { ...given, subjectId: association?.id ?? null });
    }),
  );
}, 400_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

interface Seat {
  readonly page: Page;
  readonly faults: string[];
}

async function sit(email: string): Promise<Seat> {
  const opened = await openPage(browser);
  await signIn(opened.page, { ...portal, email, password: PASSWORD });
  return opened;
}

const h1 = (page: Page) => readWords(page.getByRole("heading", { level: 1 }));
/** A day so many days from today, in the district's time. */
const day = (from: number) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);

let operator: Seat;
let chair: Seat;
let call = "";
let application = "";

describe("a contest from its call to the payment request", { timeout: 120_000 }, () => {
  test("the office copies last year's call, sets dates and announces it", async () => {
    operator = await sit(OPERATOR.email);
    const { page } = operator;
    await page.goto(`${portal.url}/desk/contests`);
    expect(await h1(page)).toBe("Конкурсы");
    await page.locator("summary", { hasText: "Провести в новом году" }).click();
    const form = page.locator("details[open]");
    await form.getByLabel("Конкурс").selectOption({ index: 1 });
    await form.getByLabel("Приём заявок с (день)").fill(day(-1));
    await form.getByLabel("Приём заявок по (день)").fill(day(370));
    await form.getByLabel("Оценка до").fill(day(400));
    await form.getByRole("button", { name: "Создать черновик" }).click();
    await page.locator("main .mark", { hasText: "черновик" }).waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    call = page.url();
    await page.getByRole("link", { name: "Править условия" }).click();
    await page.getByLabel("Источники, по одному в строке").waitFor();
    expect(await page.getByLabel("Источники, по одному в строке").inputValue()).toContain("regional 708500");
    await page.getByLabel("Источники, по одному в строке").fill("local 50000");
    await page.getByRole("button", { name: "Сохранить" }).click();
    await page.waitForURL(call);
    await page.locator("summary", { hasText: "Объявить конкурс" }).click();
    await page.getByRole("button", { name: "Объявить конкурс" }).click();
    await page.locator("main .mark", { hasText: "принимает заявки" }).waitFor();
  });

  test("a chair begins an application, what is typed saves itself, and a faulty one is not submitted", async () => {
    chair = await sit(CHAIR.email);
    const { page } = chair;
    await page.goto(`${portal.url}/desk/contests`);
    await page.locator("section", { hasText: "Если хочешь" }).getByRole("button", { name: "Начать заявку" }).click();
    await page.getByLabel("Название проекта").waitFor();
    application = page.url();
    await page.getByLabel("Название проекта").fill("Скамьи у родника");
    await page.getByText(/Сохранено в/).waitFor();
    await page.getByRole("button", { name: "Подать заявку" }).click();
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("Календарный план: не заполнено");
    expect(await page.getByLabel("Название проекта").inputValue()).toBe("Скамьи у родника");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("fills it in, attaches its papers and gets a receipt", async () => {
    const { page } = chair;
    const field = (name: string) => page.locator(`[name="${name}"]`);
    await page.goto(application);
    const filled = {
      ...{ title: "Скамьи у родника", summary: "Поставим скамьи", place: "у родника" },
      ...{ "answers.problem": "негде отдохнуть", "answers.people": "75" },
      ...{ "plan.0.what": "Купить", "plan.0.from": day(30), "plan.0.until": day(60), "plan.0.result": "куплено" },
      ...{ "estimate.0.what": "Скамьи", "estimate.0.quantity": "4", "estimate.0.unitCost": "10 000" },
      ...{ "estimate.0.asked": "36 000,00", "estimate.0.ownLabour": "4000" },
    };
    for (const [name, value] of Object.entries(filled)) await field(name).fill(value);
    await page.getByText(/Сохранено в/).waitFor();
    for (const paper of ["Протокол собрания", "Лист регистрации"]) {
      await page.getByLabel("Какой это документ").selectOption({ label: (await optionOf(page, paper)) ?? "" });
      await page.getByLabel("Файл", { exact: true }).setInputFiles({
        ...{ name: `${paper}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 бумага") },
      });
      await page.getByRole("button", { name: "Приложить" }).click();
      await page.getByRole("link", { name: `${paper}.pdf` }).waitFor();
    }
    await page.getByRole("button", { name: "Подать заявку" }).click();
    await page.getByRole("heading", { name: "Расписка" }).waitFor();
    const receipt = await readWords(page.locator("main"));
    expect(receipt).toMatch(/№ 1/);
    expect(receipt).toMatch(/[0-9a-f]{64}/);
  });

  test("the office admits it once every line is met, and the call goes on to the review", async () => {
    const { page } = operator;
    await page.goto(application);
    for (let left = await page.getByRole("button", { name: "Выполнено", exact: true }).count(); left > 0; left -= 1) {
      const waiting = page.locator("tr", { hasText: "ждёт ответа" }).first();
      if ((await waiting.count()) === 0) break;
      await waiting.getByRole("button", { name: "Выполнено", exact: true }).click();
      await page.waitForLoadState("networkidle");
    }
    await page.locator("summary", { hasText: "Допустить" }).click();
    await page.getByRole("button", { name: "Допустить" }).click();
    await page.locator("main .mark", { hasText: "допущена" }).first().waitFor();
    // The deadline is a year away: the clerk cannot begin the review before it, so the clock of the test is moved.
    await withParts(portal.dataFolder, async ({ contests }, run) => {
      await run(async (ctx) => {
        const id = call.split("/").at(-1) ?? "";
        const { version } = await contests.getCall(ctx, id);
        const later = { ...ctx, now: new Date(Date.now() + 372 * 86_400_000), today: day(372) };
        await contests.moveCall(later, { id, version: String(version), move: "begin-review", reason: "" });
        for (const [at, email] of JURORS.entries()) {
          const given = { email, password: PASSWORD, name: `Член комиссии ${at + 1}`, roles: ["juror"] as const };
          await createPerson(ctx, { ...given, subjectId: id, basis: "распоряжение № 2" });
        }
      });
    });
  });

  test("the office invites two jurors and gives the application out; each marks it without seeing the other's marks", async () => {
    const { page } = operator;
    for (const isChair of [true, false]) {
      await page.goto(`${call}/jury`);
      await page.locator("summary", { hasText: "Пригласить в комиссию" }).click();
      const form = page.locator("details[open]");
      if (isChair) await form.getByLabel("Председатель комиссии").check();
      await form.getByRole("button", { name: "Пригласить в комиссию" }).click();
      await page.waitForLoadState("networkidle");
    }
    await page.locator("summary", { hasText: "Раздать заявки" }).click();
    await page.getByRole("button", { name: "Раздать заявки" }).click();
    await page.getByRole("heading", { name: "Листы" }).waitFor();
    for (const email of JURORS) {
      const juror = await sit(email);
      await juror.page.goto(`${call}/jury`);
      expect(await readWords(juror.page.locator("main"))).toContain("Чужих оценок не видит никто");
      await juror.page.getByRole("link", { name: /Скамьи у родника/ }).click();
      await juror.page.getByRole("button", { name: "Сдать лист" }).waitFor();
      for (const key of ["need", "result", "estimate"])
        await juror.page.locator(`[name="mark.${key}"]`).selectOption("8");
      expect(await findSeriousFaults(juror.page)).toEqual([]);
      await juror.page.getByRole("button", { name: "Сдать лист" }).click();
      await juror.page.getByText("— сдан").waitFor();
      expect(juror.faults).toEqual([]);
    }
  });

  test("the sitting decides with every term shown; minutes are made", async () => {
    const { page } = operator;
    await page.goto(`${call}/sitting`);
    await page.getByRole("button", { name: "Открыть заседание" }).click();
    await page.getByRole("heading", { name: "Места" }).waitFor();
    expect(await readWords(page.locator("main table").first())).toContain("36 000,00");
    await page.getByRole("button", { name: "Принять решение" }).click();
    await page.getByText("Пересчёт совпал с решением").waitFor();
    expect(await h1(page)).toMatch(/^Решение заседания № 1/);
    await page.getByRole("button", { name: "Составить протокол" }).click();
    const link = page.getByRole("link", { name: /^Протокол № 1/ });
    await link.waitFor();
    const minutes = await page.request.get(portal.url + (await link.getAttribute("href")));
    expect((await minutes.body()).subarray(0, 2).toString()).toBe("PK");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("the agreement is concluded and downloaded, and its payment request is in the ledger", async () => {
    const { page } = operator;
    await page.getByRole("link", { name: /Грант и соглашение/ }).click();
    await page.locator("summary", { hasText: "Заключить соглашение" }).click();
    // Within the example's programme, whenever the test runs.
    await page.getByLabel("День соглашения").fill("2026-11-30");
    await page.getByLabel("Отчёт до").fill("2027-11-30");
    await page.getByLabel("Перечисление 1: до какого дня").fill("2026-12-20");
    await page.getByRole("button", { name: "Заключить соглашение" }).click();
    const link = page.getByRole("link", { name: /^Соглашение № \d+/ });
    await link.waitFor();
    const agreement = await page.request.get(portal.url + (await link.getAttribute("href")));
    expect(agreement.status()).toBe(200);
    await page.getByRole("button", { name: "Подать заявку на оплату" }).click();
    await page.getByRole("link", { name: "Заявка на оплату" }).click();
    await page.getByRole("heading", { level: 1, name: /^Заявка № \d+: 36.000,00 руб/ }).waitFor();
    expect(await readWords(page.locator("main"))).toContain("Скамьи у родника");
  });

  test("everybody reads the result and the project without a script", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(call.replace("/desk", ""));
    expect(await readWords(page.locator("main"))).toContain("36 000,00");
    await page.getByRole("link", { name: "Скамьи у родника" }).click();
    expect(await h1(page)).toBe("Скамьи у родника");
    expect([operator.faults, chair.faults]).toEqual([[], []]);
  });
});

async function optionOf(page: Page, words: string): Promise<string | null> {
  return page.getByLabel("Какой это документ").locator("option", { hasText: words }).first().textContent();
}
