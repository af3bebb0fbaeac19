import type { Actual, ActualCorrection, ActualRecord } from "../contract.ts";

/** Why a record is there now and was not, or the other way. */
export const CHANGE_REASONS = ["came-later", "recorded-later", "taken-back", "counted-otherwise"] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];

export interface RecordChange {
  readonly record:
    | Pick<ActualRecord, "kind" | "id" | "title" | "date">
    | Pick<ActualCorrection, "id" | "date" | "reason">;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: ChangeReason;
}

/** What is different between two figures of one line, and why. */
export interface Difference {
  readonly before: string | null;
  readonly after: string | null;
  readonly records: readonly RecordChange[];
  readonly corrections: readonly RecordChange[];
  readonly divisor: { readonly before: string | null; readonly after: string | null } | null;
  /** The passport has another version, by which it is computed otherwise. */
  readonly isComputedOtherwise: boolean;
}

type Terms = readonly {
  readonly id: string;
  readonly date: string;
  readonly amount: string;
  readonly recordedAt: string | null;
}[];

/** Holds two figures together, the earlier one first. */
export function compareActuals(before: Actual, after: Actual): Difference {
  const divisors = { before: before.divisor?.value ?? null, after: after.divisor?.value ?? null };
  return {
    before: before.value,
    after: after.value,
    records: compareTerms(before.records, after.records, before),
    corrections: compareTerms(before.corrections.map(toTerm), after.corrections.map(toTerm), before),
    divisor: divisors.before === divisors.after ? null : divisors,
    isComputedOtherwise: before.passportVersion !== after.passportVersion,
  };
}

/** Whether anything that a reader would see is different. */
export function isDifferent(difference: Difference): boolean {
  const { records, corrections, divisor, isComputedOtherwise, before, after } = difference;
  return records.length + corrections.length > 0 || divisor !== null || isComputedOtherwise || before !== after;
}

const toTerm = (correction: ActualCorrection) => ({ ...correction, amount: correction.value });

function compareTerms<Term extends Terms[number]>(
  before: readonly (Term & RecordChange["record"])[],
  after: readonly (Term & RecordChange["record"])[],
  moment: Actual,
): readonly RecordChange[] {
  const earlier = new Map(before.map((term) => [term.id, term]));
  const later = new Map(after.map((term) => [term.id, term]));
  const gone = before.filter(({ id }) => !later.has(id));
  const found: RecordChange[] = after.flatMap((record): RecordChange[] => {
    const was = earlier.get(record.id);
    if (was?.amount === record.amount) return [];
    const reason = was ? "counted-otherwise" : tellArrival(record, moment);
    return [{ record, before: was?.amount ?? null, after: record.amount, reason }];
  });
  const left = gone.map((record) => ({ record, before: record.amount, after: null, reason: "taken-back" as const }));
  return [...found, ...left].sort((a, b) => a.record.date.localeCompare(b.record.date));
}

const tellArrival = ({ date }: Terms[number], { until }: Actual): ChangeReason =>
  date > until ? "came-later" : "recorded-later";
