import { expect, test } from "vitest";
import { localDate } from "./clock.ts";

test.each([
  ["2024-03-25T16:59:59Z", "Asia/Novosibirsk", "2024-03-25"],
  ["2024-03-25T17:00:00Z", "Asia/Novosibirsk", "2024-03-26"],
  ["2024-12-31T23:00:00Z", "UTC", "2024-12-31"],
  ["2024-12-31T23:00:00Z", "Europe/Moscow", "2025-01-01"],
])("at %s the date in %s is %s", (instant, timeZone, date) => {
  expect(localDate(new Date(instant), timeZone)).toBe(date);
});

test("an unknown time zone is an error of the caller", () => {
  expect(() => localDate(new Date(), "Asia/Nowhere")).toThrow(RangeError);
});
