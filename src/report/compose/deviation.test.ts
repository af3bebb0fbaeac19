import { expect, test } from "vitest";
import { reckonDeviation, reckonShare } from "./deviation.ts";

test.each([
  ["as planned", "10", "10", "0", false],
  ["less than planned", "10", "8", "-20", true],
  ["more than planned", "10", "13", "30", true],
  ["on the limit itself", "20", "21", "5", false],
  ["something of a plan of nothing", "0", "3", null, true],
  ["nothing of a plan of nothing", "0", "0", "0", false],
  ["no plan", null, "3", null, false],
  ["no fact", "3", null, null, true],
  ["a fact below nothing", "10", "-1", "-110", true],
] as const)("%s: plan %s, fact %s", (_name, plan, fact, percent, asks) => {
  expect(reckonDeviation({ plan, fact, limit: "5", isWhole: true })).toEqual({ percent, asks });
});

test("a part of a year asks for no reason", () => {
  expect(reckonDeviation({ plan: "10", fact: null, limit: "5", isWhole: false }).asks).toBe(false);
  expect(reckonDeviation({ plan: "0", fact: "3", limit: "5", isWhole: false }).asks).toBe(false);
});

test("money that was not planned has no share of execution", () => {
  expect([reckonShare(0n, 0n), reckonShare(0n, 5n), reckonShare(7n, 0n)]).toEqual([null, null, "0"]);
});
