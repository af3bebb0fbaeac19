import type { Term } from "../../../src/indicator/method/contract.ts";
import { EDGES, type TypedTerm } from "./read-method.ts";

/** A term as the fields of its form hold it; what is not there yet is empty. */
export function toFields(typed: TypedTerm): Readonly<Record<string, string>> {
  const term = typed as unknown as Partial<Term> & Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
  const comma = (value: unknown) => text(value).replace(".", ",");
  const degree = (term.degree ?? {}) as Record<string, unknown>;
  const weights = (term.weights ?? {}) as Record<string, unknown>;
  const cap = degree.cap ?? term.cap;
  return {
    kind: text(term.kind),
    symbol: text(term.symbol),
    title: text(term.title),
    round: text(term.round),
    otherwise: comma(term.otherwise),
    of: Array.isArray(term.of) ? term.of.join(" ") : text(term.of),
    cap: cap === "none" ? "" : comma(cap),
    fold: text(term.fold),
    level: text(term.level),
    reached: comma(term.reached),
    ...Object.fromEntries(EDGES.map((key) => [key, text(degree[key])])),
    weights: text(weights.kind),
    weightsTotal: text(weights.total),
    excluded: text(weights.excluded),
    ...{ goal: comma(weights.goal), objective: comma(weights.objective), activity: comma(weights.activity) },
    score: stepsText(term.score),
    steps: stepsText(term.steps),
    plan: text(term.plan),
    fact: text(term.fact),
    dividend: text(term.dividend),
    divisor: text(term.divisor),
    by: comma(term.by),
    total: text(term.total),
    parts: rows(term.parts)
      .map(({ weight, of }) => `${comma(weight)} ${text(of)}`)
      .join("; "),
    ...matrixFields(term),
    from: comma(term.from),
    to: comma(term.to),
  };
}

const rows = (value: unknown) => (Array.isArray(value) ? (value as readonly Record<string, unknown>[]) : []);
const stepsText = (value: unknown) =>
  rows(value)
    .map(
      ({ from, open, value: gives }) =>
        `${open ? ">" : ""}${String(from).replace(".", ",")}: ${String(gives).replace(".", ",")}`,
    )
    .join("; ");

function matrixFields(term: Record<string, unknown>): Readonly<Record<string, string>> {
  const side = (value: unknown) => (value ?? {}) as { readonly of?: string; readonly from?: readonly string[] };
  const cells = Array.isArray(term.cells) ? (term.cells as readonly (readonly string[])[]) : [];
  const [left, top] = [side(term.rows), side(term.columns)];
  return {
    rowsOf: left.of ?? "",
    rows: (left.from ?? []).join("; ").replaceAll(".", ","),
    columnsOf: top.of ?? "",
    columns: (top.from ?? []).join("; ").replaceAll(".", ","),
    cells: cells.map((row) => row.join("; ").replaceAll(".", ",")).join("\n"),
  };
}
