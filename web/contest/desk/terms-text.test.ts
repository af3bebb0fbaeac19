import { expect, test } from "vitest";
import { type TermsText, termsShape } from "../../../src/contest/call/contract.ts";
import { PRESETS } from "../../../src/contest/call/presets.ts";
import { readTerms, writeTerms } from "./terms-text.ts";

const typedOf = (terms: TermsText) => {
  const parsed = termsShape.parse(terms);
  const own = terms.rules.money.ownContribution;
  return {
    ...Object.fromEntries(Object.entries(writeTerms(terms)).map(([name, lines]) => [name, lines.join("\n")])),
    regulations: parsed.regulations,
    ...Object.fromEntries(terms.applicants.map((kind) => [kind, "yes"])),
    tax: String(parsed.taxPercent),
    ...(parsed.mustBeActive && { mustBeActive: "yes" }),
    perAssociation: String(parsed.applicationsPerAssociation),
    quorum: `${parsed.quorum.numerator}/${parsed.quorum.denominator}`,
    ownLeast: own?.least ?? "",
    ownOf: own?.of ?? "whole",
  };
};

test.each(Object.entries(PRESETS))("the form of %s that nobody changed gives back the terms", (_kind, terms) => {
  expect(termsShape.parse(readTerms(typedOf(terms), terms))).toEqual(termsShape.parse(terms));
});

test("rules that are no JSON, and a line that has no key, are for the door to refuse, not an error", () => {
  const given = { ...typedOf(PRESETS.projects), rules: "{", papers: "Устав" };
  const read = termsShape.safeParse(readTerms(given, PRESETS.projects));
  expect(read.error?.issues.map(({ path }) => path.join("."))).toEqual(
    expect.arrayContaining(["papers.0.key", "rules.criteria"]),
  );
});
