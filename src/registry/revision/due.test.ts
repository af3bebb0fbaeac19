import { expect, test } from "vitest";
import type { Effect } from "../act/views.ts";
import { judgeRevision, type RevisableAct } from "./due.ts";
import { REVISION_RULES } from "./rules.data.ts";
import type { RevisionRule } from "./views.ts";

const rule = REVISION_RULES[0] as RevisionRule;
const old: RevisableAct = {
  id: "a",
  kind: "council-decision",
  subject: "boundaries",
  date: "2016-05-20",
  isAmendment: false,
};
const inForce: Effect = { state: "in-force", since: "2016-06-01", byId: null };
const none = { effect: inForce, revising: [], reviews: [] };
const by = (actDate: string) => [{ actId: "b", targetId: "a", actDate }];

test("what the product brings is marked as to be checked and says where it was read", () => {
  for (const { checked, source, version } of REVISION_RULES) {
    expect({ checked, version }).toEqual({ checked: false, version: 0 });
    expect(source).toMatch(/https:\/\/.+не сверялся/);
  }
});

test.each([
  ["an old act on boundaries is due", old, none, "2026-11-30", "due"],
  ["on the last day still due", old, none, "2027-01-01", "due"],
  ["on the day after late", old, none, "2027-01-02", "late"],
  ["before the law came into force nothing was due", old, none, "2025-06-18", null],
  ["an act of the law's own day is not concerned", { ...old, date: "2025-03-20" }, none, "2026-11-30", null],
  ["nor one on contests", { ...old, subject: "contest" }, none, "2026-11-30", null],
  ["nor a regional law", { ...old, kind: "regional-law" }, none, "2026-11-30", null],
  ["nor one that only changes others", { ...old, isAmendment: true }, none, "2026-11-30", null],
  ["nor a draft", { ...old, date: null }, { ...none, effect: { ...inForce, state: "draft" } }, "2026-11-30", null],
  [
    "nor what was repealed without more",
    old,
    { ...none, effect: { ...inForce, state: "repealed" } },
    "2026-11-30",
    null,
  ],
  ["an act that brings it in line settles it", old, { ...none, revising: by("2026-02-10") }, "2026-11-30", "revised"],
  ["not before its own day", old, { ...none, revising: by("2026-12-10") }, "2026-11-30", "due"],
  ["an amendment older than the law does not", old, { ...none, revising: by("2024-02-10") }, "2026-11-30", "due"],
  [
    "one looked through conforms",
    old,
    { ...none, reviews: [{ actId: "a", key: rule.key, date: "2026-03-01" }] },
    "2026-11-30",
    "conforms",
  ],
] as const)("%s", (_case, act, evidence, day, state) => {
  expect(judgeRevision(rule, act, { ...evidence, day } as Parameters<typeof judgeRevision>[2])?.state ?? null).toBe(
    state,
  );
});

test("a rule that no longer holds asks for nothing", () => {
  expect(judgeRevision({ ...rule, holdsUntil: "2027-12-31" }, old, { ...none, day: "2028-01-01" })).toBeNull();
});
