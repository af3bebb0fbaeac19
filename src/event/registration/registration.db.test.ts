import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { type EventInput, eventSource } from "../index.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";

let database: Database;
let here: TestEvents;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "registration");
});
afterAll(() => {
  here.close();
  return database.close();
});

const open = async (given: Partial<EventInput> = {}) => {
  const id = await here.run((ctx) =>
    here.events.planEvent(ctx, { ...CLEAN_UP, takesRegistrations: true, capacity: "3", ...given }),
  );
  await here.run((ctx) => here.events.moveEvents(ctx, { ids: [id], move: "announce" }));
  return id;
};
const register = (eventId: string, email: string, given: { places?: string; name?: string; consent?: boolean } = {}) =>
  as()((ctx) => here.events.register(ctx, { eventId, name: "Анна", email, places: "1", consent: true, ...given }));
const as = (actor: Actor = STRANGER, instant = "2026-04-10T05:00:00Z") => here.at(instant, actor);

/** The letters to an address, the newest first: the template and the link's end. */
async function lettersTo(address: string) {
  const { rows } = await here.run((ctx) =>
    sql<{ template: string; content: { link: string; where: string; when: string; reason: string } }>`
      select template, content from mail_letter where address = ${address} order by id desc`.execute(ctx.tx),
  );
  return rows.map(({ template, content }) => ({ template, ...content, token: content.link.split("/").at(-1) ?? "" }));
}
const lastTo = async (address: string) => (await lettersTo(address))[0];
const confirm = async (address: string) => {
  const token = (await lettersTo(address)).find(({ template }) => template === "event-confirm")?.token ?? "";
  return as()((ctx) => here.events.confirmRegistration(ctx, token));
};
const statesOf = async (eventId: string) =>
  Object.fromEntries(
    (await here.run((ctx) => here.events.listRegistrations(ctx, eventId))).map(({ email, state }) => [email, state]),
  );

