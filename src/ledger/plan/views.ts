import type { Kopecks } from "../../kernel/money.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { ActivityCard } from "../views.ts";

/** Who says what a line has: the programme before the year and on the day, the budget decision, the budget list. */
export const AUTHORITIES = ["atStart", "programme", "decision", "list"] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** What an authority says of a line, and the entry by which it said so last. */
export interface Said {
  readonly authority: Authority;
  readonly kopecks: Kopecks;
  readonly entryId: string;
  readonly date: string;
  readonly basis: string;
}

/** Why two of them differ: the later of the two documents says so much more, or less, than the earlier. */
export interface Difference {
  readonly later: Said;
  readonly earlier: Said;
  readonly by: Kopecks;
}

/** What each authority says a line has in a year; an authority that has said nothing is absent. */
export interface PlanRow {
  readonly activity: ActivityCard;
  readonly source: FundingSource;
  readonly said: Readonly<Partial<Record<Authority, Said>>>;
  /** Paid less refunded until the day: the cash expense. */
  readonly cash: Kopecks;
  /** Performed until the day, paid or not: the actual expense. */
  readonly actual: Kopecks;
  readonly differences: readonly Difference[];
}

export interface PlanTotals extends Readonly<Record<Authority, Kopecks | null>> {
  readonly cash: Kopecks;
  readonly actual: Kopecks;
}

/** «Программа = решение о бюджете» of one programme: п. 2 ст. 179 БК РФ. */
export interface Alignment {
  readonly slug: string;
  /** A source and its two sums; only where either says anything. */
  readonly rows: readonly {
    readonly source: FundingSource;
    readonly programme: Kopecks;
    readonly decision: Kopecks;
  }[];
  readonly isAligned: boolean;
}

/** The day by which they are to agree; `basis` and `by` are null where the municipality has chosen none. */
export interface AlignmentDay {
  /** `MM-DD`. */
  readonly day: string;
  readonly basis: string | null;
  readonly at: string | null;
  readonly by: string | null;
}

/** Several plans at once, on a day. */
export interface Reconciliation {
  readonly year: number;
  readonly on: string;
  readonly rows: readonly PlanRow[];
  readonly totals: PlanTotals;
  readonly alignments: readonly Alignment[];
  readonly alignmentDay: AlignmentDay;
  /** The day by which the programme is to equal the budget decision. */
  readonly alignBy: string;
}
