import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { ShareBase, TransferKind, VersionKind } from "./cofinancing/contract.ts";
import type { Account, BasisKind, CommitmentBasis, EntryKind } from "./contract.ts";
import type { RequestMove, RequestState } from "./request/contract.ts";

type Tenant = { municipality_id: string };

/** Whose hand recorded a row that never changes, and by which command. */
type Recorded = { key: string; digest: string; at: Date; by_person_id: string | null; by_name: string | null };

/** Tables of co-financing; migration 0026. */
type CofinancingTables = {
  money_counter: Tenant & { kind: "transfer" | "request"; year: number; last: number };
  cofinancing_agreement: Tenant & {
    id: string;
    number: string;
    date: string;
    source_id: string;
    last_version: Generated<number>;
    ended_on: string | null;
  };
  cofinancing_version: Tenant &
    Recorded & {
      agreement_id: string;
      version: number;
      kind: VersionKind;
      document: string;
      date: string;
      grantor: string;
      grantee: string;
      programme: string;
      late_return_days: number;
      note: string | null;
    };
  cofinancing_year: Tenant & {
    agreement_id: string;
    version: number;
    year: number;
    kopecks: bigint;
    min_share: bigint | null;
    share_base: ShareBase | null;
    rule_basis: string | null;
    return_by: string;
  };
  cofinancing_activity: Tenant & { agreement_id: string; version: number; activity_id: string };
  cofinancing_transfer: Tenant &
    Recorded & {
      id: string;
      number: number;
      number_year: number;
      agreement_id: string;
      kind: TransferKind;
      year: number;
      date: string;
      kopecks: bigint;
      basis: string;
      note: string | null;
      of_transfer_id: string | null;
    };
  cofinancing_holding: Tenant & { agreement_id: string; year: number; received: bigint; returned: bigint };
};

/** Tables of payment requests; migration 0027. */
type RequestTables = {
  payment_request: Tenant & {
    id: string;
    number: number;
    number_year: number;
    state: RequestState;
    round: Generated<number>;
    activity_id: string;
    year: number;
    basis_kind: CommitmentBasis;
    basis: string;
    date: string;
    payee: string;
    purpose: string;
    pay_by: string;
    commitment_id: string | null;
    own_commitment: Generated<boolean>;
    version: Generated<number>;
    asked_at: Date;
    asked_by_person_id: string | null;
    asked_by_name: string | null;
    key: string;
    digest: string;
  };
  payment_request_sum: Tenant & { request_id: string; round: number; source_id: string; kopecks: bigint };
  payment_request_move: Tenant & {
    request_id: string;
    version: number;
    move: RequestMove | "ask";
    reason: string | null;
    at: Date;
    by_person_id: string | null;
    by_name: string | null;
  };
  payment_request_payment: Tenant & { payment_id: string; request_id: string };
};

/** Tables of the ledger as SQL names them; migration 0019 says what each column means. */
export type LedgerTables = CofinancingTables &
  RequestTables & {
    ledger_counter: Tenant & { year: number; last: number };
    ledger_entry: Tenant & {
      id: string;
      number: number;
      number_year: number;
      kind: EntryKind;
      date: string;
      year: number | null;
      activity_id: string | null;
      programme_id: string | null;
      edition_id: string | null;
      kopecks: bigint;
      basis_kind: BasisKind;
      basis: string;
      payee: string | null;
      note: string | null;
      commitment_id: string | null;
      of_entry_id: string | null;
      posting_count: number;
      key: string;
      digest: string;
      at: Date;
      by_person_id: string | null;
      by_name: string | null;
    };
    ledger_posting: Tenant & {
      entry_id: string;
      position: number;
      activity_id: string;
      source_id: string;
      year: number;
      account: Account;
      kopecks: bigint;
    };
    ledger_plan: Tenant & { entry_id: string; source_id: string; kopecks: bigint };
    ledger_statement: Tenant & {
      hash: string;
      name: string;
      bytes: bigint;
      taken_at: Date;
      taken_by_person_id: string | null;
      taken_by_name: string | null;
    };
    ledger_balance: Tenant & { activity_id: string; source_id: string; year: number } & Record<
        | "programme"
        | "allocated"
        | "budget"
        | "free"
        | "reserved"
        | "paid"
        | "refunded"
        | "refunded_late"
        | "to_return"
        | "returned"
        | "accrued"
        | "performed",
        Generated<bigint>
      >;
    ledger_commitment: Tenant & { commitment_id: string; source_id: string } & Record<
        "reserved" | "paid" | "refunded" | "performed",
        Generated<bigint>
      >;
    ledger_column_map: Tenant & Doer & { id: string; head: string; roles: readonly (string | null)[] };
    ledger_alignment_day: Tenant & Doer & { id: string; day: string; basis: string };
  };

/** Who did something, as every table of the ledger says it. */
type Doer = { at: Date; by_person_id: string | null; by_name: string | null };

export function withLedgerTables(tx: Tx): Transaction<LedgerTables> {
  return tx.$extendTables<LedgerTables>();
}
