import { z } from "zod";
import { BUILT_IN_KINDS } from "../event/contract.ts";
import { PUBLICATION_KINDS } from "../news/contract.ts";

/** What can have an actual: an indicator, or an activity by its quantity. */
export const LINE_KINDS = ["indicator", "activity"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const MONEY_UNITS = ["rouble", "thousand", "million"] as const;
const id = z.uuid();
/** Of the municipality's own kinds the id. */
const eventKinds = z.array(z.union([z.enum(BUILT_IN_KINDS as readonly [string, ...string[]]), id])).max(50);

/** «Расчёт факта»: how an actual comes from records. */
export const computationShape = z.discriminatedUnion("kind", [
  /** Different people known by name, or visits, at confirmed events of these kinds (all where none is named). */
  z.strictObject({
    kind: z.literal("people"),
    count: z.enum(["distinct", "visits"]),
    eventKinds,
    /** The figure itself, or per cent of the population of the year. */
    of: z.enum(["none", "population"]),
  }),
  /** Events of these kinds held and confirmed. */
  z.strictObject({ kind: z.literal("events"), eventKinds }),
  /** Money of these activities; which fact, and in which unit. */
  z.strictObject({
    kind: z.literal("money"),
    activityIds: z.array(id).min(1).max(50),
    fact: z.enum(["paid", "net"]),
    unit: z.enum(MONEY_UNITS),
  }),
  z.strictObject({ kind: z.literal("publications"), kinds: z.array(z.enum(PUBLICATION_KINDS)) }),
  /** Legal acts brought up to date. */
  z.strictObject({ kind: z.literal("acts") }),
  /** Seats held by associations' representatives, in per cent of what the municipality chose. */
  z.strictObject({
    kind: z.literal("seats"),
    rule: z.enum(["year-end", "mean"]),
    denominator: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("all-seats") }),
      z.strictObject({
        kind: z.literal("given"),
        value: z.int().min(1).max(1_000_000),
        words: z.string().trim().min(1).max(300),
      }),
    ]),
  }),
  /** Different associations with an award in the year; of all contests where none is named. */
  z.strictObject({ kind: z.literal("awards"), contestIds: z.array(id).max(50) }),
  /** Contests decided in the year; where none is named, of an activity those that carry it out, else all. */
  z.strictObject({ kind: z.literal("contests"), contestIds: z.array(id).max(50) }),
  /** Values that people record with evidence: the sum of the year, or the last of it. */
  z.strictObject({ kind: z.literal("own"), take: z.enum(["sum", "last"]) }),
]);
export type Computation = z.infer<typeof computationShape>;
export type ComputationKind = Computation["kind"];

export const RECORD_KINDS = [
  "event",
  "money",
  "refund",
  "reversal",
  "publication",
  "act",
  "body",
  "award",
  "contest",
  "own",
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A record behind an actual and what it adds; amounts are exact, as `readFraction` reads them. */
export interface ActualRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly date: string;
  /** When it was recorded, ISO; null where its slice does not say. */
  readonly recordedAt: string | null;
  readonly amount: string;
}

/** Why there is no figure. */
export const ACTUAL_LACKS = [
  "no-passport",
  "no-population",
  "no-contests",
  "no-seats",
  "no-values",
  "not-begun",
] as const;
export type ActualLack = (typeof ACTUAL_LACKS)[number];

/** What the records are divided by, with its source. */
export interface Divisor {
  readonly kind: "population" | "all-seats" | "given";
  readonly value: string;
  readonly words: string;
  readonly isAssumed: boolean;
}

/** A correction as an actual shows it: added to what was computed, never typed over it. */
export interface ActualCorrection {
  readonly id: string;
  readonly date: string;
  readonly recordedAt: string;
  readonly by: string | null;
  readonly value: string;
  readonly reason: string;
  readonly evidence: string;
  readonly link: string | null;
}

/** Which figures: of a year up to a day, as known at an instant (ISO). */
export interface Moment {
  readonly year: number;
  readonly until: string;
  readonly knownAt: string;
}

/** «Факт» with everything it is made of: `computed` is `total` divided and scaled, `value` is that with the corrections. */
export interface Actual extends Moment {
  /** The passport by which it was computed; null where there is none. */
  readonly passportVersion: number | null;
  readonly computation: Computation | null;
  readonly records: readonly ActualRecord[];
  readonly total: string;
  readonly divisor: Divisor | null;
  readonly computed: string | null;
  readonly corrections: readonly ActualCorrection[];
  readonly value: string | null;
  readonly lack: ActualLack | null;
  /** Whether its records can be told as they were known then; otherwise they are as known today. */
  readonly isKnownThen: boolean;
}
