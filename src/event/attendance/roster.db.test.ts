import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { AFTER, batchOf, codeOf, DURING, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "roster");
});
afterAll(() => {
  here.close();
  return database.close();
});

const rosterOf = (id: string, actor: Actor = here.chair, at = DURING) =>
  here.at(at, actor)((ctx) => here.attendance.getRoster(ctx, id));

test("a device gets those who came before and those who are marked; of a closed event only the latter", async () => {
  const before = await here.planOne();
  const known = batchOf(before.sites[0] ?? "", ["Анна Прежняя"]);
  const ofBirch = known.participants.map((one) => ({ ...one, associationId: here.birch }));
  await here.record(before.id, { ...known, participants: ofBirch });
  const { id, sites } = await here.planOne();
  const batch = batchOf(sites[1] ?? "", ["Борис Нынешний"]);
  await here.record(id, batch);
  const roster = await rosterOf(id);
  expect(roster.people.map(({ name }) => name).sort()).toEqual(["Анна Прежняя", "Борис Нынешний"]);
  expect(roster).toMatchObject({ isClosed: false, marks: [{ id: batch.marks[0]?.id, isLate: false }] });
  await here.confirm(id);
  await here.record(id, batchOf(sites[0] ?? "", ["Вера Поздняя"]), { at: AFTER });
  const closed = await rosterOf(id, here.chair, AFTER);
  expect(closed.isClosed).toBe(true);
  expect(closed.people.map(({ name }) => name).sort()).toEqual(["Борис Нынешний", "Вера Поздняя"]);
  expect(closed.marks.map(({ isLate }) => isLate).sort()).toEqual([false, true]);
});

test("who does not work at the event gets neither names nor the page, and sees no code", async () => {
  const { id, sites } = await here.planOne();
  const as = here.at(DURING, here.resident);
  expect(await codeOf(rosterOf(id, here.resident))).toBe("not-permitted");
  expect(await codeOf(as((ctx) => here.attendance.openSheet(ctx, id)))).toBe("not-permitted");
  const door = { eventId: id, siteId: sites[0] ?? "" };
  expect(await codeOf(as((ctx) => here.attendance.showDoor(ctx, door)))).toBe("not-permitted");
});

test("the code of a site is shown after it was made, and looking makes none", async () => {
  const { id, sites } = await here.planOne();
  const door = { eventId: id, siteId: sites[0] ?? "" };
  const as = here.at(DURING, here.chair);
  const show = () => as((ctx) => here.attendance.showDoor(ctx, door));
  expect((await show()).code).toBeNull();
  const code = await as((ctx) => here.attendance.openDoor(ctx, door));
  expect(await show()).toMatchObject({ code, isClosed: false, site: { place: "Двор" } });
});
