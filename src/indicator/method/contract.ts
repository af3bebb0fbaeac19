import { z } from "zod";

/** «Прямой» and «обратный» indicator: whether more or less of it is better. */
export const DIRECTIONS = ["more", "less"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Whether an indicator measures the goal, an objective or an activity. */
export const LEVELS = ["goal", "objective", "activity"] as const;
export type Level = (typeof LEVELS)[number];

/** Which plan of money: the programme as of 1 January or as it is now, the budget list, the budget decision. */
export const PLANS = ["programme-start", "programme", "budget-list", "budget-decision"] as const;
export type PlanKind = (typeof PLANS)[number];

/** Which fact: paid, paid less refunded, done by payees (paid or not), obligations accepted. */
export const FACTS = ["paid", "net", "performed", "committed"] as const;
export type FactKind = (typeof FACTS)[number];

const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,9})?$/);
const positive = z.string().regex(/^\d{1,12}(\.\d{1,9})?$/);
const symbol = z.string().regex(/^\p{L}[\p{L}\p{N}.]{0,11}$/u);
const words = z.string().trim().min(1).max(1000);

/**
 * What an item counts where its degree cannot be reckoned: it is left out, counts nothing or one whole, or the whole
 * term waits until somebody says (`ask`).
 */
const edge = z.enum(["exclude", "zero", "one", "ask"]);
export type Edge = z.infer<typeof edge>;

/** «Степень достижения» of one item, and every case in which there would be no quotient. */
const degree = z.strictObject({
  cap: z.union([z.literal("none"), positive]),
  /** No value is planned for the year. */
  notPlanned: edge.exclude(["ask", "one"]),
  missingFact: edge.exclude(["one"]),
  /** More is better: nothing is planned and something came. */
  zeroPlan: edge,
  /** Nothing is planned and nothing came. */
  zeroBoth: edge,
  /** Less is better: something is planned, nothing came. `cap`: as much as the cap allows. */
  zeroFact: z.enum([...edge.options, "cap"]),
});
export type DegreeRule = z.infer<typeof degree>;

/** A value from which on something holds, the edge itself included unless `open`. */
const step = z.strictObject({ from: decimal, open: z.boolean().default(false), value: decimal });
const steps = z.array(step).min(1).max(30);
export type Step = z.infer<typeof step>;

const weights = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("equal") }),
  z.strictObject({
    kind: z.literal("given"),
    /** What they must add up to; `normalise`: anything, they are divided by their sum. */
    total: z.enum(["one", "hundred", "normalise"]),
    /** Whether the weight of what is left out goes to the others or is lost. */
    excluded: z.enum(["spread", "lost"]),
  }),
  z.strictObject({ kind: z.literal("money") }),
  z.strictObject({ kind: z.literal("level"), goal: positive, objective: positive, activity: positive }),
]);
export type WeightRule = z.infer<typeof weights>;

const common = {
  symbol,
  title: words,
  /** Decimals to which an act has this term rounded; exact where absent. */
  round: z.int().min(0).max(6).optional(),
  /** Taken where the term cannot be reckoned; the page says so. */
  otherwise: decimal.optional(),
};

const term = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("items"),
    of: z.enum(["indicators", "activities"]),
    level: z.enum(LEVELS).optional(),
    degree,
    /** The degree as a score. */
    score: steps.optional(),
    fold: z.enum(["mean", "weighted", "share", "least", "sum"]),
    weights: weights.optional(),
    /** From which degree on an item counts as achieved, for `share`. */
    reached: positive.default("1"),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("spending"),
    plan: z.enum(PLANS),
    fact: z.enum(FACTS),
    cap: z.union([z.literal("none"), positive]),
  }),
  z.strictObject({ ...common, kind: z.literal("product"), of: z.array(symbol).min(2).max(10) }),
  z.strictObject({ ...common, kind: z.literal("quotient"), dividend: symbol, divisor: symbol }),
  z.strictObject({
    ...common,
    kind: z.literal("weighted-sum"),
    parts: z
      .array(z.strictObject({ of: symbol, weight: positive }))
      .min(1)
      .max(20),
    total: z.enum(["one", "hundred", "any"]),
  }),
  z.strictObject({ ...common, kind: z.literal("mean"), of: z.array(symbol).min(2).max(20) }),
  z.strictObject({ ...common, kind: z.literal("lookup"), of: symbol, steps }),
  z.strictObject({
    ...common,
    kind: z.literal("matrix"),
    rows: z.strictObject({ of: symbol, from: z.array(decimal).min(1).max(10) }),
    columns: z.strictObject({ of: symbol, from: z.array(decimal).min(1).max(10) }),
    cells: z.array(z.array(decimal)),
  }),
  z.strictObject({ ...common, kind: z.literal("scale"), of: symbol, by: decimal }),
  /** Said by a person: an expert's score, a mark of the quality of planning. */
  z.strictObject({ ...common, kind: z.literal("given"), from: decimal, to: decimal }),
]);
export type Term = z.infer<typeof term>;
export type TermOf<Kind extends Term["kind"]> = Extract<Term, { kind: Kind }>;

const band = z.strictObject({
  /** Null: whatever is below the others. */
  from: decimal.nullable(),
  open: z.boolean().default(false),
  name: words,
  consequence: z.string().max(1000).default(""),
});
export type Band = z.infer<typeof band>;

export const methodShape = z.strictObject({
  name: words,
  /** The act and where it was read. */
  source: z.strictObject({ act: words, addresses: z.array(z.url()).max(5) }),
  /** What was not seen in the source and stands here as a proposal: to be compared with the act before use. */
  unverified: z.array(words).max(20),
  /** Each may refer to earlier ones; the last is the result. */
  terms: z.array(term).min(1).max(30),
  /** From the highest down. */
  bands: z.array(band).max(12),
});

/** «Методика оценки эффективности», as data. */
export type Method = z.infer<typeof methodShape>;
