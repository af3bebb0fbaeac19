import { expect, test } from "vitest";
import { addWorkingDays, returnDayOf } from "./working-days.ts";

test.each([
  [2024, "2025-01-29"],
  [2023, "2024-01-29"],
  [2025, "2026-01-29"],
])("the rest of %i goes back by %s, the fifteenth working day of the next year", (year, day) => {
  expect(returnDayOf(year)).toBe(day);
});

test.each([
  ["2024-12-27", 1, "2024-12-30"],
  ["2024-05-08", 1, "2024-05-10"],
  ["2024-03-07", 1, "2024-03-11"],
  ["2024-06-10", 10, "2024-06-25"],
])("%s and %i working days", (from, days, to) => {
  expect(addWorkingDays(from, days)).toBe(to);
});
