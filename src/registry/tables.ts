import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { AssociationState, OfficialKind } from "./contract.ts";

type Tenant = { municipality_id: string };

/** Tables of the register as SQL names them; migration 0015 says what each column means. */
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
  registry_counter: Tenant & { kind: string; last: number };
};

export function withRegistryTables(tx: Tx): Transaction<RegistryTables> {
  return tx.$extendTables<RegistryTables>();
}
