import { type Selectable, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Site } from "../contract.ts";
import { type EventTables, withEventTables } from "../tables.ts";
import type { SiteFields } from "./fields.ts";

type NewSite = SiteFields & { readonly id: Id; readonly eventId: Id; readonly position: number };

export async function insertSites(ctx: Context<Tx>, sites: readonly NewSite[]): Promise<void> {
  if (sites.length === 0) return;
  const rows = sites.map((site) => ({
    municipality_id: ctx.municipalityId,
    id: site.id,
    event_id: site.eventId,
    ...columnsOf(site),
  }));
  await withEventTables(ctx.tx).insertInto("event_site").values(rows).execute();
}

function columnsOf(site: SiteFields & { readonly position: number }) {
  return {
    position: site.position,
    place: site.place,
    latitude: site.point?.latitude ?? null,
    longitude: site.point?.longitude ?? null,
    settlement_id: site.settlementId,
    association_id: site.associationId,
    responsible_person_id: site.responsibleId,
    ended_at: null,
  };
}

/** Saves a site that is there already. */
export async function updateSite(
  ctx: Context<Tx>,
  site: SiteFields & { readonly id: Id; readonly position: number },
): Promise<void> {
  await withEventTables(ctx.tx)
    .updateTable("event_site")
    .set(columnsOf(site))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", site.id)
    .execute();
}

/** Gives sites up; what was counted there keeps its place. */
export async function endSites(ctx: Context<Tx>, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await withEventTables(ctx.tx)
    .updateTable("event_site")
    .set({ ended_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** Sites of events in their order, also those that were given up. */
export async function selectSites(
  ctx: Context<Tx>,
  eventIds: readonly Id[],
): Promise<readonly (Site & { readonly eventId: Id })[]> {
  if (eventIds.length === 0) return [];
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_site")
    .selectAll()
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .orderBy("event_id")
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(toSite);
}

function toSite(row: Selectable<EventTables["event_site"]>): Site & { readonly eventId: Id } {
  const { latitude, longitude } = row;
  return {
    id: row.id,
    eventId: row.event_id,
    position: row.position,
    place: row.place,
    point: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    settlementId: row.settlement_id,
    associationId: row.association_id,
    responsibleId: row.responsible_person_id,
    endedAt: row.ended_at,
  };
}

interface HostRow {
  readonly eventId: Id;
  readonly officialId: Id;
  readonly position: number;
}

export async function insertHosts(ctx: Context<Tx>, hosts: readonly HostRow[]): Promise<void> {
  if (hosts.length === 0) return;
  const rows = hosts.map(({ eventId, officialId, position }) => ({
    municipality_id: ctx.municipalityId,
    event_id: eventId,
    official_id: officialId,
    position,
  }));
  await withEventTables(ctx.tx).insertInto("event_host").values(rows).execute();
}

/** The hosts of an event are these from now on; the trail keeps who they were. */
export async function replaceHosts(ctx: Context<Tx>, eventId: Id, officialIds: readonly Id[]): Promise<void> {
  await withEventTables(ctx.tx)
    .deleteFrom("event_host")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .execute();
  await insertHosts(
    ctx,
    officialIds.map((officialId, at) => ({ eventId, officialId, position: at + 1 })),
  );
}

/** Hosts of events in their order. */
export async function selectHosts(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<readonly HostRow[]> {
  if (eventIds.length === 0) return [];
  return withEventTables(ctx.tx)
    .selectFrom("event_host")
    .select(["event_id as eventId", "official_id as officialId", "position"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .orderBy("event_id")
    .orderBy("position")
    .execute();
}
