import { expect, test } from "vitest";
import type { EditionLine, LineKind } from "./edition.ts";
import { findWrongCarry, type KnownLine, matchLines, normaliseName, toCarry } from "./identity.ts";

const line = (key: string, name: string, kind: LineKind = "activity"): EditionLine => ({
  key,
  kind,
  number: null,
  name,
});
const known = (identityId: string, name: string, kind: LineKind = "activity"): KnownLine => ({
  kind,
  identityId,
  number: null,
  name,
});

test.each([
  ["case and ё", "Приём Граждан", "прием граждан"],
  ["quotes", "Конкурс «Лучший ТОС»", 'Конкурс "Лучший ТОС"'],
  ["dashes", "День соседей — праздник", "День соседей - праздник"],
  ["spaces, soft hyphens and a line's end", "  Обуче\u00ADние\u00A0\nактива. ", "Обучение актива"],
  ["a full stop and a semicolon", "Семинары;", "Семинары."],
])("two printings of a name that differ in %s are one name", (_what, one, other) => {
  expect(normaliseName(one)).toBe(normaliseName(other));
});

test.each([
  ["a word", "Конкурс ТОС", "Конкурс проектов ТОС"],
  ["a number", "Семинар 1", "Семинар 2"],
])("names that differ in %s are two", (_what, one, other) => {
  expect(normaliseName(one)).not.toBe(normaliseName(other));
});

test("a line carries on the identity of the same name and kind only", () => {
  const lines = [line("activity:1", "Семинары"), line("goal:1", "Развитие", "goal"), line("activity:2", "Новое")];
  const before = [known("g", "Семинары", "goal"), known("a", "СЕМИНАРЫ."), known("b", "Развитие", "goal")];
  expect(matchLines(lines, before).map((match) => match.identityId)).toEqual(["a", "b", null]);
});

test("of several lines with one name each carries on another, in their order", () => {
  const lines = [line("activity:1", "Конкурс"), line("activity:2", "Конкурс"), line("activity:3", "Конкурс")];
  const matches = matchLines(lines, [known("a", "Конкурс"), known("b", "Конкурс")]);
  expect(toCarry(matches)).toEqual({ "activity:1": "a", "activity:2": "b" });
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
