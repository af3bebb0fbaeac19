import { expect, test } from "vitest";
import { type TermsText, termsShape } from "../../../src/contest/call/contract.ts";
import { PRESETS } from "../../../src/contest/call/presets.ts";
import { readTerms } from "./read-terms.ts";

/** The fields of a form that was filled with these terms. */
function fill(given: TermsText): FormData {
  const terms = termsShape.parse(given);
  const form = new FormData();
  const rows = (list: string, all: readonly object[]) => {
    for (const [at, row] of all.entries())
      for (const [name, value] of Object.entries(row))
        if (value !== false && value !== null)
          form.set(`${list}.${at}.${name}`, value === true ? "yes" : String(value));
  };
  rows("papers", terms.papers);
  rows(
    "fields",
    terms.fields.map(({ when, ...field }) => ({ ...field, when: when?.field ?? "", whenIs: when?.is ?? "" })),
  );
  rows("lines", terms.lines);
  for (const { source, limit } of given.rules.money.sources ?? []) form.set(`source.${source}`, limit);
  for (const kind of terms.applicants) form.set(kind, "yes");
  form.set("regulations", terms.regulations);
  form.set("tax", String(terms.taxPercent));
  if (terms.mustBeActive) form.set("mustBeActive", "yes");
  form.set("perAssociation", String(terms.applicationsPerAssociation));
  form.set("quorum", `${terms.quorum.numerator}/${terms.quorum.denominator}`);
  form.set("ownLeast", given.rules.money.ownContribution?.least ?? "");
  form.set("ownOf", given.rules.money.ownContribution?.of ?? "whole");
  return form;
}

test.each(Object.entries(PRESETS))("the form of %s that nobody changed gives back the terms", (_kind, terms) => {
  expect(termsShape.parse(readTerms(fill(terms), terms))).toEqual(termsShape.parse(terms));
});

test("sources keep the order in which they are spent; sums are read as people write them", () => {
  const money = {
    sources: [
      { source: "local", limit: "1" },
      { source: "regional", limit: "2" },
    ],
  };
  const was = { ...PRESETS.projects, rules: { ...PRESETS.projects.rules, money } };
  const form = fill(was);
  form.set("source.extrabudgetary", "10 000,50");
  const read = readTerms(form, was) as TermsText;
  expect(read.rules.money.sources).toEqual([...money.sources, { source: "extrabudgetary", limit: "10000.50" }]);
});

test("a row without its words is left out, a new one gets a key, the condition of a question is read, none on itself", () => {
  const field = { key: "b", label: "Что", kind: "text" as const, when: { field: "a", is: "да" } };
  const itself = { ...field, key: "c", when: { field: "c", is: "да" } };
  const was = { ...PRESETS.projects, fields: [field, itself] };
  const form = fill(was);
  form.set("papers.0.name", " ");
  form.set("papers.9.name", "Фотографии");
  const read = termsShape.parse(readTerms(form, was));
  expect(read.papers.at(-1)).toEqual({ key: "paper-1", name: "Фотографии", isCompulsory: false });
  expect(read.papers.some(({ key }) => key === "meeting")).toBe(false);
  expect(read.fields.map(({ when }) => when)).toEqual([field.when, null]);
});
