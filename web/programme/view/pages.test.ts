import { describe, expect, it } from "vitest";
import type { Chapter } from "./outline.ts";
import { choosePage, cutChapters } from "./pages.ts";

describe("the page of a list", () => {
  it.each([
    ["is the first unless asked", null, 25, [1, 3, 1, 10]],
    ["is the last, as far as it goes", "3", 25, [3, 3, 21, 25]],
    ["is one where there is nothing", null, 0, [1, 1, 1, 0]],
    ["is not after the last", "4", 25, null],
    ["is not before the first", "0", 25, null],
    ["is no word", "x", 25, null],
  ] as const)("%s", (_name, asked, count, expected) => {
    const page = choosePage(asked, count, 10);
    expect(page && [page.number, page.pages, page.first, page.last]).toEqual(expected);
  });

  it("holds its lines and leaves out groups without any", () => {
    const group = (objective: number, items: readonly number[]) => ({
      subprogramme: null,
      goal: 1,
      objective,
      name: null,
      items,
      shown: items,
    });
    const chapters: readonly Chapter<number>[] = [
      {
        subprogramme: null,
        name: null,
        goals: [{ goal: 1, name: null, objectives: [group(1, [1, 2]), group(2, [3, 4]), group(3, [5])] }],
      },
    ];
    const shown = (asked: string) => {
      const page = choosePage(asked, 5, 3);
      const [chapter] = page ? cutChapters(chapters, page) : [];
      return chapter?.goals[0]?.objectives.map((one) => one.shown);
    };
    expect(shown("1")).toEqual([[1, 2], [3]]);
    expect(shown("2")).toEqual([[4], [5]]);
  });
});
