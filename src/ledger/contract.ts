import type { Kopecks } from "../kernel/money.ts";
import type { FundingSource } from "../programme/contract.ts";

/**
 * Accounts of a line: an activity, a source, a year. `programme` and `budget` are where its money comes from and run below
 * nothing; `free` is the limit that nobody has reserved, `reserved` what obligations hold, `paid` what the treasury paid,
 * `refunded` what came back in the year of its payment and `refunded-late` what came back later, which waits `to-return`.
 * `performed` is beside them: what payees did of their obligations, paid or not; `accrued` is where it is taken from.
 */
export const ACCOUNTS = [
  "programme",
  "allocated",
  "budget",
  "free",
  "reserved",
  "paid",
  "refunded",
  "refunded-late",
  "to-return",
  "returned",
  "accrued",
  "performed",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** «Вид записи» and the move it makes: from one account of its line to another. A reversal moves back what another entry moved. */
export const MOVES = {
  allocation: { from: "programme", to: "allocated" },
  appropriation: { from: "budget", to: "free" },
  commitment: { from: "free", to: "reserved" },
  "carry-over": { from: "free", to: "reserved" },
  performance: { from: "accrued", to: "performed" },
  payment: { from: "reserved", to: "paid" },
  release: { from: "reserved", to: "free" },
  lapse: { from: "reserved", to: "free" },
  refund: { from: "refunded", to: "free" },
  "late-refund": { from: "refunded-late", to: "to-return" },
  return: { from: "to-return", to: "returned" },
} as const satisfies Record<string, { readonly from: Account; readonly to: Account }>;
export type MoveKind = keyof typeof MOVES;
export type EntryKind = MoveKind | "reversal";
export const ENTRY_KINDS = [...(Object.keys(MOVES) as MoveKind[]), "reversal"] as const satisfies readonly EntryKind[];

/** «Основание»: what kind of document justifies an entry. */
export const BASIS_KINDS = [
  "edition",
  "budget-decision",
  "budget-list",
  "agreement",
  "contract",
  "payment-order",
  "act",
  "other",
] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

/** The documents that state what the budget has, and those that oblige to pay. */
export const PLAN_BASES = ["budget-list", "budget-decision"] as const satisfies readonly BasisKind[];
export const COMMITMENT_BASES = ["agreement", "contract", "act", "other"] as const satisfies readonly BasisKind[];
export type PlanBasis = (typeof PLAN_BASES)[number];
export type CommitmentBasis = (typeof COMMITMENT_BASES)[number];

/** A sum of one source, in kopecks. */
export interface Part {
  readonly source: FundingSource;
  readonly kopecks: Kopecks;
}

/** What the accounts of a line, or of several added up, hold; kopecks, none below nothing. */
export interface Balance {
  readonly allocated: Kopecks;
  readonly appropriated: Kopecks;
  /** Accepted obligations, paid or not. */
  readonly committed: Kopecks;
  readonly reserved: Kopecks;
  readonly paid: Kopecks;
  /** Came back in the year of the payment. */
  readonly refunded: Kopecks;
  /** Paid less refunded. */
  readonly net: Kopecks;
  readonly free: Kopecks;
  /** Came back of payments of earlier years, and not yet returned to its source. */
  readonly toReturn: Kopecks;
  /** What payees did of their obligations: the actual expense, where paid is the cash one. */
  readonly performed: Kopecks;
}

export const NO_BALANCE: Balance = {
  allocated: 0n,
  appropriated: 0n,
  committed: 0n,
  reserved: 0n,
  paid: 0n,
  refunded: 0n,
  net: 0n,
  free: 0n,
  toReturn: 0n,
  performed: 0n,
};

const COLUMNS = Object.keys(NO_BALANCE) as (keyof Balance)[];

export function addBalances(balances: readonly Balance[]): Balance {
  return balances.reduce(
    (sum, balance) =>
      Object.fromEntries(COLUMNS.map((column) => [column, sum[column] + balance[column]])) as unknown as Balance,
    NO_BALANCE,
  );
}

/** Which sort of entry follows from this one by a person's hand; what the page offers and the server allows. */
export const FOLLOWS = {
  commitment: ["payment", "performance", "release", "lapse", "carry-over", "reversal"],
  "carry-over": ["payment", "performance", "release", "lapse", "carry-over", "reversal"],
  performance: ["reversal"],
  payment: ["refund", "reversal"],
  "late-refund": ["return", "reversal"],
  appropriation: ["reversal"],
  release: ["reversal"],
  refund: ["reversal"],
  return: ["reversal"],
  lapse: ["reversal"],
  allocation: [],
  reversal: [],
} as const satisfies Record<EntryKind, readonly EntryKind[]>;

export const SUM_LIMIT: Kopecks = 1_000_000_000_000_00n;
export const TEXT_LIMIT = 1_000;
export const PAYEE_LIMIT = 500;
export const NOTE_LIMIT = 2_000;
export const JOURNAL_ROWS = 50;
export const EXPORT_ROWS = 50_000;

/** What the journal is narrowed to; each part is optional. */
export interface JournalFilter {
  readonly kind?: EntryKind;
  readonly year?: number;
  readonly activityId?: string;
  readonly source?: FundingSource;
  /** Dates `YYYY-MM-DD`, both included. */
  readonly from?: string;
  readonly to?: string;
  /** In the payee, the basis or the number. */
  readonly text?: string;
}
