import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishConsentText } from "../../src/access/index.ts";
import { type Run, withParts } from "../../src/commands.ts";
import { type Id, newId } from "../../src/kernel/id.ts";
import { registry } from "../../src/registry/index.ts";
import type { Parts } from "../../src/server/parts.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

let portal: Portal;
let browser: Browser;
let page: Page;
let faults: string[];
let event: Planned;

/** An event that goes on now, with two sites; its people came once before. */
interface Planned {
  readonly id: Id;
  readonly sites: readonly Id[];
}

const KNOWN = ["Анна Берёзова", "Борис Дроздов", "Вера Чайкина"] as const;
const CONSENT = "Согласен быть в списке участников мероприятий.";

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  event = await beside(async (parts, run) => {
    await run((ctx) => publishConsentText(ctx, { purpose: "participation", body: CONSENT }));
    const before = await planEvent(parts, run);
    await run(async (ctx) => {
      const [first] = await registry.listAssociations(ctx);
      const associationId = first?.id ?? "";
      const participants = KNOWN.map((name) => ({ id: newId(), name, associationId, consent: true }));
      const marks = participants.map(({ id }) => ({ id: newId(), siteId: before.sites[0] ?? "", participantId: id }));
      await parts.events.attendance.recordMarks(ctx, before.id, { channel: "name", participants, marks });
    });
    return planEvent(parts, run);
  });
  ({ page, faults } = await openPage(browser));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const beside = <T>(work: (parts: Parts, run: Run) => Promise<T>) => withParts(portal.dataFolder, work);

