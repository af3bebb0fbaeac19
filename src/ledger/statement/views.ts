import type { Part } from "../contract.ts";
import type { EntryRow } from "../views.ts";
import type { Match, Reason } from "./match.ts";
import type { BankDocument, StatementFault } from "./reading.ts";

/** What a column of a treasury's spreadsheet may be. `income` is money that came in; a minus in `sum` says the same. */
export const COLUMN_ROLES = [
  "number",
  "date",
  "debited",
  "sum",
  "income",
  "payee",
  "taxNumber",
  "account",
  "purpose",
  "currency",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];
/** The roles of the columns, from the left; null where a column does not matter. */
export type ColumnRoles = readonly (ColumnRole | null)[];

/** An obligation that a document may pay, why it is thought so, and from which sources the sum would come. */
export interface Choice {
  readonly commitment: EntryRow;
  readonly reasons: readonly Reason[];
  readonly parts: readonly Part[];
}

/** A document of a statement and what the ledger has of it. */
export type StatementRow = { readonly document: BankDocument } & (
  | { readonly state: "recorded"; readonly entry: EntryRow }
  /** Recorded with another sum or on another day: the statement is an assertion, and disagrees. */
  | { readonly state: "differs-sum" | "differs-date"; readonly entry: EntryRow }
  | { readonly state: "proposed" | "several"; readonly choices: readonly Choice[] }
  /** `outside`: its day is of no year of the programme. */
  | { readonly state: Exclude<Match["kind"], "proposed" | "several"> | "outside" }
);
export type RowState = StatementRow["state"];

export interface StatementView {
  readonly hash: string;
  readonly name: string;
  readonly takenAt: string;
  /** A spreadsheet, whose columns a person has named, or may name otherwise. */
  readonly isTable: boolean;
  /** The days for which it speaks. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: readonly StatementRow[];
  readonly faults: readonly StatementFault[];
  /** Payments and refunds of the ledger in these days that the statement does not have. */
  readonly absent: readonly EntryRow[];
}

/** A spreadsheet whose columns are to be named. */
export interface ColumnsView {
  readonly hash: string;
  readonly name: string;
  readonly head: readonly string[];
  /** Its first rows, as they stand there. */
  readonly rows: readonly (readonly string[])[];
  readonly roles: ColumnRoles;
  /** Where the roles come from: a person named them for this head before, or the words of the head. */
  readonly from: "kept" | "words";
}
