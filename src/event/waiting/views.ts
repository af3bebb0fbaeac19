import type { Need } from "../contract.ts";
import type { EventRowView } from "../views.ts";

/**
 * What an event waits for, the most pressing first: that somebody says whether it was held, that its visitors are counted, that
 * its papers are added, that it is announced, that the coordinator confirms it, or only its day.
 */
export const WAITING_STEPS = ["settle", "count", "document", "announce", "come", "confirm"] as const;
export type WaitingStep = (typeof WAITING_STEPS)[number];

export interface WaitingEvent extends EventRowView {
  readonly step: WaitingStep;
  /** What it lacks before it can be announced or confirmed. */
  readonly missing: readonly (Need | "sites")[];
}

/** A question without an answer. Who asked is not in it. */
export interface WaitingQuestion {
  readonly id: string;
  readonly number: number;
  readonly eventId: string;
  readonly title: string;
  readonly owner: string;
  /** `YYYY-MM-DD`, the last day. */
  readonly dueDate: string;
  readonly isLate: boolean;
}

/** «Мои мероприятия»: what is this person's and waits. */
export interface OwnWaiting {
  readonly events: readonly WaitingEvent[];
  /** More events wait than are shown. */
  readonly hasMore: boolean;
  /** By deadline. */
  readonly questions: readonly WaitingQuestion[];
}

/** So many days ahead an event stands on the desk. */
export const AHEAD_DAYS = 45;
export const WAITING_SHOWN = 10;
