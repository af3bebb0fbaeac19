import { compare, readFraction, WHOLE } from "../../kernel/fraction.ts";
import type { Method, Term } from "./contract.ts";

/** What happened to an item on its way into a term. */
export const ITEM_NOTES = [
  "capped",
  "not-planned",
  "missing-fact",
  "zero-plan",
  "zero-both",
  "zero-fact",
  "negative-fact",
  "negative-plan",
  "no-score",
] as const;
export type ItemNote = (typeof ITEM_NOTES)[number];

/** Why a term has no value of its own. */
export const LACKS = [
  "ask",
  "nothing-counted",
  "weights-missing",
  "weights-negative",
  "weights-are-sums-of-years",
  "weights-do-not-add-up",
  "weights-nothing",
  "money-missing",
  "plan-missing",
  "plan-nothing",
  "fact-missing",
  "divisor-nothing",
  "operand-missing",
  "below-the-table",
  "not-given",
  "given-outside",
] as const;
export type Lack = (typeof LACKS)[number];

/** An indicator or activity inside a term. Figures are exact, as `readFraction` reads them. */
export interface ItemOutcome {
  readonly id: string;
  readonly plan: string | null;
  readonly fact: string | null;
  /** Before any cap. */
  readonly degree: string | null;
  /** After cap and score; null where it is left out. */
  readonly counted: string | null;
  readonly weight: string | null;
  readonly notes: readonly ItemNote[];
}

/** What a term is made of where it is not made of items. */
export interface Operand {
  /** A symbol, or which plan or fact. */
  readonly of: string;
  readonly value: string | null;
  readonly weight: string | null;
}

export interface TermOutcome {
  readonly symbol: string;
  readonly kind: Term["kind"];
  readonly value: string | null;
  readonly lack: Lack | null;
  /** Whether `value` is the one that the method has for such a case. */
  readonly isOtherwise: boolean;
  readonly items: readonly ItemOutcome[];
  readonly operands: readonly Operand[];
  /** Weights that could stand instead of those refused, by item. */
  readonly proposed: Readonly<Record<string, string>> | null;
}

/** «Оценка эффективности»: every term of it. */
export interface Outcome {
  readonly terms: readonly TermOutcome[];
  /** Of the last term. */
  readonly value: string | null;
  /** Place in the method's bands; null where there is no value, or no band for it. */
  readonly band: number | null;
}

/**
 * Items whose degree exceeds one whole in a term that sets no cap, the largest first: they draw a result above one, so a page
 * says it. Ids with their degrees.
 */
export function listUncapped(
  method: Method,
  outcome: Outcome,
): readonly { readonly id: string; readonly degree: string }[] {
  const found = method.terms.flatMap((term, at) => {
    if (term.kind !== "items" || term.degree.cap !== "none" || term.score || term.fold === "share") return [];
    return (outcome.terms[at]?.items ?? []).flatMap(({ id, degree, counted }) => {
      const exact = degree === null || counted === null ? null : readFraction(degree);
      return exact && degree !== null && compare(exact, WHOLE) > 0 ? [{ id, degree, exact }] : [];
    });
  });
  return found.sort((a, b) => compare(b.exact, a.exact)).map(({ id, degree }) => ({ id, degree }));
}

/** A method to choose from: one that comes with the program, or a municipality's own. */
export interface MethodCard {
  /** The preset's name, or the own method's id. */
  readonly key: string;
  readonly version: number;
  readonly isOwn: boolean;
  readonly method: Method;
  /** Why it is as it is; empty of a preset. */
  readonly reason: string;
}

/** What keeps a method from being used; `at` is the symbol of the term, or the place in the data. */
export const METHOD_PROBLEMS = [
  "shape",
  "symbol-twice",
  "symbol-unknown",
  "weights-do-not-add-up",
  "weights-absent",
  "cap-absent",
  "steps-order",
  "matrix-size",
  "range",
  "bands-order",
] as const;
export interface MethodProblem {
  readonly code: (typeof METHOD_PROBLEMS)[number];
  readonly at: string;
}