describe("a resident who is not signed in", () => {
  test("is registered once the letter's link was opened, and withdraws by a link", async () => {
    const id = await open();
    expect(await register(id, "anna@example.org")).toBe("letter");
    expect(await statesOf(id)).toEqual({ "anna@example.org": "unconfirmed" });
    const { token = "", link = "" } = (await lastTo("anna@example.org")) ?? {};
    expect(link).toMatch(/^https:\/\/tos\.example\/events\/registration\/[\w-]{24}$/);
    expect(await as()((ctx) => here.events.openLink(ctx, token))).toMatchObject({ state: "unconfirmed", name: "Анна" });
    expect([await confirm("anna@example.org"), await confirm("anna@example.org")]).toEqual(["confirmed", "confirmed"]);
    const leave = (await lastTo("anna@example.org"))?.token ?? "";
    await as()((ctx) => here.events.withdrawRegistration(ctx, leave));
    expect(await statesOf(id)).toEqual({});
    expect((await as()((ctx) => here.events.openLink(ctx, leave))).state).toBe("withdrawn");
    expect(await codeOf(as()((ctx) => here.events.withdrawRegistration(ctx, leave)))).toBe("registration-link");
    expect(await register(id, "anna@example.org")).toBe("letter");
  });

  test("the link is void after two days, and a made-up one at once", async () => {
    const id = await open();
    await register(id, "late@example.org");
    const token = (await lastTo("late@example.org"))?.token ?? "";
    const later = as(STRANGER, "2026-04-12T05:00:01Z")((ctx) => here.events.confirmRegistration(ctx, token));
    expect(await codeOf(later)).toBe("registration-link");
    expect(await codeOf(as()((ctx) => here.events.openLink(ctx, "x".repeat(24))))).toBe("registration-link");
  });

  test("the same address again gets one letter an hour, and nobody learns that it is registered", async () => {
    const id = await open();
    expect([await register(id, "b@example.org"), await register(id, "B@example.org")]).toEqual(["letter", "letter"]);
    expect(await lettersTo("b@example.org")).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof register>[2] & { email?: string }]>([
    ["registration-name", { name: " " }],
    ["registration-name", { places: "11" }],
    ["registration-email", { email: "не адрес" }],
    ["registration-consent", { consent: false }],
    ["registration-large", { places: "4" }],
  ])("is refused with %s %j", async (code, { email = "c@example.org", ...given }) => {
    expect(await codeOf(register(await open(), email, given))).toBe(code);
  });

  test("registers for nothing that takes none, has begun or was never announced", async () => {
    expect(await codeOf(register(await open({ takesRegistrations: false }), "d@example.org"))).toBe(
      "registration-closed",
    );
    const id = await open();
    const given = { eventId: id, name: "Анна", email: "d@example.org", places: "1", consent: true };
    const begun = as(STRANGER, "2026-04-18T03:00:00Z")((ctx) => here.events.register(ctx, given));
    expect(await codeOf(begun)).toBe("registration-closed");
    const planned = await here.run((ctx) => here.events.planEvent(ctx, { ...CLEAN_UP, takesRegistrations: true }));
    expect(await codeOf(register(planned, "d@example.org"))).toBe("event-unknown");
  });
});

test("who comes too late waits, and moves up in order when somebody withdraws", async () => {
  const id = await open();
  for (const [name, places] of [
    ["one", "2"],
    ["two", "2"],
    ["three", "1"],
  ] as const) {
    await register(id, `${name}@example.org`, { places });
    await confirm(`${name}@example.org`);
  }
  expect(await statesOf(id)).toEqual({
    "one@example.org": "confirmed",
    "two@example.org": "waiting",
    "three@example.org": "waiting",
  });
  const leave = (await lastTo("one@example.org"))?.token ?? "";
  await as()((ctx) => here.events.withdrawRegistration(ctx, leave));
  expect(await statesOf(id)).toEqual({ "two@example.org": "confirmed", "three@example.org": "confirmed" });
  expect((await lettersTo("three@example.org")).map(({ template }) => template)).toEqual([
    "event-registered",
    "event-waiting",
    "event-confirm",
  ]);
});

test("who is signed in is registered at once, once, and erased with the person", async () => {
  const id = await open();
  const own = { eventId: id, name: "", email: "", places: "1", consent: true };
  expect(await as(here.resident)((ctx) => here.events.register(ctx, own))).toBe("confirmed");
  expect(await codeOf(as(here.resident)((ctx) => here.events.register(ctx, own)))).toBe("registration-once");
  const { personId } = here.resident;
  const [section] = await here.run((ctx) => eventSource.collect(ctx, personId));
  expect(section?.rows).toMatchObject([{ title: CLEAN_UP.title, name: "Житель", state: "confirmed" }]);
  await here.run((ctx) => eventSource.erase(ctx, personId));
  expect(Object.keys(await statesOf(id))).toEqual([""]);
});

test("who is registered is told of another place, of another time, and that it is cancelled and why", async () => {
  const id = await open();
  await register(id, "told@example.org");
  await confirm("told@example.org");
  await register(id, "unsure@example.org");
  const form = { ...CLEAN_UP, takesRegistrations: true, capacity: "3" };
  const change = (version: number, input: Partial<EventInput>) =>
    here.run((ctx) => here.events.changeEvent(ctx, { id, version, scope: "one", input: { ...form, ...input } }));
  await change(2, { sites: [{ place: "Дом культуры" }] });
  expect(await lastTo("told@example.org")).toMatchObject({ template: "event-moved", where: "Дом культуры" });
  await change(3, { sites: [{ place: "Дом культуры" }], description: "Возьмите перчатки" });
  expect(await lettersTo("told@example.org")).toHaveLength(3);
  await change(4, { sites: [{ place: "Дом культуры" }], description: "Возьмите перчатки", from: "11:00" });
  expect((await lastTo("told@example.org"))?.when).toBe("18.04.2026, 11:00–13:00");
  await here.run((ctx) => here.events.moveEvents(ctx, { ids: [id], move: "cancel", reason: "ливень" }));
  expect(await lastTo("told@example.org")).toMatchObject({ template: "event-cancelled", reason: "ливень" });
  expect((await lettersTo("unsure@example.org")).map(({ template }) => template)).toEqual(["event-confirm"]);
});

test("who comes tomorrow is reminded once; a month after the event nobody is known any more", async () => {
  const id = await open({ date: "2026-06-02" });
  await register(id, "tomorrow@example.org");
  await confirm("tomorrow@example.org");
  const remind = (instant: string) => here.at(instant)((ctx) => here.events.remindVisitors(ctx));
  expect([await remind("2026-05-31T05:00:00Z"), await remind("2026-06-01T05:00:00Z")]).toEqual([0, 1]);
  expect(await remind("2026-06-01T06:00:00Z")).toBe(0);
  expect((await lastTo("tomorrow@example.org"))?.template).toBe("event-reminder");
  await here.at("2026-07-02T05:00:00Z")((ctx) => here.events.retainVisitors(ctx));
  expect(await statesOf(id)).toEqual({ "tomorrow@example.org": "confirmed" });
  await here.at("2026-07-03T05:00:00Z")((ctx) => here.events.retainVisitors(ctx));
  expect(await statesOf(id)).toEqual({ "": "confirmed" });
});

test("who keeps an event that is over is asked whether it was held, until it is said", async () => {
  const id = await open({ organiser: "association", associationId: here.birch, date: "2026-08-01" });
  const ask = () => here.at("2026-08-02T05:00:00Z")((ctx) => here.events.askForOutcomes(ctx));
  await ask();
  await ask();
  const desk = async () =>
    JSON.stringify((await as(here.chair, "2026-08-02T05:00:00Z")((ctx) => here.desk.getDesk(ctx))).tasks);
  expect((await desk()).match(/Отметить, состоялось ли/g)).toHaveLength(1);
  await as(here.chair, "2026-08-02T06:00:00Z")((ctx) => here.events.moveEvents(ctx, { ids: [id], move: "hold" }));
  expect(await desk()).not.toContain("Отметить, состоялось ли");
});
