import type { Finding } from "../kernel/finding.ts";

/** The parts of a programme document, named as a reader points to them. */
export const PARTS = ["title", "passport", "sections", "annex1", "annex2", "annex3"] as const;
export type Part = (typeof PARTS)[number];

/** Where something stands in the file: numbers from 1 as a person counts them, null where there is none. */
export interface Place {
  readonly part: Part;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  /** The row's own words. */
  readonly text: string;
}

/** Words as printed, with their place. */
export interface Words {
  readonly text: string;
  readonly place: Place;
}

/** A figure as read and as printed. `value` is null where the cell is empty or was not understood. */
export interface Figure {
  readonly value: bigint | null;
  readonly printed: string;
  readonly place: Place;
}

/** «Источник финансирования». `settlement` are the budgets of settlements where a district's programme names them beside its own budget; otherwise `local` is whichever municipal budget pays. */
export const SOURCES = ["federal", "regional", "local", "settlement", "extrabudgetary"] as const;
export type FundingSource = (typeof SOURCES)[number];

export const FIGURE_KINDS = ["quantity", "unitCost", "cost", "target", "weight", ...SOURCES] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/** A printed row of figures by year. Keys of `values` are years («2024»), `total` and, for a starting value without a year, `base`; money is in kopecks, everything else in millionths of its unit. */
export interface FigureRow {
  readonly kind: FigureKind;
  readonly label: Words;
  readonly unit: Words | null;
  readonly values: Readonly<Record<string, Figure>>;
}

/** «Постановление», «решение»: an act named in the document. */
export interface Resolution {
  readonly kind: string;
  /** What it does to this programme; `other` for acts that are merely cited. */
  readonly role: "develop" | "approve" | "amend" | "stateProgramme" | "law" | "other";
  /** ISO date, or null where none is printed. */
  readonly date: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly printed: Words;
}

/** «Государственная программа», under which the region co-finances. */
export interface StateProgramme {
  readonly name: Words;
  readonly resolution: Resolution | null;
}

/** «Паспорт». */
export interface Passport {
  readonly rows: readonly { readonly label: Words; readonly text: Words }[];
  readonly name: Words | null;
  readonly customers: readonly Words[];
  readonly drafters: readonly Words[];
  readonly heads: readonly Words[];
  readonly executors: readonly Words[];
  readonly term: Words | null;
  readonly termYears: readonly number[];
  /** Money from the running text; the row of kind `cost` is the whole, the others are sources. */
  readonly finance: readonly FigureRow[];
  readonly indicators: readonly Words[];
  readonly expectedResults: Words | null;
}

/** «Раздел» of text. */
export interface Section {
  readonly number: string | null;
  readonly heading: Words;
  readonly paragraphs: readonly Words[];
}

/** «Подпрограмма» as printed in one part. */
export interface Subprogramme {
  readonly number: number;
  readonly name: Words;
}

/** «Цель» as printed in one part; its number counts within `subprogramme`, which is null where a programme has none. */
export interface Goal {
  readonly number: number;
  readonly subprogramme: number | null;
  readonly name: Words;
}

/** «Задача» as printed in one part; its number counts within `goal` of `subprogramme`. */
export interface Objective {
  readonly number: number;
  readonly goal: number;
  readonly subprogramme: number | null;
  readonly name: Words;
}

/** Words of a line under a head that means no figure: «КБК», «ГРБС», «источник информации», «срок исполнения». */
export interface Note {
  readonly heading: string;
  readonly text: Words;
}

/** «Целевой индикатор», a row of annex 1. */
export interface Indicator {
  readonly number: string;
  /** Number of the goal above it in annex 1; null where none is printed above it. */
  readonly goal: number | null;
  readonly subprogramme: number | null;
  readonly objective: number | null;
  readonly name: Words;
  readonly unit: Words | null;
  /** The column «весовой коэффициент» as printed; whether it holds weights is for the check to say. */
  readonly weight: Figure | null;
  /** Values in millionths of the printed unit, by year. */
  readonly targets: FigureRow;
  /** Figures under heads that are none of the known columns, in millionths. */
  readonly others: readonly { readonly heading: string; readonly figure: Figure }[];
  readonly notes: readonly Note[];
}

/** «Мероприятие программы», a block of annex 2. */
export interface Activity {
  readonly number: string | null;
  readonly goal: number;
  readonly subprogramme: number | null;
  readonly objective: number | null;
  readonly name: Words;
  readonly quantity: FigureRow | null;
  readonly unitCost: FigureRow | null;
  readonly cost: FigureRow | null;
  readonly sources: readonly FigureRow[];
  /** Rows printed once more in the same block, in the order of the file. */
  readonly repeated: readonly FigureRow[];
  readonly executorText: Words | null;
  readonly executors: readonly Words[];
  readonly expectedResult: Words | null;
  readonly notes: readonly Note[];
}

