import { describe, expect, it } from "vitest";
import type { Programme } from "../../../src/programme/contract.ts";
import { compareMoney, listPlaces } from "./comparison.ts";

const row = (kind: string, value: bigint) => ({ kind, values: { 2025: { value }, total: { value } } });

interface Said {
  readonly activities?: readonly (readonly [string, bigint])[];
  readonly annex3?: readonly (readonly [string, bigint])[];
  readonly passport?: readonly (readonly [string, bigint])[];
}

function makeProgramme({ activities = [], annex3 = [], passport = [] }: Said): Programme {
  const rows = (said: readonly (readonly [string, bigint])[]) => said.map(([kind, value]) => row(kind, value));
  return {
    years: [2025],
    activities: [
      {
        cost: rows(activities).find(({ kind }) => kind === "cost") ?? null,
        sources: rows(activities).filter(({ kind }) => kind !== "cost"),
      },
    ],
    summary: rows(annex3),
    passport: { finance: rows(passport) },
  } as unknown as Programme;
}

describe("sums that several places of a document name", () => {
  it.each([
    ["agree", { activities: [["cost", 5n]], annex3: [["cost", 5n]], passport: [["cost", 5n]] }, [["cost", true]]],
    ["disagree", { activities: [["cost", 5n]], passport: [["cost", 6n]] }, [["cost", false]]],
    [
      "are not compared with a place that is silent",
      { activities: [["cost", 5n]], annex3: [["cost", 5n]] },
      [["cost", true]],
    ],
    ["have nothing beside them where one place alone names them", { passport: [["cost", 5n]] }, [["cost", null]]],
    [
      "are no zero where the activities name no such source",
      {
        activities: [["cost", 5n]],
        passport: [
          ["cost", 5n],
          ["local", 5n],
        ],
      },
      [
        ["local", null],
        ["cost", true],
      ],
    ],
    ["are left out where only activities name them", { activities: [["local", 5n]] }, []],
  ] as const)("%s", (_name, said, expected) => {
    expect(compareMoney(makeProgramme(said)).map(({ line, agrees }) => [line, agrees])).toEqual(expected);
  });

  it("come from the places that name any", () => {
    const compared = compareMoney(makeProgramme({ activities: [["cost", 5n]], passport: [["cost", 5n]] }));
    expect(listPlaces(compared)).toEqual(["activities", "passport"]);
  });
});
