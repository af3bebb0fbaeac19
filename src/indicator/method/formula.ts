import { readFraction, writeRounded } from "../../kernel/fraction.ts";
import type { Method, Term } from "./contract.ts";
import type { Outcome, TermOutcome } from "./views.ts";

type Written = readonly string[];

/**
 * A term as a formula of symbols, `ЭР = СР × СРм ÷ ССуз`; where a term is made of the indicators, activities, money or a
 * table, its words are left to the page and there is none here.
 */
export function writeFormula(term: Term): string | null {
  const right = writeSide(term, operandsOf(term));
  return right === null ? null : `${term.symbol} = ${right}`;
}

/** The same with the values in it, rounded to four decimals: `0.95 × 1 ÷ 0.9941 = 0.9556`; «–» where there is none. */
export function fillFormula(term: Term, outcome: TermOutcome): string | null {
  const right = writeSide(
    term,
    outcome.operands.map(({ value }) => show(value)),
  );
  return right === null ? null : `${right} = ${show(outcome.value)}`;
}

const show = (value: string | null) => {
  const exact = value === null ? null : readFraction(value);
  return exact ? writeRounded(exact, 4) : "–";
};

function operandsOf(term: Term): Written {
  if (term.kind === "product" || term.kind === "mean") return term.of;
  if (term.kind === "quotient") return [term.dividend, term.divisor];
  if (term.kind === "weighted-sum") return term.parts.map(({ of }) => of);
  return term.kind === "scale" ? [term.of] : [];
}

function writeSide(term: Term, operands: Written): string | null {
  if (term.kind === "product") return operands.join(" × ");
  if (term.kind === "quotient") return operands.join(" ÷ ");
  if (term.kind === "mean") return `(${operands.join(" + ")}) ÷ ${operands.length}`;
  if (term.kind === "scale") return `${operands[0]} × ${term.by}`;
  if (term.kind !== "weighted-sum") return null;
  return term.parts.map(({ weight }, at) => `${weight} × ${operands[at]}`).join(" + ");
}

/** What a page shows at once: each term's formula in symbols and in figures. */
export function writeFormulas(method: Method, outcome: Outcome) {
  return method.terms.map((term, at) => {
    const found = outcome.terms[at];
    return { symbol: term.symbol, formula: writeFormula(term), filled: found ? fillFormula(term, found) : null };
  });
}
