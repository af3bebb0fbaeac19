import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { CLEAN_UP, openTestEvents } from "../testing.ts";
import {
  AFTER,
  batchOf,
  codeOf,
  DURING,
  openTestAttendance,
  person,
  type TestAttendance,
  WEEK_LATER,
} from "../testing-attendance.ts";
import type { BatchInput } from "./input.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "attendance");
});
afterAll(() => {
  here.close();
  return database.close();
});

describe("marks", () => {
  test("a visit is one person at one site: visits and different people are told apart", async () => {
    const { id, sites } = await here.planOne();
    const [yard = "", school = ""] = sites;
    const first = batchOf(yard, ["Анна Ковалёва", "Пётр Ким"]);
    await here.record(id, first);
    const [anna] = first.participants;
    const again = { id: newId(), siteId: school, participantId: anna?.id ?? "" };
    await here.record(id, { channel: "name", marks: [again] });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 3, distinctNamed: 2, unnamed: 0 });
  });

  test("a batch sent twice counts once, and says so", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[0] ?? "", ["Анна", "Пётр", "Олег"]);
    const ids = batch.marks.map((mark) => mark.id);
    expect(await here.record(id, batch)).toMatchObject({ done: ids, already: [] });
    expect(await here.record(id, batch)).toMatchObject({ done: [], already: ids, refused: [] });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 3 });
  });

  test("two phones that mark the same person at the same site agree, also at the same moment", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(
      sites[0] ?? "",
      Array.from({ length: 30 }, (_, at) => `Сосед ${"абвгдежзиклмнопрстуфхцчшщэюяъыь"[at]}`),
    );
    const other = { ...batch, marks: batch.marks.map((mark) => ({ ...mark, id: newId() })) };
    const [one, two] = await Promise.all([here.record(id, batch), here.record(id, other)]);
    expect(one.done.length + two.done.length).toBe(30);
    expect(one.already.length + two.already.length).toBe(30);
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 30, distinctNamed: 30 });
  });

  test("what cannot be taken is named, and holds up nobody else", async () => {
    const { id, sites } = await here.planOne();
    const siteId = sites[0] ?? "";
    const people = [
      person("Верный Человек"),
      person("\u202e\u0000 "),
      person("Без Согласия", { consent: false }),
      person("Из Будущего", { birthYear: "2030" }),
    ];
    const unknown = { id: newId(), siteId, participantId: newId() };
    const marks = [...people.map((one) => ({ id: newId(), siteId, participantId: one.id })), unknown];
    const outcome = await here.record(id, { channel: "device", participants: people, marks });
    expect(outcome.done).toEqual([marks[0]?.id]);
    expect(outcome.refused.map(({ code }) => code).sort()).toEqual([
      "attendance-birth-year",
      "attendance-consent",
      "attendance-name",
      ...Array.from({ length: 4 }, () => "attendance-participant-unknown"),
    ]);
  });

  test("one taken back no longer counts, and the person may be marked again", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[0] ?? "", ["Анна"]);
    await here.record(id, batch);
    await here.record(id, { channel: "name", takenBack: batch.marks.map((mark) => mark.id) });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 0, distinctNamed: 0 });
    const again = batch.marks.map((mark) => ({ ...mark, id: newId() }));
    await here.record(id, { channel: "name", marks: again });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 1 });
  });

  test("the instant is the device's where that can be, else the moment of arrival", async () => {
    const { id, sites } = await here.planOne();
    const said = ["2026-04-18T03:30:00Z", "2031-01-01T00:00:00Z", "2001-01-01T00:00:00Z"];
    const batch = batchOf(sites[0] ?? "", ["Анна", "Борис", "Вера"]);
    const marks = batch.marks.map((mark, at) => ({ ...mark, markedAt: said[at] ?? "" }));
    await here.record(id, { ...batch, marks });
    const seen = await here.run((ctx) => here.attendance.get(ctx, id));
    expect(seen.marks.map(({ name, markedAt }) => [name, markedAt.toISOString()])).toEqual([
      ["Анна", "2026-04-18T03:30:00.000Z"],
      ["Борис", "2026-04-18T04:00:00.000Z"],
      ["Вера", "2026-04-18T04:00:00.000Z"],
    ]);
  });

  test.each<[string, string, () => Promise<BatchInput>, { at?: string; actor?: () => Actor }]>([
    ["before the doors open", "attendance-early", async () => ({ channel: "name" }), { at: "2026-04-17T20:00:00Z" }],
    ["by a resident", "not-permitted", async () => ({ channel: "name" }), { actor: () => here.resident }],
    ["by a stranger", "not-signed-in", async () => ({ channel: "name" }), { actor: () => STRANGER }],
    [
      "at a site of another event",
      "attendance-site-unknown",
      async () => batchOf((await here.planOne()).sites[0] ?? "", ["Анна"]),
      {},
    ],
    ["in another form", "attendance-batch", async () => ({ channel: "code" }) as never, {}],
    ["with an id that is none", "attendance-batch", async () => ({ channel: "name", takenBack: ["' or 1=1"] }), {}],
  ])("%s are refused", async (_case, code, input, { at, actor }) => {
    const { id } = await here.planOne();
    const given = { ...(at && { at }), ...(actor && { actor: actor() }) };
    expect(await codeOf(here.record(id, await input(), given))).toBe(code);
  });

  test("without a consent's text in force nobody is named", async () => {
    const other = await openTestEvents(database, "attendance-no-text");
    const id = await other.run((ctx) => here.events.planEvent(ctx, CLEAN_UP));
    const [site] = await other.run((ctx) => here.events.listSites(ctx, id));
    const outcome = await other.at(DURING)((ctx) =>
      here.attendance.recordMarks(ctx, id, batchOf(site?.id ?? "", ["Анна"])),
    );
    expect(outcome.refused[0]).toMatchObject({ code: "attendance-no-text" });
    expect(
      await codeOf(other.at(DURING)((ctx) => here.attendance.makeSheet(ctx, { eventId: id, siteId: site?.id ?? "" }))),
    ).toBe("attendance-no-text");
  });
});

