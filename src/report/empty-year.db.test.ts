import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openTestReports, type TestReports } from "./testing.ts";
import { REPORT_FORMATS } from "./views.ts";

let database: Database;
let here: TestReports;
let id: string;

/** 2025 of the tests: planned, and not a record in it. */
beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestReports(database, "empty-year");
  id = await ask((ctx) => here.reports.beginReport(ctx, { kind: "council", year: "2025", quarter: "4" }));
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const ask = <T>(work: Parameters<ReturnType<TestReports["as"]>>[0]) =>
  here.as(here.people.coordinator, "2026-01-20")(work) as Promise<T>;
const view = () => here.as(here.people.coordinator, "2026-01-20")((ctx) => here.reports.getReport(ctx, id));

test("a year without any record has its plans, facts of nothing, and no share of money that nobody stated", async () => {
  const { content } = await view();
  expect(content.indicators).toHaveLength(7);
  expect(content.indicators.find(({ number }) => number === "4.1")).toMatchObject({
    fact: "0",
    achieved: "0",
    records: [],
  });
  expect(content.indicators.find(({ number }) => number === "1.1")).toMatchObject({ fact: null, lack: "no-passport" });
  expect([content.money.total.paid, content.money.total.net, content.money.records]).toEqual([0n, 0n, []]);
  expect(content.money.total.planned).toBe(1_358_500_00n);
  expect(content.money.execution.share).toBeNull();
});

test("its assessments say what is in the way instead of a figure", async () => {
  const { content } = await view();
  expect(content.assessments.length).toBeGreaterThanOrEqual(2);
  for (const { outcome } of content.assessments) {
    expect(outcome.value).toBeNull();
    expect(outcome.terms.some(({ lack }) => lack !== null)).toBe(true);
  }
});

test("its narrative says that there was nothing, and every file of it is written", async () => {
  const { content } = await view();
  for (const { text } of content.narrative) expect(text.trim()).not.toBe("");
  for (const format of REPORT_FORMATS) {
    const file = await here.as(
      here.people.coordinator,
      "2026-01-20",
    )((ctx) => here.reports.writeReport(ctx, { id, format }));
    expect(file.bytes.length).toBeGreaterThan(500);
  }
});

test("its charts have every month, without money", async () => {
  const charts = await here.as(
    here.people.coordinator,
    "2026-01-20",
  )((ctx) => here.reports.getCharts(ctx, { year: "2025" }));
  expect(charts.progress.months).toHaveLength(12);
  expect(charts.progress.months.every(({ spent, events }) => spent === 0n && events === 0)).toBe(true);
  expect(charts.settlements).toEqual([]);
});
