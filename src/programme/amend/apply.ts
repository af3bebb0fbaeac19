import { toKopecks } from "../../kernel/money.ts";
import type { Figure, FigureRow, Programme } from "../contract.ts";
import { applyEdit } from "../draft/change.ts";
import type { DraftProblem, Edit } from "../draft/edit.ts";
import { isProblem } from "../draft/values.ts";
import { readPrintedNumber } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import type { Proposal, Replacement } from "./act.ts";
import { applyReplacement } from "./replace.ts";

/** The edits of chosen proposals in an order in which each finds its place: values first, then lines from the last to the first, so that no position shifts under a later edit. */
export function listEdits(proposals: readonly Proposal[]): readonly Edit[] {
  const edits = proposals.flatMap((proposal) => proposal.edits);
  const values = edits.filter((edit) => edit.do === "set");
  // Of lines put in at one place the last goes first; what is taken out there goes before them.
  const lines = edits.filter((edit) => edit.do !== "set").reverse();
  return [...values, ...lines.sort((a, b) => positionOf(b) - positionOf(a) || rank(a) - rank(b))];
}

function positionOf(edit: Edit): number {
  if (edit.do === "set") return -1;
  return edit.do === "move" ? edit.from : edit.at;
}

function rank(edit: Edit): number {
  return edit.do === "remove" ? 0 : 1;
}

/** A programme after an act, and what could not be done because something else stands there. */
export interface Amended {
  readonly programme: Programme;
  readonly problems: readonly DraftProblem[];
}

/** What a programme becomes by chosen proposals, exactly as the act says: totals are taken from the act and not reckoned. A draft may take `listEdits` instead and reckon them itself. */
export function applyProposals(programme: Programme, proposals: readonly Proposal[]): Amended {
  const replacements = proposals.flatMap(({ replacement }) => replacement ?? []);
  const problems: DraftProblem[] = [];
  const edits = listEdits(proposals);
  let after = programme;
  const make = (edit: Edit) => {
    const made = applyEdit(after, edit);
    if (isProblem(made)) problems.push(made);
    else after = made;
  };
  for (const edit of edits) if (edit.do === "set") make(edit);
  for (const one of replacements) if (one.do === "total") after = setTotal(after, one);
  for (const edit of edits) if (edit.do !== "set") make(edit);
  for (const one of orderReplacements(replacements)) after = applyReplacement(after, one);
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

function setTotal(programme: Programme, total: Extract<Replacement, { do: "total" }>): Programme {
  const { of, at, kind, key } = total.address;
  const change = (row: FigureRow): FigureRow => {
    const figure = row.values[key];
    return figure && row.kind === kind
      ? { ...row, values: { ...row.values, [key]: setFigure(row, figure, total.text) } }
      : row;
  };
  if (of === "summary")
    return { ...programme, summary: programme.summary.map((row, index) => (index === at ? change(row) : row)) };
  if (of === "rollup") {
    const rollups = programme.rollups.map((rollup, index) =>
      index === at ? { ...rollup, rows: rollup.rows.map(change) } : rollup,
    );
    return { ...programme, rollups };
  }
  const activities = programme.activities.map((activity, index) => {
    if (index !== at) return activity;
    const { quantity, unitCost, cost } = activity;
    return {
      ...activity,
      quantity: quantity && change(quantity),
      unitCost: unitCost && change(unitCost),
      cost: cost && change(cost),
      sources: activity.sources.map(change),
    };
  });
  return { ...programme, activities };
}

function setFigure(row: FigureRow, figure: Figure, text: string): Figure {
  const number = readPrintedNumber(text);
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  const value = number.kind !== "number" ? null : unit ? (toKopecks(number.value, unit) ?? null) : number.value;
  return { ...figure, value, printed: text };
}
