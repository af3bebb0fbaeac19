import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith, STRANGER } from "../access/testing.ts";
import { newId } from "../kernel/id.ts";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { EXAMPLE_READING } from "../programme/testing-store.ts";
import { ledgerRefusals, recountLedger } from "./index.ts";
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

/** Each row ends in `ok` or in a refusal code. Activity 6 is the contest (regional and local), 4 the seminars, 8 a prize. */
const SCENARIOS: Readonly<Record<string, string>> = {
  "a year from limit to refund": `
    2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-01-15 appropriate seminars activity=4 local=70_000,00 = ok
    2024-04-10 commit dawn activity=6 regional=117837,84 local=2162,16 = ok
    2024-04-12 commit rest activity=6 regional=590662,16 local=10837,84 = ok
    2024-04-20 pay first of=dawn regional=100000 = ok
    2024-05-20 pay second of=dawn regional=17837,84 local=2162.16 = ok
    2024-05-21 balance 2024 = appropriated 791500, committed 721500, reserved 601500, paid 120000, net 120000, free 70000
    2024-12-10 refund back of=second total=5000 = ok
    2024-12-11 balance 2024 = appropriated 791500, committed 721500, reserved 601500, paid 120000, refunded 5000, net 115000, free 75000`,
  limits: `
    2024-01-15 commit early activity=6 local=1 = ledger-over-appropriation
    2024-01-15 appropriate limit activity=6 regional=700000 local=13000 = ok
    2024-02-01 commit much activity=6 local=13000,01 = ledger-over-appropriation
    2024-02-01 commit contract activity=6 local=10000 = ok
    2024-02-02 appropriate less activity=6 local=9999,99 = ledger-below-committed
    2024-02-02 appropriate enough activity=6 local=10000 = ok
    2024-02-03 commit more activity=6 local=0,01 = ledger-over-appropriation
    2024-03-01 pay toomuch of=contract local=10000,01 = ledger-over-commitment
    2024-03-01 pay wrongsource of=contract regional=1 = ledger-over-commitment
    2024-03-01 pay part of=contract local=4000 = ok
    2024-03-02 release rest of=contract = ok
    2024-03-02 release again of=contract = ledger-nothing-open
    2024-03-03 refund more of=part local=4000,01 = ledger-over-payment
    2024-03-03 refund back of=part local=1500 = ok
    2024-03-04 refund over of=part local=2500,01 = ledger-over-payment
    2024-03-05 balance 2024 = appropriated 710000, committed 4000, paid 4000, refunded 1500, net 2500, free 707500`,
  "the year's end": `
    2024-01-15 appropriate limit activity=8 local=40000 = ok
    2024-02-01 commit prize activity=8 local=30000 = ok
    2024-02-02 commit other activity=8 local=10000 = ok
    2024-03-01 pay part of=prize local=12000 = ok
    2024-12-30 lapse early of=other = ledger-year-open
    2025-01-09 pay late of=prize local=1000 = ledger-other-year
    2025-01-09 lapse gone of=other = ok
    2025-01-09 carry-over next of=prize = ledger-over-appropriation
    2025-01-10 appropriate limit25 activity=8 year=2025 local=40000 = ok
    2025-01-11 carry-over next2 of=prize = ok
    2025-01-11 carry-over next2 of=prize = already
    2025-01-12 carry-over again of=prize = ledger-nothing-open
    2025-02-01 pay now of=next2 local=18000 = ok
    2025-02-02 balance 2024 = appropriated 40000, committed 12000, paid 12000, net 12000, free 28000
    2025-02-02 balance 2025 = appropriated 40000, committed 18000, paid 18000, net 18000, free 22000`,
  "a refund of an earlier year goes back to its source": `
    2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-02-01 commit dawn activity=6 regional=98200 local=1800 = ok
    2024-03-01 pay paid of=dawn regional=98200 local=1800 = ok
    2025-02-10 refund late of=paid total=1000 = ok
    2025-02-11 balance 2024 = appropriated 721500, committed 100000, paid 100000, net 100000, free 621500
    2025-02-11 balance 2025 = toReturn 1000
    2025-02-12 refund toolate of=paid total=99000,01 = ledger-over-payment
    2025-02-12 return part of=late regional=900 = ok
    2025-02-12 return over of=late regional=82,01 = ledger-over-refund
    2025-02-13 return rest of=late = ok
    2025-02-13 return none of=late = ledger-sum-missing
    2025-02-14 reverse undo of=late = ledger-in-use
    2025-02-14 balance 2025 = nothing`,
  "a wrong payment is reversed and posted again": `
    2024-01-15 appropriate limit activity=4 local=70000 = ok
    2024-02-01 commit seminar activity=4 local=35000 = ok
    2024-03-01 pay wrong of=seminar local=35000 = ok
    2024-03-02 pay right of=seminar local=33500 = ledger-over-commitment
    2024-03-02 reverse undo of=wrong note= = ledger-reason-missing
    2024-03-02 reverse undo of=wrong = ok
    2024-03-02 reverse undo2 of=wrong = ledger-reversed
    2024-03-02 reverse undo3 of=undo = ledger-reversal-of-reversal
    2024-03-02 refund none of=wrong local=1 = ledger-reversed
    2024-03-02 pay right2 of=seminar local=33500 = ok
    2024-03-03 reverse undo4 of=seminar = ledger-in-use
    2024-03-03 reverse undo5 of=limit = ledger-over-appropriation
    2024-03-04 balance 2024 = appropriated 70000, committed 35000, reserved 1500, paid 33500, net 33500, free 35000`,
  "a statement of the budget is reversed from the last one back": `
    2024-01-15 appropriate first activity=4 local=50000 = ok
    2024-01-16 appropriate second activity=4 local=70000 kind=budget-decision = ok
    2024-01-17 reverse undo of=first = ledger-in-use
    2024-01-17 reverse undo2 of=second = ok
    2024-01-18 balance 2024 = appropriated 50000, free 50000
    2024-01-18 reverse undo3 of=first = ok
    2024-01-19 balance 2024 = nothing`,
  "the same form sent twice": `
    2024-01-15 appropriate limit activity=4 local=70000 = ok
    2024-01-15 appropriate limit activity=4 local=70000 = already
    2024-01-15 appropriate limit activity=4 local=60000 = ledger-key-reused
    2024-01-15 appropriate none activity=4 local=60000 key=_ = ledger-key-missing
    2024-01-16 balance 2024 = appropriated 70000, free 70000`,
  "thousands taken for roubles": `
    2024-01-15 appropriate thousands activity=6 regional=708,5 local=13 = ledger-thousandfold
    2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-01-16 commit small activity=6 local=13 = ledger-thousandfold
    2024-01-16 commit small2 activity=6 local=13 confirmed=yes = ok
    2024-01-17 commit dawn activity=6 local=120 = ok
    2024-01-18 pay times of=dawn local=120000 = ledger-thousandfold
    2024-01-18 pay times2 of=dawn local=120000 confirmed=yes = ledger-over-commitment`,
  "what a form may contain": `
    2024-01-15 appropriate s1 activity=4 local=10,123 = ledger-sum-decimals
    2024-01-15 appropriate s2 activity=4 local=-5 = ledger-sum-malformed
    2024-01-15 appropriate s3 activity=4 local=$100 = ledger-currency
    2024-01-15 appropriate s4 activity=4 local=1000000000001 = ledger-sum-large
    2024-01-15 appropriate s5 activity=4 = ledger-sum-missing
    2024-01-15 appropriate s6 activity=4 local=1 date=2024-02-30 = ledger-date-wrong
    2024-01-15 appropriate s7 activity=4 local=1 date=2024-01-16 = ledger-date-future
    2024-01-15 appropriate s8 activity=4 local=1 year=2027 = ledger-year-outside
    2024-01-15 appropriate s9 activity=4 local=1 basis=_ = ledger-basis-missing
    2024-01-15 appropriate s10 activity=4 local=1 kind=letter = ledger-basis-kind
    2024-01-15 appropriate s11 activity=99 local=1 = ledger-activity-unknown
    2024-01-15 appropriate limit activity=4 local=70000 = ok
    2024-01-15 commit c1 activity=4 local=1 payee=_ = ledger-payee-missing
    2024-01-15 commit c2 activity=4 local=0 = ledger-sum-missing
    2024-01-15 commit c3 activity=4 local=1 kind=budget-list = ledger-basis-kind
    2024-01-16 commit c4 activity=4 local=100 = ok
    2024-01-17 pay p1 of=nothing local=1 = ledger-entry-unknown
    2024-01-17 pay p2 of=limit local=1 = ledger-follows
    2024-01-17 pay p3 of=c4 local=1 date=2024-01-14 = ledger-before
    2024-01-17 pay p4 of=c4 local=10 = ok
    2024-01-18 refund r1 of=p4 total=1 date=2024-01-16 = ledger-before
    2024-01-18 refund r2 of=p4 total=0 = ledger-sum-missing
    2024-01-17 pay behind of=c4 local=1 = ok
    2024-01-15 pay clock of=c4 local=1 = ledger-clock-behind`,
};

