import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { EventCard, Site } from "../contract.ts";
import { refuseEvent } from "../refusals.ts";
import type { EventFields } from "./fields.ts";
import { type EventRow, selectEvents } from "./store.ts";
import { selectHosts, selectSites } from "./store-site.ts";

/** An event as its actions work with it. */
export interface LoadedEvent {
  readonly row: EventRow;
  readonly card: EventCard;
  readonly fields: EventFields;
  /** Also those that were given up. */
  readonly sites: readonly Site[];
}

/** Events of these ids with all that their forms say, in the order of their beginning. */
export async function loadEvents(
  ctx: Context<Tx>,
  ids: readonly Id[],
  options: { readonly lock?: boolean } = {},
): Promise<readonly LoadedEvent[]> {
  const rows = await selectEvents(ctx, ids, options);
  const found = rows.map(({ id }) => id);
  const sites = groupBy(await selectSites(ctx, found), ({ eventId }) => eventId);
  const hosts = groupBy(await selectHosts(ctx, found), ({ eventId }) => eventId);
  return rows.map((row) => {
    const own = (sites.get(row.id) ?? []).map(({ eventId: _, ...site }) => site);
    const hostIds = (hosts.get(row.id) ?? []).map(({ officialId }) => officialId);
    return { row, card: toCard(row), sites: own, fields: toFields(row, own, hostIds) };
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => Id): ReadonlyMap<Id, readonly T[]> {
  const groups = new Map<Id, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** One event, locked where it is to be changed. Refuses `event-unknown`. */
export async function requireEvent(
  ctx: Context<Tx>,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<LoadedEvent> {
  const [event] = isId(id) ? await loadEvents(ctx, [id.toLowerCase()], options) : [];
  return event ?? refuseEvent("event-unknown");
}

function toFields(row: EventRow, sites: readonly Site[], hostIds: readonly Id[]): EventFields {
  return {
    kind: row.kind,
    ownKindId: row.own_kind_id,
    title: row.title,
    description: row.description,
    organiser: row.organiser,
    settlementId: row.settlement_id,
    associationId: row.association_id,
    activityId: row.activity_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    date: row.date,
    untilDate: row.until_date,
    responsibleId: row.responsible_person_id,
    agenda: row.agenda,
    takesRegistrations: row.takes_registrations,
    capacity: row.capacity,
    sites: sites.filter(({ endedAt }) => endedAt === null).map(({ position: _, endedAt: __, ...site }) => site),
    hostIds,
  };
}

/** The event as other parts see it. */
export function toCard(row: EventRow): EventCard {
  return {
    id: row.id,
    number: `${row.number}/${row.number_year}`,
    kind: row.kind,
    ownKindId: row.own_kind_id,
    title: row.title,
    organiser: row.organiser,
    settlementId: row.settlement_id,
    associationId: row.association_id,
    activityId: row.activity_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    date: row.date,
    untilDate: row.until_date,
    state: row.state,
    responsibleId: row.responsible_person_id,
    seriesId: row.series_id,
    version: row.version,
  };
}
