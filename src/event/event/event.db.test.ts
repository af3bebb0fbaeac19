import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadMunicipality, readTrail } from "../../access/index.ts";
import type { Actor } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry } from "../../registry/index.ts";
import type { EventDoor, EventInput } from "../index.ts";
import { CLEAN_UP, codeOf, openTestEvents, type TestEvents } from "../testing.ts";

let events: EventDoor;
let database: Database;
let here: TestEvents;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestEvents(database, "events");
  events = here.events;
});
afterAll(() => {
  here.close();
  return database.close();
});

const plan = (given: Partial<EventInput> = {}, actor: Actor = here.coordinator) =>
  here.at("2026-04-01T05:00:00Z", actor)((ctx) => events.planEvent(ctx, { ...CLEAN_UP, ...given }));

const move = (id: string, name: string, given: { at?: string; reason?: string; actor?: Actor } = {}) =>
  here.at(
    given.at ?? "2026-04-02T05:00:00Z",
    given.actor ?? here.coordinator,
  )((ctx) =>
    events.moveEvents(ctx, { ids: [id], move: name, ...(given.reason !== undefined && { reason: given.reason }) }),
  );

const change = (id: string, version: number, input: Partial<EventInput>, actor = here.coordinator) =>
  here.at(
    "2026-04-03T05:00:00Z",
    actor,
  )((ctx) => events.changeEvent(ctx, { id, version, scope: "one", input: { ...CLEAN_UP, ...input } }));

const read = (id: string) => here.run((ctx) => events.getEvent(ctx, id));
const sitesOf = (id: string) => here.run((ctx) => events.listSites(ctx, id));

