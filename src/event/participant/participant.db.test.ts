import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { retainParticipants } from "../index.ts";
import { CLEAN_UP } from "../testing.ts";
import { AFTER, batchOf, codeOf, DURING, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "participants");
});
afterAll(() => {
  here.close();
  return database.close();
});

describe("participants", () => {
  test("are found by the beginning of any word, whether with ё or е", async () => {
    const { id, sites } = await here.planOne();
    await here.record(id, batchOf(sites[0] ?? "", ["Семёнова-Тян Раиса"]));
    const find = (text: string) =>
      here.at(DURING, here.chair)((ctx) => here.attendance.findParticipants(ctx, { eventId: id, text }));
    for (const text of ["семенова", "ТЯН", "раис", "Семёнова тян"]) {
      expect((await find(text)).map(({ name }) => name)).toEqual(["Семёнова-Тян Раиса"]);
    }
    expect(await find("еменова")).toEqual([]);
    expect(await find("%")).not.toContainEqual(expect.objectContaining({ name: "nobody" }));
  });

  test("two entries of one person are told as namesakes and joined: one visit stays, the old id leads on", async () => {
    const { id, sites } = await here.planOne();
    const [yard = "", school = ""] = sites;
    const first = batchOf(yard, ["Зоя Неповторимая"]);
    const second = batchOf(yard, ["Зоя  неповторимая"]);
    const alias = second.participants[0]?.id ?? "";
    await here.record(id, first);
    await here.record(id, second);
    await here.record(id, { channel: "name", marks: [{ id: newId(), siteId: school, participantId: alias }] });
    const { namesakes } = await here.at(AFTER, here.coordinator)((ctx) => here.attendance.get(ctx, id));
    expect(namesakes).toEqual([{ keepId: first.participants[0]?.id, aliasId: alias, name: "Зоя неповторимая" }]);
    const [pair] = namesakes;
    const join = (given = pair ?? { keepId: "", aliasId: "" }) =>
      here.at(AFTER, here.coordinator)((ctx) => here.attendance.joinNamesakes(ctx, given));
    await join();
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 2, distinctNamed: 1 });
    const other = await here.planOne();
    await here.record(other.id, {
      channel: "device",
      marks: [{ id: newId(), siteId: other.sites[0] ?? "", participantId: alias }],
    });
    const { marks } = await here.run((ctx) => here.attendance.get(ctx, other.id));
    expect(marks).toMatchObject([{ participantId: first.participants[0]?.id }]);
    expect(await codeOf(join())).toBe("attendance-same");
    expect(await codeOf(join({ keepId: newId(), aliasId: alias }))).toBe("attendance-participant-unknown");
  });

  test("are forgotten on request: the name goes, the visit stays", async () => {
    const { id, sites } = await here.planOne();
    const batch = batchOf(sites[0] ?? "", ["Забытый Гость"]);
    await here.record(id, batch);
    const forget = { id: batch.participants[0]?.id ?? "", basis: "заявление от 19.04.2026" };
    expect(await codeOf(here.at(AFTER, here.chair)((ctx) => here.attendance.forgetParticipant(ctx, forget)))).toBe(
      "not-permitted",
    );
    await here.at(AFTER, here.coordinator)((ctx) => here.attendance.forgetParticipant(ctx, forget));
    const { marks, turnout } = await here.run((ctx) => here.attendance.get(ctx, id));
    expect(marks.map(({ name }) => name)).toEqual([""]);
    expect(turnout).toMatchObject({ visits: 1, distinctNamed: 1 });
  });

  test("lose their name three years after they last came", async () => {
    const other = await openTestAttendance(database, "attendance-old");
    const id = await other.run((ctx) => here.events.planEvent(ctx, CLEAN_UP));
    const [site] = await other.run((ctx) => here.events.listSites(ctx, id));
    await other.at(DURING)((ctx) => here.attendance.recordMarks(ctx, id, batchOf(site?.id ?? "", ["Анна", "Борис"])));
    expect(await other.at("2029-04-18T00:00:00Z")(retainParticipants)).toBe(0);
    expect(await other.at("2029-04-19T00:00:00Z")(retainParticipants)).toBe(2);
    expect(await other.at("2029-04-19T00:00:00Z")(retainParticipants)).toBe(0);
  });
});
