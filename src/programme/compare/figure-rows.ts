import type { Figure, FigureKind, FigureRow } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { oneLine } from "../language/words.ts";
import type { Change, ChangeSubject } from "../views-comparison.ts";
import type { Spot } from "./make-change.ts";
import { sameWords } from "./words.ts";

type Row = FigureRow | null | undefined;

interface RowChange {
  readonly subject: ChangeSubject;
  readonly was: Row;
  readonly became: Row;
  /** The unit, where it stands beside the row. */
  readonly unit?: string | null;
}

/** The figures of a row that differ in value, in the order of their years. */
export function compareRow(spot: Spot, { subject, was, became, unit }: RowChange): readonly Change[] {
  const row = became ?? was;
  if (!row) return [];
  const printedUnit = unit ?? (became?.unit ?? was?.unit)?.text ?? null;
  const { kind } = row;
  const line = printedUnit && oneLine(printedUnit);
  const changes: Change[] = [];
  for (const key of listKeys(was, became)) {
    const old = was?.values[key];
    const now = became?.values[key];
    if (!isSame(old, now, kind))
      changes.push(describeFigure(spot, { subject, kind, unit: line, key, was: old, became: now }));
  }
  return changes;
}

/** Rows of several kinds side by side; the first of a kind counts, as in every sum. */
export function compareRows(
  spot: Spot,
  given: { readonly subject: ChangeSubject; readonly was: readonly FigureRow[]; readonly became: readonly FigureRow[] },
): readonly Change[] {
  const kinds = new Set([...given.became, ...given.was].map((row) => row.kind));
  const first = (rows: readonly FigureRow[], kind: FigureKind) => rows.find((row) => row.kind === kind);
  return [...kinds].flatMap((kind) =>
    compareRow(spot, { subject: given.subject, was: first(given.was, kind), became: first(given.became, kind) }),
  );
}

/** The starting value, the years, the total. */
function listKeys(was: Row, became: Row): readonly string[] {
  const keys = Object.keys(became?.values ?? {});
  for (const key of Object.keys(was?.values ?? {})) if (!keys.includes(key)) keys.push(key);
  // Most rows stand in order already: keys that are whole numbers always do.
  const isSorted = keys.every((key, at) => at === 0 || orderKeys(keys[at - 1] ?? "", key) < 0);
  return isSorted ? keys : keys.sort(orderKeys);
}

function orderKeys(a: string, b: string): number {
  return rankKey(a) - rankKey(b) || (a < b ? -1 : 1);
}

function rankKey(key: string): number {
  return key === "base" ? 0 : key === "total" ? 2 : 1;
}

interface FigureChange {
  readonly subject: ChangeSubject;
  readonly key?: string;
  readonly kind?: FigureKind;
  readonly unit: string | null;
  readonly was: Figure | null | undefined;
  readonly became: Figure | null | undefined;
}

export function compareFigure(spot: Spot, given: FigureChange): readonly Change[] {
  return isSame(given.was, given.became, given.kind) ? [] : [describeFigure(spot, given)];
}

/** Written out field by field: two wholly different programmes differ in a hundred thousand figures. */
function describeFigure({ part, line, fate }: Spot, given: FigureChange): Change {
  const { subject, key = null, kind = null, unit, was, became } = given;
  const counts = isCounted(was) && isCounted(became);
  return {
    subject,
    part,
    line,
    fate,
    key,
    kind,
    was: printFigure(was),
    became: printFigure(became),
    difference: counts ? (became?.value ?? 0n) - (was?.value ?? 0n) : null,
    unit,
    places: { was: was?.place ?? null, became: became?.place ?? null },
    reason: null,
  };
}

/** A dash in a column of money is nothing, which is zero; in a column of targets it is «not planned». */
function isSame(
  was: Figure | null | undefined,
  became: Figure | null | undefined,
  kind: FigureKind | undefined,
): boolean {
  const before = was?.value ?? null;
  const after = became?.value ?? null;
  if (before !== null && after !== null) return before === after;
  if (!isCounted(was) || !isCounted(became)) return before === after && sameWords(was?.printed, became?.printed);
  const zeroIsNothing = kind !== "target" && kind !== "weight";
  return before === after || (zeroIsNothing && (before ?? 0n) === (after ?? 0n));
}

/** A figure or nothing at all; words where a figure should stand are neither. */
function isCounted(figure: Figure | null | undefined): boolean {
  return (
    !figure || figure.value !== null || figure.printed === "" || readPrintedNumber(figure.printed).kind === "blank"
  );
}

function printFigure(figure: Figure | null | undefined): string | null {
  const printed = oneLine(figure?.printed ?? "");
  return printed === "" ? null : printed;
}
