import type { Activity, Figure, FigureKind, FigureRow } from "../contract.ts";
import { printedOf, readTyped, writeLike } from "./notation.ts";

/** What a total follows from: the sum before a change, and after it. */
export interface Way {
  readonly was: bigint;
  readonly is: bigint;
}

/** Which totals may not follow, and which could not: those that did not agree with what they add up. */
export interface Following {
  readonly keep: ReadonlySet<string>;
  readonly stayed: Set<string>;
  /** How totals were printed before the change that this one undoes: one that has its value again is printed so again. */
  readonly prints: Readonly<Record<string, string>>;
  /** How totals that follow now were printed, for undoing it. */
  readonly printed: Map<string, string>;
}

/** What a change has touched of annex 2: totals of nothing else are counted anew. */
export interface Touched {
  /** The changed activities, as they were and as they are. */
  readonly activities: readonly Activity[];
  readonly has: (kind: FigureKind, key: string) => boolean;
}

/**
 * The total after a change. It follows the first way with which it agreed before; one that agreed with none stays as
 * it stands, for the check to name. Null where it stays.
 */
export function followTotal(
  figure: Figure | undefined,
  ways: readonly Way[],
  { name, following }: { readonly name: string; readonly following: Following },
): bigint | null {
  const moved = ways.filter((way) => way.was !== way.is);
  if (!figure || moved.length === 0) return null;
  const way = moved.find((candidate) => candidate.was === (figure.value ?? 0n));
  if (way && !following.keep.has(name)) return way.is;
  following.stayed.add(name);
  return null;
}

/** Totals of a row by their keys, and what their names begin with: `summary`. */
interface Totals {
  readonly name: string;
  readonly following: Following;
  readonly beside?: readonly FigureRow[];
}

/** The row with totals that followed. */
export function replaceTotals(row: FigureRow, values: ReadonlyMap<string, bigint>, totals: Totals): FigureRow {
  const { name, following, beside } = totals;
  const replaced = replaceValues(row, values, beside);
  if (replaced === row) return row;
  const figures = Object.entries(replaced.values).map(([key, figure]) => {
    const was = row.values[key];
    const full = `${name}/${row.kind}.${key}`;
    if (was === figure || !was) return [key, figure] as const;
    if (!following.printed.has(full)) following.printed.set(full, was.printed);
    const print = following.prints[full];
    return [key, print !== undefined && says(print, row, figure) ? { ...figure, printed: print } : figure] as const;
  });
  return { ...replaced, values: Object.fromEntries(figures) };
}

function says(print: string, row: FigureRow, { value }: Figure): boolean {
  const read = readTyped(print, row);
  return "value" in read && (read.value ?? 0n) === value;
}

/** The row with some of its figures replaced, printed as the row and those beside it print. */
export function replaceValues(
  row: FigureRow,
  values: ReadonlyMap<string, bigint>,
  beside: readonly FigureRow[] = [],
): FigureRow {
  if (values.size === 0) return row;
  const around = beside.flatMap(printedOf);
  const samples = printedOf(row);
  const replaced = [...values].map(([key, value]) => {
    const figure = row.values[key];
    return figure ? { [key]: { ...figure, value, printed: writeLike(value, row, samples, around) } } : {};
  });
  return { ...row, values: Object.assign({}, row.values, ...replaced) as FigureRow["values"] };
}
