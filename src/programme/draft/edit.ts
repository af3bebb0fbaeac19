import type { Activity, FigureKind, Indicator } from "../contract.ts";
import type { Replacement, Restoring } from "./replacement.ts";

/** The lines of a programme that a draft adds, takes out and orders. */
export type LineList = "indicators" | "activities";

/** Where one value of a programme lives. Positions count from 0 in the draft as it stands before the edit; `key` is a year, `total` or `base`. */
export type Address =
  | { readonly of: "passport"; readonly row: number }
  | { readonly of: "section"; readonly section: number; readonly paragraph: number }
  | { readonly of: "indicator"; readonly at: number; readonly field: "number" | "name" | "unit" }
  | { readonly of: "weight"; readonly at: number }
  | { readonly of: "target"; readonly at: number; readonly key: string }
  | { readonly of: "activity"; readonly at: number; readonly field: "name" | "unit" | "executors" | "expectedResult" }
  | { readonly of: "figure"; readonly at: number; readonly kind: FigureKind; readonly key: string }
  /** A total of annex 2, by its position in `rollups`, and one of annex 3. */
  | { readonly of: "rollup"; readonly at: number; readonly kind: FigureKind; readonly key: string }
  | { readonly of: "summary"; readonly kind: FigureKind; readonly key: string };

/**
 * One change of a draft, small enough to be sent while a person types, to be undone and to be merged with another
 * person's. Values are text as a person types them («1 358,5»); empty is «nothing stands here». `was` is what the
 * person saw: where something else stands by now, the edit is refused and shows both. A total is typed only where it
 * disagrees with what it adds up, «=» for that sum; `restores` puts one back as the document had it.
 */
export type Edit =
  | {
      readonly do: "set";
      readonly address: Address;
      readonly was: string;
      readonly text: string;
      readonly restores?: true;
    }
  | {
      readonly do: "insert";
      readonly list: LineList;
      readonly at: number;
      readonly name: string;
      /** The objective under which it stands: a position in `activityObjectives` or `indicatorObjectives`. */
      readonly objective: number | null;
      /** A line that was taken out and is put back as it was; without it a new line takes the form of its neighbour. */
      readonly line?: Indicator | Activity;
    }
  | { readonly do: "remove"; readonly list: LineList; readonly at: number; readonly name: string }
  | {
      readonly do: "move";
      readonly list: LineList;
      readonly from: number;
      readonly to: number;
      /** The objective it comes to stand under; absent where it keeps its own. */
      readonly objective?: number | null;
    }
  | ReplaceEdit;

export type SetEdit = Extract<Edit, { do: "set" }>;

/** What an amending act does beyond values and lines, and what takes that back. The server alone makes such an edit. */
export interface ReplaceEdit {
  readonly do: "replace";
  readonly by: Replacement | Restoring;
  /** Where each line of a list printed anew stood before it; null for a new line. */
  readonly lines?: Partial<Readonly<Record<LineList, readonly (number | null)[]>>>;
}

/** An edit of the order of lines. */
export type LineEdit = Exclude<Edit, SetEdit | ReplaceEdit>;

export function isLineEdit(edit: Edit): edit is LineEdit {
  return edit.do !== "set" && edit.do !== "replace";
}

/** What one deed of a person changes, a keystroke or a pasted block: applied, undone and kept together. */
export interface Change {
  readonly edits: readonly Edit[];
  /** Names of totals that stay as they stand, because they did not follow the change that this one undoes. */
  readonly keep?: readonly string[];
  /** How totals were printed before the change that this one undoes, by their names. */
  readonly prints?: Readonly<Record<string, string>>;
  /** The numbers that lines had before the change that this one undoes; without them numbers go on by their rule. */
  readonly numbers?: Partial<Readonly<Record<LineList, readonly (string | null)[]>>>;
  /** Nothing follows from the edits: totals stand as the edits say, as in the act that they come from. */
  readonly exact?: boolean;
  /** What the record calls the act that the change comes from. */
  readonly act?: string;
  /** The version of the change that this one takes back. */
  readonly takesBack?: number;
}

/** Why an edit was not made. `text` is what the person typed, `there` what stands at the place now. */
export interface DraftProblem {
  readonly code: "no-number" | "part-of-kopeck" | "changed" | "gone" | "total";
  readonly text: string;
  readonly there: string | null;
}

/** The most cells that one change may set. Two thousand activities over six years are 12,000. */
export const MOST_EDITS = 20_000;
