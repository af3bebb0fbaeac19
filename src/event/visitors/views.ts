import type { Id } from "../../kernel/id.ts";
import type { HeadColumn } from "../../office/grid/heads.ts";

/** What a column of a table of visitors holds. */
export const VISITOR_COLUMNS = [
  "name",
  "surname",
  "firstName",
  "patronymic",
  "birth",
  "consent",
  "event",
  "date",
  "site",
] as const;
export type VisitorColumn = (typeof VISITOR_COLUMNS)[number];

/** What a person said about the table. */
export interface VisitorAnswers {
  /** The event of rows that name none; empty where each names its own. */
  readonly eventId: string;
  /** By column of the file, from 1. */
  readonly columns: Readonly<Record<number, VisitorColumn | "none">>;
  /** By «row:column», from 1. */
  readonly cells: Readonly<Record<string, string>>;
  /** By row: `new`, `skip`, the id of who it is, or `row-12` for whoever stands there. */
  readonly rows: Readonly<Record<number, string>>;
  /** Rows that say nothing of a consent have one on paper. */
  readonly haveSigned: boolean;
  /** Rows without a consent are left out instead of being errors. */
  readonly skipUnsigned: boolean;
  /** Similar names are of different people, apart from what `rows` says. */
  readonly similarDiffer: boolean;
}

export const NO_ANSWERS: VisitorAnswers = {
  eventId: "",
  columns: {},
  cells: {},
  rows: {},
  haveSigned: false,
  skipUnsigned: false,
  similarDiffer: false,
};

/** A table of visitors as its preview gave it, and what was said about it. */
export interface VisitorTable {
  readonly text: string;
  readonly answers: VisitorAnswers;
}

/** A cell that cannot be taken as it is. Column 0 where the whole row is meant. */
export interface VisitorError {
  readonly row: number;
  readonly column: number;
  readonly head: string;
  readonly text: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Somebody whom a row may mean: entered already, or in an earlier row (`row-12`). */
export interface VisitorCandidate {
  readonly key: string;
  readonly name: string;
  readonly birthYear: number | null;
}

/** What would become of a row. `again`: the same person at the same site stands in an earlier row, which is one visit. */
export interface VisitorRow {
  readonly row: number;
  readonly name: string;
  readonly birthYear: number | null;
  readonly event: string;
  readonly site: string;
  readonly state: "new" | "known" | "again" | "ask" | "skipped" | "error";
  readonly candidates: readonly VisitorCandidate[];
}

export interface VisitorPreview {
  readonly columns: readonly HeadColumn<VisitorColumn>[];
  /** Rows that ask or are wrong; of a long table the first of them. */
  readonly shown: readonly VisitorRow[];
  readonly counts: Readonly<Record<VisitorRow["state"], number>>;
  readonly errors: readonly (VisitorError & { readonly sentence: string })[];
  /** How many errors there are in all. */
  readonly errorCount: number;
  /** Rows of events that are confirmed or cancelled: they will wait for the coordinator. */
  readonly late: number;
  /** Rows of new people that say nothing of a consent, or that there is none. */
  readonly unsigned: number;
  /** The table with what was mended in it, to be sent back as text. */
  readonly text: string;
}

/** What came of a table that was taken in. */
export interface VisitorResult {
  readonly people: number;
  readonly marks: number;
  readonly already: number;
  readonly late: number;
  readonly skipped: number;
}

/** A table on its way in. `stalled`: nothing was heard of it for a minute, so the server was stopped; nothing is stored then. */
export interface VisitorProgress {
  readonly id: Id;
  readonly state: "running" | "done" | "failed" | "cancelled" | "stalled";
  readonly total: number;
  readonly done: number;
  readonly result: VisitorResult | null;
  readonly sentence: string | null;
}
