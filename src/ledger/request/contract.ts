import type { Action } from "../../access/permissions.ts";
import { leadsFrom, type MoveRule } from "../../kernel/moves.ts";

export const REQUEST_STATES = ["requested", "returned", "approved", "paid", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Transitions of a payment request. The last two follow from the ledger: its payments are there, or one was reversed. */
export const REQUEST_MOVES = {
  approve: { from: ["requested"], to: "approved", action: "request.approve", needsReason: false },
  return: { from: ["requested"], to: "returned", action: "request.approve", needsReason: true },
  change: { from: ["returned"], to: "requested", action: "request.ask", needsReason: false },
  withdraw: { from: ["requested", "returned"], to: "withdrawn", action: "request.ask", needsReason: true },
  cancel: { from: ["approved"], to: "withdrawn", action: "request.approve", needsReason: true },
  pay: { from: ["approved"], to: "paid", action: "ledger.pay", needsReason: false },
  reopen: { from: ["paid"], to: "approved", action: "ledger.reverse", needsReason: false },
} as const satisfies Record<string, MoveRule<RequestState, Action>>;
export type RequestMove = keyof typeof REQUEST_MOVES;

export const canMove = (move: RequestMove, state: RequestState): boolean => leadsFrom(REQUEST_MOVES[move], state);

/** What a list of requests is narrowed to. */
export interface RequestFilter {
  readonly state?: RequestState;
  readonly year?: number;
}

export const REQUEST_ROWS = 50;
export const REQUEST_EXPORT_ROWS = 10_000;
