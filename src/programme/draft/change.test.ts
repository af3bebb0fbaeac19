import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProgramme } from "../check/index.ts";
import { CLEAN, change, readText } from "../check/testing.ts";
import { activitiesUnder, consolidateCosts, figureValue, sumActivities } from "../consolidation.ts";
import type { FigureKind, Programme } from "../contract.ts";
import { EXAMPLE_READING } from "../testing-store.ts";
import { applyChange } from "./change.ts";
import type { Address, Change } from "./edit.ts";
import { changeOf, DICE, type Dice, meaningOf, setFigure, throwEdit } from "./testing-edits.ts";
import { readValue } from "./values.ts";

const EXAMPLE = EXAMPLE_READING.programme;
const YARD = EXAMPLE.activities.findIndex((activity) => activity.name.text.includes("А у нас во дворе"));

/** The goal's cost of 2025, one too many. */
const WRONG_GOAL = ["\t100,0\n\t200,0\n\t300,0\n\tx", "\t101,0\n\t200,0\n\t300,0\n\tx"] as const;

function set(programme: Programme, address: Address, text: string): Change {
  return changeOf({ do: "set", address, was: readValue(programme, address) ?? "", text });
}

function local(at: number, year: number): Address {
  return { of: "figure", at, kind: "local", key: String(year) };
}

function rowOf(rows: Programme["summary"], kind: FigureKind): string[] {
  return Object.values(rows.find((row) => row.kind === kind)?.values ?? {}).map((figure) => figure.printed);
}

describe("100,0 of a contest moved from 2025 to 2026", () => {
  const first = applyChange(EXAMPLE, set(EXAMPLE, local(YARD, 2025), "400")).programme;
  const { programme } = applyChange(first, set(first, local(YARD, 2026), "600"));
  it("is printed as the row prints, and its cost follows", () => {
    const activity = programme.activities[YARD];
    expect(rowOf(activity?.sources ?? [], "local")).toEqual(["0,0", "400,0", "600,0", "1000,0"]);
    expect(Object.values(activity?.cost?.values ?? {}).map((one) => one.printed)).toEqual([
      "0,0",
      "400,0",
      "600,0",
      "1000,0",
    ]);
  });
  it("moves in the totals of its objective and goal, in annex 3 and in the passport", () => {
    for (const rows of [
      ...programme.rollups.filter((one) => one.of === "goal").map((one) => one.rows),
      programme.summary,
    ]) {
      expect(rowOf(rows, "local").slice(0, 3)).toEqual(["150,0", "550,0", "750,0"]);
    }
    expect(rowOf(programme.passport.finance, "local")).toEqual(["150,0", "550,0", "750,0", "1 450,0"]);
    expect(rowOf(programme.passport.finance, "cost")).toEqual(["858,5", "1 258,5", "1 458,5", "3 575,5"]);
  });
  it("stands in the running words of the passport", () => {
    const text = programme.passport.rows.map((row) => row.text.text).join("\n");
    expect(text).toContain("2025 год – 550,0 тыс. рублей");
    expect(text).toContain("2026 год – 750,0 тыс. рублей");
    expect(text).toContain("2026 год – 1 458,5 тыс. рублей");
    expect(text).toContain("всего 3 575,5 тыс. руб. рублей");
  });
  it("touches nothing else", () => {
    const others = (one: Programme) => one.activities.filter((_, at) => at !== YARD);
    expect(others(programme).every((activity, at) => activity === others(EXAMPLE)[at])).toBe(true);
    expect(programme.indicators).toBe(EXAMPLE.indicators);
    expect(programme.sections).toBe(EXAMPLE.sections);
    expect(rowOf(programme.summary, "regional")).toEqual(rowOf(EXAMPLE.summary, "regional"));
  });
  it("leaves the unit costs, which the check then names, to the person", () => {
    const errors = (one: Programme) => checkProgramme(one).filter((finding) => finding.severity === "error");
    expect(errors(programme).map((finding) => [finding.code, finding.values.year])).toEqual([
      ["quantity-cost", "2025"],
      ["quantity-cost", "2026"],
    ]);
    const cost = (year: number): Address => ({ of: "figure", at: YARD, kind: "unitCost", key: String(year) });
    const priced = applyChange(programme, set(programme, cost(2025), "400")).programme;
    expect(errors(applyChange(priced, set(priced, cost(2026), "600")).programme)).toEqual([]);
  });
});

describe("figures finer than their row, taken back one by one", () => {
  const fine = [2024, 2025, 2026].map((year, at) => ({ year, text: `50${at},2501` }));
  it("leave every total printed as it was, in the passport's words too", () => {
    let now = EXAMPLE;
    const undo: Change[] = [];
    for (const { year, text } of fine) {
      const { programme, inverse } = applyChange(now, set(now, local(YARD, year), text));
      now = programme;
      undo.push(inverse);
    }
    expect(rowOf(now.passport.finance, "cost").every((printed) => /,\d{4}$/.test(printed))).toBe(true);
    for (const inverse of undo.reverse()) now = applyChange(now, inverse).programme;
    expect(now).toEqual(EXAMPLE);
  });
});

