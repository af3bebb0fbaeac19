import { expect, test } from "vitest";
import { beginOfPeriod, endOfPeriod, listBegunQuarters, listBegunYears } from "./quarter.ts";

test("a period runs from January to its last day, or to today while it goes on", () => {
  expect(endOfPeriod({ year: 2024, quarter: 1 }, "2024-05-10")).toBe("2024-03-31");
  expect(endOfPeriod({ year: 2024, quarter: 2 }, "2024-05-10")).toBe("2024-05-10");
  expect(endOfPeriod({ year: 2024, quarter: 4 }, "2025-01-01")).toBe("2024-12-31");
  expect(beginOfPeriod({ year: 2024, quarter: 3 })).toBe("2024-07-01");
});

test("a year offers the quarters that have begun, and always itself", () => {
  expect(listBegunQuarters(2024, "2025-01-01")).toEqual([1, 2, 3, 4]);
  expect(listBegunQuarters(2024, "2024-06-30")).toEqual([1, 2, 4]);
  expect(listBegunQuarters(2024, "2024-01-01")).toEqual([1, 4]);
});

test("the years that have begun are there once and in order, the one that begins today among them", () => {
  expect(listBegunYears([2026, 2024, 2025, 2024], "2025-12-31")).toEqual([2024, 2025]);
  expect(listBegunYears([2026, 2024], "2026-01-01")).toEqual([2024, 2026]);
  expect(listBegunYears([], "2026-01-01")).toEqual([]);
});
