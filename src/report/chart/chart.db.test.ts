import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { codeOf, openTestReports, type TestReports } from "../testing.ts";

let database: Database;
let here: TestReports;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestReports(database, "charts");
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const charts = (quarter: string, today = "2025-01-20") =>
  here.as(here.people.coordinator, today)((ctx) => here.reports.getCharts(ctx, { year: "2024", quarter }));
const grants = ({ indicators }: Awaited<ReturnType<typeof charts>>) =>
  indicators.find(({ number }) => number === "4.1")?.years.map(({ year, fact }) => [year, fact]);

test("a quarter's charts end with it: money, months and the same part of every year", async () => {
  const [first, half, year] = [await charts("1"), await charts("2"), await charts("")];
  expect([first, half, year].map(({ until }) => until)).toEqual(["2024-03-31", "2024-06-30", "2024-12-31"]);
  expect([first, half, year].map(({ progress }) => progress.months.at(-1)?.spent)).toEqual([
    0n,
    791_500_00n,
    786_500_00n,
  ]);
  expect([first, half, year].map(({ progress }) => progress.months.length)).toEqual([3, 6, 12]);
  expect(grants(half)).toEqual([[2024, "721.5"]]);
  expect(grants(first)).toEqual([
    [2024, "0"],
    [2025, "0"],
  ]);
});

test("what has not begun and what is no quarter are refused", async () => {
  expect(await codeOf(charts("3", "2024-05-10"))).toBe("report-period");
  expect(await codeOf(charts("0"))).toBe("report-period");
});
