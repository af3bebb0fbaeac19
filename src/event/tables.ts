import type { Generated, Transaction } from "kysely";
import type { Tx } from "../platform/database/index.ts";
import type { EventKind, EventState, Need, Organiser, PaperKind } from "./contract.ts";

type Tenant = { municipality_id: string };

/** Tables of events as SQL names them; migration 0020 says what each column means. */
export type EventTables = {
  event_kind: Tenant & {
    id: string;
    name: string;
    needs: Need[];
    is_training: boolean;
    ended_on: string | null;
    version: Generated<number>;
  };
  event_series: Tenant & { id: string; rule: string; recorded_at: Date };
  event_counter: Tenant & { year: number; last: number };
  event: Tenant & {
    id: string;
    number: number;
    number_year: number;
    kind: EventKind;
    own_kind_id: string | null;
    title: string;
    description: string;
    organiser: Organiser;
    settlement_id: string | null;
    association_id: string | null;
    activity_id: string | null;
    starts_at: Date;
    ends_at: Date;
    date: string;
    until_date: string;
    state: EventState;
    cancel_reason: string | null;
    responsible_person_id: string | null;
    agenda: string;
    minutes: string;
    results: string;
    takes_registrations: boolean;
    capacity: number | null;
    series_id: string | null;
    series_position: number | null;
    copied_from_id: string | null;
    sequence: Generated<number>;
    search: string;
    recorded_at: Date;
    recorded_by_person_id: string | null;
    recorded_by_name: string | null;
    changed_at: Date;
    changed_by_person_id: string | null;
    version: Generated<number>;
  };
  event_site: Tenant & {
    id: string;
    event_id: string;
    position: number;
    place: string;
    latitude: number | null;
    longitude: number | null;
    settlement_id: string | null;
    association_id: string | null;
    responsible_person_id: string | null;
    ended_at: Date | null;
  };
  event_host: Tenant & { event_id: string; official_id: string; position: number };
  event_paper: Tenant & {
    id: string;
    event_id: string;
    kind: PaperKind;
    name: string;
    caption: string;
    hash: string;
    media_type: string;
    bytes: bigint;
    width: number | null;
    height: number | null;
    small_hash: string | null;
    latitude: number | null;
    longitude: number | null;
    is_public: boolean;
    added_at: Date;
    added_by_person_id: string | null;
    removed_at: Date | null;
  };
  event_slot: Tenant & {
    id: string;
    event_id: string;
    official_id: string;
    starts_at: Date;
    ends_at: Date;
    ended_at: Date | null;
  };
};

export function withEventTables(tx: Tx): Transaction<EventTables> {
  return tx.$extendTables<EventTables>();
}
