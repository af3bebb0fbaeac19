import { expect, test } from "vitest";
import { combineActual } from "../actual/combine.ts";
import { compareActuals, isDifferent } from "../actual/compare.ts";
import { endOfDay, parseKnownAt, parsePeriod, quarterOf } from "./period.ts";

test("a period ends with its year, today while it goes on, or on the day asked for", () => {
  expect(parsePeriod({ year: "2024" }, "2026-03-25")).toEqual({ year: 2024, until: "2024-12-31" });
  expect(parsePeriod({ year: "2026" }, "2026-03-25")).toEqual({ year: 2026, until: "2026-03-25" });
  expect(parsePeriod({ year: "2024", until: "2024-03-31" }, "2026-03-25").until).toBe("2024-03-31");
});

test("a quarter ends a period that began in January, and the period says which quarter it is", () => {
  const today = "2026-05-10";
  expect(parsePeriod({ year: "2024", quarter: "2" }, today).until).toBe("2024-06-30");
  expect(parsePeriod({ year: "2026", quarter: "2" }, today).until).toBe(today);
  expect(parsePeriod({ year: "2026", quarter: "1" }, today).until).toBe("2026-03-31");
  expect(parsePeriod({ year: "2024", quarter: "1", until: "2024-02-01" }, today).until).toBe("2024-02-01");
  const of = (until: string) => quarterOf({ year: Number(until.slice(0, 4)), until }, today);
  expect(["2024-03-31", "2024-09-30", "2024-12-31", "2024-02-01", today].map(of)).toEqual([1, 3, 4, null, 4]);
});

test.each(["3", "0", "II", "5"])("no quarter is %s", (quarter) => {
  expect(() => parsePeriod({ year: "2026", quarter }, "2026-05-10")).toThrow("actual-period");
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
