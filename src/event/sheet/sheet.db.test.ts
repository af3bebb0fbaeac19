import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { batchOf, codeOf, DURING, openTestAttendance, type TestAttendance } from "../testing-attendance.ts";

let database: Database;
let here: TestAttendance;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestAttendance(database, "sheet");
});
afterAll(() => {
  here.close();
  return database.close();
});

describe("the sheet of paper", () => {
  test("has the names of those who came before, and is entered by its rows, twice as once", async () => {
    const before = await here.planOne();
    const known = batchOf(before.sites[0] ?? "", ["Яна Белых", "Алла Юдина"]);
    const here1 = known.participants.map((one) => ({ ...one, associationId: here.birch }));
    await here.record(before.id, { ...known, participants: here1 });
    const { id, sites } = await here.planOne();
    const chair = here.at(DURING, here.chair);
    const sheetId = await chair((ctx) =>
      here.attendance.makeSheet(ctx, { eventId: id, siteId: sites[0] ?? "", known: true, emptyRows: 2 }),
    );
    const { sheet, consent } = await chair((ctx) => here.attendance.getSheet(ctx, sheetId));
    const names = sheet.rows.map(({ name }) => name);
    expect(consent).toContain("согласен");
    expect(names.slice(-4)).toEqual(["Алла Юдина", "Яна Белых", null, null]);
    const at = names.length;
    const entries = [
      { position: at - 3, signed: true },
      { position: at - 2, signed: false },
      { position: at - 1, signed: true, name: "Новый Сосед", birthYear: "1950" },
      { position: at, signed: true, name: "Кто-то", birthYear: "вчера" },
      { position: 999, signed: true, name: "Не с этого листа" },
    ];
    const enter = () => chair((ctx) => here.attendance.enterSheet(ctx, { sheetId, entries }));
    const first = await enter();
    expect(first.outcome.done).toHaveLength(2);
    expect(first.refusedRows).toEqual([at]);
    expect((await enter()).outcome.done).toEqual([]);
    expect(await here.turnoutOf(id)).toMatchObject({ visits: 2, distinctNamed: 2 });
    expect(await here.run((ctx) => here.attendance.listSheets(ctx, id))).toMatchObject([{ number: 1, entered: 2 }]);
  });

  test("of another number, or of another municipality, is unknown", async () => {
    expect(await codeOf(here.at(DURING, here.chair)((ctx) => here.attendance.getSheet(ctx, newId())))).toBe(
      "attendance-sheet-unknown",
    );
  });
});
