import { expect, test } from "vitest";
import type { DistrictProgramme } from "../../../src/programme/views-region.ts";
import { amountIn, choosePeriod, countAll, listLines, listYears, sumIn } from "./figures.ts";

const NOTHING = { total: 0n };

function publish(years: readonly number[], regional: Record<string, bigint>): { programme: DistrictProgramme } {
  const money = {
    ...{ federal: NOTHING, local: NOTHING, settlement: NOTHING, extrabudgetary: NOTHING, unnamed: NOTHING },
    regional,
    cost: regional,
  };
  const counts = { activities: 3, indicators: 2, findings: { error: 1, warning: 4, note: 9 } };
  const head = { slug: "a", title: "А", edition: 1, approvedAt: "2026-01-01T00:00:00Z", demonstration: false };
  return { programme: { ...head, years, money, ...counts } };
}

const DISTRICTS = [
  publish([2024, 2025], { "2024": 100n, "2025": 0n, total: 100n }),
  publish([2025, 2026], { "2025": 20n, "2026": 5n, total: 25n }),
  { programme: null },
];

test("the years are those of all programmes together", () => {
  expect(listYears(DISTRICTS)).toEqual([2024, 2025, 2026]);
});

test.each([
  ["nothing in a year that is covered", null, 2026, 2026],
  ["nothing in a year that nobody covers", null, 2030, "all"],
  ["all years", "all", 2026, "all"],
  ["one of the years", "2024", 2026, 2024],
  ["a year of none", "1999", 2026, null],
  ["a year written otherwise", "02024", 2026, null],
] as const)("asked for %s, the page shows that period", (_name, asked, thisYear, shown) => {
  expect(choosePeriod([2024, 2025, 2026], asked, thisYear)).toBe(shown);
});

test("a year that a programme does not cover is no zero, and a covered one without money is", () => {
  expect(DISTRICTS.map((district) => amountIn(district, "cost", 2025))).toEqual([0n, 20n, null]);
  expect(DISTRICTS.map((district) => amountIn(district, "cost", 2024))).toEqual([100n, null, null]);
});

test("the totals are the sums of the rows", () => {
  expect([sumIn(DISTRICTS, "cost", 2025), sumIn(DISTRICTS, "regional", "all")]).toEqual([20n, 125n]);
  expect(countAll(DISTRICTS)).toEqual({
    ...{ districts: 3, programmes: 2, activities: 6, indicators: 4 },
    ...{ errors: 2, warnings: 8, findings: 28 },
  });
});

test("a source from which nobody gets anything has no column; the whole always has", () => {
  expect(listLines(DISTRICTS)).toEqual(["regional", "cost"]);
  expect(listLines([])).toEqual(["cost"]);
});