describe("a phone that comes back after the event was confirmed", () => {
  test("loses nothing: its marks wait, the coordinator decides, and the total follows", async () => {
    const { id, sites } = await here.planOne();
    await here.record(id, batchOf(sites[0] ?? "", ["Анна"]));
    await here.confirm(id);
    const queue = batchOf(sites[0] ?? "", ["Борис", "Вера"]);
    const outcome = await here.record(id, queue, { at: WEEK_LATER });
    expect(outcome).toMatchObject({ done: [], late: queue.marks.map((mark) => mark.id) });
    expect(await here.turnoutOf(id)).toMatchObject({
      visits: 1,
      sites: expect.arrayContaining([expect.objectContaining({ late: 2 })]),
    });
    const decide = (markIds: readonly Id[], accept: boolean, reason = "телефон был без связи") =>
      here.at(
        WEEK_LATER,
        here.coordinator,
      )((ctx) => here.attendance.decideLate(ctx, { eventId: id, markIds, accept, reason }));
    const [boris = "", vera = ""] = outcome.late;
    expect(await codeOf(decide([boris], true, " "))).toBe("attendance-reason");
    await decide([boris], true);
    await decide([vera], false);
    expect(await codeOf(decide([vera], true))).toBe("attendance-mark-decided");
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 2, distinctNamed: 2 });
  });

  test("takes nothing back, and whoever works on the page is told", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[0] ?? "", ["Анна"]);
    await here.record(id, batch);
    await here.confirm(id);
    const [mark = ""] = batch.marks.map((one) => one.id);
    const outcome = await here.record(id, { channel: "device", takenBack: [mark] }, { at: WEEK_LATER });
    expect(outcome.refused).toEqual([{ id: mark, code: "attendance-closed" }]);
    expect(await codeOf(here.record(id, { channel: "name", takenBack: [mark] }, { at: WEEK_LATER }))).toBe(
      "attendance-closed",
    );
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 1 });
  });

  test("only the coordinator decides", async () => {
    const { id } = await here.planOne();
    const attempt = here.at(
      AFTER,
      here.chair,
    )((ctx) => here.attendance.decideLate(ctx, { eventId: id, markIds: [newId()], accept: true, reason: "так" }));
    expect(await codeOf(attempt)).toBe("not-permitted");
  });
});

describe("heads", () => {
  const count = (id: Id, siteId: Id, given: object) =>
    here.at(
      DURING,
      here.chair,
    )((ctx) => here.attendance.countHeads(ctx, { eventId: id, siteId, people: "40", method: "counted", ...given }));

  test("hold those marked by name among them: a site has the larger of the two figures", async () => {
    const { id, sites } = await here.planOne();
    const [yard = "", school = ""] = sites;
    await here.record(id, batchOf(yard, ["Анна", "Борис"]));
    await here.record(id, batchOf(school, ["Вера", "Галина", "Дарья"]));
    await count(id, yard, { people: "40" });
    await count(id, school, { people: "2" });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 43, distinctNamed: 5, unnamed: 38 });
  });

  test("a new count takes the place of the one before", async () => {
    const { id, sites } = await here.planOne();
    const [yard = ""] = sites;
    await count(id, yard, { people: "400" });
    await count(id, yard, { people: "1 040", method: "estimate", note: "по рядам стульев" });
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 1040 });
    const { counts } = await here.run((ctx) => here.attendance.get(ctx, id));
    expect(counts).toMatchObject([{ people: 1040, method: "estimate", note: "по рядам стульев" }]);
  });

  test.each([
    ["attendance-people", { people: "-1" }],
    ["attendance-people", { people: "100001" }],
    ["attendance-people", { people: "много" }],
    ["attendance-method", { method: "по погоде" }],
    ["attendance-note", { method: "estimate" }],
    ["attendance-evidence", { method: "photo" }],
    ["attendance-evidence", { method: "photo", evidencePaperId: newId() }],
  ])("%s where the form is wrong", async (code, given) => {
    const { id, sites } = await here.planOne();
    expect(await codeOf(count(id, sites[0] ?? "", given))).toBe(code);
  });

  test("make an event that can be confirmed; nobody counted makes none", async () => {
    const { id, sites } = await here.planOne();
    expect(await codeOf(here.confirm(id))).toBe("event-uncounted");
    await count(id, sites[0] ?? "", {});
    await here.confirm(id);
    expect(await codeOf(count(id, sites[0] ?? "", {}))).toBe("attendance-closed");
  });
});

