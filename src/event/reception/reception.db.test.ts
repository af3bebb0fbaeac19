import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTrail } from "../../access/index.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";

let database: Database;
let here: TestEvents;
let eventId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "reception");
  const input = { ...CLEAN_UP, kind: "reception", organiser: "settlement", settlementId: here.kirza };
  eventId = await here.run((ctx) => here.events.planEvent(ctx, { ...input, hosts: [here.deputy] }));
  await here.run((ctx) => here.events.addSlots(ctx, slots()));
});
afterAll(() => {
  here.close();
  return database.close();
});

const slots = (given = {}) => ({
  eventId,
  officialId: here.deputy,
  from: "10:00",
  until: "11:10",
  minutes: "20",
  ...given,
});
const reception = () => here.run((ctx) => here.events.openReception(ctx, eventId));
const VISIT = { slotId: "", name: "Смирнова Ольга", contact: "ул. Лесная, 3", subject: "Освещение улицы" };
const enter = (given: Partial<typeof VISIT & { officialId: string }> = {}, actor = here.settlement) =>
  here.at(
    "2026-04-18T03:00:00Z",
    actor,
  )((ctx) => here.events.openVisit(ctx, { ...VISIT, eventId, officialId: here.deputy, ...given }));
const settle = (id: string, version: number, move: string, given = {}) =>
  here.at(
    "2026-04-18T04:00:00Z",
    here.settlement,
  )((ctx) => here.events.settleVisit(ctx, { id, version, move, answer: "", ownerId: "", dueDate: "", ...given }));

describe("times", () => {
  test("hours are divided, a rest too short for one is left out, and the same hours again add none", async () => {
    expect((await reception()).slots.map(({ from, until }) => `${from}–${until}`)).toEqual([
      "10:00–10:20",
      "10:20–10:40",
      "10:40–11:00",
    ]);
    expect(await here.run((ctx) => here.events.addSlots(ctx, slots()))).toBe(0);
  });

  test.each([
    ["slot-times", { until: "10:05" }],
    ["slot-times", { minutes: "0" }],
    ["slot-times", { from: "утром" }],
    ["slot-host", { officialId: newId() }],
  ])("refuses with %s %j", async (code, given) => {
    expect(await codeOf(here.run((ctx) => here.events.addSlots(ctx, slots(given))))).toBe(code);
  });

  test("a time that is taken is neither given again nor given up", async () => {
    const slot = (await reception()).slots[0]?.id ?? "";
    await enter({ slotId: slot });
    expect(await codeOf(enter({ slotId: slot }))).toBe("slot-taken");
    const remove = (slotId: string) => here.run((ctx) => here.events.removeSlot(ctx, { eventId, slotId }));
    expect(await codeOf(remove(slot))).toBe("slot-taken");
    expect(await codeOf(remove(newId()))).toBe("slot-unknown");
    await remove((await reception()).slots[2]?.id ?? "");
    expect((await reception()).slots).toHaveLength(2);
  });
});

describe("cards", () => {
  test.each([
    ["visit-name", { name: " " }],
    ["visit-name", { subject: "" }],
    ["slot-host", { officialId: newId() }],
    ["slot-unknown", { slotId: newId() }],
  ])("refuses with %s %j", async (code, given) => {
    expect(await codeOf(enter(given))).toBe(code);
  });

  test("an oral answer closes the card; the trail says neither who came nor about what", async () => {
    const id = await enter();
    expect(await codeOf(settle(id, 1, "answer-orally"))).toBe("visit-answer");
    await settle(id, 1, "answer-orally", { answer: "Фонарь заменят до мая" });
    const visit = (await reception()).visits.find((card) => card.id === id);
    expect(visit).toMatchObject({ outcome: "oral", answeredOn: "2026-04-18", dueDate: null });
    const { rows } = await here.run((ctx) => readTrail(ctx, { subjectId: id }, null));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows.map(({ detail, fields }) => [detail, fields]))).not.toMatch(/Смирнова|Освещение|Фонарь/);
  });

  test("a written reply is due in thirty days, is a task of its owner, and is late when its day is over", async () => {
    const id = await enter();
    expect(await codeOf(settle(id, 1, "owe-reply"))).toBe("question-owner");
    const owner = { ownerId: here.coordinator.personId };
    expect(await codeOf(settle(id, 1, "owe-reply", { ...owner, dueDate: "скоро" }))).toBe("question-due");
    await settle(id, 1, "owe-reply", owner);
    const tasks = () => here.at("2026-05-19T05:00:00Z", here.coordinator)((ctx) => here.desk.getDesk(ctx));
    expect(JSON.stringify((await tasks()).tasks)).toContain("Направить письменный ответ");
    const late = await here.at("2026-05-19T05:00:00Z")((ctx) => here.events.openReception(ctx, eventId));
    expect(late.visits.find((card) => card.id === id)).toMatchObject({ dueDate: "2026-05-18", isLate: true });
    await settle(id, 2, "give-reply", { answer: "Письмо № 12" });
    const answered = (await reception()).visits.find((card) => card.id === id);
    expect(answered).toMatchObject({ outcome: "written", answer: "Письмо № 12", dueDate: "2026-05-18", isLate: false });
    expect(JSON.stringify((await tasks()).tasks)).not.toContain("Направить письменный ответ");
    expect(await codeOf(settle(id, 3, "miss"))).toBe("visit-state");
    expect(await codeOf(settle(id, 1, "miss"))).toBe("visit-changed");
    expect(await codeOf(settle(newId(), 1, "miss"))).toBe("visit-unknown");
  });

  test("neither residents nor chairs nor officers of another settlement see a card", async () => {
    for (const actor of [here.resident, here.chair, here.operator]) {
      const look = here.at("2026-04-18T04:00:00Z", actor)((ctx) => here.events.openReception(ctx, eventId));
      expect(await codeOf(look)).toBe("not-permitted");
    }
    expect(await codeOf(enter({}, here.auditor as never))).toBe("not-permitted");
  });

  test("five years later who came is no more known, and that somebody was answered is", async () => {
    await here.at("2031-05-01T05:00:00Z")((ctx) => here.events.retainVisitors(ctx));
    const { visits } = await reception();
    expect(visits.map(({ name, contact, subject }) => name + contact + subject).join("")).toBe("");
    expect(visits.some(({ outcome }) => outcome === "oral")).toBe(true);
  });
});
