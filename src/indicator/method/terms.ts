import {
  compare,
  divide,
  type Fraction,
  least,
  makeFraction,
  multiply,
  readFraction,
  sum,
  writeFraction,
} from "../../kernel/fraction.ts";
import type { Term, TermOf } from "./contract.ts";
import { climb, reaches } from "./degree.ts";
import type { AssessmentInputs } from "./inputs.ts";
import { foldItems } from "./items.ts";
import type { Lack, Operand, TermOutcome } from "./views.ts";

/** Values of the terms above, by symbol. */
export type Known = ReadonlyMap<string, Fraction | null>;

interface Reckoned extends Partial<Pick<TermOutcome, "items" | "operands" | "proposed">> {
  readonly value: Fraction | null;
  readonly lack: Lack | null;
}

/** A term before `otherwise` and rounding. */
export function reckonTerm(term: Term, inputs: AssessmentInputs, known: Known): Reckoned {
  if (term.kind === "items") return foldItems(term, inputs);
  if (term.kind === "spending") return reckonSpending(term, inputs);
  if (term.kind === "given") return reckonGiven(term, inputs);
  const wanted = listOperands(term);
  const operands = wanted.map(({ of, weight }) => tellOperand(of, known.get(of), weight));
  const values = wanted.flatMap(({ of }) => known.get(of) ?? []);
  if (values.length < wanted.length) return { value: null, lack: "operand-missing", operands };
  const value = combine(term, values);
  return { value, lack: value ? null : term.kind === "quotient" ? "divisor-nothing" : "below-the-table", operands };
}

/** Terms made of terms. */
type Composed = Exclude<Term, { kind: "items" | "spending" | "given" }>;

/** The symbols that a term is made of, in the order in which it takes them. */
export function listOperands(term: Term): readonly { readonly of: string; readonly weight: string | null }[] {
  const plain = (of: readonly string[]) => of.map((symbol) => ({ of: symbol, weight: null }));
  if (term.kind === "product" || term.kind === "mean") return plain(term.of);
  if (term.kind === "quotient") return plain([term.dividend, term.divisor]);
  if (term.kind === "weighted-sum") return term.parts;
  if (term.kind === "matrix") return plain([term.rows.of, term.columns.of]);
  return term.kind === "lookup" || term.kind === "scale" ? plain([term.of]) : [];
}

/** Null where a quotient has no divisor or a table no row. */
function combine(term: Composed, values: readonly Fraction[]): Fraction | null {
  const [first = null, second = null] = values;
  if (first === null) return null;
  if (term.kind === "product") return values.reduce(multiply);
  if (term.kind === "quotient") return second && divide(first, second);
  if (term.kind === "mean") return divide(sum(values), makeFraction(BigInt(values.length)));
  if (term.kind === "weighted-sum")
    return sum(values.map((value, at) => multiply(value, readExact(term.parts[at]?.weight))));
  if (term.kind === "scale") return multiply(first, readExact(term.by));
  return term.kind === "lookup" ? climb(term.steps, first) : findCell(term, first, second);
}

function findCell({ rows, columns, cells }: TermOf<"matrix">, first: Fraction, second: Fraction | null) {
  const row = rows.from.findLastIndex((from) => reaches(first, from, false));
  const column = second ? columns.from.findLastIndex((from) => reaches(second, from, false)) : -1;
  const cell = cells[row]?.[column];
  return cell === undefined ? null : readFraction(cell);
}

/** «Степень соответствия запланированному уровню расходов». */
function reckonSpending({ plan, fact, cap }: TermOf<"spending">, inputs: AssessmentInputs): Reckoned {
  const planned = inputs.plans[plan];
  const spent = inputs.facts[fact];
  const operands = [fact, plan].map((of) => ({ of, value: (of === fact ? spent : planned) ?? null, weight: null }));
  if (planned === undefined) return { value: null, lack: "plan-missing", operands };
  if (spent === undefined) return { value: null, lack: "fact-missing", operands };
  const quotient = divide(readExact(spent), readExact(planned));
  if (!quotient) return { value: null, lack: "plan-nothing", operands };
  return { value: cap === "none" ? quotient : least(quotient, readExact(cap)), lack: null, operands };
}

function reckonGiven({ symbol, from, to }: TermOf<"given">, { given }: AssessmentInputs): Reckoned {
  const said = given[symbol];
  const value = said === undefined ? null : readFraction(said);
  if (!value) return { value, lack: "not-given" };
  const isInside = reaches(value, from, false) && compare(value, readExact(to)) <= 0;
  return isInside ? { value, lack: null } : { value: null, lack: "given-outside" };
}

function tellOperand(of: string, value: Fraction | null | undefined, weight: string | null): Operand {
  return { of, value: value ? writeFraction(value) : null, weight };
}

/** A figure that the method's shape has already been asked for. */
function readExact(text: string | undefined): Fraction {
  return readFraction(text ?? "") ?? makeFraction(0n);
}
