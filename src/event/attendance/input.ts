import { z } from "zod";
import { newParticipantShape } from "../participant/input.ts";
import { refuseAttendance } from "./refusals.ts";
import { BATCH_LIMIT, MARK_CHANNELS } from "./views.ts";

const id = z.uuid().toLowerCase();

/** What a page, a phone or a file sends: people entered for the first time, marks, and marks taken back, in this order. */
const batchShape = z.object({
  channel: z.enum(MARK_CHANNELS).exclude(["code"]),
  participants: z.array(newParticipantShape).max(BATCH_LIMIT).default([]),
  marks: z
    .array(z.object({ id, siteId: id, participantId: id, markedAt: z.iso.datetime({ offset: true }).optional() }))
    .max(BATCH_LIMIT)
    .default([]),
  takenBack: z.array(id).max(BATCH_LIMIT).default([]),
});
export type BatchInput = z.input<typeof batchShape>;
export type Batch = z.output<typeof batchShape>;

/** Refuses `attendance-batch`. */
export function parseBatch(input: unknown): Batch {
  const parsed = batchShape.safeParse(input);
  return parsed.success ? parsed.data : refuseAttendance("attendance-batch", { limit: BATCH_LIMIT });
}

/**
 * The instant of a mark as the device says it, where it can be: not before the doors opened, not after it arrived. A clock that is
 * wrong gives the instant of arrival.
 */
export function settleInstant(said: string | undefined, bounds: { readonly from: Date; readonly now: Date }): Date {
  const instant = said === undefined ? bounds.now : new Date(said);
  return instant >= bounds.from && instant <= bounds.now ? instant : bounds.now;
}
