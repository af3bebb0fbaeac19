import type { Programme } from "../contract.ts";
import type { DraftConflict, SentChange } from "../views-draft.ts";
import { applyChange, type EditProblem } from "./change.ts";
import type { Change, Edit } from "./edit.ts";
import { listMoves, rebaseChange } from "./rebase.ts";

export type SavedChange = SentChange;

export interface Settled {
  readonly content: Programme;
  /** What was made, as it stands in the record. */
  readonly saved: readonly SavedChange[];
  readonly conflicts: readonly DraftConflict[];
}

/** Makes changes that were typed without sight of `unseen`: addresses move with the others' lines, and nothing of theirs is overwritten. */
export function settleChanges(content: Programme, sent: readonly SentChange[], unseen: readonly Change[]): Settled {
  let now = content;
  let theirs = listMoves(unseen);
  const saved: SavedChange[] = [];
  const conflicts: DraftConflict[] = [];
  for (const { token, change } of sent) {
    const rebased = rebaseChange(change, theirs);
    theirs = rebased.theirs;
    for (const index of rebased.lost) conflicts.push(describeLost(token, change.edits[index]));
    const made = applyChange(now, rebased.change);
    conflicts.push(...made.problems.map((problem) => describeProblem(token, problem, rebased.change)));
    if (made.inverse.edits.length > 0) saved.push({ token, change: leaveOut(rebased.change, made.problems) });
    now = made.programme;
  }
  return { content: now, saved, conflicts };
}

function describeLost(token: string, edit: Edit | undefined): DraftConflict {
  return { token, address: null, code: "gone", text: textOf(edit), there: null };
}

function describeProblem(token: string, { edit, ...problem }: EditProblem, change: Change): DraftConflict {
  const made = change.edits[edit];
  return { ...problem, token, address: made?.do === "set" ? made.address : null };
}

function textOf(edit: Edit | undefined): string {
  if (edit?.do === "set") return edit.text;
  if (edit?.do === "replace") return "text" in edit.by ? edit.by.text : "";
  return edit && "name" in edit ? edit.name : "";
}

function leaveOut(change: Change, problems: readonly EditProblem[]): Change {
  if (problems.length === 0) return change;
  const out = new Set(problems.map((problem) => problem.edit));
  return { ...change, edits: change.edits.filter((_, at) => !out.has(at)) };
}
