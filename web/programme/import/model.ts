import type { Severity } from "../../../src/kernel/finding.ts";
import type { NumberedFinding } from "../view/places.ts";

/** A finding's sign at a cell: its number and how bad it is. */
export interface CellMark {
  readonly number: number;
  readonly severity: Severity;
}

/** A cell as printed, with the column it stands in; `read` is false where it was not understood. */
export interface PreviewCell {
  readonly key: string;
  readonly printed: string;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly read: boolean;
  readonly marks: readonly CellMark[];
}

/** A printed row of figures. */
export interface PreviewRow {
  readonly key: string;
  readonly label: string;
  readonly table: number | null;
  readonly row: number | null;
  readonly repeated: boolean;
  readonly total: boolean;
  /** Findings of the row's own words: its label or its unit. */
  readonly marks: readonly CellMark[];
  readonly cells: readonly PreviewCell[];
}

/** Words of the document under a heading of their own: an executor, an expected result, a paragraph. */
export interface PreviewText {
  readonly label: string | null;
  readonly text: string;
  readonly table: number | null;
  readonly row: number | null;
  readonly column: number | null;
  readonly marks: readonly CellMark[];
}

/** What belongs together and has its findings beside it: an activity, an indicator, a row of the passport. */
export interface PreviewBlock {
  readonly key: string;
  readonly title: string | null;
  /** Findings of what the block is called. */
  readonly titleMarks: readonly CellMark[];
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
  readonly texts: readonly PreviewText[];
  readonly findings: readonly NumberedFinding[];
}