describe("an edit that cannot be made", () => {
  const cases: [string, Change, string][] = [
    ["words for a figure", set(EXAMPLE, local(YARD, 2025), "много"), "no-number"],
    ["a part of a kopeck", set(EXAMPLE, local(YARD, 2025), "0,123456"), "part-of-kopeck"],
    ["a counted total", set(EXAMPLE, { of: "figure", at: YARD, kind: "cost", key: "2025" }, "1"), "total"],
    ["a line that is not there", set(EXAMPLE, local(99, 2025), "1"), "gone"],
    [
      "something another person has changed",
      changeOf({ do: "set", address: local(YARD, 2025), was: "300,0", text: "1" }),
      "changed",
    ],
    ["a line of another name", changeOf({ do: "remove", list: "activities", at: 0, name: "Другое" }), "changed"],
  ];
  it.each(cases)("%s is named and leaves all as it stands", (_what, given, code) => {
    const { programme, problems, inverse } = applyChange(EXAMPLE, given);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(programme).toBe(EXAMPLE);
    expect(inverse.edits).toEqual([]);
  });
  it("keeps what the person typed and what stands there", () => {
    const { problems } = applyChange(EXAMPLE, set(EXAMPLE, local(YARD, 2025), "много"));
    expect(problems[0]).toMatchObject({ text: "много" });
  });
  it("does not hold up the rest of its change", () => {
    const good = set(EXAMPLE, local(YARD, 2025), "400").edits;
    const bad = set(EXAMPLE, local(YARD, 2026), "много").edits;
    const { programme, problems } = applyChange(EXAMPLE, changeOf(...bad, ...good));
    expect(problems).toHaveLength(1);
    expect(readValue(programme, local(YARD, 2025))).toBe("400,0");
  });
});

describe("a total that disagreed before", () => {
  const { programme: start } = change(WRONG_GOAL);
  const goal = (programme: Programme) => rowOf(programme.rollups.at(-1)?.rows ?? [], "cost");
  const { programme } = applyChange(start, set(start, local(0, 2025), "30"));
  it("stays as it stands and stays a finding", () => {
    expect(goal(start)).toEqual(["101,0", "200,0", "300,0"]);
    expect(goal(programme)).toEqual(["101,0", "200,0", "310,0"]);
    expect(checkProgramme(programme).some((finding) => finding.code === "rollup-goal")).toBe(true);
  });
  it("leaves those that agreed to follow", () => {
    expect(rowOf(programme.summary, "cost")).toEqual(["110,0", "200,0", "310,0"]);
  });
});

describe("a written total that disagrees with its sum", () => {
  const { programme: start } = change(WRONG_GOAL);
  const at = start.rollups.length - 1;
  const total = (key: string): Address => ({ of: "rollup", at, kind: "cost", key });
  const goal = (programme: Programme) => rowOf(programme.rollups.at(-1)?.rows ?? [], "cost");
  const errors = (programme: Programme) => checkProgramme(programme).map(({ code }) => code);

  it("is set to the sum by «=», printed as its row prints, and its finding goes", () => {
    const { programme, problems } = applyChange(start, set(start, total("2025"), "="));
    expect(problems).toEqual([]);
    expect(goal(programme)).toEqual(["100,0", "200,0", "300,0"]);
    expect(errors(start)).toContain("rollup-goal");
    expect(errors(programme)).toEqual(errors(readText(CLEAN).programme));
  });
  it("takes another figure, and can be taken back to what the document had", () => {
    const made = applyChange(start, set(start, total("2025"), "100"));
    expect(goal(made.programme)).toEqual(["100,0", "200,0", "300,0"]);
    const undone = applyChange(made.programme, made.inverse);
    expect(undone.problems).toEqual([]);
    expect(goal(undone.programme)).toEqual(goal(start));
    expect(goal(applyChange(undone.programme, undone.inverse).programme)).toEqual(goal(made.programme));
  });
  it("follows the money again once it agrees", () => {
    const { programme } = applyChange(start, set(start, total("2025"), "="));
    expect(goal(applyChange(programme, set(programme, local(0, 2025), "30")).programme)).toEqual([
      "110,0",
      "200,0",
      "310,0",
    ]);
  });
  it("is refused where it agrees", () => {
    const { programme, problems } = applyChange(start, set(start, total("2026"), "1"));
    expect(problems.map(({ code }) => code)).toEqual(["total"]);
    expect(programme).toBe(start);
  });

  const OTHERS: readonly (readonly [string, readonly [string, string], Address, string])[] = [
    [
      "an activity's cost",
      ["40,0\n\t80,0\n\t120,0", "41,0\n\t80,0\n\t120,0"],
      { of: "figure", at: 0, kind: "cost", key: "2025" },
      "40,0",
    ],
    [
      "a row's total",
      ["20,0\n\t40,0\n\t60,0", "20,0\n\t40,0\n\t61,0"],
      { of: "figure", at: 0, kind: "regional", key: "total" },
      "60,0",
    ],
    [
      "a row of annex 3",
      ["150,0\n\t50,0\n\t100,0", "150,0\n\t50,0\n\t101,0"],
      { of: "summary", kind: "regional", key: "2026" },
      "100,0",
    ],
  ];
  it.each(OTHERS)("may be %s", (_what, wrong, address, sum) => {
    const { programme: before } = change(wrong);
    expect(errors(before).length).toBeGreaterThan(0);
    const { programme, problems } = applyChange(before, set(before, address, "="));
    expect(problems).toEqual([]);
    expect(readValue(programme, address)).toBe(sum);
    expect(errors(programme)).toEqual(errors(readText(CLEAN).programme));
  });
});

