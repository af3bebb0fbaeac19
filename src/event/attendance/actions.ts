import { loadMunicipality, raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { enterParticipants, type RefusedPerson } from "../participant/actions.ts";
import { resolveParticipants } from "../participant/store.ts";
import {
  type AttendanceFrame,
  doorsOpenAt,
  isClosed,
  loadAttendanceFrame,
  requireBegun,
  requireOpen,
  requireSite,
} from "./actions-frame.ts";
import { requireWorker } from "./actions-read.ts";
import { type Batch, type BatchInput, parseBatch, settleInstant } from "./input.ts";
import { type AttendanceRefusalCode, refuseAttendance } from "./refusals.ts";
import { insertMarks, type NewMark, refreshTurnout, selectSitesOf, updateMarks } from "./store.ts";
import { NAME_LIMIT, NOTE_LIMIT } from "./views.ts";

/** What became of each thing in a batch: nothing is lost, and nothing counts twice. */
export interface BatchOutcome {
  /** Marks that count from now on. */
  readonly done: readonly Id[];
  /** Marks that were there: the same mark, or the same person at the same site. */
  readonly already: readonly Id[];
  /** Marks that came after the event was closed; the coordinator decides. */
  readonly late: readonly Id[];
  /** Marks taken back. */
  readonly takenBack: readonly Id[];
  /** People and marks that cannot be taken, each with the reason; the device keeps them and says so. */
  readonly refused: readonly { readonly id: Id; readonly code: AttendanceRefusalCode }[];
}

/**
 * Takes in a batch of marks of one event: from the page, from a phone that had no network, from paper or from a file. Sent
 * twice, or by two phones, it counts once. Refuses the whole batch only by `attendance-batch`, `event-unknown`,
 * `attendance-site-unknown`, `attendance-early`, by the permission table and, where somebody works on the page itself,
 * by `attendance-closed`.
 */
export async function recordMarks(ctx: Context<Tx>, eventId: string, input: BatchInput): Promise<BatchOutcome> {
  const batch = parseBatch(input);
  const frame = await loadAttendanceFrame(ctx, eventId);
  await requireSites(ctx, frame, batch);
  requireBegun(ctx, frame.event, (await loadMunicipality(ctx)).timeZone);
  if (batch.channel === "name") requireOpen(frame.event);
  const refusedPeople = await enterParticipants(ctx, batch.participants, { channel: "paper" });
  const outcome = await saveMarks(ctx, frame, { batch, refusedPeople });
  await refreshTurnout(ctx, frame.event.id);
  await noteBatch(ctx, frame, { batch, outcome });
  return outcome;
}

/** The same of one person on the page: what cannot be taken is refused, not told in the outcome. */
export async function recordMark(ctx: Context<Tx>, eventId: string, input: Omit<BatchInput, "channel">): Promise<void> {
  const { refused } = await recordMarks(ctx, eventId, { ...input, channel: "name" });
  const [first] = refused;
  if (first) refuseAttendance(first.code, { limit: NAME_LIMIT });
}

/** Where marks are made and taken back the actor must work; who sends only people must work somewhere at the event. */
async function requireSites(ctx: Context<Tx>, frame: AttendanceFrame, { marks, takenBack }: Batch): Promise<void> {
  const emptied = await selectSitesOf(ctx, frame.event.id, takenBack);
  const named = new Set([...marks.map(({ siteId }) => siteId), ...emptied]);
  if (named.size === 0) await requireWorker(ctx, frame.event);
  for (const siteId of named) await requireSite(ctx, frame, siteId);
}

interface Saving {
  readonly batch: Batch;
  readonly refusedPeople: readonly RefusedPerson[];
}

async function saveMarks(ctx: Context<Tx>, frame: AttendanceFrame, given: Saving): Promise<BatchOutcome> {
  const { batch, refusedPeople } = given;
  const { event } = frame;
  const known = await resolveParticipants(ctx, [...new Set(batch.marks.map(({ participantId }) => participantId))]);
  const bounds = { from: doorsOpenAt(event), now: ctx.now };
  const marks = batch.marks.flatMap((mark): readonly NewMark[] => {
    const participantId = known.get(mark.participantId);
    return participantId ? [{ ...mark, participantId, markedAt: settleInstant(mark.markedAt, bounds) }] : [];
  });
  const state = isClosed(event) ? "late" : "counted";
  const made = await insertMarks(ctx, { eventId: event.id, channel: batch.channel, state }, marks);
  const fresh = marks.filter(({ id }) => made.has(id)).map(({ id }) => id);
  const unknown = batch.marks.filter(({ participantId }) => !known.has(participantId));
  const back = { ids: batch.takenBack, from: "counted", to: "taken-back", reason: null } as const;
  return {
    done: state === "counted" ? fresh : [],
    late: state === "late" ? fresh : [],
    already: marks.filter(({ id }) => !made.has(id)).map(({ id }) => id),
    takenBack: isClosed(event) ? [] : await updateMarks(ctx, event.id, back),
    refused: [
      ...refusedPeople,
      ...unknown.map(({ id }) => ({ id, code: "attendance-participant-unknown" as const })),
      ...(isClosed(event) ? batch.takenBack.map((id) => ({ id, code: "attendance-closed" as const })) : []),
    ],
  };
}

async function noteBatch(
  ctx: Context<Tx>,
  { event }: AttendanceFrame,
  { batch, outcome }: { readonly batch: Batch; readonly outcome: BatchOutcome },
): Promise<void> {
  const { done, late, takenBack } = outcome;
  if (done.length + late.length + takenBack.length === 0) return;
  await writeAudit(ctx, {
    action: "event.work",
    subject: { kind: "event", id: event.id },
    detail: { channel: batch.channel, marks: done.length, late: late.length, takenBack: takenBack.length },
  });
}

export interface LateInput {
  readonly eventId: string;
  readonly markIds: readonly string[];
  readonly accept: boolean;
  readonly reason: string;
}

/**
 * The coordinator decides on marks that came late: they count, or they are refused; either with a reason. Refuses
 * `attendance-reason`, `attendance-mark-decided` where any of them has been decided on, and by the permission table.
 */
export async function decideLate(ctx: Context<Tx>, input: LateInput): Promise<void> {
  requirePermission(ctx, "event.confirm");
  const reason = input.reason.trim();
  if (reason === "" || reason.length > NOTE_LIMIT) refuseAttendance("attendance-reason", { limit: NOTE_LIMIT });
  const { event } = await loadAttendanceFrame(ctx, input.eventId);
  const { ids } = parseIds(input.markIds);
  const decided = await updateMarks(ctx, event.id, {
    ids,
    from: "late",
    to: input.accept ? "counted" : "refused",
    reason,
  });
  if (decided.length !== ids.length || ids.length === 0) refuseAttendance("attendance-mark-decided");
  await refreshTurnout(ctx, event.id);
  await raiseRevision(ctx);
  await writeAudit(ctx, {
    action: "event.confirm",
    subject: { kind: "event", id: event.id },
    detail: { step: "late-marks", marks: decided.length, accepted: input.accept },
    after: { reason },
  });
}

function parseIds(texts: readonly string[]): { readonly ids: readonly Id[] } {
  const { takenBack } = parseBatch({ channel: "name", takenBack: [...new Set(texts)] });
  return { ids: takenBack };
}
