import type { Figure, FigureKind, FigureRow } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { oneLine } from "../language/words.ts";
import type { Change, ChangeSubject } from "../views-comparison.ts";
import { makeChange, type Spot } from "./make-change.ts";
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
  return listKeys(was, became).flatMap((key) =>
    compareFigure(spot, {
      subject,
      key,
      kind: row.kind,
      unit: printedUnit && oneLine(printedUnit),
      was: was?.values[key],
      became: became?.values[key],
    }),
  );
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
  const rank = (key: string) => (key === "base" ? 0 : key === "total" ? 2 : 1);
  const keys = new Set([...Object.keys(was?.values ?? {}), ...Object.keys(became?.values ?? {})]);
  return [...keys].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
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
  const { was, became, kind, ...rest } = given;
  if (isSame(was, became, kind)) return [];
  const counts = isCounted(was) && isCounted(became);
  return [
    makeChange(spot, {
      ...rest,
      ...(kind && { kind }),
      was: printFigure(was),
      became: printFigure(became),
      difference: counts ? (became?.value ?? 0n) - (was?.value ?? 0n) : null,
      places: { was: was?.place ?? null, became: became?.place ?? null },
    }),
  ];
}

/** A dash in a column of money is nothing, which is zero; in a column of targets it is «not planned». */
function isSame(
  was: Figure | null | undefined,
  became: Figure | null | undefined,
  kind: FigureKind | undefined,
): boolean {
  const [before, after] = [was?.value ?? null, became?.value ?? null];
  if (before !== null && after !== null) return before === after;
  if (!isCounted(was) || !isCounted(became)) return before === after && sameWords(was?.printed, became?.printed);
  const zeroIsNothing = kind !== "target" && kind !== "weight";
  return before === after || (zeroIsNothing && (before ?? 0n) === (after ?? 0n));
}

/** A figure or nothing at all; words where a figure should stand are neither. */
function isCounted(figure: Figure | null | undefined): boolean {
  return !figure || figure.value !== null || readPrintedNumber(figure.printed).kind === "blank";
}

function printFigure(figure: Figure | null | undefined): string | null {
  const printed = oneLine(figure?.printed ?? "");
  return printed === "" ? null : printed;
}
