import type { Id } from "../../kernel/id.ts";
import type { ActName } from "../act/views.ts";

export const BODY_KINDS = ["council", "commission", "working-group", "other"] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** So many days before a term runs out somebody is told. */
export const TERM_WARNING_DAYS = 60;

/** «Доля мест»: on the last day of the year, or over its days. Which of them an indicator takes is said in its passport. */
export const SHARE_RULES = ["year-end", "mean"] as const;
export type ShareRule = (typeof SHARE_RULES)[number];

/** What is amiss with a body today. */
export type BodyWarning =
  | { readonly kind: "runs-out"; readonly seat: number; readonly until: string }
  | { readonly kind: "ran-out"; readonly seat: number; readonly until: string }
  | { readonly kind: "beyond"; readonly seat: number; readonly seats: number };

export interface BodyRow {
  readonly id: Id;
  readonly kind: BodyKind;
  readonly name: string;
  readonly authority: string;
  readonly since: string;
  readonly until: string | null;
  /** Today; of one that has ended, on its last day. */
  readonly seats: number;
  readonly heldByAssociations: number;
  readonly heldByOthers: number;
  readonly warnings: readonly BodyWarning[];
}

/** A seat of somebody's own association whose term ends or has ended. */
export interface OwnSeat {
  readonly bodyId: Id;
  readonly body: string;
  readonly association: string;
  readonly seat: number;
  readonly kind: "runs-out" | "ran-out";
  /** The last day. */
  readonly until: string;
}

/** Who holds a seat. Dates are local, `until` the last day. */
export interface SeatView {
  readonly id: Id;
  readonly seat: number;
  readonly association: { readonly id: Id; readonly name: string } | null;
  /** Only of those who consented. */
  readonly holderName: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly basis: string;
  readonly endedBasis: string | null;
  readonly isCurrent: boolean;
  readonly version: number;
}

export interface SizeView {
  readonly since: string;
  readonly seats: number;
  readonly basis: string;
}

export interface BodyView extends BodyRow {
  readonly act: ActName | null;
  readonly actWords: string | null;
  readonly version: number;
  /** The newest first. */
  readonly sizes: readonly SizeView[];
  /** By seat, the newest first. */
  readonly holdings: readonly SeatView[];
}

/** A term of the share: one body. Of `mean` seats and held are sums over days. */
export interface ShareTerm {
  readonly bodyId: Id;
  readonly name: string;
  readonly seats: number;
  readonly held: number;
  /** In millionths of a per cent; null where there was no seat. */
  readonly percent: bigint | null;
}

/** The share of a year with every term. */
export interface SeatShare {
  readonly year: number;
  readonly rule: ShareRule;
  /** The day of `year-end`, the last day of `mean`: the year's last, or today. Null of a year that has not begun. */
  readonly asOf: string | null;
  /** Over how many days; 1 of `year-end`. */
  readonly days: number;
  readonly terms: readonly ShareTerm[];
  readonly seats: number;
  readonly held: number;
  readonly percent: bigint | null;
}

/** A year's share by both rules beside what the programme plans, in millionths. */
export interface SeatYear {
  readonly year: number;
  readonly planned: bigint | null;
  readonly yearEnd: SeatShare;
  readonly mean: SeatShare;
}
