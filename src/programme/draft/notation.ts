import { fromKopecks, toKopecks } from "../../kernel/money.ts";
import type { Figure, FigureRow } from "../contract.ts";
import { readPrintedNumber, writeRussian } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import type { DraftProblem } from "./edit.ts";

type Unit = Pick<FigureRow, "unit">;

/** How a row prints its numbers: places after the comma, and what stands between thousands. */
interface Notation {
  readonly decimals: number;
  readonly group: string;
}

/** The value of a typed text in the row's own measure, and how it is printed; or why it is no figure. */
export function readTyped(
  text: string,
  row: Unit & Pick<FigureRow, "values">,
  samples: readonly string[] = printedOf(row),
): Pick<Figure, "value" | "printed"> | DraftProblem {
  const number = readPrintedNumber(text);
  const typed = text.trim();
  if (number.kind === "blank") return { value: null, printed: typed };
  if (number.kind === "words") return { code: "no-number", text, there: null };
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  const value = unit ? toKopecks(number.value, unit) : number.value;
  if (value === undefined) return { code: "part-of-kopeck", text, there: null };
  const fine = number.decimals >= findNotation(samples).decimals;
  return { value, printed: fine ? typed.replace(".", ",") : writeLike(value, row, samples) };
}

/** A value as the row prints its figures: as many decimals, and thousands grouped as in the row or else in `around`. */
export function writeLike(
  value: bigint,
  row: Unit,
  samples: readonly string[],
  around: readonly string[] = [],
): string {
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  const { decimals, group: own } = findNotation(samples);
  const group = own || findNotation(around).group;
  const like = decimals > 0 ? `0,${"0".repeat(decimals)}` : "0";
  const plain = writeRussian(unit ? fromKopecks(value, unit) : value, like);
  if (group === "") return plain;
  const [whole = "", ...fraction] = plain.split(",");
  return [whole.replace(/\B(?=(\d{3})+$)/g, group), ...fraction].join(",");
}

export function printedOf(row: Pick<FigureRow, "values">): readonly string[] {
  return Object.values(row.values).map((figure) => figure.printed);
}

/** A figure this fine prints its decimals because it needs them and not by the row's habit, unless it ends in a nought. */
const USUAL_DECIMALS = 2;

/** As many decimals as the coarsest figure that is no zero prints, so that a finer one does not spread; thousands are grouped where any number of four digits is. */
function findNotation(samples: readonly string[]): Notation {
  const decimals: number[] = [];
  const ofZeros: number[] = [];
  let group = "";
  for (const printed of samples) {
    const number = readPrintedNumber(printed);
    if (number.kind !== "number") continue;
    const isNeeded = number.decimals > USUAL_DECIMALS && !/0\s*$/.test(printed);
    if (!isNeeded) (number.value === 0n ? ofZeros : decimals).push(number.decimals);
    group ||= /\d([\s\u00a0\u202f])\d{3}/.exec(printed)?.[1] ?? "";
  }
  const counted = decimals.length > 0 ? decimals : ofZeros;
  return { decimals: counted.length > 0 ? Math.min(...counted) : 0, group };
}
