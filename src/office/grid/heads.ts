import { cleanLine, foldText } from "./words.ts";

/** A table of texts, row by row, as a file has it. */
export type Grid = readonly (readonly string[])[];

/** A column with what it holds; `none` where nobody knows. */
export interface HeadColumn<M extends string> {
  /** From 1, as in the file. */
  readonly column: number;
  readonly head: string;
  readonly meaning: M | "none";
}

/** Where the head of a table lies and what its columns hold. */
export interface Heads<M extends string> {
  /** How many rows from the top are heads and titles. */
  readonly rows: number;
  readonly columns: readonly HeadColumn<M>[];
}

interface KnownHeads<M extends string> {
  /** What a head means, by its words folded. */
  readonly meanings: ReadonlyMap<string, M>;
  /** A table without any of these is none that one looks for. */
  readonly anchors: readonly M[];
  /** What a person said of columns, by their place from 1. */
  readonly said: Readonly<Record<number, M | "none">>;
}

/** A head further down, or one over more rows than these, is none. */
const FIRST_ROWS = 20;
const MOST_LEVELS = 3;

/** Finds the head: the rows under which most columns are known. Null where no column is one of the anchors. */
export function findHeads<M extends string>(grid: Grid, known: KnownHeads<M>): Heads<M> | null {
  let best: Heads<M> | null = null;
  for (let last = 0; last < Math.min(grid.length, FIRST_ROWS); last++) {
    for (let levels = 1; levels <= Math.min(MOST_LEVELS, last + 1); levels++) {
      const columns = readHeads(grid.slice(last + 1 - levels, last + 1), known.meanings);
      if (countKnown(columns) > countKnown(best?.columns ?? [])) best = { rows: last + 1, columns };
    }
  }
  if (!best) return null;
  const columns = dropRepeats(
    best.columns.map((view) => ({ ...view, meaning: known.said[view.column] ?? view.meaning })),
  );
  const isAnchored = columns.some(({ meaning }) => meaning !== "none" && known.anchors.includes(meaning));
  return isAnchored ? { ...best, columns } : null;
}

const countKnown = (columns: readonly HeadColumn<string>[]) =>
  new Set(columns.flatMap(({ meaning }) => (meaning === "none" ? [] : [meaning]))).size;

/** Heads one above another: of a merged one every column has its words. */
function readHeads<M extends string>(rows: Grid, meanings: ReadonlyMap<string, M>): readonly HeadColumn<M>[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, at) => {
    const texts = [...new Set(rows.map((row) => cleanLine(row[at] ?? "")).filter((text) => text !== ""))];
    return { column: at + 1, head: texts.join(": "), meaning: findMeaning(texts, meanings) };
  });
}

/** All its words together, the lowest alone, then the others upwards. */
function findMeaning<M extends string>(texts: readonly string[], meanings: ReadonlyMap<string, M>): M | "none" {
  for (const head of [texts.join(" "), ...texts.toReversed()]) {
    const found = meanings.get(foldText(head));
    if (found) return found;
  }
  return "none";
}

/** Two columns do not hold the same: the first does. */
function dropRepeats<M extends string>(columns: readonly HeadColumn<M>[]): readonly HeadColumn<M>[] {
  const seen = new Set<string>();
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
