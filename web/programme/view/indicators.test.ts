import { describe, expect, it } from "vitest";
import type { Indicator } from "../../../src/programme/contract.ts";
import { listTargetKeys, placeIndicators } from "./indicators.ts";

function makeIndicator(number: string, keys: readonly string[] = []): Indicator {
  const values = Object.fromEntries(keys.map((key) => [key, { value: 1n, printed: "1" }]));
  return { number, targets: { values } } as unknown as Indicator;
}

describe("the addresses of indicators", () => {
  it.each([
    ["are their numbers", ["1.1", "1.2"], ["1.1", "1.2"]],
    ["tell those that bear one number", ["1", "2", "1", "1"], ["1", "2", "1~2", "1~3"]],
    ["are their places where no number is printed", ["", "1", "..", " "], ["~1", "1", "~3", "~4"]],
    ["are all different, whatever is printed", ["1~2", "1", "1"], ["1~2", "1", "1~3"]],
  ])("%s", (_name, numbers, addresses) => {
    expect(placeIndicators(numbers.map((number) => makeIndicator(number))).map(({ address }) => address)).toEqual(
      addresses,
    );
  });
});

describe("the columns of targets", () => {
  it.each([
    ["are the programme's years", [["2025", "2026"]], ["2025", "2026"]],
    [
      "begin with the starting value and the years before",
      [["2026", "base"], ["2024"]],
      ["base", "2024", "2025", "2026"],
    ],
    ["leave out a total", [["2025", "2026", "total"]], ["2025", "2026"]],
  ])("%s", (_name, keys, columns) => {
    expect(
      listTargetKeys(
        keys.map((own) => makeIndicator("1", own)),
        [2025, 2026],
      ),
    ).toEqual(columns);
  });
});
