import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";
import type { EventFilter, EventSort } from "../views.ts";
import { selectCounted } from "./store.ts";

let database: Database;
let here: TestEvents;
let ids: readonly string[];

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "lists");
  const ofBirch = { organiser: "association", associationId: here.birch };
  ids = await here.run((ctx) =>
    here.events.planEvents(ctx, [
      { ...CLEAN_UP, ...ofBirch, title: "Субботник у берёз", date: "2026-04-18" },
      {
        ...CLEAN_UP,
        title: "Встреча с депутатом",
        kind: "meeting",
        agenda: "1. Дороги",
        hosts: [here.deputy],
        date: "2026-04-30",
        untilDate: "2026-05-01",
      },
      {
        ...CLEAN_UP,
        title: "Праздник улицы",
        date: "2026-05-20",
        sites: [{ place: "Двор на Ёлочной", associationId: here.birch, point: "54.3 81.8" }],
      },
      { ...CLEAN_UP, title: "Черновик", date: "2026-05-21" },
      { ...CLEAN_UP, title: "Отменённый поход", date: "2026-05-22" },
    ]),
  );
  const move = (given: { ids: readonly string[]; move: string; reason?: string }) =>
    here.run((ctx) => here.events.moveEvents(ctx, given));
  await move({ ids: [...ids.slice(0, 3), ids[4] ?? ""], move: "announce" });
  await move({ ids: ids.slice(3), move: "cancel", reason: "нет погоды" });
});
afterAll(() => {
  here.close();
  return database.close();
});

const titles = async (filter: EventFilter, sort: EventSort = "date") =>
  (await here.run((ctx) => here.events.listEvents(ctx, { filter, sort, page: 1 }))).rows.map(({ title }) => title);

describe("words that many events have", () => {
  test("are not counted, and the page is the same as of few", async () => {
    const query = { filter: { text: "субботник" }, isPublic: false, sort: "-date", offset: 0, limit: 50 } as const;
    const whole = await here.run((ctx) => selectCounted(ctx, { ...query, filter: { text: "парк" } }));
    expect([whole.total, whole.hasMore]).toEqual([whole.rows.length, false]);
    expect(whole.total).toBeGreaterThan(2);
    const many = await here.run((ctx) => selectCounted(ctx, { ...query, filter: { text: "парк" } }, 2));
    expect([many.total, many.hasMore]).toEqual([2, true]);
    expect(many.rows).toEqual(whole.rows);
    const behind = await here.run((ctx) => selectCounted(ctx, { ...query, filter: { text: "парк" }, offset: 50 }, 2));
    expect(behind.rows).toEqual([]);
  });
});

describe("the list", () => {
  test.each<[string, EventFilter, readonly string[]]>([
    ["a kind", { kind: "meeting" }, ["Встреча с депутатом"]],
    ["a state", { state: "cancelled" }, ["Черновик", "Отменённый поход"]],
    ["words, ё and е alike, in the place too", { text: "ЕЛОЧНОЙ двор" }, ["Праздник улицы"]],
    ["words that stand nowhere together", { text: "двор субботник" }, []],
    ["a number", { text: "2/2026" }, ["Встреча с депутатом"]],
    ["signs of a pattern", { text: "%" }, []],
    [
      "days, also of an event that goes on",
      { from: "2026-05-01", to: "2026-05-20" },
      ["Встреча с депутатом", "Праздник улицы"],
    ],
    ["a year without events", { year: 2025 }, []],
    ["an id that is none", { associationId: "x" }, []],
    ["a kind that is none", { kind: newId() }, []],
  ])("is narrowed to %s", async (_name, filter, expected) => {
    expect(await titles(filter)).toEqual(expected);
  });

  test("is sorted as asked and says how many there are", async () => {
    expect((await titles({}, "title"))[0]).toBe("Встреча с депутатом");
    expect((await titles({}, "-date"))[0]).toBe("Отменённый поход");
    const page = await here.run((ctx) => here.events.listEvents(ctx, { filter: {}, sort: "number", page: 99 }));
    expect(page).toMatchObject({ total: 5, page: 1, pages: 1 });
    const [title = ""] = page.rows.map((row) => row.title);
    for (const [text, total] of [
      [title, page.rows.filter((row) => row.title === title).length],
      ["слова, которых нет", 0],
    ] as const) {
      for (const asked of [1, 99]) {
        const query = { filter: { text }, sort: "number" as const, page: asked };
        const found = await here.run((ctx) => here.events.listEvents(ctx, query));
        expect(found).toMatchObject({ total, page: 1, pages: 1 });
        expect(found.rows.length).toBe(total);
      }
    }
    expect(page.rows[4]).toMatchObject({ number: "1/2026", association: "ТОС «Берёзка»", from: "10:00" });
    expect(await titles({ associationId: here.birch })).toEqual(["Субботник у берёз"]);
  });

  test("is for those who may see what is not announced", async () => {
    const as = here.at("2026-04-01T05:00:00Z", here.resident);
    expect(await codeOf(as((ctx) => here.events.listEvents(ctx, { filter: {}, sort: "date", page: 1 })))).toBe(
      "not-permitted",
    );
    expect(await codeOf(as((ctx) => here.events.exportEvents(ctx, { filter: {}, sort: "date" })))).toBe(
      "not-permitted",
    );
  });
});

