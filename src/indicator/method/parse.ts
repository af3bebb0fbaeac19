import { compare, makeFraction, readFraction, sum, WHOLE } from "../../kernel/fraction.ts";
import { type Method, methodShape, type Term } from "./contract.ts";
import { listOperands } from "./terms.ts";
import type { MethodProblem } from "./views.ts";

/** A method as it was stored, sent or typed: usable, or everything that keeps it from being so. */
export function parseMethod(
  input: unknown,
): { readonly method: Method } | { readonly problems: readonly MethodProblem[] } {
  const read = methodShape.safeParse(input);
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => path.join("."));
    return { problems: [...new Set(places)].map((at) => ({ code: "shape", at })) };
  }
  const method = read.data;
  const problems = [...findTermProblems(method.terms), ...findBandProblems(method)];
  return problems.length > 0 ? { problems } : { method };
}

function findTermProblems(terms: readonly Term[]): readonly MethodProblem[] {
  const known = new Set<string>();
  return terms.flatMap((term) => {
    const codes: MethodProblem["code"][] = [...findOwnProblems(term)];
    if (known.has(term.symbol)) codes.push("symbol-twice");
    if (listOperands(term).some(({ of }) => !known.has(of))) codes.push("symbol-unknown");
    known.add(term.symbol);
    return codes.map((code) => ({ code, at: term.symbol }));
  });
}

function* findOwnProblems(term: Term): Generator<MethodProblem["code"]> {
  if (term.kind === "items") {
    if (term.fold === "weighted" && !term.weights) yield "weights-absent";
    if (term.degree.zeroFact === "cap" && term.degree.cap === "none") yield "cap-absent";
    if (term.score && !ascends(term.score.map(({ from }) => from))) yield "steps-order";
  }
  if (term.kind === "lookup" && !ascends(term.steps.map(({ from }) => from))) yield "steps-order";
  if (term.kind === "given" && !ascends([term.from, term.to])) yield "range";
  if (term.kind === "weighted-sum" && !addsUp(term)) yield "weights-do-not-add-up";
  if (term.kind === "matrix") {
    if (!ascends(term.rows.from) || !ascends(term.columns.from)) yield "steps-order";
    const isFull = term.cells.length === term.rows.from.length;
    if (!isFull || term.cells.some((row) => row.length !== term.columns.from.length)) yield "matrix-size";
  }
}

function addsUp({ parts, total }: Extract<Term, { kind: "weighted-sum" }>): boolean {
  if (total === "any") return true;
  const whole = sum(parts.flatMap(({ weight }) => readFraction(weight) ?? []));
  return compare(whole, total === "one" ? WHOLE : makeFraction(100n)) === 0;
}

/** Each above the one before. */
function ascends(edges: readonly string[]): boolean {
  const values = edges.flatMap((edge) => readFraction(edge) ?? []);
  return values.every((value, at) => at === 0 || compare(value, values[at - 1] ?? value) > 0);
}

/** From the highest down; only the lowest may have no edge. */
function findBandProblems({ bands }: Method): readonly MethodProblem[] {
  const edges = bands.map(({ from }) => from);
  const closed = edges.flatMap((from) => from ?? []);
  const isOrdered = edges.slice(0, -1).every((from) => from !== null) && ascends(closed.toReversed());
  return isOrdered ? [] : [{ code: "bands-order", at: "bands" }];
}
