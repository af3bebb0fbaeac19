import type { FigureKind, Part, Place } from "./contract.ts";
import type { LineKind } from "./edition.ts";

/** What a change is about: a row of the passport, a section's text, a line of an annex, or one figure. */
export const CHANGE_SUBJECTS = [
  "title",
  "passport-row",
  "passport-finance",
  "section",
  "goal",
  "objective",
  "indicator",
  "target",
  "weight",
  "activity",
  "quantity",
  "unitCost",
  "allocation",
  "cost",
  "rollup",
  "summary",
] as const;
export type ChangeSubject = (typeof CHANGE_SUBJECTS)[number];

/** How the line itself came to differ; `kept` where only something of it did. */
export type LineFate = "kept" | "added" | "ended" | "renamed" | "moved";

/** The line that a change belongs to, as each edition has it: positions from 0 in `indicators` or `activities`, in `passport.rows` or `sections`. */
export interface ChangedLine {
  readonly kind: LineKind | "passport-row" | "section" | "rollup" | "summary";
  /** The same in all changes of one line. */
  readonly key: string;
  readonly number: string | null;
  readonly name: string;
  readonly was: number | null;
  readonly became: number | null;
}

/** One row of a comparison of two editions. `was` and `became` are as printed; null is «absent». */
export interface Change {
  readonly subject: ChangeSubject;
  readonly part: Part;
  readonly line: ChangedLine | null;
  readonly fate: LineFate;
  /** A year, `total` or `base`; null for words. */
  readonly key: string | null;
  /** Of a figure: what it is, for instance the source of an allocation. */
  readonly kind: FigureKind | null;
  readonly was: string | null;
  readonly became: string | null;
  /** became − was in kopecks or millionths where both are figures (an absent figure counts as 0); null for words. */
  readonly difference: bigint | null;
  /** The unit as printed: «тыс. руб.». */
  readonly unit: string | null;
  readonly places: { readonly was: Place | null; readonly became: Place | null };
  /** Why, where a person or an act said so. */
  readonly reason: string | null;
}

/** Two editions side by side. */
export interface Comparison {
  readonly was: ComparedEdition;
  readonly became: ComparedEdition;
  /** In the order of the document of `became`; what was ended stands where it stood. */
  readonly changes: readonly Change[];
  readonly counts: { readonly added: number; readonly ended: number; readonly changed: number };
}

export interface ComparedEdition {
  readonly title: string;
  /** «редакция 2» or a file's name. */
  readonly name: string;
  /** Requisites of the act that brought it in, where known. */
  readonly basis: string | null;
}
