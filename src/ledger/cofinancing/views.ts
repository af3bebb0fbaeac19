import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { Part } from "../contract.ts";
import type { ActivityCard } from "../views.ts";
import type { CofinancingFinding, RatioBasis, TransferKind, VersionKind, YearTerms } from "./contract.ts";
import type { RatioCheck } from "./ratio.ts";

/** A version of an agreement: as signed, as amended, or the paper that ended it. */
export interface VersionView {
  readonly version: number;
  readonly kind: VersionKind;
  readonly document: string;
  /** From this day. */
  readonly date: string;
  readonly years: readonly YearTerms[];
  readonly note: string | null;
  readonly at: string;
  readonly by: string;
}

/** «Соглашение» with the terms of its last version. */
export interface AgreementView {
  readonly id: Id;
  readonly number: string;
  readonly date: string;
  readonly source: FundingSource;
  readonly endedOn: string | null;
  readonly version: number;
  readonly grantor: string;
  readonly grantee: string;
  readonly programme: string;
  readonly lateReturnDays: number;
  readonly activities: readonly ActivityCard[];
  readonly years: readonly YearTerms[];
  /** The newest first. */
  readonly versions: readonly VersionView[];
}

/** Money that came from the region, or went back to it. */
export interface TransferRow {
  readonly id: Id;
  readonly number: string;
  readonly kind: TransferKind;
  /** Of a reversal: the kind of what it takes back. */
  readonly reversedKind: Exclude<TransferKind, "reversal"> | null;
  readonly date: string;
  /** Below nothing in a reversal. */
  readonly kopecks: Kopecks;
  readonly basis: string;
  readonly note: string | null;
  readonly isReversed: boolean;
  readonly at: string;
  readonly by: string;
}

/** What was spent of the covered activities on a day: paid less what came back, by source. */
export interface SpendingDay {
  readonly date: string;
  readonly paid: readonly Part[];
  readonly refunded: readonly Part[];
  /** Received of the granting budget up to and with this day, less what was spent of its money: below nothing where spending ran ahead. */
  readonly held: Kopecks;
}

/** A refund of an earlier year's payment, the granted part of which goes back to the region. */
export interface LateRefund {
  readonly entryId: Id;
  readonly number: string;
  readonly date: string;
  readonly payee: string | null;
  readonly kopecks: Kopecks;
  readonly returned: Kopecks;
  readonly dueBy: string;
}

/** One year of an agreement: what was planned, came, was spent and goes back. The only computation of these figures. */
export interface CofinancingYear {
  readonly agreement: AgreementView;
  readonly terms: YearTerms;
  /** The day up to which money is counted. */
  readonly on: string;
  readonly checks: readonly (RatioCheck & { readonly of: RatioBasis })[];
  readonly transfers: readonly TransferRow[];
  readonly received: Kopecks;
  readonly returned: Kopecks;
  /** By source, also of the municipality's own money. */
  readonly paid: readonly Part[];
  readonly refunded: readonly Part[];
  readonly net: readonly Part[];
  /** Received, less what was spent of the granted money, less what was returned. Below nothing: more was spent than came. */
  readonly rest: Kopecks;
  /** What of the rest must go back now: all of it once the year is over. */
  readonly toReturn: Kopecks;
  readonly days: readonly SpendingDay[];
  readonly late: readonly LateRefund[];
  readonly findings: readonly CofinancingFinding[];
}

/** A row of the list of agreements: a year each. */
export type AgreementYearRow = Pick<
  CofinancingYear,
  "agreement" | "terms" | "received" | "returned" | "rest" | "toReturn" | "findings"
> & { readonly spent: Kopecks };
