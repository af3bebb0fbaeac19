import type { Programme } from "../contract.ts";
import type { Change, Edit, LineEdit, LineList } from "./edit.ts";
import { movePosition } from "./rebase.ts";

/** The names of what edits address by position. */
interface Names {
  readonly indicators: string[];
  readonly activities: string[];
  /** Labels of the passport's rows. */
  readonly passport: string[];
  /** Headings of the sections. */
  readonly sections: string[];
  /** Labels of the blocks of totals. */
  readonly rollups: string[];
}

/** An edit with the name of its line, row or section as it was called when the edit was made; null where none is addressed. */
export interface NamedEdit {
  readonly edit: Edit;
  readonly name: string | null;
}

/** The edits of the changes from `from` to `to` (versions, 1 is the first) with what they are about, by following names and not the whole content. */
export function nameEdits(
  base: Programme,
  changes: readonly Change[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly (readonly NamedEdit[])[] {
  const names = listNames(base);
  const named: (readonly NamedEdit[])[] = [];
  changes.slice(0, to).forEach(({ edits }, at) => {
    const list: NamedEdit[] = [];
    for (const edit of edits) {
      if (at + 1 >= from) list.push({ edit, name: nameOf(names, edit) });
      followNames(names, edit);
    }
    if (at + 1 >= from) named.push(list);
  });
  return named;
}

function listNames(programme: Partial<Programme>, was?: Names): Names {
  const { indicators, activities, passport, sections, rollups } = programme;
  return {
    indicators: indicators?.map((line) => line.name.text) ?? was?.indicators ?? [],
    activities: activities?.map((line) => line.name.text) ?? was?.activities ?? [],
    passport: passport?.rows.map((row) => row.label.text) ?? was?.passport ?? [],
    sections: sections?.map((section) => section.heading.text) ?? was?.sections ?? [],
    rollups: rollups?.map(({ rows }) => rows[0]?.label.text.replace(/[,:;\s]+$/, "") ?? "") ?? was?.rollups ?? [],
  };
}

function nameOf(names: Names, edit: Edit): string | null {
  if (edit.do === "set") {
    const { address } = edit;
    if (address.of === "passport") return names.passport[address.row] ?? null;
    if (address.of === "section") return names.sections[address.section] ?? null;
    if (address.of === "summary") return null;
    if (address.of === "rollup") return names.rollups[address.at] ?? null;
    const isActivity = address.of === "activity" || address.of === "figure";
    return names[isActivity ? "activities" : "indicators"][address.at] ?? null;
  }
  if (edit.do === "move") return names[edit.list][edit.from] ?? null;
  if (edit.do === "insert") return edit.line?.name.text ?? edit.name;
  if (edit.do === "remove") return edit.name;
  const { by } = edit;
  if (by.do === "passport-row") return by.content?.label.text ?? names.passport[by.at] ?? null;
  if (by.do === "section") return by.content?.heading.text ?? names.sections[by.at] ?? null;
  if (by.do !== "total" || by.address.of === "summary") return null;
  return names[by.address.of === "figure" ? "activities" : "rollups"][by.address.at] ?? null;
}

function followNames(names: Names, edit: Edit): void {
  if (edit.do === "set") {
    const { address } = edit;
    const list = address.of === "activity" ? "activities" : address.of === "indicator" ? "indicators" : null;
    if (list && "field" in address && address.field === "name") names[list][address.at] = edit.text.trim();
  } else if (edit.do === "replace") followReplacement(names, edit.by);
  else followLine(names, edit);
}

function followLine(names: Names, edit: LineEdit): void {
  const list: LineList = edit.list;
  const was = names[list];
  if (edit.do === "insert") was.splice(edit.at, 0, edit.line?.name.text ?? edit.name);
  else if (edit.do === "remove") was.splice(edit.at, 1);
  else {
    const order = was.map((name, at) => ({ name, at: movePosition(at, edit) ?? at }));
    was.splice(0, was.length, ...order.sort((a, b) => a.at - b.at).map(({ name }) => name));
  }
}

function followReplacement(names: Names, by: Extract<Edit, { do: "replace" }>["by"]): void {
  if (by.do === "passport-row") splice(names.passport, by, by.content?.label.text);
  else if (by.do === "section") splice(names.sections, by, by.content?.heading.text);
  else if (by.do === "restore") Object.assign(names, listNames(by.content, names));
  else if (by.do === "restate") {
    const { indicators, activities, passport, rollups } = by.content;
    const part = { annex1: { indicators }, annex2: { activities, rollups }, annex3: {}, passport: { passport } }[
      by.part
    ];
    Object.assign(names, listNames(part, names));
  }
}

function splice(list: string[], { at, insert }: { at: number; insert: boolean }, name: string | undefined): void {
  list.splice(at, insert ? 0 : 1, ...(name === undefined ? [] : [name]));
}
