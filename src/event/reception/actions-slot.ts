import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { isTime, toInstant } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { requireOpen } from "../event/actions-change.ts";
import { loadFrame, loadRules, ruleOf } from "../event/actions-frame.ts";
import { requireEvent } from "../event/actions-load.ts";
import { requireKeep } from "../event/actions-require.ts";
import { refuseEvent } from "../refusals.ts";
import { selectVisits } from "./store.ts";
import { endSlot, insertSlots, selectSlots } from "./store-slot.ts";

export interface SlotsInput {
  readonly eventId: string;
  readonly officialId: string;
  /** Local times `HH:MM` on the event's first day. */
  readonly from: string;
  readonly until: string;
  /** How long one visitor is received. */
  readonly minutes: string;
}

/**
 * Divides a host's hours into times of reception; those that are there stay. How many were added. Refuses `slot-host` where the
 * event has no such host, and `slot-times`.
 */
export async function addSlots(ctx: Context<Tx>, input: SlotsInput): Promise<number> {
  const event = await requireEvent(ctx, input.eventId, { lock: true });
  const frame = await loadFrame(ctx);
  requireKeep(ctx, event.card, ruleOf(frame, event.fields));
  requireOpen(event);
  if (!event.fields.hostIds.includes(input.officialId)) refuseEvent("slot-host");
  const minutes = /^\d{1,3}$/.test(input.minutes.trim()) ? Number(input.minutes) : 0;
  if (!isTime(input.from) || !isTime(input.until) || minutes < 5 || minutes > 240) refuseEvent("slot-times");
  const { date } = event.row;
  const [first, last] = [input.from, input.until].map((time) => toInstant(date, time, frame.timeZone).getTime());
  const slots = divide(first ?? 0, last ?? 0, minutes * 60_000);
  if (slots.length === 0) refuseEvent("slot-times");
  const own = slots.map((slot) => ({ ...slot, officialId: input.officialId }));
  const added = await insertSlots(ctx, event.row.id, own);
  await writeAudit(ctx, {
    action: "event.keep",
    subject: { kind: "event", id: event.row.id },
    detail: { step: "slots", added, official: input.officialId },
  });
  return added;
}

function divide(first: number, last: number, length: number) {
  const count = Math.max(0, Math.floor((last - first) / length));
  return Array.from({ length: count }, (_, at) => ({
    startsAt: new Date(first + at * length),
    endsAt: new Date(first + (at + 1) * length),
  }));
}

/** Offers a time no more. Refuses `slot-unknown` and `slot-taken`. */
export async function removeSlot(
  ctx: Context<Tx>,
  given: { readonly eventId: string; readonly slotId: string },
): Promise<void> {
  const event = await requireEvent(ctx, given.eventId, { lock: true });
  requireKeep(ctx, event.card, ruleOf(await loadRules(ctx), event.fields));
  requireOpen(event);
  const slots = await selectSlots(ctx, event.row.id);
  const slot = slots.find(({ id }) => id === given.slotId) ?? refuseEvent("slot-unknown");
  const visits = await selectVisits(ctx, event.row.id);
  if (visits.some(({ slotId, outcome }) => slotId === slot.id && outcome !== "absent")) refuseEvent("slot-taken");
  await endSlot(ctx, slot.id);
  await writeAudit(ctx, {
    action: "event.keep",
    subject: { kind: "event", id: event.row.id },
    detail: { step: "slot-ended", slot: slot.id },
  });
}
