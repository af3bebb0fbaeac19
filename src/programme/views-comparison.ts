import type { FigureKind, Part, Place } from "./contract.ts";
import type { LineKind } from "./edition.ts";
import type { Consolidation } from "./views.ts";

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
  /** What became of the line, where more is known than that it came or went. */
  readonly succession?: LineSuccession;
}

/** «Преемственность»: a line was divided, several were put together, or it ended. `names` are the lines on the other side. */
export interface LineSuccession {
  readonly kind: SuccessionKind;
  readonly names: readonly string[];
  /** In the words of the person who decided. */
  readonly reason: string | null;
}

export const SUCCESSION_KINDS = ["split", "joined", "ended"] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** Which words of a line a change is about. */
export const CHANGE_FIELDS = [
  "name",
  "unit",
  "executors",
  "result",
  "objective",
  "note",
  "paragraph",
  "front",
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** One row of a comparison of two editions. `was` and `became` are as printed; null is «absent». */
export interface Change {
  readonly subject: ChangeSubject;
  /** Of words: which; absent for figures. */
  readonly field?: ChangeField;
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
  /** The money of all activities by source and year, before and after. */
  readonly money?: ComparedMoney;
}

export interface ComparedMoney {
  /** The years of either edition. */
  readonly years: readonly number[];
  readonly was: Consolidation;
  readonly became: Consolidation;
}

export interface ComparedEdition {
  readonly title: string;
  /** «редакция 2» or a file's name. */
  readonly name: string;
  /** Requisites of the act that brought it in, where known. */
  readonly basis: string | null;
}

/** Why a line is taken for the one of the earlier edition. */
export const MATCH_REASONS = [
  "same-number-name",
  "same-name",
  "reworded",
  "same-figures",
  "split",
  "joined",
  "new",
  "from-draft",
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What a line of a later edition is to the earlier one; lines are named by their keys. */
export interface LineMatch {
  readonly key: string;
  readonly kind: LineKind;
  /** The earlier line whose identity it carries on; null where it gets one of its own. */
  readonly known: string | null;
  /** Further earlier lines that it came from: the one it was split from, those joined into it. */
  readonly from: readonly string[];
  readonly reason: MatchReason;
  /** It stands under another objective or goal. */
  readonly moved: boolean;
  /** 0 to 100. */
  readonly confidence: number;
}

/** `ended` are the earlier lines that nothing carries on. */
export interface Match {
  readonly lines: readonly LineMatch[];
  readonly ended: readonly { readonly kind: LineKind; readonly known: string }[];
}