function planEvent({ events }: Parts, run: Run): Promise<Planned> {
  return run(async (ctx) => {
    const [first] = await registry.listAssociations(ctx);
    const [date = "", from = ""] = sayLocal(-1);
    const [untilDate = "", until = ""] = sayLocal(5);
    const sites = [{ place: "Двор" }, { place: "Школа" }];
    const times = { date, from, untilDate, until };
    const owner = { organiser: "association", associationId: first?.id ?? "" };
    const id = await events.planEvent(ctx, { kind: "clean-up", title: "Субботник", ...owner, ...times, sites });
    return { id, sites: (await events.listSites(ctx, id)).map((site) => site.id) };
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

const turnoutOf = (id: Id) =>
  beside(({ events }, run) => run((ctx) => events.attendance.getTurnout(ctx, id))).then(
    ({ visits, distinctNamed, sites }) => ({
      visits,
      distinctNamed,
      late: sites.reduce((sum, { late }) => sum + late, 0),
    }),
  );
const planAnother = () => beside(planEvent);
const press = (name: string | RegExp, where = page) => where.getByRole("button", { name }).first().click();

describe("the page of an event's attendance", () => {
  test("finds people as one types, marks them, and takes a mark back", async () => {
    await page.goto(`${portal.url}/desk/events/${event.id}`);
    await page.getByRole("link", { name: "Явка", exact: true }).click();
    await page.getByRole("textbox", { name: "Фамилия, имя, отчество" }).first().pressSequentially("берез");
    await page.getByRole("button", { name: "Отметить: Борис Дроздов" }).waitFor({ state: "detached" });
    await press("Отметить: Анна Берёзова");
    await page.getByRole("heading", { name: "Отмечен 1 человек" }).waitFor();
    expect(await findSeriousFaults(page)).toEqual([]);
    await press("Снять отметку: Анна Берёзова");
    await page.getByText("По именам пока никто не отмечен").waitFor();
    expect(await turnoutOf(event.id)).toMatchObject({ visits: 0, distinctNamed: 0 });
  });

  test("works without scripts: a new person with consent, and heads with the way they were counted", async () => {
    const storageState = await page.context().storageState();
    const plain = await openPage(browser, {
      javaScriptEnabled: false,
      storageState,
      viewport: { width: 360, height: 740 },
    });
    await plain.page.goto(`${portal.url}/desk/events/${event.id}/attendance?site=${event.sites[1]}`);
    await plain.page.locator("summary", { hasText: "Внести нового участника" }).click();
    const form = plain.page.locator("#enter");
    expect(await readWords(form)).toContain(CONSENT);
    await form.getByLabel("Фамилия, имя, отчество").fill("Галина Орлова");
    await press("Внести и отметить", plain.page);
    expect(await readWords(plain.page.getByRole("alert"))).toContain("только с согласия");
    expect(await form.getByLabel("Фамилия, имя, отчество").inputValue()).toBe("Галина Орлова");
    await form.getByLabel("Участник согласен с этим текстом").check();
    await press("Внести и отметить", plain.page);
    await plain.page.getByRole("heading", { name: "Отмечен 1 человек" }).waitFor();
    await plain.page.getByLabel("Сколько людей").fill("40");
    await plain.page.getByLabel("Как считали").selectOption("estimate");
    await press("Записать подсчёт", plain.page);
    expect(await readWords(plain.page.getByRole("alert"))).toContain("как получена оценка");
    await plain.page.getByLabel("Пояснение").fill("по рядам скамеек");
    await press("Записать подсчёт", plain.page);
    await plain.page.getByText("Посчитано: 40, оценка").waitFor();
    expect(await turnoutOf(event.id)).toMatchObject({ visits: 40, distinctNamed: 1 });
    await plain.page.context().close();
  });
});

describe("the sheet without a network", () => {
  test("opens, takes marks and a new person, and sends them once when the network is back", async () => {
    const own = await planAnother();
    const phone = await openPhone(own.id);
    await phone.context.setOffline(true);
    await phone.page.reload();
    await phone.page.getByRole("checkbox", { name: KNOWN[0] }).check();
    await phone.page.locator("summary", { hasText: "Внести нового участника" }).click();
    await phone.page.getByLabel("Фамилия, имя, отчество").fill("Дмитрий Новосёлов");
    await press("Внести и отметить", phone.page);
    expect(await readWords(phone.page.getByRole("alert"))).toContain("Без согласия имя не вносят");
    await phone.page.getByLabel("Участник согласен с этим текстом").check();
    await press("Внести и отметить", phone.page);
    await phone.page.getByText("На этом устройстве 2 неотправленные отметки").waitFor();
    await phone.page.reload();
    await phone.page.getByText("На этом устройстве 2 неотправленные отметки").waitFor();
    expect(await phone.page.getByRole("checkbox", { name: /Дмитрий Новосёлов/ }).isChecked()).toBe(true);
    expect(await findSeriousFaults(phone.page)).toEqual([]);
    expect(await turnoutOf(own.id)).toMatchObject({ visits: 0 });
    await phone.context.setOffline(false);
    await phone.page.getByText("Все отметки отправлены").waitFor();
    await press("Отправить сейчас", phone.page);
    await phone.page.getByText("Все отметки отправлены").waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 2, distinctNamed: 2, late: 0 });
    await phone.context.close();
  });

  test("of two devices merges: whoever both marked came once, and each sees what the other did", async () => {
    const own = await planAnother();
    const [one, two] = [await openPhone(own.id), await openPhone(own.id)];
    for (const { context } of [one, two]) await context.setOffline(true);
    const tap = (phone: Phone, name: string) => phone.page.getByRole("checkbox", { name }).check();
    await tap(one, "Анна Берёзова");
    await tap(one, "Борис Дроздов");
    await tap(two, "Борис Дроздов");
    await tap(two, "Вера Чайкина");
    for (const { context, page: sheet } of [one, two, one]) {
      await context.setOffline(false);
      await press("Отправить сейчас", sheet);
      await sheet.getByText("Все отметки отправлены").waitFor();
    }
    await one.page.getByText("Отмечено: 3").waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 3, distinctNamed: 3, late: 0 });
    // The mark that the other device made is taken back by this one.
    await one.page.getByRole("checkbox", { name: KNOWN[2] }).uncheck();
    await one.page.getByText("Отмечено: 2").waitFor();
    await one.page.getByText("Все отметки отправлены").waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 2, distinctNamed: 2, late: 0 });
    for (const { context } of [one, two]) await context.close();
  });

  test("counts once where the server had the marks and the answer was lost", async () => {
    const own = await planAnother();
    const phone = await openPhone(own.id);
    let lost = 0;
    await phone.page.route("**/marks", async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await phone.page.getByRole("checkbox", { name: KNOWN[0] }).check();
    await phone.page.getByText("Сети нет.").waitFor();
    await phone.page.getByText("На этом устройстве 1 неотправленная отметка").waitFor();
    expect(lost).toBeGreaterThan(0);
    await phone.page.unroute("**/marks");
    await press("Отправить сейчас", phone.page);
    await phone.page.getByText("Все отметки отправлены").waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 1, distinctNamed: 1, late: 0 });
    await phone.context.close();
  });

  test("that comes when the event is closed waits for the coordinator, who takes the marks in with a reason", async () => {
    const own = await planAnother();
    const phone = await openPhone(own.id);
    await phone.page.getByRole("checkbox", { name: KNOWN[0] }).check();
    await phone.page.getByText("Все отметки отправлены").waitFor();
    await phone.context.setOffline(true);
    await phone.page.getByRole("checkbox", { name: KNOWN[1] }).check();
    await phone.page.getByRole("checkbox", { name: KNOWN[2] }).check();
    await phone.page.getByText("На этом устройстве 2 неотправленные отметки").waitFor();
    await beside(({ events }, run) =>
      run(async (ctx) => {
        await events.moveEvents(ctx, { ids: [own.id], move: "hold" });
        await events.moveEvents(ctx, { ids: [own.id], move: "confirm" });
      }),
    );
    await phone.context.setOffline(false);
    await phone.page.getByText("ждёт решения координатора").nth(1).waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 1, distinctNamed: 1, late: 2 });
    await page.goto(`${portal.url}/desk/events/${own.id}/attendance`);
    await page.getByRole("checkbox", { name: KNOWN[2] }).uncheck();
    await press("Принять отмеченные");
    await page.getByRole("alert").waitFor();
    await page.getByRole("checkbox", { name: KNOWN[2] }).uncheck();
    await page.getByLabel("Почему принимаете или нет").fill("телефон был без сети");
    await press("Принять отмеченные");
    await page.getByRole("heading", { name: "Отмечены 2 человека" }).waitFor();
    expect(await turnoutOf(own.id)).toEqual({ visits: 2, distinctNamed: 2, late: 1 });
    await phone.context.close();
  });

  test("keeps no name in what the browser keeps of the page, and clears the device on request", async () => {
    const own = await planAnother();
    const phone = await openPhone(own.id);
    const kept = await phone.page.evaluate(async () => {
      const bodies: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) bodies.push((await (await cache.match(request))?.text()) ?? "");
      }
      return bodies;
    });
    expect(kept.length).toBeGreaterThan(3);
    expect(kept.filter((body) => body.includes("Берёзова"))).toEqual([]);
    phone.page.on("dialog", (dialog) => void dialog.accept());
    await press("Стереть с этого устройства", phone.page);
    await phone.page.getByText("всё об этом мероприятии стёрто").waitFor();
    await phone.page.goto(`${portal.url}/sheet/`);
    await phone.page.getByText("листов пока нет").waitFor();
    expect(phone.faults.filter((fault) => !/ERR_/.test(fault))).toEqual([]);
    expect(faults.filter((fault) => !/4(09|22) \(/.test(fault))).toEqual([]);
    await phone.context.close();
  });
});

interface Phone {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: readonly string[];
}

/** A phone with the sheet of the event open and ready. */
async function openPhone(eventId: Id): Promise<Phone> {
  const storageState = await page.context().storageState();
  const opened = await openPage(browser, { storageState, viewport: { width: 360, height: 740 } });
  await opened.page.goto(`${portal.url}/sheet/${eventId}`);
  await opened.page.getByText("Лист открывается без сети").waitFor();
  await opened.page.getByText("Все отметки отправлены").waitFor();
  return { context: opened.page.context(), ...opened };
}
