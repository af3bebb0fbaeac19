import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compare,
  makeFraction,
  readFraction,
  roundFraction,
  writeFraction,
  writeRounded,
} from "../../kernel/fraction.ts";
import { assess, isRecounted } from "./assess.ts";
import type { Direction, Edge, Method, Term, TermOf } from "./contract.ts";
import { reckonDegree } from "./degree.ts";
import { fillFormula, writeFormula, writeFormulas } from "./formula.ts";
import type { AssessmentInputs, ItemInput } from "./inputs.ts";
import { parseMethod } from "./parse.ts";

const DEGREE = {
  cap: "1.3",
  notPlanned: "exclude",
  missingFact: "ask",
  zeroPlan: "exclude",
  zeroBoth: "one",
  zeroFact: "cap",
} as const;
const items = (given: Partial<TermOf<"items">> = {}): Term => ({
  symbol: "Э",
  title: "Эффективность",
  kind: "items",
  of: "indicators",
  degree: DEGREE,
  fold: "mean",
  reached: "1",
  ...given,
});
const method = (...terms: Term[]): Method => ({
  name: "Пробная",
  source: { act: "Пробный", addresses: [] },
  unverified: [],
  terms,
  bands: [],
});
const item = (id: string, given: Partial<ItemInput> = {}): ItemInput => ({
  id,
  number: id,
  name: id,
  unit: "единиц",
  level: "objective",
  direction: "more",
  plan: "1",
  fact: "1",
  weight: null,
  planOfAllYears: null,
  plannedKopecks: null,
  ...given,
});
const inputs = (indicators: readonly ItemInput[], given: Partial<AssessmentInputs> = {}): AssessmentInputs => ({
  year: 2024,
  indicators,
  activities: [],
  plans: {},
  facts: {},
  given: {},
  ...given,
});
const GIVEN = { kind: "given", total: "one", excluded: "spread" } as const;

describe("a degree", () => {
  test.each<[Direction, string | null, string | null, string | null, string]>([
    ["more", "10", "8", "0.8", ""],
    ["more", "10", "20", "1.3", "capped"],
    ["less", "4", "5", "0.8", ""],
    ["less", "0", "5", "0", ""],
    ["less", "4", "0", "1.3", "zero-fact"],
    ["more", "0", "5", null, "zero-plan"],
    ["more", "0", "0", "1", "zero-both"],
    ["less", "0", "0", "1", "zero-both"],
    ["more", null, "5", null, "not-planned"],
    ["more", "10", null, null, "missing-fact"],
    ["more", "10", "-1", "0", "negative-fact"],
    ["more", "-10", "1", null, "negative-plan"],
  ])("%s is better, plan %s, fact %s: counts %s %s", (direction, plan, fact, counted, note) => {
    const found = reckonDegree({ direction, plan, fact }, DEGREE);
    expect(found.counted && writeFraction(found.counted)).toBe(counted);
    expect(found.notes.join()).toBe(note);
    expect(found.waits).toBe(note === "missing-fact" || note === "negative-plan");
  });

  test.each<[Edge, string | null, string | null]>([
    ["exclude", "1", null],
    ["zero", "0.5", null],
    ["one", "1", null],
    ["ask", null, "ask"],
  ])("divided by a plan of nothing counts as the method says: %s", (zeroPlan, value, lack) => {
    const asked = method(items({ degree: { ...DEGREE, zeroPlan } }));
    const [term] = assess(asked, inputs([item("1"), item("2", { plan: "0" })])).terms;
    expect([term?.value, term?.lack]).toEqual([value, lack]);
  });

  test("of a year without anything planned leaves nothing to divide by", () => {
    const [term] = assess(method(items()), inputs([item("1", { plan: null })])).terms;
    expect(term).toMatchObject({ value: null, lack: "nothing-counted", items: [{ notes: ["not-planned"] }] });
    const [other] = assess(method(items({ otherwise: "0" })), inputs([])).terms;
    expect(other).toMatchObject({ value: "0", lack: "nothing-counted", isOtherwise: true });
  });
});

