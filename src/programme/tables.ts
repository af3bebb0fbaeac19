import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";

type Tenant = {
  municipality_id: string;
};

type Identity = Tenant & {
  id: string;
  first_seen: Date;
};

type Line = Tenant & {
  edition_id: string;
};

/** Tables of the programme slice as SQL names them; migration 0003 says what each column means. Exact decimals travel as strings, whole numbers of 64 bits as bigint. */
export type ProgrammeTables = {
  programme_document: Tenant & { hash: string; bytes: bigint; stored_at: Date };
  programme: Tenant & {
    id: string;
    slug: string;
    first_year: number;
    last_year: number;
    last_edition: Generated<number>;
    created_at: Date;
  };
  programme_reading: Tenant & {
    id: string;
    slug: string;
    file_name: string;
    file_hash: string;
    content: unknown;
    findings: unknown;
    questions: Generated<unknown>;
    read_at: Date;
    read_by_person_id: string | null;
    read_by_name: string | null;
    state: Generated<"open" | "approved" | "discarded">;
    version: Generated<number>;
    closed_at: Generated<Date | null>;
    carry: Generated<unknown>;
  };
  programme_draft: Tenant & {
    id: string;
    programme_id: string;
    base_edition_id: string;
    content: unknown;
    content_version: Generated<number>;
    version: Generated<number>;
    state: Generated<"open" | "submitted" | "discarded">;
    opened_at: Date;
    opened_by_person_id: string | null;
    opened_by_name: string | null;
    changed_at: Date;
    closed_at: Generated<Date | null>;
    reading_id: Generated<string | null>;
  };
  programme_draft_change: Tenant & {
    draft_id: string;
    version: number;
    token: string;
    change: unknown;
    made_at: Date;
    made_by_person_id: string | null;
    made_by_name: string | null;
  };
  programme_draft_presence: Tenant & {
    draft_id: string;
    visitor: string;
    person_id: string | null;
    name: string | null;
    seen_at: Date;
    place: unknown;
  };
  reading_hint: Tenant & {
    kind: "table" | "column";
    key: string;
    answer: string;
    answered_at: Date;
    answered_by_person_id: string | null;
    answered_by_name: string | null;
  };
  edition: Tenant & {
    id: string;
    programme_id: string;
    number: number;
    reading_id: string;
    title: string;
    years: number[];
    content: unknown;
    findings: unknown;
    file_name: string;
    file_hash: string;
    read_at: Date;
    approved_at: Date;
    approved_by_person_id: string | null;
    approved_by_name: string | null;
    basis: string;
    demonstration: boolean;
  };
  goal: Identity;
  objective: Identity;
  indicator: Identity;
  activity: Identity;
  succession: Tenant & {
    id: string;
    edition_id: string;
    kind: "split" | "joined" | "ended";
    line_kind: "goal" | "objective" | "indicator" | "activity";
    from_id: string;
    to_id: string | null;
    reason: string | null;
    decided_at: Date;
    decided_by_person_id: string | null;
    decided_by_name: string | null;
  };
  funding_source: Identity & { kind: string };
  edition_goal: Line & { goal_id: string; number: number; name: string };
  edition_objective: Line & { objective_id: string; goal_id: string | null; number: number; name: string };
  edition_indicator: Line & {
    indicator_id: string;
    position: number;
    number: string;
    objective_id: string | null;
    name: string;
    unit: string | null;
  };
  edition_target: Line & { indicator_id: string; year: number; value: string };
  edition_activity: Line & {
    activity_id: string;
    position: number;
    number: string | null;
    goal_id: string | null;
    objective_id: string | null;
    name: string;
    executors: string[];
    expected_result: string | null;
  };
  edition_quantity: Line & {
    activity_id: string;
    year: number;
    quantity: string | null;
    unit: string | null;
    unit_cost_kopecks: bigint | null;
  };
  allocation: Line & { activity_id: string; source_id: string; year: number; kopecks: bigint };
};

export function withProgrammeTables(tx: Tx): Transaction<ProgrammeTables> {
  return tx.$extendTables<ProgrammeTables>();
}
