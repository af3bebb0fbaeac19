/** A line of a noun's table of transitions: from which states to which, by whom, and whether a reason must be given. */
export interface MoveRule<State extends string, Action extends string> {
  readonly from: readonly State[];
  readonly to: State;
  /** The line of the permission table. */
  readonly action: Action;
  readonly needsReason: boolean;
}

/** Whether a move can be made in a state: the server refuses by it, the page shows its form by it. */
export function leadsFrom<State extends string>(rule: MoveRule<State, string>, state: State): boolean {
  return rule.from.includes(state);
}
