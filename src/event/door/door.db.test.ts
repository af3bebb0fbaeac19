import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { AFTER, codeOf, DURING, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "door");
});
afterAll(() => {
  here.close();
  return database.close();
});

describe("the code at the door", () => {
  const open = (id: Id, siteId: Id, anew = false) =>
    here.at(DURING, here.chair)((ctx) => here.attendance.openDoor(ctx, { eventId: id, siteId, anew }));
  const come = (code: string, given: object = {}, actor: Actor = STRANGER, at = DURING) =>
    here.at(
      at,
      actor,
    )((ctx) =>
      here.attendance.comeIn(ctx, {
        code,
        markId: newId(),
        participantId: null,
        name: "Анна",
        birthYear: "",
        consent: true,
        ...given,
      }),
    );

  test("marks who reads it, without an account, once for each phone", async () => {
    const { id, sites } = await here.planOne();
    const code = await open(id, sites[0] ?? "");
    expect(await open(id, sites[0] ?? "")).toBe(code);
    const anna = await come(code);
    expect(await come(code, { participantId: anna, name: "", consent: false })).toBe(anna);
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 1, distinctNamed: 1 });
  });

  test("knows who has signed in from one event to the next", async () => {
    const [first, second] = [await here.planOne(), await here.planOne()];
    const one = await come(await open(first.id, first.sites[0] ?? ""), {}, here.resident);
    const two = await come(await open(second.id, second.sites[0] ?? ""), { name: "", consent: false }, here.resident);
    expect(two).toBe(one);
  });

  test.each([
    ["attendance-name", { name: " " }],
    ["attendance-consent", { consent: false }],
    ["attendance-birth-year", { birthYear: "1812" }],
  ])("%s where the form is wrong", async (code, given) => {
    const { id, sites } = await here.planOne();
    expect(await codeOf(come(await open(id, sites[0] ?? ""), given))).toBe(code);
  });

  test("is void when a new one was made, when it is guessed, and some time after the end", async () => {
    const { id, sites } = await here.planOne();
    const old = await open(id, sites[0] ?? "");
    const fresh = await open(id, sites[0] ?? "", true);
    expect(fresh).not.toBe(old);
    expect(await codeOf(come(old))).toBe("attendance-code-void");
    expect(await codeOf(come("a".repeat(20)))).toBe("attendance-code-void");
    expect(await codeOf(come("' or 1=1 --"))).toBe("attendance-code-void");
    expect(await codeOf(come(fresh, {}, STRANGER, AFTER))).toBe("attendance-code-void");
    expect((await here.at(DURING, STRANGER)((ctx) => here.attendance.readDoor(ctx, fresh))).site.place).toBe("Двор");
  });
});
