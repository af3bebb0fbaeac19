import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SOURCES } from "../programme/contract.ts";
import { isThousandfold, parseRoubles, sayRoubles, splitAs, sumParts } from "./sums.ts";

describe("a sum as people write it", () => {
  test.each([
    ["12345,67", 12_345_67n],
    ["12 345,67", 12_345_67n],
    ["1 234 567.8 руб.", 1_234_567_80n],
    ["721 500 ₽", 721_500_00n],
    ["13000-50", 13_000_50n],
    ["13000=50", 13_000_50n],
    ["7,", 7_00n],
    ["10,500", 10_50n],
    ["0", 0n],
    ["  ", null],
  ])("%s", (text, kopecks) => {
    expect(parseRoubles(text)).toBe(kopecks);
  });

  test.each([
    ["10,123", "ledger-sum-decimals"],
    ["1,234,567", "ledger-sum-malformed"],
    ["1 23", "ledger-sum-malformed"],
    ["-5", "ledger-sum-malformed"],
    ["сто", "ledger-sum-malformed"],
    ["1e5", "ledger-sum-malformed"],
    ["100 USD", "ledger-currency"],
    ["€20", "ledger-currency"],
    ["20 долларов", "ledger-currency"],
    ["9999999999999", "ledger-sum-large"],
  ])("%s is refused: %s", (text, code) => {
    expect(() => parseRoubles(text)).toThrow(expect.objectContaining({ code }));
  });

  test("is read back as it is said", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (kopecks) => {
        expect(parseRoubles(sayRoubles(kopecks))).toBe(kopecks);
      }),
    );
  });
});

describe("a sum split as others stand to each other", () => {
  test("goes back to the sources as the payment came from them", () => {
    const paid = [
      { source: "regional", kopecks: 117_837_84n },
      { source: "local", kopecks: 2_162_16n },
    ] as const;
    expect(splitAs(5_000_00n, paid).map(({ kopecks }) => kopecks)).toEqual([4_909_91n, 90_09n]);
  });

  test("loses and makes no kopeck, and gives no source more than it had", () => {
    const sums = fc.array(fc.bigInt({ min: 0n, max: 10n ** 10n }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sums, fc.integer({ min: 0, max: 1000 }), (had, share) => {
        const parts = had.flatMap((kopecks, at) => {
          const source = SOURCES[at];
          return source ? [{ source, kopecks }] : [];
        });
        const total = (sumParts(parts) * BigInt(share)) / 1000n;
        const split = splitAs(total, parts);
        expect(sumParts(split)).toBe(sumParts(parts) === 0n ? 0n : total);
        expect(split.every(({ kopecks }, at) => kopecks >= 0n && kopecks <= (parts[at]?.kopecks ?? 0n))).toBe(true);
      }),
    );
  });
});

test.each([
  [708_500_00n, 708_50n, true],
  [708_50n, 708_500_00n, true],
  [708_500_01n, 708_50n, true],
  [708_49n, 708_500_00n, false],
  [13_000_00n, 708_500_00n, false],
  [0n, 5n, false],
  [5n, 0n, false],
])("%d beside %d looks like thousands taken for roubles: %s", (sum, reference, expected) => {
  expect(isThousandfold(sum, reference)).toBe(expected);
});
