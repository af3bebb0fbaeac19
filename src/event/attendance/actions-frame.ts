import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf, type EventCard, type Site } from "../contract.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { mayWorkOn } from "../event/actions-read.ts";
import { refuseAttendance } from "./refusals.ts";
import { EARLY_MINUTES } from "./views.ts";

/** An event whose attendance is being changed; its row is locked, so that writers and a confirmation wait for each other. */
export interface AttendanceFrame {
  readonly event: EventCard;
  /** Sites that were not given up. */
  readonly sites: ReadonlyMap<Id, Site>;
}

export async function loadAttendanceFrame(ctx: Context<Tx>, eventId: string): Promise<AttendanceFrame> {
  const { card, sites } = await requireEvent(ctx, eventId, { lock: true });
  return { event: card, sites: toSites(sites) };
}

function toSites(sites: LoadedEvent["sites"]): ReadonlyMap<Id, Site> {
  return new Map(sites.filter(({ endedAt }) => endedAt === null).map((site) => [site.id, site]));
}

/** A site at which the actor may work. Refuses `attendance-site-unknown` and as `requirePermission`. */
export async function requireSite(ctx: Context<Tx>, { event, sites }: AttendanceFrame, siteId: string): Promise<Site> {
  const site = sites.get(siteId.toLowerCase()) ?? refuseAttendance("attendance-site-unknown");
  if (!(await mayWorkOn(ctx, event, site))) requirePermission(ctx, "event.work", belongingOf(event));
  return site;
}

/** Confirmed or cancelled: what comes now is late. */
export function isClosed({ state }: Pick<EventCard, "state">): boolean {
  return state === "confirmed" || state === "cancelled";
}

/** Refuses `attendance-closed`. */
export function requireOpen(event: Pick<EventCard, "state">): void {
  if (isClosed(event)) refuseAttendance("attendance-closed");
}

/** Refuses `attendance-early` before the doors open. */
export function requireBegun(ctx: Context<Tx>, event: Pick<EventCard, "startsAt" | "title">, timeZone: string): void {
  const from = doorsOpenAt(event);
  if (ctx.now >= from) return;
  const said = from.toLocaleString("ru-RU", { timeZone, dateStyle: "short", timeStyle: "short" });
  refuseAttendance("attendance-early", { title: event.title, from: said });
}

export function doorsOpenAt({ startsAt }: Pick<EventCard, "startsAt">): Date {
  return new Date(startsAt.getTime() - EARLY_MINUTES * 60_000);
}
