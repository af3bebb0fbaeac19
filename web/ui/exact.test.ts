import { expect, test } from "vitest";
import { isAchieved, showFigure, showPercent } from "./exact.ts";

test("an exact figure is rounded for the eye, and a share is shown in per cent", () => {
  expect(showFigure("4523/340", "ru")).toBe("13,3");
  expect(showFigure("-0.125", "ru")).toBe("−0,13");
  expect(showFigure("788.5", "en")).toBe("788.5");
  expect(showPercent("6/7", "ru")).toBe("85,71\u00a0%");
  expect(showPercent("1.5", "en")).toBe("150\u00a0%");
});

test("a share is achieved from a whole on, not a hair below it", () => {
  expect(["1", "0.999999", "7/6", "6/7", "0"].map(isAchieved)).toEqual([true, false, true, false, false]);
});
