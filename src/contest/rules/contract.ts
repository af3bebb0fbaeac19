import { z } from "zod";
import { type Millionths, ONE, parseDecimal } from "../../kernel/decimal.ts";

/** A decimal as people write it, `0.5`; read into exact millionths. */
const decimal = z.string().transform((text, ctx): Millionths => {
  const value = parseDecimal(text);
  if (value === undefined) ctx.addIssue({ code: "custom", message: `not a decimal: ${text}` });
  return value ?? 0n;
});

/** Roubles as people write them, `721500` or `72500.50`; read into kopecks. */
const roubles = decimal.transform((value, ctx): bigint => {
  const kopecks = value * 100n;
  if (value < 0n || kopecks % ONE !== 0n) ctx.addIssue({ code: "custom", message: "not a sum of whole kopecks" });
  return kopecks / ONE;
});

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const words = z.string().min(1).max(2_000);
const places = z.number().int().min(0).max(6);

const scale = z.object({ min: decimal, max: decimal, step: decimal.default(ONE) });
const level = z.object({ mark: decimal, text: words });
/** «Полоса»: from this number on, or strictly above it, so many points; `each` adds points for every further whole `per`. */
const band = z.object({
  from: decimal,
  above: z.boolean().default(false),
  points: decimal,
  each: z.object({ per: decimal, points: decimal, most: decimal }).optional(),
});

/** How a number, a mark or a tick becomes points. `mark` has a scale, texts of levels, or both; without a scale only the levels' marks are given. */
const measures = [
  z.object({ kind: z.literal("mark"), scale: scale.optional(), levels: z.array(level).default([]) }),
  z.object({ kind: z.literal("bands"), unit: words, bands: z.array(band).min(1) }),
  z.object({ kind: z.literal("counter"), perItem: decimal, most: decimal.nullable().default(null) }),
  z.object({ kind: z.literal("yes-no"), points: decimal }),
] as const;
const plainMeasure = z.discriminatedUnion("kind", [...measures]);
/** `sum` adds its parts up to a cap; `relative` gives `most` to the greatest number of the field, to the others in proportion. */
const measure = z.discriminatedUnion("kind", [
  ...measures,
  z.object({
    kind: z.literal("sum"),
    parts: z.array(z.object({ key, name: words, measure: plainMeasure })).min(1),
    most: decimal.nullable().default(null),
  }),
  z.object({ kind: z.literal("relative"), unit: words, most: decimal }),
]);

const criterion = z.object({
  key,
  name: words,
  /** `juror` where each juror gives it, `fact` where it follows from the application and is the same for all. */
  source: z.enum(["juror", "fact"]).default("juror"),
  measure,
  weight: decimal.default(ONE),
  mustJustify: z.boolean().default(false),
});

const tieBreak = z.discriminatedUnion("by", [
  z.object({ by: z.literal("earlier-application") }),
  z.object({ by: z.literal("higher-criterion"), criterion: key }),
  /** More jurors put it above the others of the tie. */
  z.object({ by: z.literal("more-jurors") }),
  /** Votes of the sitting, by show of hands. */
  z.object({ by: z.literal("open-vote") }),
  z.object({ by: z.literal("chair-vote") }),
]);

const amount = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("requested") }),
  /** A prize for each place, the first one first. */
  z.object({ kind: z.literal("prizes"), prizes: z.array(roubles).min(1) }),
  /** A part of what is asked, in per cent, by the total. */
  z.object({
    kind: z.literal("share-by-total"),
    shares: z.array(z.object({ from: decimal, percent: decimal })).min(1),
  }),
]);

