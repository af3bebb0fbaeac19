import { describe, expect, test } from "vitest";
import type { Edit } from "./draft/edit.ts";
import { nameEdits } from "./draft/history.ts";
import { contrast, describeEdit } from "./messages-draft.ts";
import { EXAMPLE_READING } from "./testing-store.ts";

const EXAMPLE = EXAMPLE_READING.programme;
const YARD = EXAMPLE.activities.findIndex((one) => one.name.text.includes("А у нас во дворе"));

function tell(...edits: Edit[]): readonly string[] {
  const [named = []] = nameEdits(EXAMPLE, [{ edits }], { from: 1, to: 1 });
  return named.map((one) => {
    const { object, detail, was, became } = describeEdit(one, "ru");
    return `${object.slice(0, 30)}|${detail}|${was}|${became}`;
  });
}

describe("an edit is told by its line and what of it changes", () => {
  test.each<[string, Edit, string]>([
    [
      "a figure",
      { do: "set", address: { of: "figure", at: YARD, kind: "local", key: "2025" }, was: "500,0", text: "400" },
      "Организация и проведение конку|местный бюджет, 2025 год|500,0|400",
    ],
    [
      "a target",
      { do: "set", address: { of: "target", at: 0, key: "2025" }, was: "14", text: "15" },
      `${EXAMPLE.indicators[0]?.name.text.slice(0, 30)}|2025 год|14|15`,
    ],
    [
      "a new line",
      { do: "insert", list: "activities", at: 0, name: "Субботник", objective: 0 },
      "Субботник|добавлена строка|null|null",
    ],
    [
      "a total of a block",
      {
        do: "replace",
        by: { do: "total", address: { of: "rollup", at: 0, kind: "cost", key: "2025" }, was: "1", text: "2" },
      },
      "Итого затрат на решение задачи|всего, 2025 год|1|2",
    ],
    [
      "a total of annex 3",
      {
        do: "replace",
        by: { do: "total", address: { of: "summary", at: 0, kind: "cost", key: "total" }, was: "1", text: "2" },
      },
      "приложение 3|всего, итого|1|2",
    ],
    [
      "an annex printed anew",
      { do: "replace", by: { do: "restate", part: "annex2", content: EXAMPLE } },
      "приложение 2|изложено заново|null|null",
    ],
  ])("%s", (_name, edit, said) => {
    expect(tell(edit)).toEqual([said]);
  });

  test("by the name that the line bears after the edits before it", () => {
    const rename: Edit = { do: "set", address: { of: "activity", at: 1, field: "name" }, was: "", text: "Иначе" };
    const move: Edit = { do: "move", list: "activities", from: 1, to: 3 };
    const edit: Edit = { do: "set", address: { of: "figure", at: 3, kind: "local", key: "2024" }, was: "", text: "1" };
    expect(tell(rename, move, edit).at(-1)).toBe("Иначе|местный бюджет, 2024 год||1");
  });
});

test("long texts are shown from where they differ", () => {
  const text = (figure: string) => `${"слово ".repeat(60)}всего ${figure} тыс. рублей`;
  const { was, became } = contrast(text("1 358,5"), text("1 258,5"));
  expect([was.startsWith("…"), was.endsWith("1 358,5 тыс. рублей"), became.endsWith("1 258,5 тыс. рублей")]).toEqual([
    true,
    true,
    true,
  ]);
  expect(was.length).toBeLessThan(100);
});
