import { expect, test } from "vitest";
import { countLines, countRowLines } from "./line-count.ts";

test.each<[text: string, letters: number, lines: number]>([
  ["", 10, 1],
  ["два слова", 10, 1],
  ["два слова", 8, 2],
  ["раз два три", 7, 2],
  ["длинноеслово", 5, 3],
  ["и длинноеслово", 5, 4],
  ["две\nстроки", 20, 2],
  ["слово", 0, 5],
])("%j in %i letters takes %i lines", (text, letters, lines) => {
  expect(countLines(text, letters)).toBe(lines);
});

test("what a merged cell needs beyond its rows is given to the last of them", () => {
  const one = { lines: 1, rowSpan: 1 };
  expect(countRowLines([[{ lines: 5, rowSpan: 3 }, one], [{ lines: 2, rowSpan: 1 }], [one], [one]])).toEqual([
    1, 2, 2, 1,
  ]);
  expect(countRowLines([[{ lines: 2, rowSpan: 3 }, one], [one], [one]])).toEqual([1, 1, 1]);
});
