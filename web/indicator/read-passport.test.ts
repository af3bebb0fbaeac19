import { describe, expect, test } from "vitest";
import { type Computation, computationShape } from "../../src/indicator/contract.ts";
import { wayOf } from "./parts/way.ts";
import { BOXES, readComputation, readTicked, tickedBy } from "./read-passport.ts";

const ID = "0196f0aa-0000-7000-8000-000000000001";
const OTHER = "0196f0aa-0000-7000-8000-000000000002";

/** The form as its page fills it from a passport. */
function fill(computation: Computation): FormData {
  const form = new FormData();
  form.set("way", wayOf(computation));
  const ticked = tickedBy(computation);
  for (const name of BOXES) for (const value of ticked[name]) form.append(name, value);
  if (computation.kind === "money") form.set("unit", computation.unit);
  const given = computation.kind === "seats" && computation.denominator.kind === "given" && computation.denominator;
  form.set("denominator", given ? String(given.value) : "");
  form.set("denominatorWords", given ? given.words : "");
  return form;
}

describe("a passport", () => {
  test.each<Computation>([
    { kind: "people", count: "distinct", eventKinds: ["clean-up", ID], of: "population" },
    { kind: "people", count: "visits", eventKinds: [], of: "none" },
    { kind: "events", eventKinds: ["meeting"] },
    { kind: "money", activityIds: [ID, OTHER], fact: "net", unit: "rouble" },
    { kind: "publications", kinds: ["article", "news"] },
    { kind: "acts" },
    { kind: "seats", rule: "mean", denominator: { kind: "given", value: 40, words: "мест в советах" } },
    { kind: "seats", rule: "year-end", denominator: { kind: "all-seats" } },
    { kind: "awards", contestIds: [ID] },
    { kind: "contests", contestIds: [OTHER, ID] },
    { kind: "own", take: "last" },
  ])("that is opened and saved as it is stays as it is: $kind", (computation) => {
    expect(computationShape.parse(readComputation(fill(computation)))).toEqual(computation);
  });

  test("that is refused shows the boxes as they were ticked", () => {
    const form = fill({ kind: "money", activityIds: [ID], fact: "paid", unit: "thousand" });
    form.append("eventKinds", "seminar");
    expect(readTicked(form)).toEqual({ eventKinds: ["seminar"], activityIds: [ID], kinds: [], contestIds: [], of: [] });
  });
});