describe("planning", () => {
  test("keeps local days in the municipality's time zone and gives numbers by the year in which it begins", async () => {
    const first = await read(await plan({ date: "2027-01-01", from: "00:30", until: "02:00" }));
    const second = await read(await plan({ date: "2027-05-01" }));
    expect(first).toMatchObject({ date: "2027-01-01", startsAt: new Date("2026-12-31T17:30:00Z"), number: "1/2027" });
    expect(second).toMatchObject({ number: "2/2027", state: "planned", version: 1 });
  });

  test("an association brings its settlement, of the event and of its sites", async () => {
    const sites = [{ place: "Двор", associationId: here.birch, point: "54,3682; 81,8880" }, { place: "Школа" }];
    const id = await plan({ organiser: "association", associationId: here.spring, sites });
    expect(await read(id)).toMatchObject({ settlementId: here.vagai, associationId: here.spring });
    expect(await sitesOf(id)).toMatchObject([
      { position: 1, place: "Двор", settlementId: here.kirza, point: { latitude: 54.3682, longitude: 81.888 } },
      { position: 2, place: "Школа", settlementId: null, point: null },
    ]);
  });

  test("an association may be named by its number or by words of its name, if they fit one alone", async () => {
    const [birch] = await here.run((ctx) => registry.nameAssociations(ctx, [here.birch]));
    const name = birch?.name ?? "";
    for (const text of [`№ ${birch?.number}`, `${birch?.number}`, name.toUpperCase()]) {
      const id = await plan({
        organiser: "association",
        associationId: text,
        sites: [{ place: "Двор", associationId: text }],
      });
      expect(await read(id), text).toMatchObject({ associationId: here.birch });
      expect(await sitesOf(id)).toMatchObject([{ associationId: here.birch }]);
    }
    const refused = async (text: string) => codeOf(plan({ organiser: "association", associationId: text }));
    expect(await refused("нет такого")).toBe("event-association-none");
    expect(await refused("№ 999999")).toBe("event-association-none");
    expect(await refused("%")).toBe("event-association-none");
    expect(await refused("тос")).toBe("event-association-several");
  });

  test("a search of associations keeps the one chosen, and says when there are more", async () => {
    const find = (words: string, chosen = "") =>
      here.run((ctx) => events.findAssociationChoices(ctx, { chosen, words }));
    const found = await find("тос", here.birch);
    expect(found.choices.map(({ id }) => id)).toEqual(expect.arrayContaining([here.birch, here.spring]));
    expect(found.hasMore).toBe(false);
    expect(new Set(found.choices.map(({ id }) => id)).size).toBe(found.choices.length);
    expect((await find("", here.birch)).choices.map(({ id }) => id)).toEqual([here.birch]);
    expect((await find("ничего такого", "не id")).choices).toEqual([]);
  });

  test.each<[string, Partial<EventInput>]>([
    ["event-ends-before", { from: "13:00", until: "10:00" }],
    ["event-ends-before", { from: "13:00", until: "13:00" }],
    ["event-ends-before", { untilDate: "2026-04-17" }],
    ["event-long", { untilDate: "2026-06-18" }],
    ["event-time-wrong", { date: "2026-02-30" }],
    ["event-time-wrong", { until: "25:00" }],
    ["event-title", { title: " " }],
    ["event-title", { title: "а".repeat(301) }],
    ["event-text-long", { description: "а".repeat(10_001) }],
    ["event-kind-wrong", { kind: "party" }],
    ["event-kind-wrong", { kind: "own" }],
    ["event-kind-wrong", { kind: "" }],
    ["event-organiser", { organiser: "somebody" }],
    ["event-organiser", { organiser: "association" }],
    ["event-organiser", { organiser: "settlement", settlementId: newId() }],
    ["event-activity-unknown", { activityId: newId() }],
    ["event-capacity", { capacity: "0" }],
    ["event-capacity", { capacity: "много" }],
    ["event-responsible-unknown", { responsibleId: newId() }],
    ["event-place", { sites: [{ place: "", point: "54.1, 81.2" }] }],
    ["event-point", { sites: [{ place: "Двор", point: "здесь" }] }],
    ["event-point", { sites: [{ place: "Двор", point: "154.1, 81.2" }] }],
    ["event-site-ground", { sites: [{ place: "Двор", associationId: newId() }] }],
    ["event-sites-many", { sites: Array.from({ length: 201 }, (_, at) => ({ place: `Двор ${at}` })) }],
    ["event-host-unknown", { hosts: [newId()] }],
  ])("refuses with %s %j", async (code, given) => {
    expect(await codeOf(plan(given))).toBe(code);
  });

  test("a host must be in office on the day", async () => {
    expect(await codeOf(plan({ hosts: [here.former] }))).toBe("event-host-term");
    expect(await codeOf(plan({ hosts: [here.deputy], date: "2030-09-15" }))).toBe("event-host-term");
    await plan({ hosts: [here.deputy, here.deputy], date: "2030-09-14" });
  });

  test("many at once are planned all or not at all", async () => {
    const before = await here.run((ctx) => events.planEvent(ctx, { ...CLEAN_UP, date: "2031-01-01" }));
    const wrong = [CLEAN_UP, { ...CLEAN_UP, title: "" }].map((input) => ({ ...input, date: "2031-02-01" }));
    expect(await codeOf(here.run((ctx) => events.planEvents(ctx, wrong)))).toBe("event-title");
    const after = await here.run((ctx) => events.planEvent(ctx, { ...CLEAN_UP, date: "2031-03-01" }));
    expect([(await read(before)).number, (await read(after)).number]).toEqual(["1/2031", "2/2031"]);
  });
});

