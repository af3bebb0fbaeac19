import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFraction, writeFraction } from "../kernel/fraction.ts";
import { reckonAchieved, tellNoShare } from "./achieved.ts";

test.each([
  ["more", "10", "8", "0.8", null],
  ["less", "4", "5", "0.8", null],
  ["less", "0", "5", "0", null],
  [null, "10", "8", "0.8", null],
  ["more", "10", "-1", "-0.1", null],
  ["more", "0", "5", null, "zero-plan"],
  ["more", "0", "0", null, "zero-plan"],
  ["less", "0", "0", null, "zero-plan"],
  ["less", "4", "0", null, "zero-fact"],
  ["more", null, "5", null, "no-plan"],
  ["more", "10", null, null, "no-fact"],
  ["more", null, null, null, "no-plan"],
] as const)("%s is better, plan %s, fact %s: share %s, without one because %s", (direction, plan, fact, share, why) => {
  expect([reckonAchieved({ direction, plan, fact }), tellNoShare({ direction, plan, fact })]).toEqual([share, why]);
});

test("there is always either a share or a reason, never both, and never a division by nothing", () => {
  const figure = fc.option(
    fc
      .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 50n))
      .map(([top, bottom]) => writeFraction(makeFraction(top, bottom))),
    { nil: null },
  );
  fc.assert(
    fc.property(fc.constantFrom("more", "less", null), figure, figure, (direction, plan, fact) => {
      const given = { direction, plan, fact };
      expect(reckonAchieved(given) === null).toBe(tellNoShare(given) !== null);
    }),
  );
});
