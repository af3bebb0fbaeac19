import fc from "fast-check";
import { type Field, type FieldText, fieldShape, type RulesText } from "./contract.ts";

/** A mark from 0 to 10 under this key. */
export const tenPoints = (key: string): RulesText["criteria"][number] => ({
  key,
  name: key,
  measure: { kind: "mark", scale: { min: "0", max: "10" } },
});

export const PLAIN_RULES: RulesText = {
  criteria: [tenPoints("use"), tenPoints("life")],
  aggregation: { order: "criterion-first", by: "mean" },
  rounding: { total: 2 },
  winners: { amount: { kind: "requested" } },
  money: {},
};

/** A field in which each application got these marks: by application, by juror, one mark for each criterion. */
export function fieldOf(
  rules: RulesText,
  marks: readonly (readonly (readonly number[])[])[],
  more: Partial<FieldText> = {},
): Field {
  const entrants = marks.map((_, at) => ({
    number: at + 1,
    submittedAt: "2024-03-01T09:00:00.000Z",
    requested: "100",
    own: "0",
  }));
  const reviews = marks.flatMap((jurors, at) =>
    jurors.map((own, juror) => ({
      juror: `juror-${juror + 1}`,
      number: at + 1,
      values: Object.fromEntries(own.map((mark, criterion) => [rules.criteria[criterion]?.key ?? "", String(mark)])),
    })),
  );
  return fieldShape.parse({ rules, entrants, reviews, ...more });
}

const money = fc.integer({ min: 0, max: 100_000_000 }).map((kopecks) => (kopecks / 100).toFixed(2));
const few = fc.integer({ min: 0, max: 3 });

const winners: fc.Arbitrary<RulesText["winners"]> = fc.record({
  places: fc.option(fc.integer({ min: 1, max: 6 })),
  overrun: fc.constantFrom("stop", "skip", "part"),
  amount: fc.oneof(
    fc.constant({ kind: "requested" } as const),
    fc.record({ kind: fc.constant("prizes" as const), prizes: fc.array(money, { minLength: 6, maxLength: 6 }) }),
    fc.constant<RulesText["winners"]["amount"]>({
      kind: "share-by-total",
      shares: [
        { from: "0", percent: "33.33" },
        { from: "5", percent: "90" },
      ],
    }),
  ),
});

const tieBreaks: fc.Arbitrary<NonNullable<RulesText["tieBreaks"]>> = fc.shuffledSubarray([
  { by: "earlier-application" },
  { by: "higher-criterion", criterion: "use" },
  { by: "more-jurors" },
  { by: "open-vote" },
  { by: "chair-vote" },
]);

const rules: fc.Arbitrary<RulesText> = fc.record({
  criteria: fc.constant<RulesText["criteria"]>([
    { ...tenPoints("use"), weight: "0.7" },
    { ...tenPoints("life"), weight: "1.5" },
    { key: "own", name: "own", source: "fact", measure: { kind: "relative", unit: "%", most: "3" } },
  ]),
  aggregation: fc.record({
    order: fc.constantFrom("criterion-first", "juror-first"),
    by: fc.constantFrom("mean", "median", "without-extremes", "sum"),
    leastReviews: fc.integer({ min: 1, max: 2 }),
  }),
  rounding: fc.record({ total: few, step: fc.option(few) }),
  passMark: fc.option(fc.constantFrom("5", "10")),
  winners,
  money: fc.record({
    sources: fc
      .array(money, { maxLength: 4 })
      .map((limits) => limits.map((limit, at) => ({ source: `source-${at}`, limit }))),
    split: fc.constantFrom("proportional", "in-order"),
    mostPerProject: fc.option(money),
  }),
  categories: fc.constantFrom(
    [],
    [
      { key: "young", name: "young" },
      { key: "old", name: "old" },
    ],
  ),
  tieBreaks,
  one: fc.constantFrom("void", "examined"),
});

const entrant = fc.record({
  category: fc.constantFrom("young", "old"),
  submittedAt: fc.constantFrom("2024-03-01T09:00:00.000Z", "2024-03-01T09:00:00.001Z"),
  requested: money,
  own: money,
  facts: fc.integer({ min: 0, max: 100 }).map((own) => ({ own: String(own) })),
  marks: fc.array(fc.option(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }))), {
    maxLength: 4,
  }),
});

/** Fields of up to eight applications with few different marks, so that ties are common; as they stand in a file. */
export const anyField: fc.Arbitrary<FieldText> = fc
  .record({
    rules,
    entered: fc.array(entrant, { maxLength: 8 }),
    named: fc.array(fc.integer({ min: 1, max: 8 })),
    hands: fc.array(few),
  })
  .map(({ rules, entered, named, hands }) => ({
    rules,
    entrants: entered.map(({ marks: _marks, ...own }, at) => ({ ...own, number: at + 1 })),
    reviews: entered.flatMap(({ marks }, at) =>
      marks.flatMap((pair, juror) =>
        pair
          ? [{ juror: `juror-${juror}`, number: at + 1, values: { use: String(pair[0]), life: String(pair[1]) } }]
          : [],
      ),
    ),
    votes: { chair: [...new Set(named)], hands: Object.fromEntries(hands.map((count, at) => [String(at + 1), count])) },
  }));
