import {
  divide,
  type Fraction,
  least,
  makeFraction,
  multiply,
  sum,
  WHOLE,
  writeFraction,
} from "../../kernel/fraction.ts";
import type { TermOf } from "./contract.ts";
import { climb, type Degree, reaches, reckonDegree } from "./degree.ts";
import type { AssessmentInputs, ItemInput } from "./inputs.ts";
import type { ItemOutcome, Lack } from "./views.ts";
import { weigh, weighEqually } from "./weights.ts";

interface Folded {
  readonly value: Fraction | null;
  readonly lack: Lack | null;
  readonly items: readonly ItemOutcome[];
  readonly proposed: Readonly<Record<string, string>> | null;
}

type ItemsTerm = TermOf<"items">;
type Counted = { readonly item: ItemInput; readonly value: Fraction };

/** One value out of the degrees of the indicators or activities, with every one of them. */
export function foldItems(term: ItemsTerm, inputs: AssessmentInputs): Folded {
  const all = inputs[term.of].filter(({ level }) => term.level === undefined || level === term.level);
  const degrees = all.map((item) => withScore(term, reckonDegree(item, term.degree)));
  const counted = all.flatMap((item, at) => {
    const value = degrees[at]?.counted;
    return value ? [{ item, value }] : [];
  });
  const weighed = weighTerm(term, counted, all);
  const weights = "weights" in weighed ? weighed.weights : [];
  const lack = degrees.some(({ waits }) => waits)
    ? "ask"
    : "lack" in weighed
      ? weighed.lack
      : counted.length === 0
        ? "nothing-counted"
        : null;
  const weightOf = new Map(counted.map(({ item }, at) => [item.id, weights[at]]));
  return {
    value: lack === null ? fold(term, counted, weights) : null,
    lack,
    items: all.map((item, at) => tellItem(item, degrees[at], weightOf.get(item.id))),
    proposed: "lack" in weighed ? proposeEqual(counted) : null,
  };
}

function withScore({ score }: ItemsTerm, degree: Degree): Degree {
  if (!score || degree.counted === null) return degree;
  const counted = climb(score, degree.counted);
  return counted
    ? { ...degree, counted }
    : { ...degree, counted: null, waits: true, notes: [...degree.notes, "no-score"] };
}

function weighTerm(term: ItemsTerm, counted: readonly Counted[], all: readonly ItemInput[]) {
  if (term.fold === "weighted" && term.weights) {
    const items = counted.map(({ item }) => item);
    return weigh(term.weights, items, all);
  }
  return { weights: term.fold === "mean" ? weighEqually(counted.length) : [] };
}

function fold(term: ItemsTerm, counted: readonly Counted[], weights: readonly Fraction[]): Fraction | null {
  const values = counted.map(({ value }) => value);
  if (term.fold === "share") {
    const reached = values.filter((value) => reaches(value, term.reached, false));
    return makeFraction(BigInt(reached.length), BigInt(values.length));
  }
  if (term.fold === "least") return values.reduce(least);
  if (term.fold === "sum") return sum(values);
  return sum(values.map((value, at) => multiply(value, weights[at] ?? WHOLE)));
}

function tellItem(item: ItemInput, degree: Degree | undefined, weight: Fraction | undefined): ItemOutcome {
  const tell = (value: Fraction | null | undefined) => (value ? writeFraction(value) : null);
  return {
    id: item.id,
    plan: item.plan,
    fact: item.fact,
    degree: tell(degree?.degree),
    counted: tell(degree?.counted),
    weight: tell(weight),
    notes: degree?.notes ?? [],
  };
}

function proposeEqual(counted: readonly Counted[]): Readonly<Record<string, string>> {
  const one = divide(WHOLE, makeFraction(BigInt(counted.length)));
  return Object.fromEntries(counted.flatMap(({ item }) => (one ? [[item.id, writeFraction(one)]] : [])));
}
