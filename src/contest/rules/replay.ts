import { z } from "zod";
import { formatDecimal } from "../../kernel/decimal.ts";
import { type Calculation, calculate } from "./calculate.ts";
import { type FieldText, fieldShape } from "./contract.ts";
import type { Fraction } from "./fraction.ts";

/** The name of the format; another number where a reader of this one could not reckon it. */
export const CALCULATION_FORMAT = "sosedstvo-contest-1";

const fileShape = z.object({
  format: z.literal(CALCULATION_FORMAT),
  title: z.string(),
  field: fieldShape,
  result: z.unknown(),
});

/** «Файл расчёта»: field and result without anybody's name; exact numbers are texts. */
export interface CalculationFile {
  readonly format: typeof CALCULATION_FORMAT;
  readonly title: string;
  readonly field: FieldText;
  readonly result: unknown;
}

/** What differs between a file's result and the same field reckoned anew: where, what stands there, what came out. */
export interface Difference {
  readonly at: string;
  readonly stands: string;
  readonly reckoned: string;
}

export type Replay =
  | { readonly kind: "unreadable"; readonly at: string }
  | {
      readonly kind: "replayed";
      readonly title: string;
      readonly calculation: Calculation;
      readonly differences: readonly Difference[];
    };

/** The file of a calculation, to be kept with the minutes and given to anybody who wants to reckon it again. */
export function exportCalculation(title: string, field: FieldText): CalculationFile {
  return { format: CALCULATION_FORMAT, title, field, result: toPlain(calculate(fieldShape.parse(field))) };
}

/** Reckons an exported file anew and holds every figure of the result against what stands in it. */
export function replayFile(file: unknown): Replay {
  const read = fileShape.safeParse(file);
  if (!read.success) return { kind: "unreadable", at: read.error.issues[0]?.path.join(".") || "format" };
  const { title, field, result } = read.data;
  const calculation = calculate(field);
  return { kind: "replayed", title, calculation, differences: findDifferences(result, toPlain(calculation), "result") };
}

/** A calculation as JSON can carry it: kopecks and whole numbers as texts, quotients as `over/under`. */
export function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return value.map(toPlain);
  if (value === null || typeof value !== "object") return value;
  if (isFraction(value)) return printFraction(value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toPlain(inner)]));
}

function isFraction(value: object): value is Fraction {
  return "over" in value && "under" in value;
}

/** A quotient in its lowest terms, so that equal figures are equal texts. */
function printFraction({ over, under }: Fraction): string {
  const divisor = greatestDivisor(over < 0n ? -over : over, under);
  const top = over / divisor;
  return under === divisor ? formatDecimal(top) : `${formatDecimal(top)}/${under / divisor}`;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [greater, lesser] = [a, b];
  while (lesser !== 0n) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}

const MOST_DIFFERENCES = 100;

function findDifferences(stands: unknown, reckoned: unknown, at: string): readonly Difference[] {
  if (isBranch(stands) && isBranch(reckoned)) {
    const names = new Set([...Object.keys(stands), ...Object.keys(reckoned)]);
    return [...names]
      .flatMap((name) => findDifferences(stands[name], reckoned[name], `${at}.${name}`))
      .slice(0, MOST_DIFFERENCES);
  }
  if (stands === reckoned) return [];
  return [{ at, stands: print(stands), reckoned: print(reckoned) }];
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}

const print = (value: unknown): string => (value === undefined ? "—" : JSON.stringify(value));
