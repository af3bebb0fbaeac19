import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDecimal } from "../../kernel/decimal.ts";
import { calculate } from "./calculate.ts";
import { fieldShape, type RulesText } from "./contract.ts";
import { exportCalculation, replayFile, toPlain } from "./replay.ts";
import { anyField, fieldOf, PLAIN_RULES, tenPoints } from "./testing.ts";

const totals = (field: Parameters<typeof calculate>[0]) =>
  calculate(field).scores.map(({ total }) => formatDecimal(total));
const outcomes = (field: Parameters<typeof calculate>[0]) =>
  calculate(field).awards.map(({ number, outcome }) => [number, outcome]);

describe("how marks become a total", () => {
  const marks = [
    [
      [10, 0],
      [4, 1],
      [4, 5],
      [0, 10],
    ],
  ];
  test.each([
    ["mean per criterion, then sum", { order: "criterion-first", by: "mean" }, "8.5"],
    ["sum per juror, then mean", { order: "juror-first", by: "mean" }, "8.5"],
    ["median per criterion", { order: "criterion-first", by: "median" }, "7"],
    ["median of the jurors' sums", { order: "juror-first", by: "median" }, "9.5"],
    ["without extremes per criterion", { order: "criterion-first", by: "without-extremes" }, "7"],
    ["without extremes of the jurors' sums", { order: "juror-first", by: "without-extremes" }, "9.5"],
    ["the sum of all", { order: "juror-first", by: "sum" }, "34"],
  ] as const)("%s", (_name, aggregation, total) => {
    expect(totals(fieldOf({ ...PLAIN_RULES, aggregation }, marks))).toEqual([total]);
  });

  test("the total alone is rounded unless the rule says otherwise, and half goes up", () => {
    const thirds = [
      [
        [1, 1],
        [1, 1],
        [2, 2],
      ],
    ];
    expect(totals(fieldOf({ ...PLAIN_RULES, rounding: { total: 2 } }, thirds))).toEqual(["2.67"]);
    expect(totals(fieldOf({ ...PLAIN_RULES, rounding: { total: 2, step: 1 } }, thirds))).toEqual(["2.6"]);
    expect(
      totals(
        fieldOf({ ...PLAIN_RULES, rounding: { total: 0 } }, [
          [
            [1, 1],
            [1, 2],
          ],
        ]),
      ),
    ).toEqual(["3"]);
  });

  test("what each juror gave, what of it counts and with what weight stands in the score", () => {
    const rules: RulesText = {
      ...PLAIN_RULES,
      criteria: [{ ...tenPoints("use"), weight: "0.5" }],
      aggregation: { order: "criterion-first", by: "without-extremes" },
    };
    const [score] = calculate(fieldOf(rules, [[[1], [9], [3], [4]]])).scores;
    expect(toPlain(score?.criteria)).toMatchObject([
      {
        key: "use",
        weight: "500000",
        used: [2, 3],
        figure: "1.75",
        terms: [{ given: "1000000" }, { given: "9000000" }, { given: "3000000" }, { given: "4000000" }],
      },
    ]);
    expect(score?.jurors).toEqual(["juror-1", "juror-2", "juror-3", "juror-4"]);
  });
});

describe("equal totals", () => {
  const tied = [
    [
      [5, 5],
      [9, 1],
    ],
    [
      [6, 4],
      [4, 6],
    ],
    [
      [1, 9],
      [5, 5],
    ],
  ];
  const rankBy = (tieBreaks: RulesText["tieBreaks"], votes = {}) =>
    calculate(fieldOf({ ...PLAIN_RULES, tieBreaks }, tied, { votes })).places.map(({ number, place }) => [
      number,
      place,
    ]);

  test("without a rule they share the place and are listed by number", () => {
    expect(rankBy([])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });
  test("a criterion tells some apart and the next rule the rest", () => {
    const rules: RulesText["tieBreaks"] = [{ by: "higher-criterion", criterion: "use" }];
    expect(rankBy(rules)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });
  test("hands count when the vote was held on all of the tie; until then the order of rules binds and nothing later is asked", () => {
    expect(rankBy([{ by: "open-vote" }, { by: "higher-criterion", criterion: "use" }], { hands: { 1: 2 } })).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(rankBy([{ by: "open-vote" }], { hands: { 1: 2, 2: 3, 3: 2 } })).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
    ]);
  });
  test("equal hands leave it to the chair", () => {
    expect(rankBy([{ by: "open-vote" }, { by: "chair-vote" }], { hands: { 1: 2, 2: 2, 3: 1 }, chair: [2] })).toEqual([
      [2, 1],
      [1, 2],
      [3, 3],
    ]);
  });
  test("more jurors above the others", () => {
    const field = fieldOf(
      { ...PLAIN_RULES, aggregation: { order: "juror-first", by: "mean" }, tieBreaks: [{ by: "more-jurors" }] },
      [
        [
          [5, 0],
          [5, 0],
          [0, 2],
        ],
        [
          [4, 0],
          [4, 0],
          [2, 2],
        ],
      ],
    );
    expect(calculate(field).places.map(({ number }) => number)).toEqual([1, 2]);
    expect(toPlain(calculate(field).places[0]?.breaks)).toEqual([
      {
        rule: { by: "more-jurors" },
        result: "decided",
        values: [
          { number: 1, value: "2" },
          { number: 2, value: "1" },
        ],
      },
    ]);
  });
});

