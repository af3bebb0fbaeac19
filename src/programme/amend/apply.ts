import type { Programme } from "../contract.ts";
import { applyEdit } from "../draft/change.ts";
import { type DraftProblem, type Edit, isLineEdit, type LineEdit } from "../draft/edit.ts";
import { isProblem } from "../draft/values.ts";
import type { Proposal, Replacement } from "./act.ts";

/** The edits of chosen proposals in an order in which each finds its place: values first, then lines from the last to the first, so that no position shifts under a later edit. */
export function listEdits(proposals: readonly Proposal[]): readonly Edit[] {
  const edits = proposals.flatMap((proposal) => proposal.edits);
  const values = edits.filter((edit) => edit.do === "set");
  // Of lines put in at one place the last goes first; what is taken out there goes before them.
  const lines = edits.filter(isLineEdit).reverse();
  return [...values, ...lines.sort((a, b) => positionOf(b) - positionOf(a) || rank(a) - rank(b))];
}

function positionOf(edit: LineEdit): number {
  return edit.do === "move" ? edit.from : edit.at;
}

function rank(edit: LineEdit): number {
  return edit.do === "remove" ? 0 : 1;
}

/** A programme after an act, and what could not be done because something else stands there. */
export interface Amended {
  readonly programme: Programme;
  readonly problems: readonly DraftProblem[];
}

/** All that chosen proposals do, as edits in an order in which each finds its place. */
export function listSteps(proposals: readonly Proposal[]): readonly Edit[] {
  const replacements = proposals.flatMap(({ replacement }) => replacement ?? []);
  const edits = listEdits(proposals);
  const replace = (by: Replacement): Edit => ({ do: "replace", by });
  return [
    ...edits.filter((edit) => edit.do === "set"),
    ...replacements.filter((one) => one.do === "total").map(replace),
    ...edits.filter((edit) => edit.do !== "set"),
    ...orderReplacements(replacements).map(replace),
  ];
}

/** What a programme becomes by chosen proposals, exactly as the act says: totals are taken from the act and not reckoned. */
export function applyProposals(programme: Programme, proposals: readonly Proposal[]): Amended {
  const problems: DraftProblem[] = [];
  let after = programme;
  for (const edit of listSteps(proposals)) {
    const made = applyEdit(after, edit);
    if (isProblem(made)) problems.push(made);
    else after = made;
  }
  return { programme: after, problems };
}

/** Rows and sections from the last to the first, insertions at one place in reverse; whole annexes at the end. */
function orderReplacements(replacements: readonly Replacement[]): readonly Replacement[] {
  const placed = (one: Replacement) => one.do === "passport-row" || one.do === "section";
  const positions = replacements.filter(placed).reverse();
  const at = (one: Replacement) => ("at" in one ? one.at : 0);
  const inserts = (one: Replacement) => ("insert" in one && one.insert ? 1 : 0);
  const rest = replacements.filter((one) => !placed(one) && one.do !== "total");
  return [...positions.sort((a, b) => at(b) - at(a) || inserts(a) - inserts(b)), ...rest];
}
