import { describe, expect, test } from "vitest";
import type { Particulars } from "../record/record.ts";
import { isInn, isOgrn } from "./digits.ts";
import { findNearNames, isNear } from "./near-names.ts";
import { QUORUM_RULES } from "./rules.data.ts";
import { findQuorumRule, findWarnings } from "./warnings.ts";

/** Nothing to be said of it. */
const CLEAN: Particulars = {
  name: "ТОС «Рассвет»",
  kind: "houses",
  state: "active",
  foundingForm: "meeting",
  foundingDate: "2019-04-01",
  foundingProtocol: "№ 1",
  foundingEntitled: 90,
  foundingAttended: 30,
  charterDate: "2019-05-01",
  charterNumber: "12",
  charterAct: "постановление № 40",
  amendments: [{ date: "2025-09-01", number: "1", act: "решение № 8" }],
  legalEntity: true,
  inn: "7707083893",
  ogrn: "1027700132195",
  people: 120,
  chair: "id",
  chairUntil: "2028-01-01",
  chairConsent: "2024-01-01",
  boardSince: "2024-01-01",
  boardUntil: "2028-01-01",
};
const around = { today: "2026-03-25", rules: QUORUM_RULES, nearNames: [], boundary: [] };
const OUTSIDE = [
  { kind: "outside", associationId: "id", other: { id: "s", name: "Берёзовка" }, squareMetres: 120.4 },
] as const;
const codes = (changed: Particulars, more = {}) =>
  findWarnings({ ...CLEAN, ...changed }, { ...around, ...more }).map(({ code }) => code);

describe("warnings", () => {
  test("an association in order has none, and one that has ended is history", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ state: "ended", chairUntil: "2020-01-01" })).toEqual([]);
  });

  test.each<[string, Particulars, string]>([
    ["a chair's term that is over", { chairUntil: "2026-03-24" }, "chair-term-over"],
    ["one on its last day", { chairUntil: "2026-03-25" }, "chair-term-soon"],
    ["a board's term that is over", { boardUntil: "2025-01-01" }, "board-term-over"],
    ["one that ends within ninety days", { boardUntil: "2026-06-23" }, "board-term-soon"],
    ["a meeting below a third", { foundingAttended: 29 }, "quorum-below"],
    ["a meeting of 2010 below a half", { foundingDate: "2010-05-01", foundingAttended: 44 }, "quorum-below"],
    ["a conference below two thirds", { foundingForm: "conference", foundingAttended: 59 }, "quorum-below"],
    ["an act of registration that is missing", { charterAct: "" }, "charter-incomplete"],
    ["a charter not revised since the law", { amendments: [] }, "charter-before-law"],
    ["wrong digits of ИНН", { inn: "7707083894" }, "code-digits"],
    ["wrong digits of ОГРН", { ogrn: "1027700132196" }, "code-digits"],
  ])("%s", (_case, changed, code) => {
    expect(codes(changed)).toEqual([code]);
  });

  test.each<[keyof Particulars, string]>([
    ["chair", "chair-missing"],
    ["chairConsent", "consent-missing"],
    ["foundingEntitled", "quorum-unknown"],
    ["foundingProtocol", "founding-missing"],
    ["inn", "code-missing"],
    ["people", "population-missing"],
    ["kind", "kind-missing"],
  ])("%s missing", (key, code) => {
    const { [key]: _left, ...rest } = CLEAN;
    expect(findWarnings(rest, around).map((warning) => warning.code)).toEqual([code]);
  });

  test("a charter or a board that is missing altogether", () => {
    const { charterDate: _date, charterNumber: _number, ...noCharter } = CLEAN;
    expect(findWarnings(noCharter, around).map(({ code }) => code)).toEqual(["charter-missing"]);
    const { boardSince: _since, boardUntil: _until, ...noBoard } = CLEAN;
    expect(findWarnings(noBoard, around).map(({ code }) => code)).toEqual(["board-missing"]);
  });

  test("what others know: near names and boundaries", () => {
    expect(codes({}, { nearNames: ["ТОС «Рассветы»"], boundary: OUTSIDE })).toEqual(["near-name", "boundary-outside"]);
    expect(codes({}, { today: "2025-06-18" })).not.toContain("charter-before-law");
  });
});

test("the rule of quorum is that of its day, and the municipality's own goes before", () => {
  const own = {
    form: "meeting",
    validFrom: "2015-01-01",
    numerator: 1,
    denominator: 4,
    law: "устав",
    isOwn: true,
  } as const;
  const share = (on: string, rules = QUORUM_RULES) => {
    const rule = findQuorumRule(rules, { form: "meeting", on });
    return rule && `${rule.numerator}/${rule.denominator}`;
  };
  expect(["2003-01-01", "2010-01-01", "2020-01-01", "2026-01-01"].map((on) => share(on))).toEqual([
    undefined,
    "1/2",
    "1/3",
    "1/3",
  ]);
  expect(share("2020-01-01", [...QUORUM_RULES, own])).toBe("1/4");
  expect(share("2014-01-01", [...QUORUM_RULES, own])).toBe("1/3");
});

test.each([
  ["ТОС «Рассвет»", "тос РАССВЕТ (пример)", true],
  ["Берёзовая роща", "ТОС «Березовая роща»", true],
  ["Набережный", "Набережная", true],
  ["Улица 1", "Улица 2", false],
  ["Луч", "Лук", false],
  ["Родник", "Соседи", false],
])("%s and %s", (a, b, near) => {
  expect(isNear(a, b)).toBe(near);
});

test("near names are looked for within a settlement", () => {
  const named = [
    { id: "a", name: "ТОС «Заря»", settlementId: "1" },
    { id: "b", name: "Заря", settlementId: "1" },
    { id: "c", name: "Заря", settlementId: "2" },
  ];
  expect([...findNearNames(named)]).toEqual([
    ["a", ["Заря"]],
    ["b", ["ТОС «Заря»"]],
  ]);
});

test.each([
  ["7707083893", true],
  ["7707083892", false],
  ["770708389", false],
])("ИНН %s", (digits, right) => {
  expect(isInn(digits)).toBe(right);
});

test.each([
  ["1027700132195", true],
  ["1027700132194", false],
  ["102770013219", false],
])("ОГРН %s", (digits, right) => {
  expect(isOgrn(digits)).toBe(right);
});
