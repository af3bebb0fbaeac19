import { describe, expect, test } from "vitest";
import type { CarryLine, CarryProposal } from "../../../src/programme/index.ts";
import { readChoices } from "./match-choices.ts";
import { describeMatch } from "./match-data.ts";

const line = (key: string, given: Partial<CarryLine>): CarryLine => ({
  key,
  kind: "activity",
  number: null,
  name: `Строка ${key}`,
  identityId: null,
  from: [],
  reason: "new",
  moved: false,
  confidence: 100,
  ...given,
});
const known = (identityId: string) => ({
  kind: "activity" as const,
  identityId,
  number: null,
  name: `Прежняя ${identityId}`,
});

const PROPOSAL: CarryProposal = {
  from: { slug: "x-2024", edition: 1 },
  lines: [
    line("activity:1", { identityId: "a", reason: "same-number-name" }),
    line("activity:2", { identityId: "b", reason: "reworded" }),
    line("activity:3", { from: ["a"], reason: "split" }),
    line("activity:4", { identityId: "c", from: ["d"], reason: "joined" }),
    line("activity:5", {}),
  ],
  candidates: ["a", "b", "c", "d", "e"].map(known),
  ended: [known("e")],
  older: null,
};

describe("the step that ties lines to the edition before", () => {
  test("lines known by their names need no decision, the others are shown with what is proposed", () => {
    const match = describeMatch(PROPOSAL);
    expect(match).toMatchObject({ sure: 1, rest: 0 });
    expect(match?.rows.map(({ key, chosen }) => `${key} ${chosen}`)).toEqual([
      "activity:2 carry:b",
      "activity:3 split:a",
      "activity:4 carry:c",
      "activity:5 new",
    ]);
    expect(match?.ended.map(({ id, chosen }) => `${id} ${chosen}`)).toEqual(["d joined:activity:4", "e ended"]);
  });

  test("what is chosen is always among the options", () => {
    const match = describeMatch(PROPOSAL);
    for (const row of [...(match?.rows ?? []), ...(match?.ended ?? [])]) {
      expect(row.options.map((option) => option.value)).toContain(row.chosen);
    }
  });

  test("a line known by its name is not offered to another, but may be said to be divided", () => {
    const options = describeMatch(PROPOSAL)?.rows[0]?.options.map((option) => option.value);
    expect(options).not.toContain("carry:a");
    expect(options).toContain("split:a");
  });

  test("a municipality's first programme has nothing to tie", () => {
    expect(describeMatch({ ...PROPOSAL, from: null })).toBeNull();
  });
});

function fill(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const PROPOSED = { "activity:1": "a", "activity:2": "b", "activity:4": "c" };
const SPLIT = { kind: "split", from: "a", to: "activity:3" };
const JOINED = { kind: "joined", from: "d", to: "activity:4" };

test.each([
  ["the proposal confirmed", { "fate:e": "ended" }, PROPOSED, [SPLIT, JOINED, { kind: "ended", from: "e", to: null }]],
  [
    "an end with its reason",
    { "fate:e": "ended", "why:e": " Выполнено " },
    PROPOSED,
    [SPLIT, JOINED, { kind: "ended", from: "e", to: null, reason: "Выполнено" }],
  ],
  [
    "an ended line that is carried on after all",
    { "line:activity:5": "carry:e", "fate:e": "ended" },
    { ...PROPOSED, "activity:5": "e" },
    [SPLIT, JOINED],
  ],
  [
    "a line that is new after all",
    { "line:activity:2": "new" },
    { "activity:1": "a", "activity:4": "c" },
    [SPLIT, JOINED],
  ],
  [
    "no division, and an ended line joined elsewhere",
    { "line:activity:3": "new", "fate:e": "joined:activity:1" },
    PROPOSED,
    [JOINED, { kind: "joined", from: "e", to: "activity:1" }],
  ],
])("a form says %s", (_what, fields, carry, succession) => {
  expect(readChoices(fill(fields as Record<string, string>), PROPOSAL)).toEqual({ carry, succession });
});

test("a form without choices leaves the proposal to the server", () => {
  expect(readChoices(fill({ basis: "решение" }), PROPOSAL)).toBeNull();
});
