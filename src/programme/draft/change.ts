import { findHabit } from "../check/habit.ts";
import { allRows, isHabitual } from "../check/rows.ts";
import { yearKeys } from "../consolidation.ts";
import type { Activity, FigureKind, Programme } from "../contract.ts";
import { SOURCES } from "../contract.ts";
import { countActivity } from "./activity-totals.ts";
import { type Change, type DraftProblem, type Edit, isLineEdit, type ReplaceEdit } from "./edit.ts";
import type { Following, Touched } from "./follow.ts";
import { insertLine, moveLine, objectiveOf, removeLine } from "./lines.ts";
import { countPassport } from "./passport-money.ts";
import { countTotals, rowOf } from "./programme-totals.ts";
import { positionAfter } from "./rebase.ts";
import { applyReplacement, invertReplacement } from "./replace.ts";
import { isProblem, readValue, totalAt, writeValue } from "./values.ts";

/** A change made: the programme with its totals counted anew, the change that undoes it, and what was not made of it. */
export interface Changed {
  readonly programme: Programme;
  readonly inverse: Change;
  readonly problems: readonly EditProblem[];
}

export interface EditProblem extends DraftProblem {
  /** Which edit of the change, from 0. */
  readonly edit: number;
}

/** Makes a change: each edit whose place still holds what the person saw, then the numbers and totals that follow. */
export function applyChange(programme: Programme, change: Change): Changed {
  const problems: EditProblem[] = [];
  const inverse: Edit[] = [];
  const lineage = new Map<Activity, Activity>();
  let after = programme;
  change.edits.forEach((edit, index) => {
    const made = applyEdit(after, edit);
    if (isProblem(made)) {
      problems.push({ ...made, edit: index });
      return;
    }
    if (made === after) return;
    inverse.push(invertEdit(after, edit, made));
    if (edit.do === "set") rememberLine(lineage, { before: after, after: made, edit });
    after = made;
  });
  after = restoreNumbers(after, change);
  if (change.exact) return { programme: after, inverse: { ...undoOf(programme, inverse), exact: true }, problems };
  const [stayed, printed] = [new Set<string>(), new Map<string, string>()];
  const following = { keep: new Set(change.keep ?? []), stayed, prints: change.prints ?? {}, printed };
  const counted = recount(programme, after, { lineage, following });
  const undo = {
    ...undoOf(programme, inverse),
    ...(stayed.size > 0 && { keep: [...stayed] }),
    ...(printed.size > 0 && { prints: Object.fromEntries(printed) }),
  };
  return { programme: counted, inverse: undo, problems };
}

function undoOf(before: Programme, inverse: readonly Edit[]): Change {
  const numbers = listNumbers(before, inverse);
  return { edits: inverse.toReversed(), ...(numbers && { numbers }) };
}

const LISTS = ["indicators", "activities"] as const;

/** The numbers of the lists that lines come into or go out of. */
function listNumbers(programme: Programme, edits: readonly Edit[]): Change["numbers"] {
  const lists = LISTS.filter((list) => edits.some((edit) => isLineEdit(edit) && edit.list === list));
  if (lists.length === 0) return undefined;
  return Object.fromEntries(lists.map((list) => [list, programme[list].map((line) => line.number)]));
}

function restoreNumbers(programme: Programme, { numbers }: Change): Programme {
  const restored = LISTS.flatMap((list) => {
    const wanted = numbers?.[list];
    if (wanted?.length !== programme[list].length) return [];
    return [[list, programme[list].map((line, at) => renameNumber(line, wanted[at] ?? null))]];
  });
  return restored.length === 0 ? programme : { ...programme, ...(Object.fromEntries(restored) as Partial<Programme>) };
}

function renameNumber<Line extends { readonly number: string | null }>(line: Line, number: string | null): Line {
  return line.number === number ? line : { ...line, number };
}

/** One edit without its totals, or why it cannot be made. */
export function applyEdit(programme: Programme, edit: Edit): Programme | DraftProblem {
  if (edit.do === "set") return applySet(programme, edit);
  if (edit.do === "replace") return applyReplacement(programme, edit.by);
  if (edit.do === "insert") return insertLine(programme, edit);
  if (edit.do === "move") {
    const line = programme[edit.list][edit.from];
    return line ? moveLine(programme, edit) : { code: "gone", text: "", there: null };
  }
  const line = programme[edit.list][edit.at];
  if (!line) return { code: "gone", text: edit.name, there: null };
  if (line.name.text !== edit.name) return { code: "changed", text: edit.name, there: line.name.text };
  return removeLine(programme, edit);
}

function applySet(programme: Programme, edit: Extract<Edit, { do: "set" }>): Programme | DraftProblem {
  const there = readValue(programme, edit.address);
  if (there === null) return { code: "gone", text: edit.text, there: null };
  if (there.trim() === edit.text.trim()) return programme;
  if (there.trim() !== edit.was.trim()) return { code: "changed", text: edit.text, there };
  return writeValue(programme, edit);
}

