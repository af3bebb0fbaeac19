import {
  add,
  divide,
  type Fraction,
  makeFraction,
  multiply,
  readFraction,
  sum,
  writeFraction,
} from "../../kernel/fraction.ts";
import type { Actual, ActualCorrection, ActualLack, ActualRecord, Computation, Divisor, Moment } from "../contract.ts";

/** What a computation found. */
export interface Found {
  readonly records: readonly ActualRecord[];
  readonly divisor?: Divisor;
  readonly lack?: ActualLack;
  readonly isKnownThen?: boolean;
  /** Records that are listed with what they add, of which the last alone counts. */
  readonly takesLast?: boolean;
}

interface Parts extends Moment {
  readonly passport: { readonly version: number; readonly computation: Computation } | null;
  readonly found: Found;
  readonly corrections: readonly ActualCorrection[];
}

const HUNDRED = makeFraction(100n);

/** Puts an actual together: the records' total, divided where the passport says so, and the corrections beside it. */
export function combineActual({ passport, found, corrections, year, until, knownAt }: Parts): Actual {
  const counted = found.takesLast ? found.records.slice(-1) : found.records;
  const total = sum(counted.map(({ amount }) => readExact(amount)));
  const computed = found.lack ? null : scale(total, found.divisor);
  const value = computed && corrections.reduce((all, own) => add(all, readExact(own.value)), computed);
  return {
    ...{ year, until, knownAt },
    passportVersion: passport?.version ?? null,
    computation: passport?.computation ?? null,
    records: counted,
    total: writeFraction(total),
    divisor: found.divisor ?? null,
    computed: computed && writeFraction(computed),
    corrections,
    value: value && writeFraction(value),
    lack: found.lack ?? null,
    isKnownThen: found.isKnownThen ?? true,
  };
}

/** In per cent of the divisor; as it is without one. Null where the divisor is nothing. */
function scale(total: Fraction, divisor: Divisor | undefined): Fraction | null {
  if (!divisor) return total;
  const quotient = divide(total, readExact(divisor.value));
  return quotient && multiply(quotient, HUNDRED);
}

/** A figure that the program itself wrote. */
function readExact(text: string): Fraction {
  return readFraction(text) ?? makeFraction(0n);
}