describe("one person marked on the page", () => {
  test.each([
    ["attendance-consent", { consent: false }],
    ["attendance-name", { name: "42" }],
    ["attendance-birth-year", { birthYear: "1812" }],
  ])("is refused with %s, and nothing of them stays", async (code, given) => {
    const { id, sites } = await here.planOne();
    const one = person("Кто-то Один", given);
    const marks = [{ id: newId(), siteId: sites[0] ?? "", participantId: one.id }];
    const chair = here.at(DURING, here.chair);
    const marking = chair((ctx) => here.attendance.recordMark(ctx, id, { participants: [one], marks }));
    expect(await codeOf(marking)).toBe(code);
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 0 });
  });
});

describe("what is shown of an event's attendance", () => {
  test("is narrowed to a site and to the beginning of a word; there are more than a page", async () => {
    const { id, sites } = await here.planOne();
    const [yard = "", school = ""] = sites;
    const names = Array.from({ length: 101 }, (_, at) => `Анна ${"абвгд"[at % 5]}${at}`);
    await here.record(id, batchOf(yard, [...names, "Пётр Ёлкин"]));
    await here.record(id, batchOf(school, ["Борис"]));
    const get = (query: object) => here.run((ctx) => here.attendance.get(ctx, id, query));
    const namesOf = async (query: object) => (await get(query)).marks.map(({ name }) => name);
    expect(await namesOf({ siteId: school })).toEqual(["Борис"]);
    expect(await namesOf({ text: "елк" })).toEqual(["Пётр Ёлкин"]);
    expect(await get({ siteId: yard })).toMatchObject({ hasMore: true, late: [], isClosed: false });
    expect(await namesOf({ siteId: yard, page: 2 })).toHaveLength(2);
  });

  test("stands in the log of reads, as does whom one may pick", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[0] ?? "", ["Читаемая Анна"]);
    await here.record(id, batch);
    const chair = here.at(DURING, here.chair);
    await chair((ctx) => here.attendance.get(ctx, id));
    const siteId = sites[0] ?? "";
    const [found] = await chair((ctx) =>
      here.attendance.findParticipants(ctx, { eventId: id, siteId, text: "читаем" }),
    );
    expect(found).toMatchObject({ name: "Читаемая Анна", markId: batch.marks[0]?.id });
    const { rows } = await here.run((ctx) =>
      sql<{ place: string }>`select place from personal_read where ${batch.participants[0]?.id} = any(people)
        order by at, place`.execute(ctx.tx),
    );
    expect(rows.map(({ place }) => place)).toEqual(["event.attendance", "event.participants"]);
  });

  test("is taken back only by who works at the site of the mark", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[1] ?? "", ["Анна"]);
    await here.record(id, batch);
    const takenBack = batch.marks.map((mark) => mark.id);
    const taking = here.record(id, { channel: "name", takenBack }, { actor: here.resident });
    expect(await codeOf(taking)).toBe("not-permitted");
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 1 });
  });
});

test("names are for those who work at the event and the auditor, totals for everybody", async () => {
  const { id, sites } = await here.planOne();
  await here.record(id, batchOf(sites[0] ?? "", ["Анна"]));
  const see = (actor: Actor) => here.at(AFTER, actor)((ctx) => here.attendance.get(ctx, id));
  expect((await see(here.auditor)).marks).toHaveLength(1);
  expect((await see(here.settlement)).marks).toHaveLength(1);
  expect(await codeOf(see(here.resident))).toBe("not-permitted");
  expect(await codeOf(see(STRANGER))).toBe("not-signed-in");
  expect((await here.at(AFTER, STRANGER)((ctx) => here.attendance.getTurnout(ctx, id))).visits).toBe(1);
});