/** «Итого» in annex 2. `goal` and `subprogramme` say where it stands; the number of a whole programme is 1. */
export interface Rollup {
  readonly of: "objective" | "goal" | "subprogramme" | "programme";
  readonly number: number;
  readonly goal: number | null;
  readonly subprogramme: number | null;
  readonly rows: readonly FigureRow[];
  readonly repeated: readonly FigureRow[];
}

/** What stands around the tables of the passport or of an annex: letterhead and name above, signature and notes below. */
export interface PartText {
  readonly part: Exclude<Part, "title" | "sections">;
  readonly before: readonly Words[];
  readonly after: readonly Words[];
}

/** A table or running text that names one thing in several parts is kept as each part prints it, so that a check can compare. */
export interface Programme {
  readonly title: Words;
  readonly titleYears: readonly number[];
  /** The paragraphs before the passport, as printed. */
  readonly front: readonly Words[];
  /** In the order of the document. */
  readonly partTexts: readonly PartText[];
  /** The years that the tables plan, ascending; a base year of indicators is none of them. */
  readonly years: readonly number[];
  readonly resolutions: readonly Resolution[];
  readonly stateProgrammes: readonly StateProgramme[];
  readonly passport: Passport;
  readonly sections: readonly Section[];
  readonly sectionGoals: readonly Goal[];
  readonly sectionObjectives: readonly Objective[];
  readonly sectionIndicators: readonly Words[];
  /** Sums of money in running text outside the passport, in kopecks. */
  readonly sectionSums: readonly Figure[];
  readonly indicatorGoals: readonly Goal[];
  readonly indicatorObjectives: readonly Objective[];
  readonly indicators: readonly Indicator[];
  readonly subprogrammes: readonly Subprogramme[];
  readonly activityGoals: readonly Goal[];
  readonly activityObjectives: readonly Objective[];
  readonly activities: readonly Activity[];
  readonly rollups: readonly Rollup[];
  /** Annex 3; the row of kind `cost` is the whole. */
  readonly summary: readonly FigureRow[];
  /** Heads of tables with the head's columns, for checks of form. */
  readonly heads: readonly TableHead[];
}

export interface TableHead {
  readonly part: Part;
  readonly table: number;
  readonly columns: readonly {
    readonly column: number;
    readonly meaning: string;
    /** The year of its figures, `total` or `base`; null for other columns. */
    readonly key: string | null;
    readonly text: string;
    readonly numbered: string | null;
    readonly place: Place;
  }[];
}

export const FINDING_CODES = [
  "sum-years",
  "sum-sources",
  "quantity-cost",
  "rollup-objective",
  "rollup-goal",
  "meaningless-total",
  "rounding",
  "passport-summary",
  "summary-activities",
  "indicator-list",
  "objective-list",
  "indicator-activity",
  "indicator-money",
  "activity-without-indicator",
  "misplaced-indicator",
  "years-differ",
  "executor-unknown",
  "resolution-differs",
  "cofinancing-ratio",
  "weights-not-weights",
  "sums-under-another-name",
  "unit-mixed",
  "unit-twice",
  "row-repeated",
  "cell-torn",
  "column-unnumbered",
  "number-malformed",
  "not-understood",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export type ProgrammeFinding = Finding<FindingCode, Place>;

/** What a person may say of a table that the reader did not know; `none`: it is no part of the programme's figures. */
export const TABLE_ANSWERS = ["annex1", "annex2", "annex3", "none"] as const;
export type TableAnswer = (typeof TABLE_ANSWERS)[number];

/** What a person may say of a column whose head the reader did not know; `note`: words that are kept as they are. */
export const COLUMN_ANSWERS = [
  "note",
  "activity",
  "indicator",
  "number",
  "label",
  "unit",
  "weight",
  "source",
  "period",
  "executor",
  "result",
  "quantity",
  "unitCost",
  "cost",
  ...SOURCES,
  "total",
  "base",
] as const;
export type ColumnAnswer = (typeof COLUMN_ANSWERS)[number];

/** What people of a municipality said of heads in earlier documents: the head's words, normalised, and the answer. */
export interface ReadingHints {
  readonly tables: Readonly<Record<string, TableAnswer>>;
  readonly columns: Readonly<Record<string, ColumnAnswer>>;
}

export const NO_HINTS: ReadingHints = { tables: {}, columns: {} };

/** A table or column of which the reader is unsure, with a few of its cells; `key` is what an answer is kept under. */
export interface Question {
  readonly kind: "table" | "column";
  readonly key: string;
  readonly place: Place;
  readonly sample: readonly (readonly string[])[];
  /** What was said of it before; null where nothing was. */
  readonly answer: TableAnswer | ColumnAnswer | null;
}

/** What reading a file gives: always all, content never throws. */
export interface Reading {
  readonly programme: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly questions: readonly Question[];
}
