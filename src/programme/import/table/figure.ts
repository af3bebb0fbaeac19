import { toKopecks } from "../../../kernel/money.ts";
import type { Figure, FigureKind, FigureRow, Place, Words } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { readMoneyUnit } from "../../language/vocabulary.ts";
import { oneLine } from "../../language/words.ts";

/** A figure that could not be read: words, or money finer than a kopeck. */
export interface FigureProblem {
  readonly variant: "figure" | "kopecks";
  readonly figure: Figure;
}

/** A printed text as a figure: money in kopecks where `unit` is one of money, else millionths; what is no figure and not blank is handed to `problem`. */
export function readFigure(
  text: string,
  unit: Words | null,
  at: { place: Place; problem: (problem: FigureProblem) => void },
): Figure {
  const printed = oneLine(text);
  const number = readPrintedNumber(text);
  const money = unit ? readMoneyUnit(unit.text) : null;
  const value = number.kind !== "number" ? null : money ? (toKopecks(number.value, money) ?? null) : number.value;
  const figure: Figure = { value, printed, place: at.place };
  if (number.kind === "words") at.problem({ variant: "figure", figure });
  else if (number.kind === "number" && value === null) at.problem({ variant: "kopecks", figure });
  return figure;
}

/** One printed figure with what it says: which row of figures it belongs to, and under which key. */
export interface Fact {
  readonly kind: FigureKind;
  readonly key: string;
  readonly label: Words;
  readonly unit: Words | null;
  readonly figure: Figure;
}

/**
 * Gathers facts into rows of figures. A fact joins the last row of its kind while that row has nothing under its
 * key; otherwise the same row is printed once more and a new one begins.
 */
export class RowGatherer {
  private readonly rows: { kind: FigureKind; label: Words; unit: Words | null; values: Record<string, Figure> }[] = [];

  add({ kind, key, label, unit, figure }: Fact): void {
    const row = this.lastOf(kind);
    if (row && row.values[key] === undefined) row.values[key] = figure;
    else this.rows.push({ kind, label, unit, values: { [key]: figure } });
  }

  /** Whether a fact would begin the same row again. */
  has(fact: Pick<Fact, "kind" | "key">): boolean {
    return this.lastOf(fact.kind)?.values[fact.key] !== undefined;
  }

  holds(kind: FigureKind): boolean {
    return this.lastOf(kind) !== undefined;
  }

  get empty(): boolean {
    return this.rows.length === 0;
  }

  /** The first row of each kind, and those that repeat one. */
  separate(): { readonly rows: FigureRow[]; readonly repeated: FigureRow[] } {
    const first = this.rows.filter((row, at) => this.rows.findIndex((other) => other.kind === row.kind) === at);
    return { rows: first, repeated: this.rows.filter((row) => !first.includes(row)) };
  }

  private lastOf(kind: FigureKind) {
    return this.rows.findLast((row) => row.kind === kind);
  }
}
