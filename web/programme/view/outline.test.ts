import { describe, expect, it } from "vitest";
import type { Programme } from "../../../src/programme/contract.ts";
import { describeOutline, groupItems, hasSeveralGoals, listGroups, listOutline } from "./outline.ts";

const words = (text: string) => ({ text, place: { part: "annex2", table: 1, row: 1, column: 1, text } });
const at = (subprogramme: number | null, goal: number, objective: number | null) => ({ subprogramme, goal, objective });

/** The parts of a document that say where its lines stand. */
function makeProgramme(standings: readonly ReturnType<typeof at>[]): Programme {
  const goals = standings.map(({ subprogramme, goal }) => ({
    number: goal,
    subprogramme,
    name: words(`goal ${subprogramme}/${goal}`),
  }));
  const objectives = standings.flatMap(({ subprogramme, goal, objective }) =>
    objective === null
      ? []
      : [{ number: objective, goal, subprogramme, name: words(`objective ${subprogramme}/${goal}.${objective}`) }],
  );
  const row = { kind: "target", label: words(""), unit: null, values: {} };
  return {
    activityGoals: goals,
    activityObjectives: objectives,
    indicatorGoals: [],
    indicatorObjectives: [],
    sectionGoals: [],
    sectionObjectives: [],
    subprogrammes: [{ number: 2, name: words("the second") }],
    indicators: [],
    activities: standings.map((standing, index) => ({
      ...standing,
      number: null,
      name: words(`activity ${index + 1}`),
      executors: [],
      expectedResult: null,
      quantity: row,
      unitCost: null,
      sources: [],
    })),
  } as unknown as Programme;
}

function group(standings: readonly ReturnType<typeof at>[]) {
  const outline = describeOutline(makeProgramme(standings));
  const items = standings.map((_, index) => ({ position: index + 1 }));
  return groupItems(outline, "activities", items);
}

describe("the outline of a document", () => {
  it.each([
    [
      "one goal",
      [at(null, 1, 1), at(null, 1, 2)],
      [
        ["objective null/1.1", 1],
        ["objective null/1.2", 1],
      ],
    ],
    [
      "the same objective's number under two goals",
      [at(null, 1, 1), at(null, 2, 1), at(null, 2, 1)],
      [
        ["objective null/1.1", 1],
        ["objective null/2.1", 2],
      ],
    ],
    [
      "the same numbers in two subprogrammes",
      [at(1, 1, 1), at(2, 1, 1)],
      [
        ["objective 1/1.1", 1],
        ["objective 2/1.1", 1],
      ],
    ],
    [
      "activities without an objective",
      [at(null, 1, null), at(null, 1, 1)],
      [
        [null, 1],
        ["objective null/1.1", 1],
      ],
    ],
  ] as const)("keeps %s apart", (_name, standings, groups) => {
    expect(listGroups(group(standings)).map(({ name, items }) => [name, items.length])).toEqual(groups);
  });

  it("names a subprogramme where the document does", () => {
    expect(group([at(1, 1, 1), at(2, 1, 1)]).map(({ name }) => name)).toEqual([null, "the second"]);
  });

  it("says when a goal must be named beside its objective", () => {
    expect(hasSeveralGoals(group([at(1, 1, 1), at(2, 1, 1)]))).toBe(false);
    expect(hasSeveralGoals(group([at(null, 1, 1), at(null, 2, 1)]))).toBe(true);
  });

  it("lists goals that have no objective too", () => {
    const [chapter] = listOutline(describeOutline(makeProgramme([at(null, 1, 1), at(null, 2, null)])));
    expect(chapter?.goals.map(({ name }) => name)).toEqual(["goal null/1", "goal null/2"]);
  });
});
