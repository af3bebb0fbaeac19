import type { EventState, Need } from "../contract.ts";
import type { WaitingStep } from "./views.ts";

/** What of an event tells what it waits for. */
export interface Waiting {
  readonly state: EventState;
  readonly endsAt: Date;
  readonly isCounted: boolean;
  /** What it lacks before it is confirmed. */
  readonly undocumented: readonly Need[];
}

/** Null where nothing of it waits: confirmed or cancelled. */
export function findStep({ state, endsAt, isCounted, undocumented }: Waiting, now: Date): WaitingStep | null {
  if (state === "confirmed" || state === "cancelled") return null;
  if (state === "held") {
    if (!isCounted) return "count";
    return undocumented.length > 0 ? "document" : "confirm";
  }
  if (endsAt < now) return "settle";
  return state === "planned" ? "announce" : "come";
}
