import type { ColumnType, Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { AssociationState, OfficialKind } from "./contract.ts";
import type { Section } from "./record/fields.data.ts";
import type { Content, Particulars } from "./record/record.ts";

type Tenant = { municipality_id: string };

/** JSON: read as it is, written as text. */
type Json<Shape> = ColumnType<Shape, string, string>;

type Recorded = { recorded_at: Date; recorded_by_person_id: string | null; recorded_by_name: string | null };

/** Tables of the register as SQL names them; migrations 0015 and that of associations say what each column means. */
export type RegistryTables = {
  settlement: Tenant & {
    id: string;
    name: string;
    oktmo: string | null;
    ended_on: string | null;
    version: Generated<number>;
  };
  association: Tenant & {
    id: string;
    number: number;
    name: string;
    settlement_id: string;
    state: AssociationState;
    recorded_at: Date;
    version: Generated<number>;
    particulars: Json<Particulars>;
    search: string;
  };
  association_person: Tenant & {
    id: string;
    association_id: string;
    name: string;
    person_id: string | null;
    recorded_at: Date;
  };
  association_entry: Tenant &
    Recorded & {
      id: string;
      association_id: string;
      section: Section;
      since: string;
      content: Json<Content> | null;
      basis: string;
      corrects: string | null;
    };
  quorum_rule: Tenant &
    Recorded & {
      id: string;
      form: "meeting" | "conference";
      valid_from: string;
      numerator: number;
      denominator: number;
      law: string;
    };
  official: Tenant & {
    id: string;
    kind: OfficialKind;
    name: string;
    office: string;
    since: string;
    until: string | null;
    person_id: string | null;
    version: Generated<number>;
  };
  register_state: Tenant & { token: string };
  registry_counter: Tenant & { kind: string; last: number };
};

export function withRegistryTables(tx: Tx): Transaction<RegistryTables> {
  return tx.$extendTables<RegistryTables>();
}

/** PostgreSQL takes 65,535 parameters in a statement. */
const BATCH = 2_000;

export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += BATCH) yield rows.slice(at, at + BATCH);
}
