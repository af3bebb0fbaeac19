import { expect, test } from "vitest";
import { isDay } from "./day.ts";

test.each(["2026-01-31", "2024-02-29", "1999-12-31", "2000-02-29"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
});

test.each([
  "2026-02-31",
  "2026-02-29",
  "1900-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-1-1",
  "3026-01-01",
  "",
  "2026-01-01T00",
])("«%s» is none", (text) => {
  expect(isDay(text)).toBe(false);
});
