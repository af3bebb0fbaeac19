import { describe, expect, test } from "vitest";
import { type EditionLine, flattenLines, type LineKind, listEditionLines } from "./edition.ts";
import { findWrongCarry, type KnownLine, matchLines } from "./identity.ts";
import { readProgramme } from "./reading.ts";
import { completeSuccession, findWrongSuccession, type SuccessionChoice, toDecision } from "./succession.ts";
import { readExampleTree } from "./testing.ts";

const line = (key: string, name: string, kind: LineKind = "activity"): EditionLine => ({
  key,
  kind,
  number: null,
  name,
});

const EXAMPLE = readProgramme(readExampleTree()).programme;
const known: readonly KnownLine[] = flattenLines(listEditionLines(EXAMPLE)).map(({ kind, key, number, name }) => ({
  kind,
  identityId: `identity of ${key}`,
  number,
  name,
}));

test("every line of the same edition carries on its own identity", () => {
  const decision = toDecision(matchLines(EXAMPLE, { content: EXAMPLE, known }));
  expect(decision.succession).toEqual([]);
  expect(Object.entries(decision.carry).every(([key, id]) => id === `identity of ${key}`)).toBe(true);
  expect(Object.keys(decision.carry)).toHaveLength(known.length);
});

test("a line without an earlier edition is a new one", () => {
  expect(toDecision(matchLines(EXAMPLE, null))).toEqual({ carry: {}, succession: [] });
});

test("what was split says what it came from", () => {
  const [first] = EXAMPLE.activities.slice(5);
  if (!first) throw new Error("the example has six activities");
  const halve = (values: typeof first.sources) =>
    values.map((row) => ({
      ...row,
      values: Object.fromEntries(
        Object.entries(row.values).map(([key, figure]) => [key, { ...figure, value: (figure.value ?? 0n) / 2n }]),
      ),
    }));
  const half = { ...first, sources: halve(first.sources) };
  const other = { ...half, name: { ...first.name, text: "Подведение итогов" } };
  const became = {
    ...EXAMPLE,
    activities: [...EXAMPLE.activities.slice(0, 5), half, other, ...EXAMPLE.activities.slice(6)],
  };
  const { carry, succession } = toDecision(matchLines(became, { content: EXAMPLE, known }));
  expect(carry["activity:6"]).toBe("identity of activity:6");
  expect(succession).toEqual([{ kind: "split", from: "identity of activity:6", to: "activity:7" }]);
});

test.each<[string, Record<string, string>, string | null]>([
  ["nothing", {}, null],
  ["a line that is there", { "activity:1": "a" }, null],
  ["a line that is not there", { "activity:9": "a" }, "activity:9"],
  ["an identity that nobody knows", { "activity:1": "x" }, "activity:1"],
  ["an identity of another kind", { "activity:1": "g" }, "activity:1"],
  ["one identity twice", { "activity:1": "a", "activity:2": "a" }, "activity:2"],
])("a choice of %s", (_what, carry, wrong) => {
  const lines = [line("activity:1", "А"), line("activity:2", "Б")];
  const identities = new Map<string, LineKind>([
    ["a", "activity"],
    ["g", "goal"],
  ]);
  expect(findWrongCarry(carry, lines, identities)).toBe(wrong);
});

describe("what a person says of lines that are not carried on", () => {
  const lines = [line("activity:1", "А"), line("activity:2", "Б"), line("goal:1", "Ц", "goal")];
  const kinds = new Map<string, LineKind>([
    ["a", "activity"],
    ["b", "activity"],
    ["g", "goal"],
  ]);
  const carry = { "activity:1": "a" };

  test.each<[string, readonly SuccessionChoice[], string | null]>([
    ["nothing", [], null],
    ["a part goes on as another line", [{ kind: "split", from: "a", to: "activity:2" }], null],
    ["a part goes on as the line itself", [{ kind: "split", from: "a", to: "activity:1" }], "a"],
    ["a line went into another", [{ kind: "joined", from: "b", to: "activity:1" }], null],
    ["a line that is carried on went into another", [{ kind: "joined", from: "a", to: "activity:2" }], "a"],
    ["a line ended", [{ kind: "ended", from: "b", to: null }], null],
    ["a line that is carried on ended", [{ kind: "ended", from: "a", to: null }], "a"],
    ["a line that ended leads somewhere", [{ kind: "ended", from: "b", to: "activity:1" }], "b"],
    ["a line went nowhere", [{ kind: "joined", from: "b", to: null }], "b"],
    ["a line of another kind", [{ kind: "joined", from: "g", to: "activity:1" }], "g"],
    ["an unknown line", [{ kind: "ended", from: "x", to: null }], "x"],
    ["an unknown key", [{ kind: "joined", from: "b", to: "activity:9" }], "b"],
    [
      "the same twice",
      [
        { kind: "joined", from: "b", to: "activity:1" },
        { kind: "joined", from: "b", to: "activity:1" },
      ],
      "b",
    ],
    [
      "ended and joined at once",
      [
        { kind: "joined", from: "b", to: "activity:1" },
        { kind: "ended", from: "b", to: null },
      ],
      "b",
    ],
  ])("%s", (_what, succession, wrong) => {
    expect(findWrongSuccession({ carry, succession }, lines, kinds)).toBe(wrong);
  });

  test("what nothing goes on from has ended, said or not", () => {
    const before = ["a", "b", "c"].map((identityId) => ({
      kind: "activity" as const,
      identityId,
      number: null,
      name: "",
    }));
    const joined: SuccessionChoice = { kind: "joined", from: "b", to: "activity:1" };
    expect(completeSuccession({ carry, succession: [joined] }, before)).toEqual([
      joined,
      { kind: "ended", from: "c", to: null },
    ]);
  });
});
