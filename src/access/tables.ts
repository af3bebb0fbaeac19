import type { Generated, Transaction } from "kysely";
import type { Language } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import type { IncidentStep } from "./personal/views.ts";
import type { MunicipalityKind } from "./tenant/views.ts";

/** When a row was recorded and by whom: a person, or the command on the server by its name. */
type Recorded<Verb extends string> = Record<`${Verb}_at`, Date> &
  Record<`${Verb}_by_person_id` | `${Verb}_by_name`, string | null>;

import type { SignInTables } from "./sign-in/tables.ts";

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
    second_factor_required: Generated<boolean>;
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
  installation: {
    kind: "demonstration" | "clean";
    made_at: Date;
    code_hash: Buffer | null;
    code_expires_at: Date | null;
    set_up_at: Date | null;
  };
  demonstration_person: { municipality_id: string; role: string; person_id: string };
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
    erased_at: Generated<Date | null>;
    language: Generated<Language>;
  };
  sign_in_session: {
    id: string;
    person_id: string;
    expires_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Date;
  };
  sign_in_account: {
    id: string;
    person_id: string;
    provider_id: string;
    account_id: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
    last_used_at: Generated<Date | null>;
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
    given_on: string;
    ended_on: Generated<string | null>;
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
  consent_text: Recorded<"published"> & {
    municipality_id: string;
    id: string;
    purpose: string;
    version: number;
    body: string;
  };
  consent: Recorded<"recorded"> & {
    municipality_id: string;
    id: string;
    person_id: string;
    text_id: string;
    given_on: string;
    channel: "site" | "paper";
    scan_hash: string | null;
    scan_type: string | null;
  };
  consent_withdrawal: Recorded<"recorded"> & { municipality_id: string; consent_id: string; withdrawn_on: string };
  personal_read: {
    municipality_id: string;
    id: string;
    at: Date;
    reader_person_id: string;
    place: string;
    people: string[];
  };
  file_removal: { municipality_id: string; hash: string; noted_at: Date };
  erasure: {
    municipality_id: string;
    id: string;
    person_id: string;
    at: Date;
    basis: string;
    erased_by_person_id: string | null;
    erased_by_name: string | null;
  };
  operator_duty: Recorded<"recorded"> & {
    municipality_id: string;
    id: string;
    item: string;
    done_on: string | null;
    basis: string;
  };
  incident: Recorded<"recorded"> & {
    municipality_id: string;
    id: string;
    number: number;
    found_at: Date;
    description: string;
  };
  incident_step: Recorded<"recorded"> & {
    municipality_id: string;
    incident_id: string;
    step: IncidentStep;
    done_at: Date;
    note: string;
  };
  audit_link: { municipality_id: string; number: bigint; entry_id: string; hash: Buffer };
  audit_chain: { municipality_id: string; length: bigint; head: Buffer };
  person_key: { person_id: string; key: Buffer | null; made_at: Date; destroyed_at: Date | null };
} & SignInTables;

export function withAccessTables(tx: Tx): Transaction<AccessTables> {
  return tx.$extendTables<AccessTables>();
}
