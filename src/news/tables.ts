import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { Move, OutletKind, PublicationKind, PublicationState } from "./contract.ts";

type Tenant = { municipality_id: string };

/** Tables of publications as SQL names them; migration 0030 says what each column means. */
type NewsTables = {
  outlet: Tenant & { id: string; kind: OutletKind; name: string; link: string | null; version: Generated<number> };
  news_counter: Tenant & { last: number };
  publication: Tenant & {
    id: string;
    number: number;
    kind: PublicationKind;
    state: PublicationState;
    title: string;
    lead: string | null;
    text: string | null;
    outlet_id: string | null;
    link: string | null;
    link_key: string | null;
    issue: string | null;
    published_on: string | null;
    activity_id: string | null;
    author_name: string | null;
    created_by_person_id: string | null;
    recorded_at: Date;
    version: Generated<number>;
  };
  publication_association: Tenant & { publication_id: string; association_id: string };
  publication_picture: Tenant & {
    id: string;
    publication_id: string;
    hash: string;
    width: number;
    height: number;
    small_hash: string;
    small_width: number;
    small_height: number;
    alt: string;
    removed_at: Date | null;
  };
  publication_event: Tenant & {
    publication_id: string;
    version: number;
    move: Move;
    reason: string | null;
    at: Date;
    by_person_id: string | null;
    by_name: string | null;
  };
};

export function withNewsTables(tx: Tx): Transaction<NewsTables> {
  return tx.$extendTables<NewsTables>();
}
