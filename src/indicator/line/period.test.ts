import { expect, test } from "vitest";
import { combineActual } from "../actual/combine.ts";
import { compareActuals, isDifferent } from "../actual/compare.ts";
import { endOfDay, parseKnownAt, parsePeriod } from "./period.ts";

test("a period ends with its year, today while it goes on, or on the day asked for", () => {
  expect(parsePeriod({ year: "2024" }, "2026-03-25")).toEqual({ year: 2024, until: "2024-12-31" });
  expect(parsePeriod({ year: "2026" }, "2026-03-25")).toEqual({ year: 2026, until: "2026-03-25" });
  expect(parsePeriod({ year: "2024", until: "2024-03-31" }, "2026-03-25").until).toBe("2024-03-31");
});

test.each([
  ["2027", ""],
  ["24", ""],
  ["2024", "2025-01-01"],
  ["2026", "2026-03-26"],
  ["2024", "2024-02-30"],
])("no period is %s %s", (year, until) => {
  expect(() => parsePeriod({ year, until }, "2026-03-25")).toThrow("actual-period");
});

test("a day of knowledge ends at midnight there, and never later than now", () => {
  const now = new Date("2026-03-25T05:00:00Z");
  const asked = { now, timeZone: "Asia/Novosibirsk" };
  expect(endOfDay("2026-03-24", "Asia/Novosibirsk").toISOString()).toBe("2026-03-24T16:59:59.999Z");
  expect(parseKnownAt("2026-03-24", asked).toISOString()).toBe("2026-03-24T16:59:59.999Z");
  expect(parseKnownAt("2026-03-25", asked)).toEqual(now);
  expect(parseKnownAt("", asked)).toEqual(now);
  expect(() => parseKnownAt("вчера", asked)).toThrow("actual-period");
});

test("divided by nothing an actual has no value, and two that are equal have no difference", () => {
  const divisor = { kind: "given", value: "0", words: "мест", isAssumed: false } as const;
  const moment = { year: 2024, until: "2024-12-31", knownAt: "2025-01-01T00:00:00.000Z" };
  const actual = combineActual({ ...moment, passport: null, found: { records: [], divisor }, corrections: [] });
  expect([actual.computed, actual.value]).toEqual([null, null]);
  expect(isDifferent(compareActuals(actual, actual))).toBe(false);
  expect(isDifferent(compareActuals(actual, { ...actual, passportVersion: 2 }))).toBe(true);
});
