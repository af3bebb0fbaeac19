import type { Id } from "../../kernel/id.ts";
import type { Grid, HeadColumn } from "../../office/grid/heads.ts";
import type { FieldKey, Section } from "../record/fields.data.ts";
import type { RegistryRefusalCode } from "../refusals.ts";

export type { Grid };

/** What a column holds: a field, the number in the register, or nothing that is taken. */
export type ColumnMeaning = FieldKey | "number" | "none";

export type ColumnView = HeadColumn<FieldKey | "number">;

/** A cell that cannot be taken as it is; `code` is one of the slice's refusals, `values` fill its sentence. */
export interface CellError {
  /** Row and column of the file, from 1. Column 0 where the whole row is meant. */
  readonly row: number;
  readonly column: number;
  readonly head: string;
  readonly text: string;
  readonly code: RegistryRefusalCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The same with its sentence in the request's language. */
export interface SaidError extends CellError {
  readonly sentence: string;
}

export interface Candidate {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
}

/** What would become of a row of the file. `ask`: it may be one that is there already, and a person says which. */
export interface RowPlan {
  readonly row: number;
  readonly name: string;
  readonly settlement: string;
  readonly state: "new" | "changed" | "same" | "ask" | "skipped" | "error";
  readonly target: Candidate | null;
  readonly candidates: readonly Candidate[];
  /** An earlier row of the file that may be the same. */
  readonly twin: number | null;
  /** Sections that would be changed. */
  readonly sections: readonly Section[];
}

export interface ImportPreview {
  readonly columns: readonly ColumnView[];
  readonly rows: readonly RowPlan[];
  readonly errors: readonly SaidError[];
  /** Settlements of the file that the list does not have. */
  readonly newSettlements: readonly string[];
  /** The table with what was mended in it, to be sent back as text. */
  readonly text: string;
}

/** What a person said about the table. */
export interface ImportAnswers {
  /** By column of the file, from 1. */
  readonly columns: Readonly<Record<number, ColumnMeaning>>;
  /** By «row:column», from 1. */
  readonly cells: Readonly<Record<string, string>>;
  /** By row: `new`, `skip`, or the id of the association that it is. */
  readonly rows: Readonly<Record<number, string>>;
  /** Enter settlements that the list does not have. */
  readonly addSettlements: boolean;
}