describe("weights", () => {
  /** Annex 1 of the example programme: the column «весовой коэффициент» and the plans of three years added up. */
  const COLUMN = [
    ["1.1", "18", "42"],
    ["1.2", "21", "21"],
    ["2.1", "6", "6"],
    ["2.2", "210", "210"],
    ["3.1", "9", "9"],
    ["4.1", "3365.5", "3365.5"],
    ["4.2", "60", "135"],
  ] as const;
  const seven = COLUMN.map(([id, weight, planOfAllYears]) => item(id, { weight, planOfAllYears }));

  test.each(["one", "hundred", "normalise"] as const)(
    "of the example are none, whatever they should add up to: %s",
    (total) => {
      const asked = method(items({ fold: "weighted", weights: { ...GIVEN, total } }));
      const [term] = assess(asked, inputs(seven)).terms;
      expect([term?.value, term?.lack]).toEqual([null, "weights-are-sums-of-years"]);
      expect(Object.values(term?.proposed ?? {})).toEqual(Array(7).fill("1/7"));
    },
  );

  test.each<[string, (string | null)[], string, string | null]>([
    ["do not add up", ["0.4", "0.7"], "one", "weights-do-not-add-up"],
    ["add up to a hundred", ["40", "60"], "hundred", null],
    ["add up to a hundred where one is meant", ["40", "60"], "one", "weights-do-not-add-up"],
    ["are in part missing", ["1", null], "one", "weights-missing"],
    ["are below nothing", ["-1", "2"], "one", "weights-negative"],
    ["are nothing at all", ["0", "0"], "normalise", "weights-nothing"],
    ["are anything, divided by their sum", ["2", "6"], "normalise", null],
  ])("that %s", (_name, weights, total, lack) => {
    const rule = { ...GIVEN, total: total as "one" };
    const rows = weights.map((weight, at) => item(String(at), { weight, fact: at === 0 ? "0" : "1" }));
    expect(assess(method(items({ fold: "weighted", weights: rule })), inputs(rows)).terms[0]?.lack).toBe(lack);
  });

  test("of what is left out go to the others or are lost, as the method says", () => {
    const rows = [item("1", { weight: "0.5" }), item("2", { weight: "0.5", plan: null })];
    const value = (excluded: "spread" | "lost") =>
      assess(method(items({ fold: "weighted", weights: { ...GIVEN, excluded } })), inputs(rows)).value;
    expect([value("spread"), value("lost")]).toEqual(["1", "0.5"]);
  });

  test("by money are missing without money, and nothing where all money is nothing", () => {
    const asked = method(items({ fold: "weighted", weights: { kind: "money" } }));
    const lack = (money: (string | null)[]) =>
      assess(asked, inputs(money.map((plannedKopecks, at) => item(String(at), { plannedKopecks })))).terms[0]?.lack;
    expect([lack(["100", null]), lack(["0", "0"]), lack(["1", "2"])]).toEqual([
      "money-missing",
      "weights-nothing",
      null,
    ]);
  });
});

describe("a method", () => {
  const given = (symbol: string): Term => ({ symbol, title: symbol, kind: "given", from: "0", to: "10" });
  const scale = (symbol: string, of: string): Term => ({ symbol, title: symbol, kind: "scale", of, by: "1" });
  const lookup = (...from: string[]): Term => ({
    symbol: "Т",
    title: "Таблица",
    kind: "lookup",
    of: "А",
    steps: from.map((edge) => ({ from: edge, open: false, value: "1" })),
  });

  test.each<[string, unknown, string]>([
    ["no object", "1 + 1", "shape"],
    ["a term of an unknown kind", { ...method(), terms: [{ kind: "code", symbol: "А", title: "А" }] }, "shape"],
    ["a symbol twice", method(given("А"), given("А")), "symbol-twice"],
    ["a term of a later one", method(scale("А", "Б"), given("Б")), "symbol-unknown"],
    ["a term of itself", method(scale("А", "А")), "symbol-unknown"],
    ["a weighted mean without weights", method(items({ fold: "weighted" })), "weights-absent"],
    ["the cap as a degree without a cap", method(items({ degree: { ...DEGREE, cap: "none" } })), "cap-absent"],
    ["steps that descend", method(given("А"), lookup("1", "0")), "steps-order"],
    ["a range turned about", method({ ...given("А"), from: "5", to: "1" } as Term), "range"],
    [
      "weights that do not add up",
      method(given("А"), {
        symbol: "С",
        title: "С",
        kind: "weighted-sum",
        parts: [{ of: "А", weight: "0.9" }],
        total: "one",
      }),
      "weights-do-not-add-up",
    ],
    [
      "a table with a hole",
      method(given("А"), {
        symbol: "М",
        title: "М",
        kind: "matrix",
        rows: { of: "А", from: ["0", "1"] },
        columns: { of: "А", from: ["0", "1"] },
        cells: [["1", "2"], ["3"]],
      }),
      "matrix-size",
    ],
    [
      "bands that ascend",
      {
        ...method(given("А")),
        bands: [
          { from: "1", name: "а" },
          { from: "2", name: "б" },
        ],
      },
      "bands-order",
    ],
  ])("with %s is told what is wrong", (_name, input, code) => {
    const read = parseMethod(input);
    expect("problems" in read && read.problems.map((problem) => problem.code)).toEqual([code]);
  });

  test("divides by nothing in no place: what lacks a value says so, and what is made of it too", () => {
    const quotient: Term = { symbol: "Ч", title: "Ч", kind: "quotient", dividend: "А", divisor: "Б" };
    const asked = method(given("А"), given("Б"), quotient, scale("Э", "Ч"));
    const { terms } = assess(asked, inputs([], { given: { А: "1", Б: "0" } }));
    expect(terms.map(({ lack }) => lack)).toEqual([null, null, "divisor-nothing", "operand-missing"]);
    expect(assess(asked, inputs([], { given: { А: "11" } })).terms.map(({ lack }) => lack)).toEqual([
      "given-outside",
      "not-given",
      "operand-missing",
      "operand-missing",
    ]);
  });

  test("takes a value below a table for a lack, and an open edge for one that is not reached", () => {
    const value = (said: string, open = false) =>
      assess(
        method(given("А"), { ...lookup("1"), steps: [{ from: "1", open, value: "7" }] } as Term),
        inputs([], { given: { А: said } }),
      ).terms[1];
    expect(value("0.999999")).toMatchObject({ value: null, lack: "below-the-table" });
    expect([value("1")?.value, value("1", true)?.value, value("1.1", true)?.value]).toEqual(["7", null, "7"]);
  });

  test("shows its formula in symbols and in figures", () => {
    const product: Term = { symbol: "Э", title: "Э", kind: "product", of: ["А", "Б"] };
    const mean: Term = { symbol: "С", title: "С", kind: "mean", of: ["А", "Б", "Э"] };
    const asked = method(given("А"), given("Б"), product, mean);
    const outcome = assess(asked, inputs([], { given: { А: "1", Б: "2" } }));
    expect(writeFormulas(asked, outcome).slice(2)).toEqual([
      { symbol: "Э", formula: "Э = А × Б", filled: "1 × 2 = 2" },
      { symbol: "С", formula: "С = (А + Б + Э) ÷ 3", filled: "(1 + 2 + 2) ÷ 3 = 1.6667" },
    ]);
    const [first] = outcome.terms;
    expect([writeFormula(given("А")), first && fillFormula(given("А"), first)]).toEqual([null, null]);
  });

  test("rounds a term where its act does, half away from nothing, and nowhere else", () => {
    const value = (round?: number) =>
      assess(method(items(round === undefined ? {} : { round })), inputs([item("1", { plan: "8", fact: "1" })])).value;
    expect([value(), value(2)]).toEqual(["0.125", "0.13"]);
    expect(writeRounded(makeFraction(-1n, 8n), 2)).toBe("-0.13");
  });
});

