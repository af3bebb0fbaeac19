import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { MunicipalityKind } from "./tenant/views.ts";

/** Tables of access as SQL names them; the migrations say what each column means. */
export type AccessTables = {
  municipality: {
    id: string;
    slug: string;
    name: string;
    name_genitive: string;
    name_short: string;
    time_zone: string;
    demonstration: boolean;
    revision: Generated<bigint>;
    created_at: Generated<Date>;
    kind: MunicipalityKind;
    region_id: string | null;
    oktmo: string | null;
    postal_address: Generated<string>;
    contact_email: Generated<string>;
    contact_phone: Generated<string>;
    host: string | null;
    logo_hash: Generated<string | null>;
    version: Generated<number>;
  };
  municipality_population: {
    municipality_id: string;
    id: string;
    year: number;
    people: number;
    source: string;
    assumed: boolean;
    recorded_at: Date;
    recorded_by_person_id: string | null;
    recorded_by_name: string | null;
  };
  person: {
    id: string;
    name: string;
    email: string;
    email_verified: boolean;
    created_at: Date;
    updated_at: Date;
  };
  sign_in_account: {
    id: string;
    person_id: string;
    provider_id: string;
    account_id: string;
    password: string;
    created_at: Date;
    updated_at: Date;
  };
  role_holding: {
    municipality_id: string;
    id: string;
    person_id: string;
    role: string;
    subject_id: string | null;
    given_at: Date;
    basis: string;
    ended_at: Date | null;
    ended_basis: string | null;
  };
  audit_entry: {
    municipality_id: string;
    id: string;
    at: Date;
    actor_kind: string;
    actor_person_id: string | null;
    actor_name: string | null;
    action: string;
    subject_kind: string;
    subject_id: string | null;
    detail: string;
    role: string | null;
    basis: string | null;
    outcome: "done" | "refused";
    refusal: string | null;
    before: string | null;
    after: string | null;
  };
  audit_link: { municipality_id: string; number: bigint; entry_id: string; hash: Buffer };
  audit_chain: { municipality_id: string; length: bigint; head: Buffer };
  person_key: { person_id: string; key: Buffer | null; made_at: Date; destroyed_at: Date | null };
};

export function withAccessTables(tx: Tx): Transaction<AccessTables> {
  return tx.$extendTables<AccessTables>();
}
