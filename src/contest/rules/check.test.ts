import { describe, expect, test } from "vitest";
import { ONE } from "../../kernel/decimal.ts";
import { checkRules, checkSums, checkValues } from "./check.ts";
import { type Criterion, mostPoints, type RulesText, rulesShape } from "./contract.ts";
import { reckonPoints } from "./points.ts";
import { PLAIN_RULES, tenPoints } from "./testing.ts";

const ruleFaults = (change: Partial<RulesText>) =>
  checkRules(rulesShape.parse({ ...PLAIN_RULES, ...change })).map(({ code, where }) => `${code} ${where}`);
const withMeasure = (measure: RulesText["criteria"][number]["measure"], more = {}) => ({
  criteria: [{ key: "own", name: "own", measure, ...more }],
});

test.each<[string, Partial<RulesText>, string[]]>([
  ["rules that are right", {}, []],
  ["one key twice", { criteria: [tenPoints("use"), tenPoints("use")] }, ["key-twice use"]],
  [
    "a source twice",
    {
      money: {
        sources: [
          { source: "local", limit: "1" },
          { source: "local", limit: "2" },
        ],
      },
    },
    ["key-twice local"],
  ],
  ["a mark without scale or levels", withMeasure({ kind: "mark" }), ["measure-empty own"]],
  ["a scale upside down", withMeasure({ kind: "mark", scale: { min: "5", max: "1" } }), ["scale-empty own"]],
  ["a step of nought", withMeasure({ kind: "mark", scale: { min: "0", max: "1", step: "0" } }), ["scale-empty own"]],
  [
    "bands out of order",
    withMeasure({
      kind: "bands",
      unit: "%",
      bands: [
        { from: "5", points: "1" },
        { from: "1", points: "2" },
      ],
    }),
    ["bands-order own"],
  ],
  ["a negative weight", withMeasure({ kind: "yes-no", points: "1" }, { weight: "-1" }), ["weight-negative own"]],
  [
    "a share of the best by a juror",
    withMeasure({ kind: "relative", unit: "%", most: "1" }),
    ["relative-by-juror own"],
  ],
  [
    "a tie-break by a criterion that is not there",
    { tieBreaks: [{ by: "higher-criterion", criterion: "none" }] },
    ["criterion-unknown none"],
  ],
  [
    "fewer prizes than places",
    { winners: { places: 2, amount: { kind: "prizes", prizes: ["1"] } } },
    ["prizes-few winners"],
  ],
  [
    "shares above the whole",
    { winners: { amount: { kind: "share-by-total", shares: [{ from: "1", percent: "101" }] } } },
    ["shares-order winners"],
  ],
])("%s", (_name, change, faults) => {
  expect(ruleFaults(change)).toEqual(faults);
});

describe("what a juror gives", () => {
  const rules = rulesShape.parse({
    ...PLAIN_RULES,
    criteria: [
      { ...tenPoints("use"), mustJustify: true },
      {
        key: "levels",
        name: "levels",
        measure: {
          kind: "mark",
          levels: [
            { mark: "0", text: "no" },
            { mark: "3", text: "yes" },
          ],
        },
      },
      {
        key: "parts",
        name: "parts",
        measure: {
          kind: "sum",
          most: "4",
          parts: [
            { key: "tick", name: "tick", measure: { kind: "yes-no", points: "2" } },
            { key: "count", name: "count", measure: { kind: "counter", perItem: "2", most: "6" } },
          ],
        },
      },
    ],
  });
  const right = { use: 7n * ONE, levels: 3n * ONE, "parts.tick": ONE, "parts.count": 2n * ONE };
  const faults = (change: Record<string, bigint>, reasons: Record<string, string> = { use: "потому что" }) =>
    checkValues(rules, "juror", { values: { ...right, ...change }, reasons }).map(
      ({ code, where }) => `${code} ${where}`,
    );

  test("is taken when it is whole and within", () => expect(faults({})).toEqual([]));
  test.each<[string, Record<string, bigint>, string]>([
    ["above the scale", { use: 11n * ONE }, "value-range use"],
    ["below the scale", { use: -ONE }, "value-range use"],
    ["between two steps", { use: ONE / 2n }, "value-range use"],
    ["between two levels", { levels: ONE }, "value-range levels"],
    ["half a thing", { "parts.count": ONE / 2n }, "value-range parts.count"],
    ["a tick of two", { "parts.tick": 2n * ONE }, "value-range parts.tick"],
    ["for a criterion that is not there", { other: ONE }, "value-unknown other"],
  ])("%s is refused", (_name, change, fault) => expect(faults(change)).toEqual([fault]));
  test("nothing may be missing, no reason left blank", () => {
    expect(faults({}, { use: "  " })).toEqual(["not-justified use"]);
    const none = checkValues(rules, "juror", { values: {}, reasons: { use: "да" } });
    expect(none.map(({ where }) => where)).toEqual(["use", "levels", "parts.tick", "parts.count"]);
  });
  test("a sum is cut at its own cap and at each part's", () => {
    const criterion = rules.criteria[2] as Criterion;
    const term = reckonPoints(criterion, { "parts.tick": ONE, "parts.count": 9n * ONE });
    expect(term).toMatchObject({
      points: { over: 4n * ONE },
      isCapped: true,
      parts: [{ points: { over: 2n * ONE } }, { points: { over: 6n * ONE }, isCapped: true }],
    });
    expect(mostPoints(criterion.measure)).toBe(4n * ONE);
  });
});

test("a project's limit and the least own contribution, to the kopeck", () => {
  const money = (ownContribution: RulesText["money"]["ownContribution"]) =>
    rulesShape.parse({ ...PLAIN_RULES, money: { mostPerProject: "100000", ownContribution } });
  expect(checkSums(money(null), { requested: 100_000_01n, own: 0n })).toEqual([
    { code: "over-project-limit", allowed: 100_000_00n },
  ]);
  const ofRequested = money({ least: "1", of: "requested" });
  expect(checkSums(ofRequested, { requested: 100_01n, own: 1_00n })).toEqual([
    { code: "own-contribution-low", allowed: 1_01n },
  ]);
  expect(checkSums(ofRequested, { requested: 100_01n, own: 1_01n })).toEqual([]);
  const ofWhole = money({ least: "10", of: "whole" });
  expect(checkSums(ofWhole, { requested: 90_00n, own: 10_00n })).toEqual([]);
  expect(checkSums(ofWhole, { requested: 90_00n, own: 9_99n })).toEqual([
    { code: "own-contribution-low", allowed: 10_00n },
  ]);
});
