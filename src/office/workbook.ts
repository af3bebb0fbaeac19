import type { Millionths } from "../kernel/decimal.ts";

/** A workbook to be written (`xlsx-write`); it knows sheets, cells and formulas and nothing of programmes. */
export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ in it. */
  readonly name: string;
  readonly orientation: "portrait" | "landscape";
  /** Widths of columns in characters. */
  readonly columns: readonly number[];
  /** Rows from the top that stay while one scrolls and are repeated in print. */
  readonly headRows: number;
  readonly rows: readonly (readonly (WorkCell | null)[])[];
}

/** Either words or a figure; a figure may follow from a formula, whose last result `value` is. */
export interface WorkCell {
  readonly value: string | Millionths | null;
  /** In the English notation of the file format, without «=»: `SUM(C5:C9)`, `'Мероприятия'!D12`. */
  readonly formula?: string;
  /** Least number of decimals shown. */
  readonly decimals?: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  readonly head?: boolean;
  /** Drawn as a warning: a difference, a value that was changed. */
  readonly marked?: boolean;
}
