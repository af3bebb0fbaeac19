import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import { addDays } from "../../kernel/times.ts";
import { FREQUENCIES, listDates, parseRecurrence, RECURRENCE_BYS, type Recurrence, writeRule } from "./recurrence.ts";

const rule = (given: Partial<Recurrence>): Recurrence => ({
  frequency: "weekly",
  interval: 1,
  by: "date",
  count: null,
  until: null,
  ...given,
});

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return "";
}

describe("the days of a series", () => {
  test.each<[string, Partial<Recurrence>, string, readonly string[]]>([
    ["every second week", { interval: 2, count: 3 }, "2024-02-20", ["2024-02-20", "2024-03-05", "2024-03-19"]],
    ["until a day, included", { until: "2024-03-05" }, "2024-02-20", ["2024-02-20", "2024-02-27", "2024-03-05"]],
    [
      "on the 31st, which some months lack",
      { frequency: "monthly", count: 3 },
      "2024-01-31",
      ["2024-01-31", "2024-03-31", "2024-05-31"],
    ],
    [
      "on the third Thursday",
      { frequency: "monthly", by: "weekday", count: 3 },
      "2024-01-18",
      ["2024-01-18", "2024-02-15", "2024-03-21"],
    ],
    [
      "on the last Saturday of August, as the city's Neighbours' Day",
      { frequency: "yearly", by: "last-weekday", count: 3 },
      "2024-08-31",
      ["2024-08-31", "2025-08-30", "2026-08-29"],
    ],
    ["on 29 February", { frequency: "yearly", count: 2 }, "2024-02-29", ["2024-02-29", "2028-02-29"]],
  ])("%s", (_name, given, start, dates) => {
    expect(listDates(rule(given), start)).toEqual(dates);
  });

  test("are those that an independent reader of RFC 5545 finds by the written rule", () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2020-01-01", days));
    const some = fc.record({
      frequency: fc.constantFrom(...FREQUENCIES),
      interval: fc.integer({ min: 1, max: 4 }),
      by: fc.constantFrom(...RECURRENCE_BYS),
      count: fc.integer({ min: 2, max: 8 }),
    });
    fc.assert(
      fc.property(some, day, (given, start) => {
        // A last weekday is meant only where the first day is one.
        fc.pre(given.by !== "last-weekday" || addDays(start, 7).slice(0, 7) !== start.slice(0, 7));
        const recurrence = rule({ ...given, by: given.frequency === "weekly" ? "date" : given.by });
        // There are too few fifth Mondays and 29ths of February within the years that are looked through.
        fc.pre(given.frequency !== "yearly" || Number(start.slice(8)) < 29 || given.by === "last-weekday");
        const dates = listDates(recurrence, start);
        const read = ICAL.Recur.fromString(writeRule(recurrence, start)).iterator(ICAL.Time.fromDateString(start));
        const found = dates.map(() => read.next()?.toString());
        expect(found).toEqual(dates);
      }),
    );
  });

  test.each<[string, Partial<Recurrence>]>([
    ["series-long", { count: 61 }],
    ["series-long", { until: "2030-01-01" }],
    ["series-short", { count: 1 }],
    ["series-short", { until: "2024-02-21" }],
  ])("refuses with %s %j", (code, given) => {
    expect(codeOf(() => listDates(rule(given), "2024-02-20"))).toBe(code);
  });
});

describe("a rule as a form sends it", () => {
  const form = { frequency: "monthly", interval: "1", by: "weekday", count: "6", until: "" };

  test("is read and written as RFC 5545 has it", () => {
    expect(writeRule(parseRecurrence(form), "2024-01-18")).toBe("FREQ=MONTHLY;INTERVAL=1;BYDAY=3TH;COUNT=6");
    const until = parseRecurrence({ ...form, frequency: "weekly", count: "", until: "2024-05-30" });
    expect(writeRule(until, "2024-01-18")).toBe("FREQ=WEEKLY;INTERVAL=1;BYDAY=TH;UNTIL=20240530");
  });

  test.each([
    [{ frequency: "daily" }],
    [{ interval: "0" }],
    [{ interval: "13" }],
    [{ by: "moon" }],
    [{ count: "" }],
    [{ until: "2024-12-31" }],
  ])("is refused with series-rule where it is %j", (given) => {
    expect(codeOf(() => parseRecurrence({ ...form, ...given }))).toBe("series-rule");
  });
});
