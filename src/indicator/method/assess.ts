import { type Fraction, readFraction, roundFraction, writeFraction } from "../../kernel/fraction.ts";
import type { Band, Method, Term } from "./contract.ts";
import { reaches } from "./degree.ts";
import type { AssessmentInputs } from "./inputs.ts";
import { type Known, reckonTerm } from "./terms.ts";
import type { Outcome, TermOutcome } from "./views.ts";

/** Every term of a method from the inputs. The same method and inputs always give the same outcome. */
export function assess(method: Method, inputs: AssessmentInputs): Outcome {
  const known = new Map<string, Fraction | null>();
  const terms = method.terms.map((term) => {
    const outcome = settleTerm(term, inputs, known);
    known.set(term.symbol, outcome.value === null ? null : readFraction(outcome.value));
    return outcome;
  });
  const value = terms.at(-1)?.value ?? null;
  return { terms, value, band: value === null ? null : findBand(method.bands, value) };
}

function settleTerm(term: Term, inputs: AssessmentInputs, known: Known): TermOutcome {
  const { value, lack, items = [], operands = [], proposed = null } = reckonTerm(term, inputs, known);
  const isOtherwise = value === null && term.otherwise !== undefined;
  const taken = isOtherwise ? readFraction(term.otherwise ?? "") : value;
  const rounded = taken && term.round !== undefined ? roundFraction(taken, term.round) : taken;
  return {
    symbol: term.symbol,
    kind: term.kind,
    value: rounded ? writeFraction(rounded) : null,
    lack,
    isOtherwise,
    items,
    operands,
    proposed,
  };
}

/** Bands stand from the highest down: the first that the value reaches. */
function findBand(bands: readonly Band[], value: string): number | null {
  const exact = readFraction(value);
  const at = bands.findIndex(({ from, open }) => from === null || (exact !== null && reaches(exact, from, open)));
  return at < 0 ? null : at;
}

/** Whether a stored outcome is what its stored method and inputs give today. */
export function isRecounted(kept: { method: Method; inputs: AssessmentInputs; outcome: Outcome }): boolean {
  return JSON.stringify(assess(kept.method, kept.inputs)) === JSON.stringify(kept.outcome);
}
