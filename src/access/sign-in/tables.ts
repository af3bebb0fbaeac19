import type { Generated } from "kysely";

/** Tables of signing in; migrations 0002 and 0009 say what each column means. */
export type SignInTables = {
  sign_in_session: {
    id: string;
    person_id: string;
    token: string;
    expires_at: Date;
    ip_address: string | null;
    user_agent: string | null;
    created_at: Date;
    updated_at: Date;
    second_factor_at: Date | null;
    opened_by: string;
    last_used_at: Date;
  };
  sign_in_token: {
    municipality_id: string;
    id: string;
    purpose: "confirm-email" | "change-email" | "reset-password" | "passkey";
    person_id: string | null;
    email: string | null;
    hash: Buffer;
    made_at: Date;
    expires_at: Date;
    used_at: Generated<Date | null>;
  };
  sign_in_device: { person_id: string; hash: Buffer; first_seen_at: Date; last_seen_at: Date };
  sign_in_rate: { id: string; key: string; count: number; last_request: bigint };
  second_factor_app: {
    person_id: string;
    secret: string;
    made_at: Date;
    verified_at: Date | null;
    last_step: bigint;
  };
  second_factor_code: { person_id: string; hash: Buffer; used_at: Generated<Date | null> };
  second_factor_passkey: {
    id: string;
    person_id: string;
    credential_id: string;
    public_key: Buffer;
    counter: bigint;
    transports: string[];
    name: string;
    made_at: Date;
    last_used_at: Generated<Date | null>;
  };
  invitation: {
    municipality_id: string;
    id: string;
    email: string;
    roles: string[];
    subject_id: string | null;
    basis: string;
    language: "ru" | "en";
    hash: Buffer;
    delivery: "letter" | "hand";
    invited_by: string | null;
    made_at: Date;
    sent_at: Date;
    expires_at: Date;
    accepted_at: Generated<Date | null>;
    person_id: Generated<string | null>;
    withdrawn_at: Generated<Date | null>;
  };
};
