import type { Generated, Transaction } from "kysely";
import type { Tx } from "../../platform/database/index.ts";
import type { BodyKind } from "./views.ts";

type Tenant = { municipality_id: string };

/** Tables of bodies and seats as SQL names them; migration 0029 says what each column means. */
type BodyTables = {
  body: Tenant & {
    id: string;
    kind: BodyKind;
    name: string;
    authority: string;
    act_id: string | null;
    act_words: string | null;
    since: string;
    until: string | null;
    version: Generated<number>;
  };
  body_size: Tenant & { body_id: string; since: string; seats: number; basis: string };
  body_seat: Tenant & {
    id: string;
    body_id: string;
    seat: number;
    association_id: string | null;
    holder_name: string | null;
    consent: string | null;
    since: string;
    until: string | null;
    basis: string;
    ended_basis: string | null;
    cancelled_at: Date | null;
    recorded_at: Date;
    version: Generated<number>;
  };
  association: Tenant & { id: string; name: string };
};

export function withBodyTables(tx: Tx): Transaction<BodyTables> {
  return tx.$extendTables<BodyTables>();
}
