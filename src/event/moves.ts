/** «Запланировано», «объявлено», «состоялось», «подтверждено», «отменено». */
export const EVENT_STATES = ["planned", "announced", "held", "confirmed", "cancelled"] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What must hold besides the state: it has begun, it has not, what its kind needs stands there, somebody was counted, or a reason is given. */
export type EventCondition = "begun" | "complete" | "documented" | "counted" | "reason";

export interface EventMoveRule {
  readonly from: readonly EventState[];
  readonly to: EventState;
  /** The line of the permission table; seminars may also be moved by who trains. */
  readonly action: "event.keep" | "event.confirm";
  readonly conditions: readonly EventCondition[];
}

export const EVENT_MOVES = {
  announce: { from: ["planned"], to: "announced", action: "event.keep", conditions: ["complete"] },
  // Clean-ups of yesterday are written down today: what was never announced may have been held.
  hold: { from: ["planned", "announced"], to: "held", action: "event.keep", conditions: ["begun"] },
  confirm: { from: ["held"], to: "confirmed", action: "event.confirm", conditions: ["documented", "counted"] },
  reopen: { from: ["confirmed"], to: "held", action: "event.confirm", conditions: ["reason"] },
  cancel: { from: ["planned", "announced"], to: "cancelled", action: "event.keep", conditions: ["reason"] },
} as const satisfies Readonly<Record<string, EventMoveRule>>;
export type EventMove = keyof typeof EVENT_MOVES;
export const EVENT_MOVE_NAMES = Object.keys(EVENT_MOVES) as readonly EventMove[];

/** What a move looks at. */
export interface EventStanding {
  readonly state: EventState;
  readonly startsAt: Date;
}

/** Why a move cannot be made: not this person's, not in this state, or not before it has begun. */
export type EventMoveBar = "person" | "state" | "not-begun";

/** Null where the move can be made, apart from what only its form and its papers tell. The page disables the button by it, the server refuses by it. */
export function barEventMove(
  move: EventMove,
  event: EventStanding,
  given: { readonly mayDo: boolean; readonly now: Date },
): EventMoveBar | null {
  const rule: EventMoveRule = EVENT_MOVES[move];
  if (!given.mayDo) return "person";
  if (!rule.from.includes(event.state)) return "state";
  return rule.conditions.includes("begun") && given.now < event.startsAt ? "not-begun" : null;
}
