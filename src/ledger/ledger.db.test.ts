import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith, STRANGER } from "../access/testing.ts";
import { newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { EXAMPLE_READING } from "../programme/testing-store.ts";
import { openTestLedger, runScenario, type TestLedger } from "./testing.ts";

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `district-${count}`);
  return () => here.close();
});
afterAll(() => database.close());

const code = (name: string) => expect.objectContaining({ code: name });

describe("allocations", () => {
  const allocated = async (year: number) =>
    (await here.on("2024-06-01")((ctx) => here.ledger.getBalance(ctx, year))).total.allocated;

  test("follow from the approved edition by themselves", async () => {
    expect(await Promise.all([2024, 2025, 2026].map(allocated))).toEqual([858_500_00n, 1_358_500_00n, 1_358_500_00n]);
  });

  test("are restated by the next edition, and history stays", async () => {
    await here.approve("2024-06-01", withTarget(4, "local", "2025", 80_000_00n));
    expect(await allocated(2025)).toBe(1_368_500_00n);
    const { rows } = await here.on("2024-06-02")((ctx) => here.ledger.listJournal(ctx, { kind: "allocation" }, null));
    expect(rows.map(({ kopecks }) => kopecks)).toEqual([10_000_00n, 3_575_500_00n]);
  });

  test("of an activity that the next edition drops go, where nothing was recorded for it; else the edition is refused", async () => {
    await runScenario(here, "2024-01-15 appropriate limit activity=8 local=40000 = ok");
    await expect(here.approve("2024-06-01", without(8))).rejects.toEqual(code("line-in-use"));
    await here.approve("2024-06-01", without(9));
    expect(await allocated(2024)).toBe(831_500_00n);
    const dropped = "2024-06-02 appropriate late activity=9 local=27000";
    expect(await runScenario(here, dropped)).toBe(`${dropped} = ledger-activity-dropped`);
  });

  function withTarget(position: number, source: string, year: string, value: bigint) {
    const { programme } = EXAMPLE_READING;
    const activities = programme.activities.map((activity, at) => {
      if (at !== position - 1) return activity;
      const sources = activity.sources.map((row) =>
        row.kind === source ? { ...row, values: { ...row.values, [year]: { ...row.values[year], value } } } : row,
      );
      return { ...activity, sources };
    });
    return { ...EXAMPLE_READING, programme: { ...programme, activities } } as typeof EXAMPLE_READING;
  }

  function without(position: number) {
    const { programme } = EXAMPLE_READING;
    const activities = programme.activities.filter((_activity, at) => at !== position - 1);
    return { ...EXAMPLE_READING, programme: { ...programme, activities } };
  }
});

test("a note that is too long, and more entries than a file takes, are refused", async () => {
  const note = "а".repeat(2_001);
  const activityId = here.activityAt(4);
  const own = { key: "k", date: "2024-01-15", basis: "роспись", basisKind: "budget-list", year: "2024", activityId };
  const run = here.on("2024-01-15");
  const appropriation = run((ctx) => here.ledger.appropriate(ctx, { ...own, note, sums: { local: "1" } }));
  await expect(appropriation).rejects.toEqual(code("ledger-note-long"));
  await expect(run((ctx) => here.ledger.exportJournal(ctx, {}, 0))).rejects.toEqual(code("ledger-export-large"));
  expect((await run((ctx) => here.ledger.exportJournal(ctx, {}))).rows).toHaveLength(1);
});

describe("who may", () => {
  const input = {
    key: "k",
    date: "2024-01-15",
    basis: "роспись",
    basisKind: "budget-list",
    year: "2024",
    sums: { local: "1" },
    activityId: "",
  };
  test.each([
    ["a stranger", STRANGER, "not-signed-in"],
    ["an auditor", personWith(newId(), "auditor"), "not-permitted"],
    ["a resident", personWith(newId(), "resident"), "not-permitted"],
  ])("%s records nothing", async (_name, actor, refusal) => {
    const run = here.on("2024-01-15", actor);
    await expect(run((ctx) => here.ledger.appropriate(ctx, input))).rejects.toEqual(code(refusal));
  });

  test("an auditor reads, a resident does not", async () => {
    const read = (actor: Parameters<typeof here.on>[1]) =>
      here.on("2024-01-15", actor)((ctx) => here.ledger.getBalance(ctx, null));
    expect((await read(personWith(newId(), "auditor"))).rows.length).toBeGreaterThan(0);
    await expect(read(personWith(newId(), "resident"))).rejects.toEqual(code("not-permitted"));
  });
});

test("an entry's chain leads from the plan to the refund, and back", async () => {
  const scenario = `2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-02-01 commit dawn activity=6 regional=98200 local=1800 = ok
    2024-03-01 pay paid of=dawn regional=98200 local=1800 = ok
    2024-03-02 refund back of=paid total=1000 = ok
    2024-03-03 perform used of=dawn regional=97218 local=1782 basis=отчёт_получателя = ok`;
  await runScenario(here, scenario);
  const { rows: all } = await here.on("2024-03-03")((ctx) => here.ledger.listJournal(ctx, {}, null));
  const [performance, ...rows] = all;
  expect(rows.map(({ kind }) => kind)).toEqual(["refund", "payment", "commitment", "appropriation", "allocation"]);
  const get = (at: number) => here.on("2024-03-03")((ctx) => here.ledger.getEntry(ctx, rows[at]?.id ?? ""));
  const [refund, payment] = [await get(0), await get(1)];
  expect(refund.chain.map(({ kind }) => kind)).toEqual(["allocation", "appropriation", "commitment", "payment"]);
  expect(refund.parts).toEqual([
    { source: "regional", kopecks: 982_00n },
    { source: "local", kopecks: 18_00n },
  ]);
  expect(payment.followers.map(({ kind }) => kind)).toEqual(["refund"]);
  expect(payment.receipts.map(({ kind, id }) => [kind, id])).toEqual([
    ["refund", rows[0]?.id],
    ["performance", performance?.id],
  ]);
  expect(payment.left).toEqual([
    { source: "regional", kopecks: 97_218_00n },
    { source: "local", kopecks: 1_782_00n },
  ]);
});