/** The edit that takes back `edit`, which made `after` of `before`. */
export function invertEdit(before: Programme, edit: Edit, after: Programme): Edit {
  if (edit.do === "set") {
    const [was, is] = [readValue(before, edit.address) ?? "", readValue(after, edit.address) ?? ""];
    return { ...edit, was: is, text: was, ...(totalAt(before, edit.address) && { restores: true as const }) };
  }
  if (edit.do === "replace") return invertReplace(before, edit, after);
  if (edit.do === "insert") {
    const at = Math.min(Math.max(edit.at, 0), before[edit.list].length);
    return { do: "remove", list: edit.list, at, name: after[edit.list][at]?.name.text ?? edit.name };
  }
  if (edit.do === "remove") {
    const line = before[edit.list][edit.at];
    return { do: "insert", list: edit.list, at: edit.at, name: edit.name, objective: null, ...(line && { line }) };
  }
  const line = before[edit.list][edit.from];
  const objective = line ? objectiveOf(before, edit.list, line) : null;
  const to = Math.min(Math.max(edit.to, 0), before[edit.list].length - 1);
  return { do: "move", list: edit.list, from: to, to: edit.from, ...(edit.objective !== undefined && { objective }) };
}

function invertReplace(before: Programme, edit: ReplaceEdit, after: Programme): Edit {
  const turned = LISTS.flatMap((list) => {
    const lines = edit.lines?.[list];
    return lines ? [[list, before[list].map((_, at) => positionAfter(lines, at))]] : [];
  });
  const by = invertReplacement(before, edit.by, after);
  return { do: "replace", by, ...(turned.length > 0 && { lines: Object.fromEntries(turned) }) };
}

/** Each changed activity knows what it was before the change. */
function rememberLine(
  lineage: Map<Activity, Activity>,
  { before, after, edit }: { before: Programme; after: Programme; edit: Extract<Edit, { do: "set" }> },
): void {
  if (edit.address.of !== "figure" && edit.address.of !== "activity") return;
  const [was, is] = [before.activities[edit.address.at], after.activities[edit.address.at]];
  if (!was || !is || was === is) return;
  lineage.set(is, lineage.get(was) ?? was);
  lineage.delete(was);
}

interface Course {
  readonly lineage: ReadonlyMap<Activity, Activity>;
  readonly following: Following;
}

/**
 * The totals that follow: of each changed activity, of annex 2, annex 3 and the passport with its running text.
 * A total follows where it agreed before; nothing else is touched or printed anew.
 */
function recount(before: Programme, edited: Programme, { lineage, following }: Course): Programme {
  if (before.activities === edited.activities) return edited;
  const habit = () => findHabit(allRows(before).filter(isHabitual), before.years);
  const counting = { years: edited.years, habit, following };
  const activities = edited.activities.map((after, at) => {
    const was = lineage.get(after);
    return was ? countActivity({ before: was, after, name: `activity:${at}` }, counting) : after;
  });
  const after = { ...edited, activities };
  const touched = findTouched(before, after);
  if (touched.activities.length === 0) return after;
  const counted = countTotals({ before, after, touched, following });
  return countPassport({ before, after: counted, touched, following });
}

/** Where only figures changed, the cells that did; where lines came, went or moved, all of them. */
function findTouched(before: Programme, after: Programme): Touched {
  const [was, is] = [new Set(before.activities), new Set(after.activities)];
  const gone = before.activities.filter((activity) => !is.has(activity));
  const come = after.activities.filter((activity) => !was.has(activity));
  const activities = [...gone, ...come];
  const paired =
    before.activities.length === after.activities.length && gone.every((_, at) => isPair(gone[at], come[at]));
  if (!paired) return { activities, has: () => true };
  const cells = new Set<string>();
  gone.forEach((old, at) => {
    const fresh = come[at];
    if (fresh) for (const cell of listDifferent(old, fresh, after.years)) cells.add(cell);
  });
  return { activities: cells.size > 0 ? activities : [], has: (kind, key) => cells.has(`${kind}.${key}`) };
}

/** The same line with other figures: it has not moved. */
function isPair(a: Activity | undefined, b: Activity | undefined): boolean {
  return a !== undefined && b !== undefined && a.name.place.row === b.name.place.row && a.objective === b.objective;
}

const KINDS: readonly FigureKind[] = ["cost", ...SOURCES, "quantity", "unitCost"];

function listDifferent(a: Activity, b: Activity, years: readonly number[]): readonly string[] {
  return KINDS.flatMap((kind) => {
    const [was, is] = [rowOf(a, kind), rowOf(b, kind)];
    if (was === is) return [];
    const counted = a.cost ? [kind] : [kind, "cost"];
    return yearKeys(years).flatMap((key) =>
      was?.values[key]?.value === is?.values[key]?.value ? [] : counted.map((one) => `${one}.${key}`),
    );
  });
}
