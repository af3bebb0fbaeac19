import { FIELDS, type Field, type FieldKey } from "../record/fields.data.ts";
import { cleanLine, foldText } from "../record/text.ts";
import type { ColumnMeaning, ColumnView, Grid } from "./views.ts";

export const NUMBER_HEAD = "№ в реестре";
const NUMBER_HEADS = [NUMBER_HEAD, "номер в реестре", "реестровый номер", "номер записи", "номер реестровой записи"];

const MEANINGS: ReadonlyMap<string, ColumnMeaning> = new Map([
  ...(FIELDS as readonly Field[]).flatMap(({ key, ru, en, heads }) =>
    [ru, en, ...heads].map((head) => [foldText(head), key as FieldKey] as const),
  ),
  ...NUMBER_HEADS.map((head) => [foldText(head), "number"] as const),
]);

/** Where the head of a table lies and what its columns hold. */
export interface Heads {
  /** How many rows from the top are heads and titles. */
  readonly rows: number;
  readonly columns: readonly ColumnView[];
}

/** A head further down, or one over more rows than these, is none. */
const FIRST_ROWS = 20;
const MOST_LEVELS = 3;

/** Finds the head: the rows under which most columns are known. Null where no column holds a name. */
export function findHeads(grid: Grid, said: Readonly<Record<number, ColumnMeaning>>): Heads | null {
  let best: Heads | null = null;
  for (let last = 0; last < Math.min(grid.length, FIRST_ROWS); last++) {
    for (let levels = 1; levels <= Math.min(MOST_LEVELS, last + 1); levels++) {
      const columns = readHeads(grid.slice(last + 1 - levels, last + 1));
      if (countKnown(columns) > countKnown(best?.columns ?? [])) best = { rows: last + 1, columns };
    }
  }
  if (!best) return null;
  const columns = dropRepeats(best.columns.map((view) => ({ ...view, meaning: said[view.column] ?? view.meaning })));
  return columns.some(({ meaning }) => meaning === "name" || meaning === "number") ? { ...best, columns } : null;
}

const countKnown = (columns: readonly ColumnView[]) =>
  new Set(columns.flatMap(({ meaning }) => (meaning === "none" ? [] : [meaning]))).size;

/** Heads one above another: of a merged one every column has its words. */
function readHeads(rows: Grid): readonly ColumnView[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const texts = [...new Set(rows.map((row) => cleanLine(row[at] ?? "")).filter((text) => text !== ""))];
    return { column: at + 1, head: texts.join(": "), meaning: findMeaning(texts) };
  });
}

/** All its words together, the lowest alone, then the others upwards. */
function findMeaning(texts: readonly string[]): ColumnMeaning {
  for (const head of [texts.join(" "), ...texts.toReversed()]) {
    const found = MEANINGS.get(foldText(head));
    if (found) return found;
  }
  return "none";
}

/** Two columns do not hold the same: the first does. */
function dropRepeats(columns: readonly ColumnView[]): readonly ColumnView[] {
  const seen = new Set<ColumnMeaning>();
  return columns.map((view) => {
    const isRepeat = view.meaning !== "none" && seen.has(view.meaning);
    seen.add(view.meaning);
    return isRepeat ? { ...view, meaning: "none" } : view;
  });
}

/** A row of data: not blank, not the numbers of columns, not a total. */
export function isDataRow(row: readonly string[]): boolean {
  const filled = row.map(cleanLine).filter((text) => text !== "");
  if (filled.length === 0 || /^(итого|всего)/i.test(filled[0] ?? "")) return false;
  const isNumbering = filled.length > 2 && filled.every((text, at) => text === String(at + 1));
  return !isNumbering;
}
