import type { Kopecks } from "../kernel/money.ts";
import type { FundingSource } from "../programme/contract.ts";
import type { Balance, BasisKind, EntryKind, Part } from "./contract.ts";

/** An activity as the ledger names it. */
export interface ActivityCard {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly position: number;
  readonly years: readonly number[];
  readonly inForce: boolean;
}

/** A line of the balance: an activity, a source, a year. */
export interface BalanceRow {
  readonly activity: ActivityCard;
  readonly source: FundingSource;
  readonly year: number;
  readonly balance: Balance;
}

/** Balances of a year, or of all years; the sums are of the rows. One computation for page, file and report. */
export interface BalanceSheet {
  readonly year: number | null;
  readonly years: readonly number[];
  readonly rows: readonly BalanceRow[];
  readonly bySource: readonly { readonly source: FundingSource; readonly balance: Balance }[];
  readonly total: Balance;
}

/** An entry as the journal shows it. `parts` are below nothing in a reversal and where a plan went down. */
export interface EntryRow {
  readonly id: string;
  /** «12/2026»: number and the year in which it was recorded. */
  readonly number: string;
  readonly kind: EntryKind;
  /** Of a reversal: the kind of what it takes back. */
  readonly reversedKind: EntryKind | null;
  readonly date: string;
  readonly year: number | null;
  readonly activity: ActivityCard | null;
  readonly kopecks: Kopecks;
  readonly parts: readonly Part[];
  readonly basisKind: BasisKind;
  readonly basis: string;
  readonly payee: string | null;
  readonly note: string | null;
  readonly isReversed: boolean;
  readonly at: string;
  readonly by: string;
}

/** What was paid, what of it came back in the same year, and what is left, in all and by source. */
export interface MovedSums {
  readonly paid: Kopecks;
  readonly paidParts: readonly Part[];
  readonly refunded: Kopecks;
  readonly refundedParts: readonly Part[];
  readonly net: Kopecks;
  readonly netParts: readonly Part[];
}

/** All entries of the journal's conditions, and what they come to. */
export interface JournalExport {
  readonly rows: readonly EntryRow[];
  readonly sums: MovedSums;
}

export interface JournalPage {
  readonly rows: readonly EntryRow[];
  /** Of all that fits the conditions, not of the rows alone; null where it is too much to add up for a page. */
  readonly sums: MovedSums | null;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  /** The day down to which frequent words were looked for in vain; null where the page is full or the journal ended. */
  readonly reachedOn: string | null;
}

/** One entry with all that it follows from, in the order of the money, and what follows from it. */
export interface EntryView extends EntryRow {
  /** From the plan's row to this entry, the entry itself not among them. */
  readonly chain: readonly EntryRow[];
  readonly followers: readonly EntryRow[];
  /** Of a payment that stands: refunds, and what its payee accounted for under the same obligation. */
  readonly receipts: readonly EntryRow[];
  readonly reversal: EntryRow | null;
  /** What an obligation has left, what of a payment can come back, what of a refund waits. */
  readonly left: readonly Part[];
  /** What of an obligation nobody has accepted yet. */
  readonly unperformed: readonly Part[];
  readonly commitmentId: string | null;
}

/** The payments of a year in the order of the treasury's marks, for print. */
export interface Register extends MovedSums {
  readonly year: number;
  readonly rows: readonly EntryRow[];
}
