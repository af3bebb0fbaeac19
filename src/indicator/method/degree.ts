import { compare, divide, type Fraction, least, NOTHING, readFraction, WHOLE } from "../../kernel/fraction.ts";
import type { DegreeRule, Step } from "./contract.ts";
import type { ItemInput } from "./inputs.ts";
import type { ItemNote } from "./views.ts";

/** `degree` is before the cap, `counted` after it; `counted` is null for what is left out, `waits` where somebody must say. */
export interface Degree {
  readonly degree: Fraction | null;
  readonly counted: Fraction | null;
  readonly waits: boolean;
  readonly notes: readonly ItemNote[];
}

type Item = Pick<ItemInput, "direction" | "plan" | "fact">;

/** «Степень достижения»: fact ÷ plan where more is better, plan ÷ fact where less is; never below nothing. */
export function reckonDegree({ direction, plan: planned, fact: came }: Item, rule: DegreeRule): Degree {
  const plan = readFigure(planned);
  if (plan === null) return settle(rule, "not-planned", rule.notPlanned);
  if (plan.top < 0n) return settle(rule, "negative-plan", "ask");
  const fact = readFigure(came);
  if (fact === null) return settle(rule, "missing-fact", rule.missingFact);
  if (fact.top < 0n) return settle(rule, "negative-fact", "zero");
  if (plan.top === 0n && fact.top === 0n) return settle(rule, "zero-both", rule.zeroBoth);
  const quotient = direction === "more" ? divide(fact, plan) : divide(plan, fact);
  if (quotient === null)
    return direction === "more" ? settle(rule, "zero-plan", rule.zeroPlan) : settle(rule, "zero-fact", rule.zeroFact);
  const cap = capOf(rule);
  const counted = cap ? least(quotient, cap) : quotient;
  const isCapped = compare(counted, quotient) < 0;
  return { degree: quotient, counted, waits: false, notes: isCapped ? ["capped"] : [] };
}

const capOf = ({ cap }: DegreeRule) => (cap === "none" ? null : readFraction(cap));
const readFigure = (text: string | null) => (text === null ? null : readFraction(text));

function settle(rule: DegreeRule, note: ItemNote, edge: DegreeRule["zeroFact"]): Degree {
  const values = { exclude: null, ask: null, zero: NOTHING, one: WHOLE, cap: capOf(rule) ?? WHOLE };
  return { degree: null, counted: values[edge], waits: edge === "ask", notes: [note] };
}

/** The value of the highest step that is reached; null below all of them. Steps ascend. */
export function climb(steps: readonly Step[], value: Fraction): Fraction | null {
  const reached = steps.findLast(({ from, open }) => reaches(value, from, open));
  return reached ? readFraction(reached.value) : null;
}

export function reaches(value: Fraction, from: string, open: boolean): boolean {
  const edge = readFraction(from);
  return edge !== null && compare(value, edge) >= (open ? 1 : 0);
}
