import { expect, test } from "vitest";
import { reckonTax } from "./actions.ts";

test("tax is whole roubles: less than fifty kopecks are dropped, fifty and more make a rouble", () => {
  expect(reckonTax(900_00n, 13)).toBe(117_00n);
  expect(reckonTax(100_03n, 13)).toBe(13_00n);
  expect(reckonTax(103_85n, 13)).toBe(14_00n);
});
