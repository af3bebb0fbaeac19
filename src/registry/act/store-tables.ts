import type { Generated, Transaction } from "kysely";
import type { Tx } from "../../platform/database/index.ts";
import type { ActKind, ActSubject, RelationKind } from "./views.ts";

type Tenant = { municipality_id: string };

/** Tables of legal acts as SQL names them; migration 0023 says what each column means. */
type ActTables = {
  legal_act: Tenant & {
    id: string;
    kind: ActKind;
    subject: ActSubject;
    state: "draft" | "adopted";
    number: string | null;
    date: string | null;
    issuer: string;
    title: string;
    clause: string | null;
    text: string | null;
    link: string | null;
    in_force_from: string | null;
    in_force_until: string | null;
    settlement_id: string | null;
    recorded_at: Date;
    version: Generated<number>;
  };
  legal_act_file: Tenant & {
    id: string;
    act_id: string;
    hash: string;
    name: string;
    media_type: string;
    bytes: bigint;
    recorded_at: Date;
  };
  legal_act_relation: Tenant & {
    id: string;
    kind: RelationKind;
    act_id: string;
    target_id: string;
    holds_from: string;
    brings_up_to_date: boolean;
    note: string | null;
    recorded_at: Date;
    cancelled_at: Date | null;
    cancelled_reason: string | null;
  };
  revision_rule: Tenant & {
    id: string;
    key: string;
    version: number;
    adopted_before: string;
    due_date: string;
    holds_from: string;
    holds_until: string | null;
    subjects: ActSubject[];
    source: string;
    checked: boolean;
    recorded_at: Date;
  };
  revision_review: Tenant & {
    id: string;
    act_id: string;
    key: string;
    date: string;
    basis: string;
    recorded_at: Date;
  };
  registry_plan: Tenant & { purpose: "acts" | "seats"; activity_id: string };
  settlement: Tenant & { id: string; name: string };
};

export function withActTables(tx: Tx): Transaction<ActTables> {
  return tx.$extendTables<ActTables>();
}