describe("who gets money", () => {
  const ranked = [[[9, 9]], [[8, 8]], [[7, 7]], [[1, 1]]];
  const give = (winners: Partial<RulesText["winners"]>, money: RulesText["money"], passMark: string | null = "10") =>
    fieldOf({ ...PLAIN_RULES, passMark, winners: { ...PLAIN_RULES.winners, ...winners }, money }, ranked);
  const local = (limit: string) => ({ sources: [{ source: "local", limit }] });

  test("all above the mark while the money lasts", () => {
    expect(outcomes(give({}, local("250")))).toEqual([
      [1, "awarded"],
      [2, "awarded"],
      [3, "no-money"],
      [4, "below-pass"],
    ]);
  });
  test("the last one in part, where the rule allows it", () => {
    const { awards, left } = calculate(give({ overrun: "part" }, local("250.50"), null));
    expect(awards.map(({ kopecks, outcome }) => [kopecks, outcome])).toEqual([
      [100_00n, "awarded"],
      [100_00n, "awarded"],
      [50_50n, "awarded-part"],
      [0n, "no-money"],
    ]);
    expect(left).toEqual([{ source: "local", left: 0n }]);
  });
  test("who does not fit is passed over for the next that fits", () => {
    const field = give({ overrun: "skip" }, local("250"), null);
    const dear = field.entrants.map((entrant) => (entrant.number === 2 ? { ...entrant, requested: 200_00n } : entrant));
    expect(outcomes({ ...field, entrants: dear })).toEqual([
      [1, "awarded"],
      [2, "no-money"],
      [3, "awarded"],
      [4, "no-money"],
    ]);
  });
  test("no more than the places, no more for a project than its limit", () => {
    const { awards } = calculate(give({ places: 1 }, { ...local("1000"), mostPerProject: "70" }));
    expect(awards.map(({ kopecks, outcome }) => [kopecks, outcome])).toEqual([
      [70_00n, "awarded"],
      [0n, "beyond-places"],
      [0n, "beyond-places"],
      [0n, "below-pass"],
    ]);
  });
  test("a tie across the last place or the last rouble is left to the sitting, and whoever comes after waits", () => {
    const equal = [[[5, 5]], [[5, 5]], [[4, 4]]];
    const one = fieldOf({ ...PLAIN_RULES, winners: { places: 1, amount: { kind: "requested" } } }, equal);
    expect(outcomes(one)).toEqual([
      [1, "undecided"],
      [2, "undecided"],
      [3, "beyond-places"],
    ]);
    const poor = fieldOf({ ...PLAIN_RULES, money: local("150") }, equal);
    expect(outcomes(poor)).toEqual([
      [1, "undecided"],
      [2, "undecided"],
      [3, "undecided"],
    ]);
    expect(calculate(poor).outcome).toBe("undecided");
  });
  test("the budget of 2024 is spent to the kopeck from both sources", () => {
    const asked = ["150000", "142350.25", "99999.99", "120000", "109149.76", "100000"];
    const field = fieldOf(
      {
        ...PLAIN_RULES,
        money: {
          sources: [
            { source: "regional", limit: "708500" },
            { source: "local", limit: "13000" },
          ],
        },
      },
      asked.map((_, at) => [[10 - at, 0]]),
    );
    const entrants = fieldShape.parse({
      rules: PLAIN_RULES,
      reviews: [],
      entrants: asked.map((requested, at) => ({
        number: at + 1,
        submittedAt: "2024-03-01T09:00:00.000Z",
        requested,
        own: "0",
      })),
    }).entrants;
    const { awards, left } = calculate({ ...field, entrants });
    const given = (source: string) =>
      awards
        .flatMap(({ portions }) => portions.filter((one) => one.source === source))
        .reduce((sum, { kopecks }) => sum + kopecks, 0n);
    expect([given("regional"), given("local")]).toEqual([708_500_00n, 13_000_00n]);
    expect(left.every((purse) => purse.left === 0n)).toBe(true);
  });
});

