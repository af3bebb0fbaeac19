import { afterAll, beforeAll, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";

let database: Database;
let here: TestEvents;
let eventId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "questions");
  eventId = await here.run((ctx) => here.events.planEvent(ctx, CLEAN_UP));
  await here.run((ctx) => here.events.moveEvents(ctx, { ids: [eventId], move: "announce" }));
});
afterAll(() => {
  here.close();
  return database.close();
});

const as = (actor = here.coordinator) => here.at("2026-04-20T05:00:00Z", actor);
const raise = (given = {}) =>
  as()((ctx) =>
    here.events.raiseQuestion(ctx, {
      eventId,
      question: "Когда отремонтируют дорогу на улице Лесной?",
      asker: "Кузнецова",
      contact: "8-913-000-00-00",
      ownerId: here.operator.personId,
      dueDate: "2026-05-01",
      ...given,
    }),
  );
const find = async (id: string, today = "2026-04-20T05:00:00Z") =>
  (await here.at(today, here.coordinator)((ctx) => here.events.listQuestions(ctx, eventId))).find(
    (row) => row.id === id,
  );
const waits = async (actor: typeof here.coordinator | typeof here.operator) => {
  const { tasks } = await here.at("2026-04-20T05:00:00Z", actor)((ctx) => here.desk.getDesk(ctx));
  return JSON.stringify(tasks).includes("Ответить на вопрос");
};

test.each([
  ["question-text", { question: " " }],
  ["question-owner", { ownerId: newId() }],
  ["question-due", { dueDate: "01.05.2026" }],
  ["event-unknown", { eventId: newId() }],
])("refuses with %s %j", async (code, given) => {
  expect(await codeOf(raise(given))).toBe(code);
});

test("a question is its owner's task until the answer, then everybody may read it without names", async () => {
  const id = await raise();
  expect(await waits(here.operator)).toBe(true);
  expect((await find(id, "2026-05-02T05:00:00Z"))?.isLate).toBe(true);
  const publish = (publicAnswer: string, version: number) =>
    as()((ctx) =>
      here.events.publishAnswer(ctx, { id, version, publicQuestion: "Когда ремонт дороги?", publicAnswer }),
    );
  expect(await codeOf(publish("В мае", 1))).toBe("question-unanswered");
  const answer = (text: string, version = 1) =>
    as(here.operator as never)((ctx) => here.events.answerQuestion(ctx, { id, version, answer: text }));
  expect(await codeOf(answer(""))).toBe("question-answer");
  await answer("Кузнецовой: ремонт в мае.");
  expect(await waits(here.operator)).toBe(false);
  expect(await codeOf(publish("Кузнецовой: в мае", 2))).toBe("question-public");
  expect(await codeOf(publish("", 2))).toBe("question-public");
  await publish("В мае", 2);
  const page = await here.at("2026-04-20T05:00:00Z", STRANGER)((ctx) => here.events.openPublicEvent(ctx, eventId));
  expect(page.questions).toMatchObject([{ question: "Когда ремонт дороги?", answer: "В мае" }]);
  expect(JSON.stringify(page)).not.toMatch(/Кузнецов|8-913/);
});

test("it may be given to another owner, and is taken back with a reason", async () => {
  const id = await raise();
  const assign = (version: number) =>
    as()((ctx) =>
      here.events.assignQuestion(ctx, { id, version, ownerId: here.coordinator.personId, dueDate: "2026-05-10" }),
    );
  await assign(1);
  expect(await codeOf(assign(1))).toBe("question-changed");
  expect([await waits(here.operator), await waits(here.coordinator)]).toEqual([false, true]);
  const withdraw = (reason: string) => as()((ctx) => here.events.withdrawQuestion(ctx, { id, version: 2, reason }));
  expect(await codeOf(withdraw(" "))).toBe("event-reason");
  await withdraw("задан дважды");
  expect(await waits(here.coordinator)).toBe(false);
  expect(await codeOf(assign(3))).toBe("question-settled");
  expect(await codeOf(as()((ctx) => here.events.answerQuestion(ctx, { id: newId(), version: 1, answer: "а" })))).toBe(
    "question-unknown",
  );
});

test("who neither keeps the event nor owes the answer does not learn who asked", async () => {
  const id = await raise();
  const seen = await as(here.auditor as never)((ctx) => here.events.listQuestions(ctx, eventId));
  expect(seen.find((row) => row.id === id)?.asker).toBe("Кузнецова");
  const others = await as(here.chair as never)((ctx) => here.events.listQuestions(ctx, eventId));
  expect(others.find((row) => row.id === id)).toMatchObject({ asker: null, contact: null, mayAnswer: false });
});
