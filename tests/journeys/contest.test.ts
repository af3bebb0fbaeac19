import { sql } from "kysely";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "../../src/access/index.ts";
import { withParts } from "../../src/commands.ts";
import { registry } from "../../src/registry/index.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let operator: Page;
let chair: Page;
let other: Page;
/** Addresses of the call and of the application that wins. */
let call = "";
let application = "";

const PASSWORD = "correct horse battery";
const JURORS = ["juror-a", "juror-b", "juror-c"] as const;
const faults: string[] = [];
const PDF = { mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 бумага") };
/** A point, the smallest picture that there is. */
const PNG = {
  ...{ name: "скамья.png", mimeType: "image/png" },
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
};

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  const given = { password: PASSWORD, basis: "приказ № 1" };
  await withParts(portal.dataFolder, (_parts, run) =>
    run(async (ctx) => {
      const known = await registry.listAssociations(ctx);
      await createPerson(ctx, { ...given, email: "operator@example.org", name: "Рыбакова Дарья", roles: ["operator"] });
      for (const [email, tos] of [
        ["spring@example.org", "Родник"] as const,
        ["dawn@example.org", "Рассвет"] as const,
      ]) {
        const subjectId = known.find(({ name }) => name.includes(tos))?.id ?? null;
        await createPerson(ctx, { ...given, email, name: `Председатель ${tos}`, roles: ["chair"], subjectId });
      }
    }),
  );
  [operator, chair, other] = [await sit("operator"), await sit("spring"), await sit("dawn")];
}, 400_000);
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** A browser of their own for somebody, signed in. */
async function sit(name: string): Promise<Page> {
  const opened = await openPage(browser);
  await signIn(opened.page, { url: portal.url, email: `${name}@example.org`, password: PASSWORD });
  opened.page.on("pageerror", (error) => faults.push(error.message));
  return opened.page;
}

const words = (page: Page) => readWords(page.locator("main"));
const h1 = (page: Page) => readWords(page.getByRole("heading", { level: 1 }));
/** A day so many days from today, in the district's time. */
const day = (from: number) => new Date(Date.now() + 7 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10);
const button = (on: Page | Locator, name: string) => on.getByRole("button", { name, exact: true });
const state = (page: Page, name: string) => page.locator("main .mark", { hasText: name }).first().waitFor();

/** Waits until the page's scripts hold it: a field filled in the very moment would be filled twice. */
const takenOver = (page: Page) => page.waitForFunction(() => window.typedEarly === undefined);

/** Unfolds a form; one that was sent is still open. */
async function unfold(page: Page, summary: string): Promise<Locator> {
  const fold = page.locator("details.fold", { has: page.locator("summary", { hasText: summary }) }).first();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  return fold;
}

async function fill(on: Page | Locator, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await on.getByLabel(label).fill(value);
}