describe("always", () => {
  const figure = fc.bigInt({ min: 0n, max: 10n ** 12n }).map((top) => writeFraction(makeFraction(top, 1000n)));
  const anyItem = fc
    .record({
      direction: fc.constantFrom<Direction>("more", "less"),
      plan: fc.option(figure, { nil: null }),
      fact: figure,
      weight: figure,
      plannedKopecks: figure,
      level: fc.constantFrom("goal", "objective", "activity"),
    })
    .map((given) => given as Partial<ItemInput>);
  const rows = fc.array(anyItem, { maxLength: 12 }).map((all) => all.map((given, at) => item(String(at), given)));
  const anyTerm = fc.oneof(
    fc.constantFrom("mean", "share", "least").map((fold) => items({ fold: fold as "mean" })),
    fc
      .constantFrom<TermOf<"items">["weights"]>(
        { ...GIVEN, total: "normalise" },
        { kind: "money" },
        { kind: "level", goal: "0.45", objective: "0.35", activity: "0.2" },
      )
      .map((weights) => items({ fold: "weighted", ...(weights && { weights }) })),
  );
  const cap = makeFraction(13n, 10n);

  test("a mean, a share and a weighted sum stay between nothing and the cap", () => {
    fc.assert(
      fc.property(anyTerm, rows, (term, indicators) => {
        const { value } = assess(method(term), inputs(indicators));
        const exact = value === null ? null : readFraction(value);
        expect(exact === null || (exact.top >= 0n && compare(exact, cap) <= 0)).toBe(true);
      }),
    );
  });

  test("the order of the items changes nothing", () => {
    fc.assert(
      fc.property(anyTerm, rows, fc.integer({ min: 0, max: 11 }), (term, indicators, at) => {
        const turned = [...indicators.slice(at), ...indicators.slice(0, at)].reverse();
        expect(assess(method(term), inputs(turned)).value).toBe(assess(method(term), inputs(indicators)).value);
      }),
    );
  });

  test("a recount from what is stored gives the same, and what was altered does not", () => {
    fc.assert(
      fc.property(anyTerm, rows, (term, indicators) => {
        const own = method(term);
        const kept = { method: own, inputs: inputs(indicators), outcome: assess(own, inputs(indicators)) };
        expect(isRecounted(JSON.parse(JSON.stringify(kept)))).toBe(true);
        expect(isRecounted({ ...kept, outcome: { ...kept.outcome, value: "42" } })).toBe(false);
      }),
    );
  });

  test("a fraction reads back as it was written, and rounding moves it by half of the last place at most", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n), (top, bottom) => {
        const value = makeFraction(top, bottom);
        expect(readFraction(writeFraction(value))).toEqual(value);
        const off = makeFraction(
          roundFraction(value, 3).top * value.bottom - value.top * roundFraction(value, 3).bottom,
          roundFraction(value, 3).bottom * value.bottom,
        );
        expect(off.top * 2000n <= off.bottom && -off.top * 2000n <= off.bottom).toBe(true);
      }),
    );
  });

  test.each(["", "1/0", "1e5", " 1", "1,5", "½", "--1", "1.", "0x10"])("%j is no figure", (text) => {
    expect(readFraction(text)).toBeNull();
  });
});
