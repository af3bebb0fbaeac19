import { expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import type { Pair } from "./assign.ts";
import { findObstacles } from "./obstacles.ts";

const id = (text: string) => text as Id;
const pairs = (...texts: readonly string[]): readonly Pair[] =>
  texts.map((text) => ({ jurorId: id(text.charAt(0)), applicationId: id(text.slice(1)) }));
const REVIEW = {
  applications: [1, 2].map((number) => ({ id: id(String(number)), number })),
  jurors: [id("a"), id("b")],
  recusals: [] as readonly Pair[],
  open: pairs("a1", "a2", "b1", "b2"),
  owed: [] as readonly Pair[],
  least: 2,
};

test.each<[string, Partial<typeof REVIEW>, readonly object[]]>([
  ["the sitting, when everything is in", {}, [{ code: "ready" }]],
  ["the invitation, when nobody is on the jury", { jurors: [] }, [{ code: "jury-empty" }]],
  ["the sitting that declares it void, when nothing was admitted", { applications: [] }, [{ code: "none-admitted" }]],
  [
    "who owes how many sheets",
    { owed: pairs("b1", "b2", "a2") },
    [
      { code: "owed", jurorId: "a", count: 1 },
      { code: "owed", jurorId: "b", count: 2 },
    ],
  ],
  [
    "another juror, when all are recused from an application",
    { recusals: pairs("a1", "b1"), open: pairs("a2", "b2") },
    [{ code: "all-recused", numbers: [1] }],
  ],
  [
    "giving out, when nobody was given an application",
    { open: pairs("a2", "b2") },
    [{ code: "not-given", numbers: [1], least: 2 }],
  ],
  [
    "giving out again, when a juror was removed in mid-review and fewer sheets are left than the rules want",
    { jurors: [id("a"), id("c")], open: pairs("a1", "a2", "c2") },
    [{ code: "too-few", numbers: [1], least: 2 }],
  ],
])("what comes next is %s", (_name, change, found) => {
  expect(findObstacles({ ...REVIEW, ...change })).toEqual(found);
});
