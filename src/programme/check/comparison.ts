import { ONE } from "../../kernel/decimal.ts";
import { KOPECKS_IN } from "../../kernel/money.ts";
import type { Figure, FigureRow, FindingCode, ProgrammeFinding } from "../contract.ts";
import { printedQuantum } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import { makeFinding, writeIn } from "./finding.ts";

/** A figure of a row. */
export interface RowFigure {
  readonly row: FigureRow;
  readonly key: string;
  readonly figure: Figure;
}

/** A printed figure held against what follows from others by arithmetic. */
export interface Comparison {
  readonly code: FindingCode;
  readonly variant: string;
  readonly printed: RowFigure;
  readonly expected: bigint;
  readonly terms: readonly RowFigure[];
  /** How far the product of rounded factors may be off; 0 for sums. */
  readonly slack: bigint;
}

export type Verdict = "equal" | "rounding" | "differs";

/**
 * Sums are exact. A difference is rounding only where most of the terms are printed more finely than the
 * total and the total is what they round to: one odd decimal among coarse neighbours is a mistake.
 */
export function judge({ printed, expected, terms, slack }: Comparison): Verdict {
  const value = printed.figure.value ?? 0n;
  if (value === expected) return "equal";
  const off = value > expected ? value - expected : expected - value;
  if (off <= slack) return "rounding";
  const quantum = quantumOf(printed);
  // Within one row every year is printed alike, zeros too; between rows a zero tells nothing of the precision.
  const counted = terms.filter((term) => term.figure.value || term.row === printed.row);
  const finer = counted.filter((term) => quantumOf(term) < quantum);
  return finer.length * 2 > counted.length && off * 2n <= quantum ? "rounding" : "differs";
}

/** The last printed digit in the figure's own measure: kopecks for money, millionths else. */
export function quantumOf({ row, figure }: Pick<RowFigure, "row" | "figure">): bigint {
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  const quantum = printedQuantum(figure.printed);
  const scaled = unit ? (quantum * KOPECKS_IN[unit]) / ONE : quantum;
  return scaled > 0n ? scaled : 1n;
}

/** `differs` becomes the code's error. */
export function reportDifference(comparison: Comparison): ProgrammeFinding[] {
  if (judge(comparison) !== "differs") return [];
  return [makeFinding(comparison.code, "error", comparison.printed.figure.place, describe(comparison))];
}

/** `rounding` becomes a note that shows the difference. */
export function reportRounding(comparison: Comparison): ProgrammeFinding[] {
  if (judge(comparison) !== "rounding") return [];
  return [makeFinding("rounding", "note", comparison.printed.figure.place, describe(comparison))];
}

function describe({ printed, expected, terms, variant }: Comparison) {
  const value = printed.figure.value ?? 0n;
  const write = (amount: bigint) => writeIn(printed.row, amount, printed.figure.printed);
  const sum = terms.map((term) => write(term.figure.value ?? 0n)).join(" + ");
  return {
    variant,
    found: printed.figure.printed,
    expected: write(expected),
    related: terms.slice(0, 20).map((term) => term.figure.place),
    values: {
      year: printed.key,
      row: printed.row.label.text,
      terms: terms.length > 8 ? `${terms.length}` : sum,
      difference: write(value > expected ? value - expected : expected - value),
      factors: terms.map((term) => writeIn(term.row, term.figure.value ?? 0n)).join(" × "),
    },
  };
}