describe("lines", () => {
  it("are numbered on where their numbers were regular", () => {
    const added = applyChange(
      EXAMPLE,
      changeOf({ do: "insert", list: "indicators", at: 2, name: "Количество писем", objective: 0 }),
    ).programme;
    expect(added.indicators.map((one) => one.number)).toEqual(["1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "4.1", "4.2"]);
    const removed = applyChange(
      added,
      changeOf({ do: "remove", list: "indicators", at: 0, name: added.indicators[0]?.name.text ?? "" }),
    ).programme;
    expect(removed.indicators.map((one) => one.number)).toEqual(["1.1", "1.2", "2.1", "2.2", "3.1", "4.1", "4.2"]);
  });
  it("that are struck out take their money out of every total", () => {
    const name = EXAMPLE.activities[YARD]?.name.text ?? "";
    const { programme } = applyChange(EXAMPLE, changeOf({ do: "remove", list: "activities", at: YARD, name }));
    expect(rowOf(programme.summary, "local").slice(0, 3)).toEqual(["150,0", "150,0", "150,0"]);
    expect(checkProgramme(programme).filter((finding) => finding.severity === "error")).toEqual([]);
  });
  it("that move to another objective take their money with them", () => {
    const { programme } = applyChange(
      EXAMPLE,
      changeOf({ do: "move", list: "activities", from: YARD, to: 0, objective: 0 }),
    );
    expect(programme.activities[0]?.objective).toBe(1);
    expect(checkProgramme(programme).filter((finding) => finding.severity === "error")).toEqual([]);
  });
});

const PROGRAMMES: [string, Programme][] = [
  ["the example", EXAMPLE],
  ["a programme in which all agrees", readText(CLEAN).programme],
  ["a programme with a wrong total", change(WRONG_GOAL).programme],
];

function run(programme: Programme, dice: readonly Dice[], throwOne = throwEdit): Programme {
  return dice.reduce((now, one) => applyChange(now, changeOf(throwOne(now, one))).programme, programme);
}

describe.each(PROGRAMMES)("in %s", (_name, start) => {
  it("a change and its inverse leave what was there", () => {
    fc.assert(
      fc.property(fc.array(DICE, { maxLength: 6 }), DICE, (before, dice) => {
        const programme = run(start, before);
        const made = applyChange(programme, changeOf(throwEdit(programme, dice)));
        const undone = applyChange(made.programme, made.inverse);
        expect(undone.problems).toEqual([]);
        expect(meaningOf(undone.programme)).toEqual(meaningOf(programme));
        const again = applyChange(undone.programme, undone.inverse);
        expect(meaningOf(again.programme)).toEqual(meaningOf(made.programme));
      }),
    );
  });
});

describe("totals that agreed", () => {
  it.each(PROGRAMMES.slice(0, 2))("go on agreeing in %s through any edits of money", (_name, start) => {
    fc.assert(
      fc.property(fc.array(DICE, { maxLength: 12 }), (dice) => {
        const programme = run(start, dice, setFigure);
        const sums = consolidateCosts(programme);
        for (const row of programme.summary) {
          for (const key of [...programme.years.map(String), "total"]) {
            const kind = row.kind as keyof typeof sums;
            expect(figureValue(row, key) ?? 0n).toBe(sums[kind][key]);
            const passport = programme.passport.finance.find((one) => one.kind === row.kind);
            if (passport) expect(figureValue(passport, key) ?? 0n).toBe(sums[kind][key]);
          }
        }
        for (const rollup of programme.rollups) {
          const own = sumActivities(activitiesUnder(programme, rollup), programme.years);
          for (const row of rollup.rows)
            expect(figureValue(row, "total") ?? 0n).toBe(own[row.kind as keyof typeof own].total);
        }
      }),
    );
  });
});
