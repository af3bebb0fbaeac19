import { expect, test } from "vitest";
import { readContent } from "../application/content.ts";
import { CONTENT, TERMS } from "../testing.ts";
import { isAsked } from "./contract.ts";
import { parseTerms } from "./input.ts";

const field = (key: string, when: { field: string; is: string } | null = null) => ({
  ...{ key, label: key, kind: "number" as const, when },
});
const terms = parseTerms({
  ...TERMS,
  fields: [
    { ...field("land"), kind: "text" },
    field("area", { field: "land", is: "да" }),
    field("trees", { field: "area", is: "5" }),
    field("lost", { field: "nowhere", is: "да" }),
    field("round", { field: "about", is: "да" }),
    field("about", { field: "round", is: "нет" }),
  ],
});

test.each([
  ["land", {}, true],
  ["area", {}, false],
  ["area", { land: "нет" }, false],
  ["area", { land: " Да. " }, true],
  // What it depends on is not asked itself, whatever still stands in it.
  ["trees", { land: "нет", area: "5" }, false],
  ["trees", { land: "да", area: "5" }, true],
  ["lost", {}, true],
  ["round", { about: "да", round: "нет" }, true],
  ["unknown", {}, true],
] as const)("%s with %o is asked: %s", (key, answers, is) => {
  expect(isAsked(key, terms, answers)).toBe(is);
});

test("what is not asked is neither missing nor wrong, and counts for nothing", () => {
  const asked = (answers: Readonly<Record<string, string>>) =>
    readContent({ ...CONTENT, answers }, terms, ["charter"]).faults.map(({ where, code }) => `${where} ${code}`);
  const rest = { lost: "1", round: "1", about: "1" };
  expect(asked({ ...rest, land: "нет", area: "сколько-то" })).toEqual([]);
  expect(asked({ ...rest, land: "да" })).toEqual(["answers.area missing"]);
  expect(asked({ ...rest, land: "да", area: "сколько-то" })).toEqual(["answers.area not-a-number"]);
});