/** «Правила оценки и присуждения» of one call, as data. Decimals and roubles are texts in a file and exact numbers here. */
export const rulesShape = z.object({
  criteria: z.array(criterion).min(1).max(60),
  aggregation: z.object({
    /** Each criterion over the jurors and then the sum, or each juror's sum and then over the jurors. */
    order: z.enum(["criterion-first", "juror-first"]),
    by: z.enum(["mean", "median", "without-extremes", "sum"]),
    /** Fewer reviews than that and the application is not ranked. */
    leastReviews: z.number().int().min(1).default(1),
  }),
  rounding: z.object({
    total: places,
    /** Of each criterion's figure, or of each juror's sum; null where only the total is rounded. */
    step: places.nullable().default(null),
  }),
  passMark: decimal.nullable().default(null),
  winners: z.object({
    /** So many at most in each category; null for all. */
    places: z.number().int().min(1).nullable().default(null),
    amount,
    /** What does not fit into the rest of the money whole: `stop`, `skip` to the next that fits, or `part` of it. */
    overrun: z.enum(["stop", "skip", "part"]).default("stop"),
  }),
  money: z.object({
    /** The call's budget, in the order in which `in-order` spends it. Empty for a contest without money. */
    sources: z.array(z.object({ source: key, limit: roubles })).default([]),
    split: z.enum(["proportional", "in-order"]).default("proportional"),
    mostPerProject: roubles.nullable().default(null),
    ownContribution: z
      .object({ least: decimal, of: z.enum(["whole", "requested"]) })
      .nullable()
      .default(null),
  }),
  /** «Номинации, группы»: each ranked by itself. Empty where there is one list. */
  categories: z.array(z.object({ key, name: words })).default([]),
  tieBreaks: z.array(tieBreak).default([]),
  /** What one application leads to; none at all always makes the call void. */
  one: z.enum(["void", "examined"]).default("examined"),
});

export type Rules = z.output<typeof rulesShape>;
/** The same as it stands in a file and in the database. */
export type RulesText = z.input<typeof rulesShape>;
export type Criterion = Rules["criteria"][number];
export type Measure = Criterion["measure"];
export type PlainMeasure = z.output<typeof plainMeasure>;
export type TieBreak = Rules["tieBreaks"][number];

/** What was given for criteria and for parts of sums (`criterion.part`): a mark, a number, a count, or 0 and 1 for no and yes. */
const values = z.record(z.string(), decimal);

/** An application as the calculation knows it: nobody's name. */
export const entrantShape = z.object({
  /** The application's number in the call; also what its lines are sorted by where nothing else tells them apart. */
  number: z.number().int().positive(),
  category: key.nullable().default(null),
  /** The instant of submission, ISO 8601 with milliseconds. */
  submittedAt: z.iso.datetime({ precision: 3 }),
  requested: roubles,
  own: roubles,
  facts: values.default({}),
});
export type Entrant = z.output<typeof entrantShape>;

/** «Экспертный лист» without a name: what a juror gave an application. */
export const reviewShape = z.object({ juror: key, number: z.number().int().positive(), values });
export type Review = z.output<typeof reviewShape>;

/** What the sitting voted on ties: hands for each application, and those that the chair named, the best first. */
export const votesShape = z.object({
  hands: z.record(z.string(), z.number().int().nonnegative()).default({}),
  chair: z.array(z.number().int().positive()).default([]),
});
export type Votes = z.output<typeof votesShape>;

export const fieldShape = z.object({
  rules: rulesShape,
  entrants: z.array(entrantShape),
  reviews: z.array(reviewShape),
  votes: votesShape.default({ hands: {}, chair: [] }),
});
/** «Поле»: everything that the calculation of a call depends on, and nothing else. */
export type Field = z.output<typeof fieldShape>;
export type FieldText = z.input<typeof fieldShape>;

/** The most points that a measure can give, without weight; null where there is no end. */
export function mostPoints(measure: Measure): Millionths | null {
  switch (measure.kind) {
    case "mark":
      return [...measure.levels.map(({ mark }) => mark), ...(measure.scale ? [measure.scale.max] : [])].reduce(
        greater,
        0n,
      );
    case "bands":
      return measure.bands.map(({ points, each }) => each?.most ?? points).reduce(greater, 0n);
    case "yes-no":
      return measure.points;
    case "counter":
    case "relative":
      return measure.most;
    case "sum": {
      const parts = measure.parts.map((part) => mostPoints(part.measure));
      const total = parts.includes(null) ? null : parts.reduce<bigint>((sum, most) => sum + (most ?? 0n), 0n);
      return measure.most === null || (total !== null && total < measure.most) ? total : measure.most;
    }
  }
}

const greater = (a: bigint, b: bigint) => (a > b ? a : b);