describe("who may", () => {
  const ofBirch = (): Partial<EventInput> => ({ organiser: "association", associationId: here.birch });
  const ofSpring = (): Partial<EventInput> => ({ organiser: "association", associationId: here.spring });

  test("a chair keeps the events of the own association, an officer those of the settlement and its associations", async () => {
    await plan(ofBirch(), here.chair);
    await plan(ofBirch(), here.settlement);
    await plan({ organiser: "settlement", settlementId: here.kirza }, here.settlement);
    expect(await codeOf(plan(ofSpring(), here.chair))).toBe("not-permitted");
    expect(await codeOf(plan(ofSpring(), here.settlement))).toBe("not-permitted");
    expect(await codeOf(plan({}, here.chair))).toBe("not-permitted");
    expect(await codeOf(plan(ofBirch(), here.auditor))).toBe("not-permitted");
    expect(await codeOf(plan(ofBirch(), here.resident))).toBe("not-permitted");
  });

  test("nobody gets another's event by naming themselves responsible", async () => {
    const responsible = { ...ofSpring(), responsibleId: here.chair.personId };
    expect(await codeOf(plan(responsible, here.chair))).toBe("not-permitted");
    const id = await plan(ofBirch(), here.chair);
    expect(await codeOf(change(id, 1, ofSpring(), here.chair))).toBe("not-permitted");
  });

  test("who is named responsible by the coordinator may keep the event and work at it", async () => {
    const id = await plan({ responsibleId: here.chair.personId });
    await change(id, 1, { responsibleId: here.chair.personId, title: "Субботник у реки" }, here.chair);
    const event = await read(id);
    const works = (actor: Actor) => here.at("2026-04-01T05:00:00Z", actor)((ctx) => events.mayWorkOn(ctx, event));
    expect([await works(here.chair), await works(here.settlement), await works(here.coordinator)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("the chair of a site's association works at this site and at no other", async () => {
    const id = await plan({ sites: [{ place: "Двор", associationId: here.birch }, { place: "Площадь" }] });
    const event = await read(id);
    const works = await here.at(
      "2026-04-01T05:00:00Z",
      here.chair,
    )(async (ctx) => {
      const sites = await events.listSites(ctx, id);
      return Promise.all(sites.map((site) => events.mayWorkOn(ctx, event, site)));
    });
    expect(works).toEqual([true, false]);
  });

  test("the resource centre runs seminars and nothing else", async () => {
    const seminar = await plan({ kind: "seminar", agenda: "1. Отчёты" }, here.operator);
    await move(seminar, "announce", { actor: here.operator });
    expect(await codeOf(plan({}, here.operator))).toBe("not-permitted");
    const training = await here.run((ctx) =>
      events.addKind(ctx, { name: "Школа актива", needs: ["agenda"], isTraining: true }),
    );
    await plan({ kind: training }, here.operator);
  });

  test("only the coordinator confirms", async () => {
    const id = await plan(ofBirch(), here.chair);
    await move(id, "hold", { at: "2026-04-19T05:00:00Z", actor: here.chair });
    expect(await codeOf(move(id, "confirm", { actor: here.chair }))).toBe("not-permitted");
  });
});

describe("changing", () => {
  test("a stale form is refused and told what differs, nothing is lost", async () => {
    const id = await plan();
    await change(id, 1, { title: "Субботник в сквере" });
    const stale = change(id, 1, { from: "11:00" });
    await expect(stale).rejects.toMatchObject({
      code: "event-changed",
      values: { who: "Координатор", when: "03.04.2026 12:00", fields: "название, начало" },
    });
    expect(await read(id)).toMatchObject({ title: "Субботник в сквере", version: 2 });
  });

  test("nothing changed makes no version", async () => {
    const id = await plan();
    const [site] = await sitesOf(id);
    await change(id, 1, { sites: [{ id: site?.id ?? "", place: "Парк, главный вход" }] });
    expect((await read(id)).version).toBe(1);
  });

  test("a site that is named again keeps its id, another is added, one that is left out is given up", async () => {
    const id = await plan({ sites: [{ place: "Парк" }, { place: "Берег" }] });
    const [park, shore] = await sitesOf(id);
    await change(id, 1, { sites: [{ place: "Роща" }, { id: shore?.id ?? "", place: "Берег, у моста" }] });
    const now = await sitesOf(id);
    expect(now.map(({ place }) => place)).toEqual(["Роща", "Берег, у моста"]);
    expect(now[1]?.id).toBe(shore?.id);
    const all = await here.run((ctx) => events.listSites(ctx, id, { withEnded: true }));
    expect(all.find((site) => site.id === park?.id)?.endedAt).toBeInstanceOf(Date);
  });

  test("the trail says what was and what is", async () => {
    const id = await plan();
    await change(id, 1, { until: "14:00" });
    const { rows } = await here.run((ctx) => readTrail(ctx, { subjectId: id }, null));
    expect(rows.map(({ detail }) => detail)).toEqual([{ step: "change" }, { step: "plan" }]);
    expect(rows[0]?.fields.map(({ name }) => name)).toContain("endsAt");
  });

  test("a confirmed or cancelled event is closed", async () => {
    const id = await plan();
    await move(id, "cancel", { reason: "ливень" });
    expect(await codeOf(change(id, 2, { title: "Другое" }))).toBe("event-closed");
  });
});

describe("moving", () => {
  test("cannot be held before it began, by the minute", async () => {
    const id = await plan();
    await move(id, "announce");
    expect(await codeOf(move(id, "hold", { at: "2026-04-18T02:59:59Z" }))).toBe("event-not-begun");
    await move(id, "hold", { at: "2026-04-18T03:00:00Z" });
    expect((await read(id)).state).toBe("held");
  });

  test("needs what its kind needs before it is announced", async () => {
    const id = await plan({ kind: "meeting", sites: [] });
    await expect(move(id, "announce")).rejects.toMatchObject({
      code: "event-incomplete",
      values: { missing: "место проведения, ведущего, повестку или программу" },
    });
    const reception = await plan({ kind: "reception", hosts: [here.deputy] });
    await expect(move(reception, "announce")).rejects.toMatchObject({ values: { missing: "время приёма" } });
  });

  test("is not confirmed without papers and without a count", async () => {
    const id = await plan({ kind: "assembly" });
    await move(id, "hold", { at: "2026-04-19T05:00:00Z" });
    expect(await codeOf(move(id, "confirm"))).toBe("event-undocumented");
    const plain = await plan();
    await move(plain, "hold", { at: "2026-04-19T05:00:00Z" });
    expect(await codeOf(move(plain, "confirm"))).toBe("event-uncounted");
  });

  test.each([
    ["confirm", "event-move-state"],
    ["reopen", "event-move-state"],
    ["dance", "event-move-unknown"],
    ["cancel", "event-reason"],
  ])("a planned event refuses %s with %s", async (name, code) => {
    expect(await codeOf(move(await plan(), name))).toBe(code);
  });

  test("an event that is not there is unknown", async () => {
    expect(await codeOf(move(newId(), "announce"))).toBe("event-unknown");
    expect(await codeOf(move("x", "announce"))).toBe("event-unknown");
    expect(await codeOf(read("x"))).toBe("event-unknown");
  });

  test("many move together or none", async () => {
    const [some, other] = [await plan(), await plan({ date: "2026-06-01" })];
    const hold = here.at(
      "2026-04-19T05:00:00Z",
      here.coordinator,
    )((ctx) => events.moveEvents(ctx, { ids: [some, other], move: "hold" }));
    expect(await codeOf(hold)).toBe("event-not-begun");
    expect([(await read(some)).state, (await read(other)).state]).toEqual(["planned", "planned"]);
  });

  test("what everybody may see makes public pages void, a plan does not", async () => {
    const revision = () => here.run(async (ctx) => (await loadMunicipality(ctx)).revision);
    const before = await revision();
    const id = await plan();
    expect(await revision()).toBe(before);
    await move(id, "announce");
    expect(await revision()).toBe(before + 1);
    await change(id, 2, { title: "Субботник на площади" });
    expect(await revision()).toBe(before + 2);
  });

  test("events are found by state and days", async () => {
    const id = await plan({ date: "2032-07-01" });
    const find = (states: readonly ("planned" | "held")[]) =>
      here.run((ctx) => events.listEventsIn(ctx, { states, from: "2032-07-01", to: "2032-07-31" }));
    expect((await find(["planned"])).map((event) => event.id)).toEqual([id]);
    expect(await find(["held"])).toEqual([]);
  });
});

describe("kinds of the municipality's own", () => {
  test("have a name and say what they need", async () => {
    const kind = await here.run((ctx) =>
      events.addKind(ctx, { name: "Праздник двора", needs: ["photos"], isTraining: false }),
    );
    expect((await read(await plan({ kind }))).ownKindId).toBe(kind);
    const add = (name: string) => here.run((ctx) => events.addKind(ctx, { name, needs: [], isTraining: false }));
    expect(await codeOf(add("праздник двора"))).toBe("event-kind-known");
    expect(await codeOf(add(" "))).toBe("event-kind-name");
    expect(
      await codeOf(here.run((ctx) => events.addKind(ctx, { name: "Сход", needs: ["x"], isTraining: false }))),
    ).toBe("event-kind-name");
  });

  test("an ended kind is offered no more and keeps its events", async () => {
    const kind = await here.run((ctx) => events.addKind(ctx, { name: "Ярмарка", needs: [], isTraining: false }));
    const id = await plan({ kind });
    await here.run((ctx) => events.endKind(ctx, { id: kind, version: 1, end: true }));
    expect(await codeOf(plan({ kind }))).toBe("event-kind-wrong");
    await move(id, "announce");
    const again = here.run((ctx) => events.endKind(ctx, { id: kind, version: 1, end: true }));
    expect(await codeOf(again)).toBe("event-kind-changed");
  });
});
