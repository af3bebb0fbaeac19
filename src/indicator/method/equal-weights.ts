import type { Method, Term } from "./contract.ts";

/** The same method where every weight that a document would have to give is an equal one; null where it asks for none. */
export function withEqualWeights(method: Method): Method | null {
  if (!method.terms.some(asksForWeights)) return null;
  const terms = method.terms.map((term) => (asksForWeights(term) ? { ...term, weights: EQUAL } : term));
  return { ...method, name: `${method.name} (равные веса)`, terms };
}

const EQUAL = { kind: "equal" } as const;

function asksForWeights(term: Term): term is Extract<Term, { kind: "items" }> {
  return term.kind === "items" && term.weights?.kind === "given";
}
