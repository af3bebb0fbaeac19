import type { Part } from "../contract.ts";
import type { EntryRow } from "../views.ts";
import type { Match, Reason } from "./match.ts";
import type { BankDocument, ExchangeFault } from "./read-exchange.ts";

/** A document of a statement and what the ledger has of it. */
export type StatementRow = { readonly document: BankDocument } & (
  | { readonly state: "recorded"; readonly entry: EntryRow }
  /** Recorded with another sum: the statement is an assertion, and disagrees. */
  | { readonly state: "differs"; readonly entry: EntryRow }
  | {
      readonly state: "proposed";
      readonly commitment: EntryRow;
      readonly reasons: readonly Reason[];
      readonly parts: readonly Part[];
    }
  | { readonly state: Exclude<Match["kind"], "proposed"> }
);

export interface StatementView {
  readonly hash: string;
  readonly name: string;
  readonly takenAt: string;
  readonly rows: readonly StatementRow[];
  readonly faults: readonly ExchangeFault[];
  /** Payments of the ledger in the statement's days that the statement does not have. */
  readonly absent: readonly EntryRow[];
}
