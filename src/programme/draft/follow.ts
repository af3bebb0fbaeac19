import type { Activity, Figure, FigureKind, FigureRow } from "../contract.ts";
import { printedOf, writeLike } from "./notation.ts";

/** What a total follows from: the sum before a change, and after it. */
export interface Way {
  readonly was: bigint;
  readonly is: bigint;
}

/** Which totals may not follow, and which could not: those that did not agree with what they add up. */
export interface Following {
  readonly keep: ReadonlySet<string>;
  readonly stayed: Set<string>;
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
