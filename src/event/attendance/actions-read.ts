import { may, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf, belongingOfSite, type EventCard, type Site } from "../contract.ts";
import { selectCounts } from "../count/store.ts";
import { getEvent, listSites, mayWorkOn } from "../event/actions-read.ts";
import { foldName } from "../participant/input.ts";
import { searchParticipants, selectNamesakes } from "../participant/store.ts";
import { selectDistinct, selectMarks, selectTurnouts } from "./store.ts";
import { addUpTurnout } from "./turnout.ts";
import type { CountView, MarkView, ParticipantView, Turnout } from "./views.ts";

/** The attendance of an event as those who work at it see it. */
export interface AttendanceView {
  readonly event: EventCard;
  readonly sites: readonly Site[];
  /** Sites at which the actor may mark and count. */
  readonly ownSites: readonly Id[];
  readonly marks: readonly MarkView[];
  readonly counts: readonly CountView[];
  readonly turnout: Turnout;
  /** Entries that may be one person. */
  readonly namesakes: readonly { readonly keepId: Id; readonly aliasId: Id; readonly name: string }[];
  readonly mayConfirm: boolean;
}

/** Refuses `event-unknown` and by the permission table: names are for those who work at the event, and the auditor. */
export async function getAttendance(ctx: Context<Tx>, eventId: string): Promise<AttendanceView> {
  const event = await getEvent(ctx, eventId);
  const sites = await listSites(ctx, event.id);
  const own: Id[] = [];
  for (const site of sites) if (await mayWorkOn(ctx, event, site)) own.push(site.id);
  if (own.length === 0) requirePermission(ctx, "attendance.read", belongingOf(event));
  const marks = await selectMarks(ctx, event.id);
  const seen = may(ctx.actor, "attendance.read", belongingOf(event))
    ? marks
    : marks.filter(({ siteId }) => own.includes(siteId));
  return {
    event,
    sites,
    ownSites: own,
    marks: seen,
    counts: await selectCounts(ctx, event.id),
    turnout: await getTurnout(ctx, event.id),
    namesakes: may(ctx.actor, "participant.keep") ? await selectNamesakes(ctx, event.id) : [],
    mayConfirm: may(ctx.actor, "event.confirm"),
  };
}

/** The totals of an event, which are public: no name is among them. */
export async function getTurnout(ctx: Context<Tx>, eventId: Id): Promise<Turnout> {
  const turnouts = await listTurnouts(ctx, [eventId]);
  return turnouts.get(eventId) ?? addUpTurnout([], 0);
}

/** The same of several events at once. */
export async function listTurnouts(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<ReadonlyMap<Id, Turnout>> {
  const kept = await selectTurnouts(ctx, eventIds);
  const distinct = await selectDistinct(ctx, eventIds);
  return new Map(eventIds.map((id) => [id, addUpTurnout(kept.get(id) ?? [], distinct.get(id) ?? 0)]));
}

/** Which of these events have somebody counted. */
export async function findCounted(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  const kept = await selectTurnouts(ctx, eventIds);
  return new Set(
    eventIds.filter((id) => kept.get(id)?.some(({ named, counted }) => named > 0 || (counted ?? 0) > 0) === true),
  );
}

const PICK_LIMIT = 20;

/** People to pick from at an event, by the beginning of a word of their name; without one, those of its association. */
export async function findParticipants(
  ctx: Context<Tx>,
  given: { readonly eventId: string; readonly text: string; readonly limit?: number },
): Promise<readonly ParticipantView[]> {
  const event = await getEvent(ctx, given.eventId);
  await requireWorker(ctx, event);
  const text = foldName(given.text.slice(0, 200));
  const associationId = text === "" ? event.associationId : null;
  return searchParticipants(ctx, { text, associationId, limit: given.limit ?? PICK_LIMIT });
}

/** Who works at the event or at any of its sites. Refuses as `requirePermission`. */
export async function requireWorker(ctx: Context<Tx>, event: EventCard): Promise<readonly Site[]> {
  const sites = await listSites(ctx, event.id);
  const own: Site[] = [];
  for (const site of sites) if (await mayWorkOn(ctx, event, site)) own.push(site);
  if (own.length === 0)
    requirePermission(ctx, "event.work", [...belongingOf(event), ...sites.flatMap(belongingOfSite)]);
  return own;
}