describe("scenarios", () => {
  test.each(Object.entries(SCENARIOS))("%s", async (_name, text) => {
    const expected = text
      .trim()
      .split("\n")
      .map((line) => line.trim());
    const outcome = (await runScenario(here, text)).split("\n").map((line) => line.trim());
    expect(outcome).toEqual(expected);
    const { faults } = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
    expect(faults).toEqual([]);
  });

  test("every refusal of the ledger is shown by one, or by a test below", () => {
    const elsewhere = [
      ...["ledger-activity-dropped", "ledger-export-large", "ledger-note-long"],
      ...["empty", "large", "unknown", "unreadable"].map((ending) => `ledger-statement-${ending}`),
    ];
    const all = Object.values(SCENARIOS).join("\n");
    const missing = Object.keys(ledgerRefusals).filter((code) => !all.includes(`= ${code}`));
    expect(missing.sort()).toEqual(elsewhere);
  });
});

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
  expect(await run((ctx) => here.ledger.exportJournal(ctx, {}))).toHaveLength(1);
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
    2024-03-02 refund back of=paid total=1000 = ok`;
  await runScenario(here, scenario);
  const { rows } = await here.on("2024-03-03")((ctx) => here.ledger.listJournal(ctx, {}, null));
  expect(rows.map(({ kind }) => kind)).toEqual(["refund", "payment", "commitment", "appropriation", "allocation"]);
  const get = (at: number) => here.on("2024-03-03")((ctx) => here.ledger.getEntry(ctx, rows[at]?.id ?? ""));
  const [refund, payment] = [await get(0), await get(1)];
  expect(refund.chain.map(({ kind }) => kind)).toEqual(["allocation", "appropriation", "commitment", "payment"]);
  expect(refund.parts).toEqual([
    { source: "regional", kopecks: 982_00n },
    { source: "local", kopecks: 18_00n },
  ]);
  expect(payment.followers.map(({ kind }) => kind)).toEqual(["refund"]);
  expect(payment.left).toEqual([
    { source: "regional", kopecks: 97_218_00n },
    { source: "local", kopecks: 1_782_00n },
  ]);
});

test("several plans stand side by side on a day, and what differs is said", async () => {
  const scenario = `2024-01-15 appropriate decision activity=4 local=60000 kind=budget-decision date=2024-01-05 = ok
    2024-02-15 appropriate list activity=4 local=70000 = ok
    2024-03-01 appropriate wrong activity=4 local=80000 = ok
    2024-03-02 reverse undo of=wrong = ok`;
  await runScenario(here, scenario);
  const plansOn = async (on: string) => {
    const plans = await here.on("2024-06-01")((ctx) => here.ledger.reconcile(ctx, { year: 2024, on }));
    const seminars = plans.rows.find(({ activity }) => activity.position === 4);
    return { ...plans, seminars };
  };
  expect((await plansOn("2024-01-31")).seminars).toMatchObject({
    ...{ atStart: null, programme: 70_000_00n, decision: 60_000_00n, list: null, differs: true },
  });
  const now = await plansOn("2024-03-31");
  expect(now.seminars).toMatchObject({ list: 70_000_00n, differs: true });
  expect(now).toMatchObject({ isAligned: false, hasDecision: true, alignBy: "2024-04-01" });
  await runScenario(here, "2024-04-01 appropriate aligned activity=4 local=70000 kind=budget-decision = ok");
  expect(await plansOn("2024-04-02")).toMatchObject({ isAligned: true, seminars: { differs: false } });
});
