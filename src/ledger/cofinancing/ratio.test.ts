import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RatioRule } from "./contract.ts";
import { checkRatio } from "./ratio.ts";

const rule = (minShare: bigint, base: RatioRule["base"] = "total"): RatioRule => ({ minShare, base, basis: "порядок" });

describe("a local share not below 1.8 %", () => {
  test.each([
    ["the document's 2024", 13_000_00n, 708_500_00n, true, 12_987_00n, 0n],
    [
      "the document's 2025, where the sum itself was rounded to the kopeck",
      1_298_676n,
      708_500_00n,
      true,
      1_298_676n,
      0n,
    ],
    ["a kopeck less", 1_298_675n, 708_500_00n, false, 1_298_676n, 1n],
    ["no own money", 0n, 708_500_00n, false, 1_275_300n, 1_298_676n],
    ["nothing at all", 0n, 0n, true, 0n, 0n],
    ["own money alone", 1n, 0n, true, 0n, 0n],
  ])("%s", (_what, own, granted, holds, required, missing) => {
    expect(checkRatio({ own, granted }, rule(1_800_000n))).toMatchObject({ own, granted, holds, required, missing });
  });

  test("says the share itself to the millionth", () => {
    expect(checkRatio({ own: 13_000_00n, granted: 708_500_00n }, rule(1_800_000n)).share).toBe(1_801_802n);
    expect(checkRatio({ own: 0n, granted: 0n }, rule(1_800_000n)).share).toBeNull();
  });
});

test("a share of what is granted is reckoned of that alone", () => {
  const check = checkRatio({ own: 5_00n, granted: 100_00n }, rule(5_000_000n, "granted"));
  expect(check).toMatchObject({ whole: 100_00n, required: 5_00n, holds: true });
});

test("what is missing is exactly what makes the rule hold, and a kopeck less does not", () => {
  const sums = fc.bigInt({ min: 0n, max: 10n ** 13n });
  const shares = fc.bigInt({ min: 1n, max: 99_999_999n });
  const property = fc.property(sums, sums, shares, fc.constantFrom("total", "granted"), (own, granted, share, base) => {
    const given = rule(share, base as RatioRule["base"]);
    const check = checkRatio({ own, granted }, given);
    expect(check.missing === 0n).toBe(check.holds);
    if (check.holds) return;
    expect(checkRatio({ own: own + check.missing, granted }, given).holds).toBe(true);
    expect(checkRatio({ own: own + check.missing - 1n, granted }, given).holds).toBe(false);
  });
  fc.assert(property, { numRuns: 2_000 });
});
