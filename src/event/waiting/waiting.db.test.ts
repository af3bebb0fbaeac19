import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { EventInput } from "../index.ts";
import { CLEAN_UP } from "../testing.ts";
import { batchOf, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";

let database: Database;
let here: TestAttendance;
const NOW = "2026-04-20T05:00:00Z";

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "waiting");
});
afterAll(() => {
  here.close();
  return database.close();
});

/** An event of the association of birches in a state, on a day. */
async function plan(title: string, date: string, moves: readonly string[], given: Partial<EventInput> = {}) {
  const input = { ...CLEAN_UP, organiser: "association", associationId: here.birch, title, date, ...given };
  const id = await here.run((ctx) => here.events.planEvent(ctx, input));
  for (const move of moves) await here.at(NOW)((ctx) => here.events.moveEvents(ctx, { ids: [id], move }));
  return id;
}

const ask = (actor: Actor, at = NOW) => here.at(at, actor)((ctx) => here.events.listOwnWaiting(ctx));
const steps = async (actor: Actor) =>
  (await ask(actor)).events.map(({ title, step, missing }) => [title, step, missing.join(" ")]);

test("one's own events stand in the order of what presses, others' and what is far or done do not", async () => {
  await plan("Будет", "2026-05-01", ["announce"]);
  await plan("Задумано без повестки", "2026-05-02", [], { kind: "assembly", agenda: "" });
  await plan("Прошло неотмеченным", "2026-04-10", ["announce"]);
  const counted = await plan("Собрание без протокола", "2026-04-11", ["hold"], { kind: "assembly", agenda: "1. Сход" });
  await plan("Никого не посчитали", "2026-04-12", ["hold"]);
  const ready = await plan("Ждёт координатора", "2026-04-13", ["hold"]);
  await plan("Через полгода", "2026-10-01", ["announce"]);
  await plan("Чужое", "2026-05-01", ["announce"], { associationId: here.spring });
  await plan("Районное", "2026-05-01", ["announce"], { organiser: "administration", associationId: "" });
  const gone = await plan("Отменено", "2026-05-01", []);
  await here.at(NOW)((ctx) => here.events.moveEvents(ctx, { ids: [gone], move: "cancel", reason: "нет погоды" }));
  for (const id of [counted, ready]) {
    const [site] = await here.run((ctx) => here.events.listSites(ctx, id));
    await here.record(id, batchOf(site?.id ?? "", [`Анна ${id}`]), { at: NOW });
  }
  const expected = [
    ["Прошло неотмеченным", "settle", ""],
    ["Никого не посчитали", "count", ""],
    ["Собрание без протокола", "document", "minutes"],
    ["Задумано без повестки", "announce", "agenda"],
    ["Будет", "come", ""],
    ["Ждёт координатора", "confirm", ""],
  ];
  expect(await steps(here.chair)).toEqual(expected);
  expect(await steps(here.settlement)).toEqual(expected);
});

test("an event for which one answers stands beside one's own", async () => {
  await plan("По поручению", "2026-05-03", ["announce"], {
    organiser: "administration",
    associationId: "",
    responsibleId: here.chair.personId,
  });
  expect((await steps(here.chair)).map(([title]) => title)).toContain("По поручению");
  expect((await steps(here.settlement)).map(([title]) => title)).not.toContain("По поручению");
});

test("questions without an answer stand by deadline, without who asked", async () => {
  const id = await plan("Встреча с вопросами", "2026-04-14", ["hold"]);
  const raise = (dueDate: string) =>
    here.at(
      NOW,
      here.coordinator,
    )((ctx) =>
      here.events.raiseQuestion(ctx, {
        eventId: id,
        question: "Когда починят мост?",
        asker: "Кузнецова",
        contact: "8-913-000-00-00",
        ownerId: here.operator.personId,
        dueDate,
      }),
    );
  await raise("2026-05-10");
  const late = await raise("2026-04-19");
  const { questions } = await ask(here.chair);
  expect(questions.map(({ number, isLate, owner }) => [number, isLate, owner])).toEqual([
    [2, true, "Ресурсный центр"],
    [1, false, "Ресурсный центр"],
  ]);
  expect(JSON.stringify(questions)).not.toContain("Кузнецова");
  const answer = { id: late, version: 1, answer: "В июне" };
  await here.at(NOW, here.coordinator)((ctx) => here.events.answerQuestion(ctx, answer));
  expect((await ask(here.chair)).questions.map(({ number }) => number)).toEqual([1]);
});

test("many are cut and said to be more, and those without an association or a settlement have none", async () => {
  const input = { ...CLEAN_UP, organiser: "association", associationId: here.birch, title: "Ещё", date: "2026-05-05" };
  await here.run((ctx) =>
    here.events.planEvents(
      ctx,
      Array.from({ length: 12 }, () => input),
    ),
  );
  const { events, hasMore } = await ask(here.chair);
  expect([events.length, hasMore]).toEqual([10, true]);
  const nothing = { events: [], hasMore: false, questions: [] };
  for (const actor of [here.coordinator, here.auditor, here.resident, here.operator]) {
    expect(await ask(actor)).toEqual(nothing);
  }
});
