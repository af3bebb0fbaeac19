import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, makeFraction, readFraction } from "../../kernel/fraction.ts";
import { forecast, shareOfYear, staysUnspent } from "./pace.ts";

test("a year's share is of its days, leap or not, and whole once it is over", () => {
  expect(shareOfYear(2024, "2024-12-31")).toEqual(makeFraction(1n));
  expect(shareOfYear(2024, "2024-07-01")).toEqual(makeFraction(183n, 366n));
  expect(shareOfYear(2025, "2025-01-01")).toEqual(makeFraction(1n, 365n));
  expect(shareOfYear(2025, "2026-02-01")).toEqual(makeFraction(1n));
});

test.each([
  ["half a year, half the plan", { plan: "10", fact: "5", isSum: true }, { expected: "10", isBehind: false }],
  ["half a year, less than half", { plan: "10", fact: "4", isSum: true }, { expected: "8", isBehind: true }],
  [
    "a state is held against the plan as it is",
    { plan: "10", fact: "9", isSum: false },
    { expected: "9", isBehind: true },
  ],
  ["a plan of nothing", { plan: "0", fact: "0", isSum: true }, null],
  ["no plan", { plan: null, fact: "3", isSum: true }, null],
  ["no fact", { plan: "3", fact: null, isSum: true }, null],
])("%s", (_name, given, expected) => {
  expect(forecast(given, makeFraction(1n, 2n))).toEqual(expected);
});

test("the first quarter says nothing, of facts and of money", () => {
  expect(forecast({ plan: "10", fact: "0", isSum: true }, makeFraction(1n, 5n))).toBeNull();
  expect(staysUnspent(100n, 0n, makeFraction(1n, 5n))).toBe(false);
});

test("money stays unspent where its pace reaches less than nine tenths of the limit", () => {
  const half = makeFraction(1n, 2n);
  expect([45n, 44n].map((spent) => staysUnspent(100n, spent, half))).toEqual([false, true]);
  expect(staysUnspent(0n, 0n, half)).toBe(false);
});

test("whoever has reached the plan already is never behind", () => {
  const size = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(size, fc.nat(1_000_000), fc.integer({ min: 92, max: 366 }), (plan, more, day) => {
      const found = forecast(
        { plan: String(plan), fact: String(plan + more), isSum: true },
        makeFraction(BigInt(day), 366n),
      );
      expect(found?.isBehind).toBe(false);
      expect(
        compare(readFraction(found?.expected ?? "0") ?? makeFraction(0n), makeFraction(BigInt(plan))),
      ).toBeGreaterThanOrEqual(0);
    }),
  );
});
