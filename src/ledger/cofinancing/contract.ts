import type { Millionths } from "../../kernel/decimal.ts";
import type { Finding } from "../../kernel/finding.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { FundingSource } from "../../programme/contract.ts";

/** Budgets that grant money by agreement, and those whose share the rule asks for. */
export const GRANTED_SOURCES = ["regional", "federal"] as const satisfies readonly FundingSource[];
export const OWN_SOURCES = ["local", "settlement"] as const satisfies readonly FundingSource[];

/** Of what the least share is reckoned: of all the money, or of what is granted. */
export const SHARE_BASES = ["total", "granted"] as const;
export type ShareBase = (typeof SHARE_BASES)[number];

/** «Правило софинансирования»: the municipality's share is not below so many per cent. */
export interface RatioRule {
  /** In per cent: 1.8 % is 1_800_000n. */
  readonly minShare: Millionths;
  readonly base: ShareBase;
  /** The document that sets it. */
  readonly basis: string;
}

/** What an agreement says of a year. */
export interface YearTerms {
  readonly year: number;
  readonly kopecks: Kopecks;
  readonly rule: RatioRule | null;
  /** The last day on which the year's rest goes back, `YYYY-MM-DD`. */
  readonly returnBy: string;
}

export const VERSION_KINDS = ["signed", "amended", "ended"] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

export const TRANSFER_KINDS = ["receipt", "return", "reversal"] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

/** What the rule is held against: the programme's plan, the budget's limit, the money that was spent. */
export const RATIO_BASES = ["plan", "appropriation", "cash"] as const;
export type RatioBasis = (typeof RATIO_BASES)[number];

/** What can be wrong with a year of an agreement. */
export const COFINANCING_CODES = [
  "plan-differs",
  "appropriation-exceeds",
  "ratio-plan",
  "ratio-appropriation",
  "ratio-cash",
  "receipts-exceed",
  "spending-ahead",
  "return-due",
  "return-overdue",
  "returned-too-much",
  "late-return-due",
  "late-return-overdue",
] as const;
export type CofinancingCode = (typeof COFINANCING_CODES)[number];
export type CofinancingFinding = Finding<CofinancingCode, { readonly agreementId: string; readonly year: number }>;

export const AGREEMENT_NUMBER_LIMIT = 100;
export const PARTY_LIMIT = 500;
export const LATE_RETURN_DAYS_LIMIT = 250;
/** Working days after the new year in which an unspent rest goes back: п. 5 ст. 242 БК РФ. */
export const RETURN_WORKING_DAYS = 15;
