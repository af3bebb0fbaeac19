import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BodyHistory, heldOn, seatsOn, shareOf } from "./share.ts";

const council: BodyHistory = {
  id: "council",
  name: "Общественный совет",
  since: "2022-01-01",
  until: null,
  sizes: [
    { since: "2022-01-01", seats: 20 },
    { since: "2025-07-01", seats: 10 },
  ],
  holdings: [
    { seat: 1, associationId: "a", since: "2023-01-01", until: null },
    { seat: 2, associationId: "b", since: "2024-03-01", until: "2024-12-30" },
    { seat: 2, associationId: null, since: "2024-12-31", until: null },
    { seat: 15, associationId: "c", since: "2024-01-01", until: null },
  ],
};
const small: BodyHistory = {
  id: "group",
  name: "Рабочая группа",
  since: "2024-07-01",
  until: "2024-12-31",
  sizes: [{ since: "2024-07-01", seats: 5 }],
  holdings: [{ seat: 1, associationId: "a", since: "2024-07-01", until: null }],
};
const TODAY = "2026-03-25";
const share = (year: number, rule: "year-end" | "mean", today = TODAY) =>
  shareOf([council, small], year, { rule, today });

describe("the share of a year", () => {
  test("on its last day is the quotient of the sums, with every body as a term", () => {
    expect(share(2024, "year-end")).toMatchObject({
      asOf: "2024-12-31",
      days: 1,
      terms: [
        { bodyId: "council", seats: 20, held: 2, percent: 10_000_000n },
        { bodyId: "group", seats: 5, held: 1, percent: 20_000_000n },
      ],
      seats: 25,
      held: 3,
      percent: 12_000_000n,
    });
  });

  test("over its days adds up days: 366 of seats 1 and 15, 305 of seat 2, 184 of the group", () => {
    const mean = share(2024, "mean");
    expect(mean.days).toBe(366);
    expect(mean.terms.map(({ seats, held }) => [seats, held])).toEqual([
      [20 * 366, 366 + 366 + 305],
      [5 * 184, 184],
    ]);
  });

  test("of a year that is not over goes as far as today, of one that has not begun is none", () => {
    expect(share(2026, "year-end")).toMatchObject({ asOf: TODAY, seats: 10, held: 1, percent: 10_000_000n });
    expect(share(2026, "mean").days).toBe(84);
    expect(share(2027, "mean")).toMatchObject({ asOf: null, days: 0, terms: [], percent: null });
  });

  test("knows no body before it was set up, and counts no seat beyond the number", () => {
    expect([seatsOn(small, "2024-06-30"), seatsOn(small, "2024-07-01"), seatsOn(small, "2025-01-01")]).toEqual([
      0, 5, 0,
    ]);
    expect([heldOn(council, "2025-06-30"), heldOn(council, "2025-07-01")]).toEqual([2, 1]);
    expect(heldOn(council, "2025-01-01", "others")).toBe(1);
  });
});

const day = fc.integer({ min: 0, max: 1500 }).map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
const holding = fc.record({
  seat: fc.integer({ min: 1, max: 25 }),
  associationId: fc.constantFrom("a", "b", null),
  since: day,
  until: fc.option(day, { nil: null }),
});

test("no more seats are held than there are, on any day, whatever stands in the table; the mean lies between its days", () => {
  fc.assert(
    fc.property(fc.array(holding, { maxLength: 40 }), (holdings) => {
      const body = { ...council, holdings };
      const mean = shareOf([body], 2024, { rule: "mean", today: TODAY });
      const days = ["2024-01-01", "2024-06-15", "2024-12-31"];
      for (const one of days) expect(heldOn(body, one)).toBeLessThanOrEqual(seatsOn(body, one));
      expect(mean.held).toBeLessThanOrEqual(mean.seats);
      expect(mean.percent).toBeGreaterThanOrEqual(0n);
    }),
    { numRuns: 30 },
  );
});
