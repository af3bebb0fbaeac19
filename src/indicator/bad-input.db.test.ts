import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScenario } from "../ledger/testing.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import type { Reading } from "../programme/contract.ts";
import { EXAMPLE_READING } from "../programme/testing-store.ts";
import type { Computation } from "./contract.ts";
import { findPreset } from "./index.ts";
import { openTestIndicators, type TestIndicators } from "./testing.ts";

let database: Database;
let here: TestIndicators;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestIndicators(database, "bad-input");
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const as = (day = "2025-01-20") => here.on(day, here.people.coordinator);
const enter = (name: string, given: { value: string; kind?: string; date?: string; day?: string }) =>
  as(given.day)((ctx) =>
    here.indicators.addEntry(ctx, {
      ...{ line: here.lineOf(name), year: "2024", kind: given.kind ?? "own", date: given.date ?? "2024-12-31" },
      ...{ value: given.value, reason: "учёт", evidence: "акт № 1", link: "" },
    }),
  );
const rowOf = async (name: string, year = "2024") => {
  const { kind, id } = here.lineOf(name);
  const { rows } = await as()((ctx) => here.indicators.listYear(ctx, { year }));
  return rows.find(({ line }) => line.kind === kind && line.id === id);
};
const assess = (key: string) =>
  as()(async (ctx) => {
    const slug = (await here.slice.door.listProgrammes(ctx))[0]?.slug ?? "";
    return here.indicators.assessYear(ctx, { slug, year: "2024", method: findPreset(key) });
  });
/** The example where its indicators or activities stand otherwise. */
const amend = (change: (programme: Reading["programme"]) => Partial<Reading["programme"]>): Reading => ({
  ...EXAMPLE_READING,
  programme: { ...EXAMPLE_READING.programme, ...change(EXAMPLE_READING.programme) },
});

describe("a plan of nothing", () => {
  test("gives no per cent and says why, whether something came or not", async () => {
    // «А у нас во дворе ТОС» is not held in 2024: its plan is printed as 0.
    await here.bind("№7", { kind: "own", take: "sum" });
    await enter("№7", { value: "0" });
    expect(await rowOf("№7")).toMatchObject({ plan: "0", value: "0", achieved: null, noShare: "zero-plan" });
    await enter("№7", { value: "2" });
    expect(await rowOf("№7")).toMatchObject({ value: "2", achieved: null, noShare: "zero-plan" });
  });

  test("makes a method that is silent about it wait for a decision, and names the line", async () => {
    const { outcome } = await assess("federal");
    const activities = outcome.terms.find(({ symbol }) => symbol === "СРм");
    expect(activities?.lack).toBe("ask");
    const own = activities?.items.find(({ id }) => id === here.lineOf("№7").id);
    expect(own).toMatchObject({ counted: null, notes: ["zero-plan"] });
  });
});

describe("a correction below nothing", () => {
  test("is taken while the value stays above it, and told as it is where the records fall below it later", async () => {
    await runScenario(
      here,
      `2024-02-01 appropriate limit activity=4 local=70_000,00 = ok
      2024-03-01 commit deal of=limit activity=4 local=60_000,00 payee=Школа = ok
      2024-04-01 pay first of=deal local=40_000,00 = ok`,
    );
    await here.bind("2.2", { kind: "money", activityIds: [here.activityAt(4)], fact: "net", unit: "thousand" });
    await enter("2.2", { value: "−30", kind: "correction", date: "2024-04-30", day: "2024-12-31" });
    await runScenario(
      here,
      `2024-05-01 commit more of=limit activity=4 local=10_000,00 payee=Школа = ok
      2024-05-02 pay wrong of=more local=5_000,00 = ok
      2024-05-03 reverse undo of=wrong = ok`,
    );
    expect((await here.get("2.2")).actual).toMatchObject({ computed: "40", value: "10" });
    // On a day before the payment the correction alone would stand: what is below nothing is not hidden.
    expect((await here.get("2.2", { until: "2024-03-31" })).actual).toMatchObject({ computed: "0", value: "0" });
    await enter("2.2", { value: "-10", kind: "correction", date: "2024-03-15" });
    const early = await here.get("2.2", { until: "2024-03-31" });
    expect([early.actual.computed, early.actual.value]).toEqual(["0", "-10"]);
  });
});