describe("a contest from its call to the refund", { timeout: 120_000 }, () => {
  test("the office copies last year's call, changes its money and announces it", async () => {
    const page = operator;
    await page.goto(`${portal.url}/desk/contests`);
    expect(await h1(page)).toBe("Конкурсы");
    const form = await unfold(page, "Провести в новом году");
    const contest = form.getByLabel("Конкурс").locator("option", { hasText: "Если хочешь" });
    await form.getByLabel("Конкурс").selectOption(await contest.getAttribute("value"));
    await fill(form, { "Приём заявок с": day(-1), "Приём заявок по": day(370), "Оценка до": day(400) });
    await button(form, "Создать черновик").click();
    await state(page, "черновик");
    expect(await findSeriousFaults(page)).toEqual([]);
    call = page.url();
    await page.getByRole("link", { name: "Править условия" }).click();
    await takenOver(page);
    const [regional, local] = ["региональный", "местный"].map((name) => page.getByLabel(`${name} бюджет, руб.`));
    expect(await regional?.inputValue()).toBe("708500");
    await regional?.fill("");
    await local?.fill("50 000");
    await button(page, "Сохранить").click();
    await page.getByRole("heading", { name: "Что дальше" }).waitFor();
  });

  test("criteria are edited in fields; what is wrong is said beside its field, and nothing typed is lost", async () => {
    const page = operator;
    await page.getByRole("link", { name: "Править критерии" }).click();
    await takenOver(page);
    for (const at of [0, 1, 2]) await page.locator(`details[id="criteria.${at}"] > summary`).click();
    const name = page.getByLabel("Название").first();
    expect(await name.inputValue()).toBe("Значимость для жителей");
    expect(await findSeriousFaults(page)).toEqual([]);
    await name.fill("");
    await page.getByLabel("Вес").nth(1).fill("много");
    await button(page, "Сохранить критерии").click();
    await page.getByRole("alert").waitFor();
    expect(await readWords(page.getByRole("alert"))).toContain("Критерий 1. Заполните: Название.");
    expect(await name.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Вес").nth(1).inputValue()).toBe("много");
    await name.fill("Польза для жителей");
    await page.getByLabel("Вес").nth(1).fill("0,5");
    await page.getByLabel("Как ставят баллы").nth(2).selectOption({ label: "да или нет" });
    await page.locator('[name="criteria.2.measure.points"]').fill("4");
    await button(page, "Сохранить критерии").click();
    await page.getByRole("heading", { name: "Что дальше" }).waitFor();
    expect(page.url()).toBe(call);
    expect(await words(page)).toMatch(/Достижимость результата\s+оценка от 0 до 10[^\n]*\s+10\s+0,5/);
    expect(await words(page)).toContain("да — 4, нет — 0");
    await button(await unfold(page, "Объявить конкурс"), "Объявить конкурс").click();
    await state(page, "принимает заявки");
  });

  test("a chair's application saves itself as it is typed, and is not submitted while it has faults", async () => {
    await begin(chair);
    application = chair.url();
    await chair.getByLabel("Название проекта").fill("Скамьи у родника");
    await chair.getByText(/Сохранено в/).waitFor();
    await button(chair, "Подать заявку").click();
    await chair.getByRole("alert").waitFor();
    expect(await readWords(chair.getByRole("alert"))).toContain("Календарный план: не заполнено");
    expect(await findSeriousFaults(chair)).toEqual([]);
    await chair.reload();
    expect(await chair.getByLabel("Название проекта").inputValue()).toBe("Скамьи у родника");
  });

  test("it is submitted with its papers and gets a receipt; so is the neighbours'", async () => {
    for (const [page, title] of [[chair, "Скамьи у родника"] as const, [other, "Стоянка у магазина"] as const]) {
      if (page === other) await begin(other);
      await write(page, title);
      await button(page, "Подать заявку").click();
      await page.getByRole("heading", { name: "Расписка" }).waitFor();
      expect(await words(page)).toMatch(/№ [12]\s[\s\S]*[0-9a-f]{64}/);
    }
  });

  test("the office returns one to be corrected, admits it then, and refuses the other with its ground", async () => {
    const page = operator;
    await page.goto(application);
    const back = await unfold(page, "Вернуть на исправление");
    await fill(back, { "Что исправить": "цифры в плане", "Исправить до": day(3) });
    await button(back, "Вернуть на исправление").click();
    await state(page, "на исправлении");
    await chair.reload();
    expect(await words(chair)).toContain("Что исправить: цифры в плане");
    await chair.locator('[name="plan.0.result"]').fill("куплено четыре скамьи");
    await button(chair, "Подать исправленную заявку").click();
    await state(chair, "подана");
    await page.goto(application);
    for (const line of ["Место проекта в границах ТОС", "К протоколу приложен лист"]) {
      const row = page.getByRole("row").filter({ hasText: line });
      await button(row, "Выполнено").click();
      await row.locator(".mark", { hasText: "да" }).waitFor();
    }
    await button(await unfold(page, "Допустить"), "Допустить").click();
    await state(page, "допущена");
    await page.goto(other.url());
    const no = await unfold(page, "Отказать в допуске");
    await fill(no, { "Основание: пункт положения": "пункт 2: место за границами ТОС" });
    await button(no, "Отказать в допуске").click();
    await state(page, "не допущена");
    await other.reload();
    expect(await words(other)).toContain("Основание: пункт 2: место за границами ТОС");
  });

  test("the jury is invited, one juror steps back, the others mark without seeing each other", async () => {
    const page = operator;
    await passDeadline();
    await page.goto(call);
    await button(await unfold(page, "Закончить допуск"), "Закончить допуск и начать оценку").click();
    await state(page, "идёт оценка");
    await page.goto(`${call}/jury`);
    for (const at of JURORS.keys()) {
      const form = await unfold(page, "Пригласить в комиссию");
      if (at === 0) await form.getByLabel("Председатель комиссии").check();
      await button(form, "Пригласить в комиссию").click();
      await page
        .getByRole("row")
        .filter({ hasText: `Член комиссии ${at + 1}` })
        .waitFor();
    }
    const third = await sit(JURORS[2]);
    await third.goto(`${call}/jury`);
    const declared = await unfold(third, "Отказаться от оценки");
    await fill(declared, { Основание: "сестра заявителя" });
    await button(declared, "Отказаться от оценки").click();
    await third.locator("option", { hasText: "вы отведены" }).waitFor({ state: "attached" });
    await button(await unfold(page, "Раздать заявки"), "Раздать заявки").click();
    await page.getByRole("heading", { name: "Листы" }).waitFor();
    expect(await words(page)).toContain("сестра заявителя");
    await third.reload();
    expect(await words(third)).toContain("Вам пока ничего не дали");
    expect((await third.goto(application))?.status()).toBe(404);
    for (const name of JURORS.slice(0, 2)) await markSheet(await sit(name));
  });

  test("the sitting decides with every term shown; minutes are a Word file with its signature", async () => {
    const page = operator;
    await page.goto(`${call}/sitting`);
    await button(page, "Открыть заседание").click();
    await page.getByRole("heading", { name: "Места" }).waitFor();
    expect(await readWords(page.locator("main table").first())).toContain("36 000,00");
    await button(page, "Принять решение").click();
    await page.getByText("Пересчёт совпал с решением").waitFor();
    expect(await h1(page)).toMatch(/^Решение заседания № 1/);
    await button(page, "Составить протокол").click();
    await expectWord(page, /^Протокол № 1/);
    await sign(page);
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("an appeal is filed on the application's page, upheld by another sitting, and its answer stands there", async () => {
    await chair.goto(application);
    const form = await unfold(chair, "Подать жалобу");
    await fill(form, { "С чем вы не согласны": "Балл за срок занижен" });
    await form.locator("input[type=file]").setInputFiles({ ...PDF, name: "жалоба.pdf" });
    await button(form, "Подать жалобу").click();
    await chair.locator("#appeals .mark", { hasText: "ждёт ответа до" }).waitFor();
    expect(await findSeriousFaults(chair)).toEqual([]);
    const page = operator;
    await page.goto(application);
    expect(await words(page)).toContain("Балл за срок занижен");
    await page.getByRole("link", { name: "Удовлетворить: провести новое заседание" }).click();
    await page.getByLabel("В чём она состоит").fill("ошибка в подсчёте");
    await button(page, "Открыть заседание по жалобе").click();
    await page.getByRole("heading", { name: "Места" }).waitFor();
    await button(page, "Принять решение").click();
    await page.getByText("Пересчёт совпал с решением").waitFor();
    expect(await h1(page)).toMatch(/^Решение заседания № 2/);
    await chair.reload();
    await chair.locator("#appeals .mark", { hasText: "удовлетворена" }).waitFor();
    expect(await words(chair)).toContain("ошибка в подсчёте");
  });

  test("the agreement is concluded and signed, and its payment request is in the ledger", async () => {
    const page = operator;
    await page.getByRole("link", { name: /Грант и соглашение/ }).click();
    const form = await unfold(page, "Заключить соглашение");
    await fill(form, {
      ...{ "День соглашения": concludedOn, "Отчёт до": day(365) },
      "Перечисление 1: до какого дня": "2026-12-20",
    });
    await button(form, "Заключить соглашение").click();
    await expectWord(page, /^Соглашение № \d+/);
    await sign(page);
    await button(page, "Подать заявку на оплату").click();
    await page.getByRole("link", { name: "Заявка на оплату", exact: true }).last().click();
    await page.getByRole("heading", { level: 1, name: /^Заявка № \d+\/2026: 36.000,00 руб/ }).waitFor();
    expect(await words(page)).toContain("Скамьи у родника");
  });

  test("the chair reports what was spent; the office accepts it and demands the rest back", async () => {
    const grant = application.replace("/contests/applications/", "/desk/grants/");
    await chair.goto(grant);
    await attach(chair, "Приложить фотографию", PNG);
    await attach(chair, "Приложить чек", { ...PDF, name: "чек.pdf" });
    await fill(chair, { "Что сделано": "Поставлены четыре скамьи", "Израсходовано: Скамьи": "35 000" });
    await button(chair, "Подать отчёт").click();
    await state(chair, "подан");
    const page = operator;
    await page.goto(grant);
    expect(await words(page)).toMatch(/Не израсходовано[^\d]*1 000,00/);
    await button(page, "Принять отчёт").click();
    await state(page, "принят");
    const demand = await unfold(page, "Потребовать возврат");
    await fill(demand, { "Сумма, руб.": "1000", "Вернуть до": day(30), "Подробно: что и почему": "остаток гранта" });
    await button(demand, "Потребовать возврат").click();
    await state(page, "ждёт до");
    expect(await findSeriousFaults(page)).toEqual([]);
    await chair.reload();
    expect(await words(chair)).toContain("неиспользованный остаток");
    await chair.goto(`${portal.url}/desk/tasks`);
    expect(await words(chair)).toContain("Возврат гранта: «Скамьи у родника»");
  });

  test("everybody reads the result and the project without a script", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(call.replace("/desk", ""));
    expect(await words(page)).toContain("36 000,00");
    await page.getByRole("link", { name: "Скамьи у родника" }).click();
    expect(await h1(page)).toBe("Скамьи у родника");
    expect(await words(page)).toContain("Поставлены четыре скамьи");
    expect(faults).toEqual([]);
  });
});

/** Within the example's programme, whenever the test runs. */
const concludedOn = day(0) < "2026-11-30" ? day(0) : "2026-11-30";

async function begin(page: Page): Promise<void> {
  await page.goto(`${portal.url}/desk/contests`);
  await page.locator("section", { hasText: "Если хочешь" }).getByRole("button", { name: "Начать заявку" }).click();
  await page.getByLabel("Название проекта").waitFor();
}

async function write(page: Page, title: string): Promise<void> {
  const filled = {
    ...{ title, summary: "Поставим скамьи", place: "у родника" },
    ...{ "answers.problem": "негде отдохнуть", "answers.people": "75" },
    ...{ "plan.0.what": "Купить", "plan.0.from": day(30), "plan.0.until": day(60), "plan.0.result": "куплено" },
    ...{ "estimate.0.what": "Скамьи", "estimate.0.quantity": "4", "estimate.0.unitCost": "10 000" },
    ...{ "estimate.0.asked": "36 000,00", "estimate.0.ownLabour": "4000" },
  };
  for (const [name, value] of Object.entries(filled)) await page.locator(`[name="${name}"]`).fill(value);
  await page
    .getByText("Всё заполнено")
    .or(page.getByText(/Осталось исправить 1 место/))
    .waitFor();
  await page.getByLabel("Какой это документ").selectOption({ label: "Протокол собрания жителей о поддержке проекта" });
  await page.getByLabel("Файл", { exact: true }).setInputFiles({ ...PDF, name: "протокол.pdf" });
  await button(page, "Приложить").click();
  await page.getByRole("link", { name: "протокол.pdf" }).waitFor();
}

/** The deadline is a year away, and no page can make a year pass; meanwhile the jurors got their roles. */
async function passDeadline(): Promise<void> {
  const subjectId = call.split("/").at(-1) ?? "";
  await withParts(portal.dataFolder, (_parts, run) =>
    run(async (ctx) => {
      await sql`UPDATE contest_call SET closes_at = now() WHERE id = ${subjectId}`.execute(ctx.tx);
      for (const [at, name] of JURORS.entries()) {
        const own = { email: `${name}@example.org`, password: PASSWORD, basis: "распоряжение № 2", subjectId };
        await createPerson(ctx, { ...own, name: `Член комиссии ${at + 1}`, roles: ["juror"] });
      }
    }),
  );
}

async function markSheet(page: Page): Promise<void> {
  await page.goto(`${call}/jury`);
  expect(await words(page)).toContain("Чужих оценок не видит никто");
  await page.getByRole("link", { name: /Скамьи у родника/ }).click();
  await button(page, "Сдать лист").waitFor();
  for (const [key, mark] of Object.entries({ need: "8", result: "8", estimate: "1" }))
    await page.locator(`[name="mark.${key}"]`).selectOption(mark);
  expect(await findSeriousFaults(page)).toEqual([]);
  await button(page, "Сдать лист").click();
  await page.getByText("— сдан").waitFor();
  await page.context().close();
}

async function expectWord(page: Page, name: RegExp): Promise<void> {
  const link = page.getByRole("link", { name }).first();
  await link.waitFor();
  const file = await page.request.get(portal.url + (await link.getAttribute("href")));
  expect((await file.body()).subarray(0, 2).toString()).toBe("PK");
}

async function sign(page: Page): Promise<void> {
  const form = await unfold(page, "Отметить подпись");
  await fill(form, { "Кто подписал": "Орлова Мария", Должность: "глава района", "День подписи": day(0) });
  await form
    .getByLabel("Файл")
    .last()
    .setInputFiles({ ...PDF, name: "подписано.pdf" });
  await button(form, "Отметить подпись").click();
  await page
    .getByText(/Орлова Мария, глава района/)
    .first()
    .waitFor();
}

async function attach(page: Page, what: string, file: typeof PNG): Promise<void> {
  const form = await unfold(page, what);
  await form.getByLabel("Файл").setInputFiles(file);
  await button(form, what).click();
  await page.getByRole("link", { name: file.name }).waitFor();
}