describe("what a list may be narrowed to", () => {
  const names = async (chosen: EventFilter, most?: number) => {
    const { associations } = await here.run((ctx) => here.events.listFilterChoices(ctx, chosen, most));
    return associations.map(({ name }) => name);
  };

  test("is every association where a person can look through them", async () => {
    expect(await names({})).toEqual(["ТОС «Берёзка»", "ТОС «Родник»"]);
    expect(await names({ settlementId: here.kirza })).toEqual(["ТОС «Берёзка»", "ТОС «Родник»"]);
  });

  test("of a large register is those of the settlement chosen, and the one chosen", async () => {
    expect(await names({}, 1)).toEqual([]);
    expect(await names({ settlementId: here.kirza }, 1)).toEqual(["ТОС «Берёзка»"]);
    expect(await names({ associationId: here.spring }, 1)).toEqual(["ТОС «Родник»"]);
    expect(await names({ settlementId: here.vagai, associationId: here.birch }, 1)).toEqual([
      "ТОС «Берёзка»",
      "ТОС «Родник»",
    ]);
    expect(await names({ settlementId: "x", associationId: "y" }, 1)).toEqual([]);
  });
});

describe("what everybody sees", () => {
  const as = <T>(work: Parameters<TestEvents["run"]>[0]) =>
    here.at("2026-04-01T05:00:00Z", STRANGER)(work) as Promise<T>;

  test("is what was announced, cancelled or not, and nothing that was only planned", async () => {
    const month = await here.at(
      "2026-04-01T05:00:00Z",
      STRANGER,
    )((ctx) => here.events.listMonth(ctx, { month: "2026-05", filter: {} }));
    expect(month.map(({ title }) => title)).toEqual(["Встреча с депутатом", "Праздник улицы", "Отменённый поход"]);
    expect(await codeOf(as((ctx) => here.events.openPublicEvent(ctx, ids[3] ?? "")))).toBe("event-unknown");
    const page = await here.at(
      "2026-04-01T05:00:00Z",
      STRANGER,
    )((ctx) => here.events.openPublicEvent(ctx, ids[4] ?? ""));
    expect(page.cancelReason).toBe("нет погоды");
  });

  test("is a feed that an independent parser reads, whole and of an association with the sites on its ground", async () => {
    const read = async (associationId: string | null) => {
      const text = await here.at(
        "2026-04-01T05:00:00Z",
        STRANGER,
      )((ctx) => here.events.writeFeed(ctx, { associationId, urlOf: (id) => `https://tos.example/events/${id}` }));
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
    };
    const all = await read(null);
    expect(all.map(({ summary }) => summary)).toEqual([
      "Субботник у берёз",
      "Встреча с депутатом",
      "Праздник улицы",
      "Отменённый поход",
    ]);
    expect(all.map(({ uid }) => uid)).toEqual([ids[0], ids[1], ids[2], ids[4]]);
    expect(all[3]?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(all[2]?.component.getFirstPropertyValue("geo")).toEqual([54.3, 81.8]);
    expect((await read(here.birch)).map(({ summary }) => summary)).toEqual(["Субботник у берёз", "Праздник улицы"]);
    expect(await codeOf(read(newId()))).toBe("association-unknown");
  });
});
