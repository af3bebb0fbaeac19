import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { Account, BasisKind, EntryKind } from "./contract.ts";

type Tenant = { municipality_id: string };

/** Tables of the ledger as SQL names them; migration 0019 says what each column means. */
export type LedgerTables = {
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
  ledger_column_map: Tenant & Doer & { id: string; head: string; roles: string };
  ledger_alignment_day: Tenant & Doer & { id: string; day: string; basis: string };
};

/** Who did something, as every table of the ledger says it. */
type Doer = { at: Date; by_person_id: string | null; by_name: string | null };

export function withLedgerTables(tx: Tx): Transaction<LedgerTables> {
  return tx.$extendTables<LedgerTables>();
}