describe("an indicator that a later edition names otherwise", () => {
  test("keeps its passport, its corrections and what was signed, under its new name", async () => {
    const line = here.lineOf("2.1");
    await here.bind("2.1", { kind: "own", take: "sum" });
    await enter("2.1", { value: "2" });
    const step = { line, year: "2024", until: "2024-12-31", value: "2", reason: "" };
    await as()((ctx) => here.indicators.moveSignOff(ctx, { ...step, move: "propose", step: "0" }));
    await as()((ctx) => here.indicators.moveSignOff(ctx, { ...step, move: "confirm", step: "1" }));
    const before = await rowOf("2.1");
    const renamed = "Количество проведенных семинаров и обучающих мероприятий для членов ТОС";
    await here.approve(
      "2025-01-15",
      amend(({ indicators }) => ({
        indicators: indicators.map((own) =>
          own.number === "2.1" ? { ...own, name: { ...own.name, text: renamed } } : own,
        ),
      })),
    );
    const after = await rowOf("2.1");
    expect(before?.line.name).not.toBe(after?.line.name);
    expect(after).toMatchObject({
      line: { id: line.id, name: renamed },
      value: "2",
      state: "signed",
      isDifferent: false,
    });
    const { signed, passport } = await here.get("2.1");
    expect([signed.isIntact, signed.difference, passport?.version]).toEqual([true, null, 1]);
  });
});

describe("an activity without money", () => {
  test("weighs nothing by money, and its fact is told all the same", async () => {
    for (const name of ["№1", "№4"]) await here.bind(name, { kind: "events", eventKinds: ["seminar"] });
    const { inputs, outcome } = await assess("penza");
    const without = inputs.activities.find(({ id }) => id === here.lineOf("№1").id);
    expect([without?.plannedKopecks, without?.fact]).toEqual(["0", "0"]);
    const { items = [] } = outcome.terms.find(({ symbol }) => symbol === "M") ?? {};
    const weightOf = (name: string) => items.find(({ id }) => id === here.lineOf(name).id)?.weight;
    expect([weightOf("№1"), weightOf("№4")]).toEqual(["0", "1"]);
  });
});

describe("a year without any record", () => {
  const WAYS: readonly (readonly [string, Computation, string | null, string | null])[] = [
    ["1.2", { kind: "awards", contestIds: [] }, "0", null],
    ["3.1", { kind: "events", eventKinds: [] }, "0", null],
    ["4.1", { kind: "money", activityIds: [], fact: "net", unit: "thousand" }, "0", null],
    ["4.2", { kind: "people", count: "visits", eventKinds: [], of: "none" }, "0", null],
    ["1.1", { kind: "people", count: "distinct", eventKinds: [], of: "population" }, null, "no-population"],
    ["№2", { kind: "publications", kinds: [] }, "0", null],
    ["№3", { kind: "acts" }, "0", null],
    ["№5", { kind: "seats", rule: "mean", denominator: { kind: "all-seats" } }, null, "no-seats"],
    ["№6", { kind: "contests", contestIds: [] }, "0", null],
    ["№9", { kind: "own", take: "last" }, null, "no-values"],
  ];

  test.each(WAYS)("%s by %o is %s, because %s", async (name, way, value, lack) => {
    const computation = way.kind === "money" ? { ...way, activityIds: [here.activityAt(6)] } : way;
    await here.bind(name, computation);
    const given = { line: here.lineOf(name), year: "2025" };
    const { actual } = await as()((ctx) => here.indicators.getActual(ctx, given));
    expect([actual.value, actual.lack, actual.records, actual.total]).toEqual([value, lack, [], "0"]);
  });
});
