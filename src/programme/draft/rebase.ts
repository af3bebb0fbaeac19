import {
  type Address,
  type Change,
  type Edit,
  isLineEdit,
  type LineEdit,
  type LineList,
  type ReplaceEdit,
} from "./edit.ts";

/** One edit as it must be said after `other` was made; null where its line is gone by then. */
export function rebaseEdit(edit: Edit, other: Edit): Edit | null {
  if (other.do === "set" || edit.do === "replace") return edit;
  if (edit.do === "set") return rebaseSet(edit, other);
  if (other.do === "replace") return other.lines?.[edit.list] ? null : edit;
  if (edit.list !== other.list) return edit;
  if (edit.do === "insert") return { ...edit, at: moveGap(edit.at, other) };
  if (edit.do === "remove") {
    const at = movePosition(edit.at, other);
    return at === null ? null : { ...edit, at };
  }
  const from = movePosition(edit.from, other);
  return from === null ? null : { ...edit, from, to: moveGap(edit.to, other) };
}

export interface Rebased {
  readonly change: Change;
  /** Edits whose line is gone, from 0: they stay out. */
  readonly lost: readonly number[];
  /** The others' edits as they are said after the change: what its maker's next change is rebased over. */
  readonly theirs: readonly Edit[];
}

/** The edits of other people's changes that move lines: nothing else shifts an address. */
export function listMoves(changes: readonly Change[]): readonly Edit[] {
  return changes.flatMap((change) => change.edits).filter((edit) => edit.do !== "set");
}

/** A change after edits that its maker had not seen. */
export function rebaseChange(change: Change, others: readonly Edit[]): Rebased {
  if (others.length === 0) return { change, lost: [], theirs: others };
  let theirs = others;
  const lost: number[] = [];
  const keep = change.keep?.map((name) => others.reduce(rebaseName, name));
  const prints =
    change.prints &&
    Object.fromEntries(Object.entries(change.prints).map(([name, print]) => [others.reduce(rebaseName, name), print]));
  const edits = change.edits.flatMap((edit, index) => {
    const crossed = crossEdits(edit, theirs);
    theirs = crossed.theirs;
    if (!crossed.edit) lost.push(index);
    return crossed.edit ? [crossed.edit] : [];
  });
  return {
    change: { edits, ...(keep && { keep }), ...(prints && { prints }), ...(change.exact && { exact: true }) },
    lost,
    theirs,
  };
}

/** One edit of mine after all of theirs, and all of theirs after mine. */
function crossEdits(edit: Edit, others: readonly Edit[]): { edit: Edit | null; theirs: readonly Edit[] } {
  let mine: Edit | null = edit;
  const theirs: Edit[] = [];
  for (const other of others) {
    const later: Edit | null = mine ? rebaseEdit(other, mine) : other;
    if (later) theirs.push(later);
    mine = mine ? rebaseEdit(mine, other) : null;
  }
  return { edit: mine, theirs };
}

/** Edits that lead from one order of lines to another; lines are known by what does not change of them. New lines come in under the name «». */
export function deriveMoves(list: LineList, before: readonly string[], after: readonly string[]): readonly Edit[] {
  const edits: Edit[] = [];
  const now = [...before];
  for (let at = now.length - 1; at >= 0; at--) {
    if (after.includes(now[at] ?? "")) continue;
    edits.push({ do: "remove", list, at, name: "" });
    now.splice(at, 1);
  }
  after.forEach((id, at) => {
    const from = now.indexOf(id);
    if (from === at) return;
    if (from < 0) edits.push({ do: "insert", list, at, name: "", objective: null });
    else {
      edits.push({ do: "move", list, from, to: at });
      now.splice(from, 1);
    }
    now.splice(at, 0, id);
  });
  return edits;
}

type SetEdit = Extract<Edit, { do: "set" }>;

function rebaseSet(edit: SetEdit, other: LineEdit | ReplaceEdit): SetEdit | null {
  const address = rebaseAddress(edit.address, other);
  return address && { ...edit, address };
}

/** The same value's address after lines came, went or moved; null where its line is gone. */
export function rebaseAddress(address: Address, other: Edit): Address | null {
  const list = listOf(address);
  if (other.do === "set" || list === null || !("at" in address)) return address;
  if (other.do === "replace") {
    const lines = other.lines?.[list];
    const became = lines ? positionAfter(lines, address.at) : address.at;
    return became === null ? null : { ...address, at: became };
  }
  if (list !== other.list) return address;
  const at = movePosition(address.at, other);
  return at === null ? null : { ...address, at };
}

function listOf({ of }: Address): LineList | null {
  if (of === "passport" || of === "section" || of === "rollup" || of === "summary") return null;
  return of === "activity" || of === "figure" ? "activities" : "indicators";
}

/** Where a line stands in a list printed anew that says where each of its lines stood; null where it is gone. */
export function positionAfter(lines: readonly (number | null)[], at: number): number | null {
  const found = lines.indexOf(at);
  return found < 0 ? null : found;
}

/** Where a line stands after the edit. */
export function movePosition(at: number, edit: LineEdit): number | null {
  if (edit.do === "insert") return at >= edit.at ? at + 1 : at;
  if (edit.do === "remove") return at === edit.at ? null : at - (at > edit.at ? 1 : 0);
  if (at === edit.from) return edit.to;
  const taken = at - (at > edit.from ? 1 : 0);
  return taken + (taken >= edit.to ? 1 : 0);
}

/** Where a new line would stand after the edit. */
function moveGap(at: number, edit: LineEdit): number {
  if (edit.do === "insert") return at >= edit.at ? at + 1 : at;
  if (edit.do === "remove") return at - (at > edit.at ? 1 : 0);
  const taken = at - (at > edit.from ? 1 : 0);
  return taken + (taken > edit.to ? 1 : 0);
}

/** «activity:5/cost.2025» names a position as well. */
function rebaseName(name: string, edit: Edit): string {
  const at = /^activity:(\d+)(\/.+)$/.exec(name);
  if (!at?.[1] || !isLineEdit(edit) || edit.list !== "activities") return name;
  const moved = movePosition(Number(at[1]), edit);
  return moved === null ? name : `activity:${moved}${at[2]}`;
}
