import { randomBytes } from "node:crypto";
import { loadMunicipality, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import {
  type AttendanceFrame,
  isClosed,
  loadAttendanceFrame,
  requireBegun,
  requireOpen,
  requireSite,
} from "../attendance/actions-frame.ts";
import { refuseAttendance } from "../attendance/refusals.ts";
import { insertMarks, refreshTurnout } from "../attendance/store.ts";
import type { EventCard, Site } from "../contract.ts";
import { enterParticipants, requireConsentText } from "../participant/actions.ts";
import { findParticipantOf, resolveParticipants } from "../participant/store.ts";
import { findByCode, replaceCode, selectCode } from "./store.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
/** After the end the door stays open so long: people stand in a queue. */
const AFTER_MINUTES = 120;

/** Twenty signs of thirty-two, a hundred bits: nobody guesses them. */
function makeCode(): string {
  return [...randomBytes(20)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** The code to show at the door of a site; made where there is none, or anew. Refuses as `requireSite`, `attendance-closed`. */
export async function openDoor(
  ctx: Context<Tx>,
  given: { readonly eventId: string; readonly siteId: string; readonly anew?: boolean },
): Promise<string> {
  const frame = await loadAttendanceFrame(ctx, given.eventId);
  const site = await requireSite(ctx, frame, given.siteId);
  requireOpen(frame.event);
  const there = await selectCode(ctx, site.id);
  if (there !== undefined && given.anew !== true) return there;
  const code = makeCode();
  await replaceCode(ctx, site.id, code);
  await writeAudit(ctx, {
    action: "event.work",
    subject: { kind: "event", id: frame.event.id },
    detail: { step: "door-code", siteId: site.id },
  });
  return code;
}

/** The code of a site as who works there sees it; null where none was made. Refuses as `requireSite`. */
export async function showDoor(
  ctx: Context<Tx>,
  given: { readonly eventId: string; readonly siteId: string },
): Promise<{
  readonly event: EventCard;
  readonly site: Site;
  readonly code: string | null;
  readonly isClosed: boolean;
}> {
  const frame = await loadAttendanceFrame(ctx, given.eventId);
  const site = await requireSite(ctx, frame, given.siteId);
  const code = (await selectCode(ctx, site.id)) ?? null;
  return { event: frame.event, site, code, isClosed: isClosed(frame.event) };
}

/** What somebody sees who has read the code with a phone: where they are, and to what they consent. */
export interface DoorView {
  readonly event: EventCard;
  readonly site: Site;
  readonly consent: { readonly id: Id; readonly body: string };
}

/** Refuses `attendance-code-void`, `attendance-no-text`. */
export async function readDoor(ctx: Context<Tx>, code: string): Promise<DoorView> {
  const { event, site } = await requireDoor(ctx, code);
  return { event, site, consent: await requireConsentText(ctx) };
}

async function requireDoor(ctx: Context<Tx>, code: string): Promise<AttendanceFrame & { readonly site: Site }> {
  const found = /^[a-z2-7]{20}$/.test(code) ? await findByCode(ctx, code) : undefined;
  if (!found) return refuseAttendance("attendance-code-void");
  const frame = await loadAttendanceFrame(ctx, found.eventId);
  const site = frame.sites.get(found.siteId);
  const until = frame.event.endsAt.getTime() + AFTER_MINUTES * 60_000;
  if (!site || isClosed(frame.event) || ctx.now.getTime() > until) return refuseAttendance("attendance-code-void");
  requireBegun(ctx, frame.event, (await loadMunicipality(ctx)).timeZone);
  return { ...frame, site };
}

export interface ComeInput {
  readonly code: string;
  /** Of the form: the same form sent twice is one mark. */
  readonly markId: string;
  /** Whom this phone remembers from earlier events; null where nobody, or somebody else now. */
  readonly participantId: string | null;
  readonly name: string;
  readonly birthYear: string;
  readonly consent: boolean;
}

/**
 * Somebody marks themselves by the code at the door; no account is needed. The id by which the phone may remember them.
 * Refuses `attendance-code-void`, `attendance-early`, `attendance-name`, `attendance-birth-year`, `attendance-consent`,
 * `attendance-no-text`.
 */
export async function comeIn(ctx: Context<Tx>, input: ComeInput): Promise<Id> {
  const { event, site } = await requireDoor(ctx, input.code);
  const participantId = (await findKnown(ctx, input.participantId)) ?? (await enterNew(ctx, input));
  const mark = { id: input.markId, siteId: site.id, participantId, markedAt: ctx.now };
  const made = await insertMarks(ctx, { eventId: event.id, channel: "code", state: "counted" }, [mark]);
  if (made.size > 0) {
    await refreshTurnout(ctx, event.id);
    const detail = { channel: "code", marks: 1, siteId: site.id };
    await writeAudit(ctx, { action: "event.work", subject: { kind: "event", id: event.id }, detail });
  }
  return participantId;
}

/** Whom the phone remembers, or who has signed in and came before. */
async function findKnown(ctx: Context<Tx>, remembered: string | null): Promise<Id | undefined> {
  if (remembered !== null) return (await resolveParticipants(ctx, [remembered])).get(remembered);
  return ctx.actor.kind === "person" ? findParticipantOf(ctx, ctx.actor.personId) : undefined;
}

async function enterNew(ctx: Context<Tx>, { name, birthYear, consent }: ComeInput): Promise<Id> {
  const id = newId();
  const own = ctx.actor.kind === "person" ? { channel: "account", personId: ctx.actor.personId } : { channel: "site" };
  const person = { id, name, birthYear, associationId: null, consent };
  const [refused] = await enterParticipants(ctx, [person], own as Parameters<typeof enterParticipants>[2]);
  return refused ? refuseAttendance(refused.code, { limit: 200 }) : id;
}
