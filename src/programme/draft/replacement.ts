import type { FigureKind, Programme, Section, Words } from "../contract.ts";

/** «Приложение к программе» that holds a table. */
export const ANNEXES = ["annex1", "annex2", "annex3"] as const;
export type AnnexPart = (typeof ANNEXES)[number];

/** Parts for which a technique is chosen. */
export const AMENDED_PARTS = ["passport", "sections", ...ANNEXES] as const;
export type AmendedPart = (typeof AMENDED_PARTS)[number];

/** How a part is amended: figures and words replaced by address, or the row, section or annex printed anew. */
export const TECHNIQUES = ["replace", "restate"] as const;
export type Technique = (typeof TECHNIQUES)[number];

/** A figure that a draft reckons itself: a total in a line of annex 2, a block of totals there, or a line of annex 3. Positions from 0. */
export interface TotalAddress {
  readonly of: "figure" | "rollup" | "summary";
  /** In `activities`, `rollups` or `summary`. */
  readonly at: number;
  readonly kind: FigureKind;
  readonly key: string;
}

/** A row of the passport as an act prints it. */
export interface PassportLine {
  readonly label: Words;
  readonly text: Words;
}

/**
 * What an act does beyond the values and lines of a draft. Positions count from 0 in the programme before the act;
 * `content` null strikes out; an insertion stands before the line that has its position.
 */
export type Replacement =
  | { readonly do: "title"; readonly was: string; readonly text: string }
  | { readonly do: "total"; readonly address: TotalAddress; readonly was: string; readonly text: string }
  | {
      readonly do: "passport-row";
      readonly at: number;
      readonly insert: boolean;
      readonly content: PassportLine | null;
    }
  | { readonly do: "section"; readonly at: number; readonly insert: boolean; readonly content: Section | null }
  | { readonly do: "restate"; readonly part: AnnexPart | "passport"; readonly content: Programme };

/** What stood before a replacement and is put back: fields of the programme, whole. */
export interface Restoring {
  readonly do: "restore";
  readonly content: Partial<Programme>;
}
