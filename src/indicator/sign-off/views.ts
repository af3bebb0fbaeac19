/** «Ход подтверждения»: which step follows which, and who may make it. The server refuses by it, the page offers by it. */
export const SIGN_OFF_MOVES = {
  propose: { from: ["open", "returned"], to: "proposed", asks: "indicator.propose", needsReason: false },
  confirm: { from: ["proposed"], to: "signed", asks: "indicator.confirm", needsReason: false },
  return: { from: ["proposed"], to: "returned", asks: "indicator.confirm", needsReason: true },
  reopen: { from: ["signed"], to: "open", asks: "indicator.confirm", needsReason: true },
} as const;
export type SignOffMove = keyof typeof SIGN_OFF_MOVES;
export type SignOffState = (typeof SIGN_OFF_MOVES)[SignOffMove]["to"];
export const SIGN_OFF_NAMES = Object.keys(SIGN_OFF_MOVES) as readonly SignOffMove[];

/** Where the last step leads; nothing was done yet without one. */
export function stateAfter(move: SignOffMove | undefined): SignOffState {
  return move === undefined ? "open" : SIGN_OFF_MOVES[move].to;
}

export function listSignOffMoves(state: SignOffState): readonly SignOffMove[] {
  return SIGN_OFF_NAMES.filter((move) => SIGN_OFF_MOVES[move].from.some((from) => from === state));
}

export interface SignOffStep {
  readonly step: number;
  readonly move: SignOffMove;
  readonly reason: string | null;
  readonly at: string;
  /** Null of who was erased. */
  readonly by: string | null;
  /** Of `propose`: the SHA-256 of what was proposed. */
  readonly hash: string | null;
}
