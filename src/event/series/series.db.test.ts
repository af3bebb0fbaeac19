import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { EventInput } from "../index.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";

const MONTHLY = { frequency: "monthly", interval: "1", by: "weekday", count: "3", until: "" };

let database: Database;
let here: TestEvents;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "series");
});
afterAll(() => {
  here.close();
  return database.close();
});

const plan = (input: Partial<EventInput> = {}, recurrence: Partial<typeof MONTHLY> = {}) =>
  here.run((ctx) =>
    here.events.planSeries(ctx, { input: { ...CLEAN_UP, ...input }, recurrence: { ...MONTHLY, ...recurrence } }),
  );
const open = (id = "") => here.run((ctx) => here.events.openEvent(ctx, id));

test("a series makes an event of its own on each day, with sites of its own", async () => {
  const ids = await plan();
  const pages = await Promise.all(ids.map(open));
  expect(pages.map(({ date }) => date)).toEqual(["2026-04-18", "2026-05-16", "2026-06-20"]);
  expect(pages[0]?.rule).toBe("FREQ=MONTHLY;INTERVAL=1;BYDAY=3SA;COUNT=3");
  expect(new Set(pages.flatMap(({ sites }) => sites.map(({ id }) => id))).size).toBe(3);
});

test("a host who is not in office on one of its days stops the whole series", async () => {
  const years = { frequency: "yearly", by: "date", count: "6" };
  expect(await codeOf(plan({ hosts: [here.deputy] }, years))).toBe("event-host-term");
});

test("a change of one stays with it; a change of all that follow moves their days and keeps what each has of its own", async () => {
  const [first = "", second = "", third = ""] = await plan();
  const save = (id: string, version: number, scope: "one" | "following", input: Partial<EventInput>) =>
    here.run((ctx) => here.events.changeEvent(ctx, { id, version, scope, input: { ...CLEAN_UP, ...input } }));
  await save(third, 1, "one", { date: "2026-06-20", agenda: "Итоги весны" });
  const site = (await open(second)).siteFields[0]?.id ?? "";
  await save(second, 1, "following", {
    date: "2026-05-17",
    from: "11:00",
    until: "14:00",
    title: "Воскресник",
    sites: [{ id: site, place: "Берег" }],
  });
  expect(await open(first)).toMatchObject({ title: CLEAN_UP.title, date: "2026-04-18", from: "10:00" });
  expect(await open(second)).toMatchObject({ title: "Воскресник", date: "2026-05-17", places: ["Берег"] });
  expect(await open(third)).toMatchObject({
    title: "Воскресник",
    date: "2026-06-21",
    from: "11:00",
    until: "14:00",
    agenda: "Итоги весны",
    places: ["Берег"],
  });
});

test("a series is cancelled from one event on", async () => {
  const [first = "", second = "", third = ""] = await plan();
  await here.run((ctx) =>
    here.events.moveEvents(ctx, { ids: [second], move: "cancel", reason: "ремонт", following: true }),
  );
  const states = await Promise.all([first, second, third].map(async (id) => (await open(id)).state));
  expect(states).toEqual(["planned", "cancelled", "cancelled"]);
});

test("a copy has the words, the sites, the hosts in office, the times of reception and the materials, and nothing of what came of it", async () => {
  const { events } = here;
  const id = await here.run((ctx) =>
    events.planEvent(ctx, { ...CLEAN_UP, kind: "reception", hosts: [here.deputy], agenda: "Приём" }),
  );
  await here.run((ctx) =>
    events.addSlots(ctx, { eventId: id, officialId: here.deputy, from: "10:00", until: "11:00", minutes: "20" }),
  );
  const file = (kind: string) => ({ kind, name: "памятка.pdf", caption: "", isPublic: true, keepsPlace: false });
  for (const kind of ["material", "minutes"]) {
    const paper = await events.preparePaper({ ...file(kind), bytes: Buffer.from("%PDF-1.7 памятка") });
    await here.run((ctx) => events.addPaper(ctx, id, paper));
  }
  const copy = await here.run((ctx) => events.copyEvent(ctx, { id, date: "2026-07-01" }));
  const page = await open(copy);
  expect(page).toMatchObject({
    date: "2026-07-01",
    from: "10:00",
    agenda: "Приём",
    copiedFromId: id,
    state: "planned",
  });
  expect(page.hosts.map(({ name }) => name)).toEqual(["Петров П. П."]);
  expect(page.papers.map(({ kind }) => kind)).toEqual(["material"]);
  const { slots } = await here.run((ctx) => events.openReception(ctx, copy));
  expect(slots.map(({ from }) => from)).toEqual(["10:00", "10:20", "10:40"]);
  const late = await here.run((ctx) => events.copyEvent(ctx, { id, date: "2031-07-01" }));
  expect((await open(late)).hosts).toEqual([]);
  expect(await codeOf(here.run((ctx) => events.copyEvent(ctx, { id, date: "завтра" })))).toBe("event-time-wrong");
});