test("none makes it void; one is examined or void as the rule says", () => {
  expect(calculate(fieldOf(PLAIN_RULES, [])).outcome).toBe("void-none");
  expect(calculate(fieldOf({ ...PLAIN_RULES, one: "void" }, [[[5, 5]]])).outcome).toBe("void-one");
  expect(calculate(fieldOf(PLAIN_RULES, [[[5, 5]]])).outcome).toBe("held");
  expect(calculate(fieldOf({ ...PLAIN_RULES, passMark: "20" }, [[[5, 5]]])).outcome).toBe("no-winner");
});

test("all jurors recused leaves an application unranked, never with a nought", () => {
  const { unranked, places } = calculate(fieldOf(PLAIN_RULES, [[], [[1, 1]]]));
  expect(unranked).toEqual([1]);
  expect(places.map(({ number }) => number)).toEqual([2]);
});

describe("whatever the field", () => {
  test("no award is above the limit of a source, of a project, or what the rule gives", () => {
    const property = fc.property(anyField, (text) => {
      const field = fieldShape.parse(text);
      const { awards, left } = calculate(field);
      const { sources, mostPerProject } = field.rules.money;
      for (const { source, limit } of sources) {
        const given = awards
          .flatMap(({ portions }) => portions.filter((one) => one.source === source))
          .map(({ kopecks }) => kopecks);
        expect(given.every((kopecks) => kopecks >= 0n)).toBe(true);
        const spent = given.reduce((sum, kopecks) => sum + kopecks, 0n);
        expect(spent).toBeLessThanOrEqual(limit);
        expect(left.find((purse) => purse.source === source)?.left).toBe(limit - spent);
      }
      for (const { kopecks, due, portions, outcome } of awards) {
        expect(kopecks).toBeLessThanOrEqual(due);
        if (mostPerProject !== null) expect(kopecks).toBeLessThanOrEqual(mostPerProject);
        if (sources.length > 0) expect(portions.reduce((sum, one) => sum + one.kopecks, 0n)).toBe(kopecks);
        expect(outcome.startsWith("awarded") || kopecks === 0n).toBe(true);
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  test("applications, reviews and votes in another order give the same calculation", () => {
    const shuffled = anyField.chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.shuffledSubarray(text.entrants, { minLength: text.entrants.length }),
        fc.shuffledSubarray(text.reviews, { minLength: text.reviews.length }),
      ),
    );
    const property = fc.property(shuffled, ([text, entrants, reviews]) => {
      const other = fieldShape.parse({ ...text, entrants, reviews });
      expect(toPlain(calculate(other))).toEqual(toPlain(calculate(fieldShape.parse(text))));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("nobody with a lower total stands above one with a higher total in the same category", () => {
    const property = fc.property(anyField, (text) => {
      const { places } = calculate(fieldShape.parse(text));
      for (const [at, { total, category, place }] of places.entries()) {
        const next = places[at + 1];
        if (!next || (next.category !== category && next.place === 1)) continue;
        expect(next.total).toBeLessThanOrEqual(total);
        expect(next.place).toBeGreaterThanOrEqual(place);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("the exported file replays identically, and a figure changed in it is found", () => {
    const property = fc.property(anyField, (text) => {
      const file = JSON.parse(JSON.stringify(exportCalculation("конкурс", text)));
      expect(replayFile(file)).toMatchObject({ kind: "replayed", differences: [] });
      const [score] = file.result.scores;
      if (!score) return;
      score.total = "999";
      expect(replayFile(file)).toMatchObject({ differences: [{ at: "result.scores.0.total", stands: '"999"' }] });
    });
    fc.assert(property, { numRuns: 200 });
  });
});

test("what is no file of a calculation is told from one by where it fails", () => {
  expect(replayFile({ format: "other" })).toEqual({ kind: "unreadable", at: "format" });
  expect(replayFile(null)).toEqual({ kind: "unreadable", at: "format" });
  const file = exportCalculation("x", { rules: PLAIN_RULES, entrants: [], reviews: [] });
  const broken = { ...file, field: { ...file.field, rules: { ...PLAIN_RULES, passMark: "пять" } } };
  expect(replayFile(broken)).toEqual({ kind: "unreadable", at: "field.rules.passMark" });
});
