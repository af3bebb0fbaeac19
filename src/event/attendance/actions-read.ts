import { may, notePersonalRead, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf, belongingOfSite, type EventCard, type Site } from "../contract.ts";
import { selectCounts } from "../count/store.ts";
import { filterWorkSites, getEvent, listSites } from "../event/actions-read.ts";
import { findConsentText } from "../participant/actions.ts";
import { foldName } from "../participant/input.ts";
import { searchParticipants, selectNamesakes } from "../participant/store.ts";
import { isClosed } from "./actions-frame.ts";
import { selectDistinct, selectMarks, selectTurnouts } from "./store.ts";
import { addUpTurnout } from "./turnout.ts";
import {
  type CountView,
  MARKS_SHOWN,
  type MarkView,
  type Namesakes,
  type ParticipantView,
  type Turnout,
} from "./views.ts";

/** The attendance of an event as those who work at it see it. */
export interface AttendanceView {
  readonly event: EventCard;
  readonly sites: readonly Site[];
  /** Sites at which the actor may mark and count. */
  readonly ownSites: readonly Id[];
  /** Marks that count, of the sites and page asked for. */
  readonly marks: readonly MarkView[];
  /** There are more than these. */
  readonly hasMore: boolean;
  /** Marks that came after the event was closed, and wait. */
  readonly late: readonly MarkView[];
  readonly counts: readonly CountView[];
  readonly turnout: Turnout;
  /** Entries that may be one person. */
  readonly namesakes: readonly Namesakes[];
  /** The text of the consent to being named; null where none is in force, and then nobody can be entered. */
  readonly consent: string | null;
  readonly isClosed: boolean;
  readonly mayConfirm: boolean;
}

/** What of an event's attendance one wants to see; all of it where nothing is said. */
export interface AttendanceQuery {
  readonly siteId?: string | undefined;
  /** The beginning of any word of a name. */
  readonly text?: string;
  readonly page?: number;
}

/** Refuses `event-unknown` and by the permission table: names are for those who work at the event, and the auditor. */
export async function getAttendance(
  ctx: Context<Tx>,
  eventId: string,
  query: AttendanceQuery = {},
): Promise<AttendanceView> {
  const event = await getEvent(ctx, eventId);
  const sites = await listSites(ctx, event.id);
  const ownSites = (await filterWorkSites(ctx, event, sites)).map(({ id }) => id);
  if (ownSites.length === 0) requirePermission(ctx, "attendance.read", belongingOf(event));
  const seen = may(ctx.actor, "attendance.read", belongingOf(event)) ? null : ownSites;
  const found = await findMarks(ctx, { event, seen, query });
  const marks = found.slice(0, MARKS_SHOWN);
  const waiting = {
    eventId: event.id,
    siteIds: seen,
    states: ["late"],
    text: "",
    limit: MARKS_SHOWN,
    offset: 0,
  } as const;
  const late = await selectMarks(ctx, waiting);
  await notePersonalRead(
    ctx,
    "event.attendance",
    [...marks, ...late].map(({ participantId }) => participantId),
  );
  return {
    event,
    sites,
    ownSites,
    marks,
    hasMore: found.length > MARKS_SHOWN,
    late,
    counts: await selectCounts(ctx, event.id),
    turnout: await getTurnout(ctx, event.id),
    namesakes: may(ctx.actor, "participant.keep") ? await selectNamesakes(ctx, event.id) : [],
    consent: (await findConsentText(ctx))?.body ?? null,
    isClosed: isClosed(event),
    mayConfirm: may(ctx.actor, "event.confirm"),
  };
}

interface Finding {
  readonly event: EventCard;
  /** Sites whose names the actor may see; null where all. */
  readonly seen: readonly Id[] | null;
  readonly query: AttendanceQuery;
}

/** One more than a page has, where there are more. */
function findMarks(ctx: Context<Tx>, { event, seen, query }: Finding): Promise<readonly MarkView[]> {
  const { siteId, text = "", page = 1 } = query;
  const asked = siteId === undefined ? seen : [siteId.toLowerCase()].filter((id) => seen === null || seen.includes(id));
  return selectMarks(ctx, {
    eventId: event.id,
    siteIds: asked,
    states: ["counted"],
    text: foldName(text.slice(0, 200)),
    limit: MARKS_SHOWN + 1,
    offset: (Math.max(1, page) - 1) * MARKS_SHOWN,
  });
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
  given: { readonly eventId: string; readonly siteId?: string; readonly text: string; readonly limit?: number },
): Promise<readonly ParticipantView[]> {
  const event = await getEvent(ctx, given.eventId);
  const site = (await requireWorker(ctx, event)).find(({ id }) => id === given.siteId);
  const at = site ? { eventId: event.id, siteId: site.id } : null;
  const text = foldName(given.text.slice(0, 200));
  const associationId = text === "" ? event.associationId : null;
  const found = await searchParticipants(ctx, { text, associationId, at, limit: given.limit ?? PICK_LIMIT });
  await notePersonalRead(
    ctx,
    "event.participants",
    found.map(({ id }) => id),
  );
  return found;
}

/** Who works at the event or at any of its sites. Refuses as `requirePermission`. */
export async function requireWorker(ctx: Context<Tx>, event: EventCard): Promise<readonly Site[]> {
  const sites = await listSites(ctx, event.id);
  const own = await filterWorkSites(ctx, event, sites);
  if (own.length === 0)
    requirePermission(ctx, "event.work", [...belongingOf(event), ...sites.flatMap(belongingOfSite)]);
  return own;
}
