import { expect, test } from "vitest";
import { readContent } from "../application/content.ts";
import { CONTENT, TERMS } from "../testing.ts";
import type { TermsText } from "./contract.ts";
import { findTermsFaults, parseTerms } from "./input.ts";

const [first, second, own] = TERMS.rules.criteria;
const withRules = (change: object): TermsText => ({ ...TERMS, rules: { ...TERMS.rules, ...change } });
const sum = (parts: readonly object[]) => ({ key: "sum", name: "sum", measure: { kind: "sum", parts } });
const scale = { min: "5", max: "1" };

test.each<[string, unknown, readonly (readonly [string, string])[]]>([
  ["nothing", TERMS, []],
  [
    "every field that is empty or no number",
    withRules({ criteria: [{ ...first, name: "", weight: "много" }, second, own] }),
    [
      ["rules.criteria.0.name", "missing"],
      ["rules.criteria.0.weight", "number"],
    ],
  ],
  [
    "a scale that ends before it begins, at its criterion",
    withRules({ criteria: [first, { ...second, measure: { kind: "mark", scale } }, own] }),
    [["rules.criteria.1.name", "scale-empty"]],
  ],
  [
    "the same of a part, at its part",
    withRules({
      criteria: [
        first,
        sum([
          { key: "a", name: "a", measure: { kind: "yes-no", points: "1" } },
          { key: "b", name: "b", measure: { kind: "mark", scale } },
        ]),
        own,
      ],
    }),
    [["rules.criteria.1.measure.parts.1.name", "scale-empty"]],
  ],
  [
    "a figure that is reckoned from nothing",
    { ...TERMS, facts: {} },
    [["rules.criteria.2.source", "fact-from-nowhere"]],
  ],
  [
    "groups that nobody is asked for",
    withRules({ categories: [{ key: "a", name: "a" }] }),
    [["fields.category", "category-not-asked"]],
  ],
  [
    "a tie-break by a criterion that is gone",
    withRules({ tieBreaks: [{ by: "higher-criterion", criterion: "gone" }] }),
    [["rules.gone", "criterion-unknown"]],
  ],
])("terms are told %s with its place in the form", (_name, terms, faults) => {
  expect(findTermsFaults(terms).map(({ where, code }) => [where, code])).toEqual(faults);
});

test("an application that names no group of the rules is not submitted: it would be ranked nowhere", () => {
  const terms = parseTerms({
    ...withRules({ categories: [{ key: "young", name: "Молодые" }] }),
    fields: [...(TERMS.fields ?? []), { key: "category", label: "Группа", kind: "text", isCompulsory: false }],
  });
  const faultsOf = (category: string) =>
    readContent({ ...CONTENT, answers: { ...CONTENT.answers, category } }, terms, ["charter"]).faults;
  expect(faultsOf("young")).toEqual([]);
  for (const typed of ["", "Молодые"])
    expect(faultsOf(typed)).toEqual([{ code: "missing", where: "answers.category" }]);
});
