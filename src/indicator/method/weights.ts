import {
  compare,
  divide,
  type Fraction,
  makeFraction,
  multiply,
  NOTHING,
  readFraction,
  sum,
  WHOLE,
} from "../../kernel/fraction.ts";
import { LEVELS, type WeightRule } from "./contract.ts";
import type { ItemInput } from "./inputs.ts";
import type { Lack } from "./views.ts";

/** A weight for each item in the order given, or why there are none. */
export type Weights = { readonly weights: readonly Fraction[] } | { readonly lack: Lack };

const HUNDRED = makeFraction(100n);

/**
 * Weights of the counted items. `all` are the items of the term before any was left out: what is given must add up over
 * them. Without any item the list is empty.
 */
export function weigh(rule: WeightRule, counted: readonly ItemInput[], all: readonly ItemInput[]): Weights {
  if (rule.kind === "given") return weighGiven(rule, counted, all);
  if (rule.kind === "money") return weighMoney(counted);
  if (rule.kind === "level") return weighLevels(rule, counted);
  return { weights: weighEqually(counted.length) };
}

export function weighEqually(count: number): readonly Fraction[] {
  return Array.from({ length: count }, () => makeFraction(1n, BigInt(count)));
}

function weighGiven(
  { total, excluded }: Extract<WeightRule, { kind: "given" }>,
  counted: readonly ItemInput[],
  all: readonly ItemInput[],
): Weights {
  const lack = findLack(all, total);
  if (lack) return { lack };
  const whole = sum(all.map(weightOf));
  const share = sum(counted.map(weightOf));
  const base = excluded === "lost" ? whole : share;
  const weights = counted.flatMap((item) => divide(weightOf(item), base) ?? []);
  return weights.length === counted.length ? { weights } : { lack: "weights-nothing" };
}

/** Why the given weights are none; null where they are. */
export function findLack(items: readonly ItemInput[], total: "one" | "hundred" | "normalise"): Lack | null {
  if (items.some(({ weight }) => weight === null || readFraction(weight) === null)) return "weights-missing";
  if (items.some((item) => weightOf(item).top < 0n)) return "weights-negative";
  const whole = sum(items.map(weightOf));
  if (total !== "normalise") {
    const expected = total === "one" ? WHOLE : HUNDRED;
    if (compare(whole, expected) === 0) return null;
    return holdsSumsOfYears(items) ? "weights-are-sums-of-years" : "weights-do-not-add-up";
  }
  // What adds up by chance is not asked where it came from; what does not, is.
  if ([WHOLE, HUNDRED].some((expected) => compare(whole, expected) === 0)) return null;
  if (holdsSumsOfYears(items)) return "weights-are-sums-of-years";
  return whole.top === 0n ? "weights-nothing" : null;
}

/** A column whose figures mostly equal the plans of all years added up is an «итого» under the wrong head. */
function holdsSumsOfYears(items: readonly ItemInput[]): boolean {
  const sums = items.filter((item) => {
    const ofYears = item.planOfAllYears === null ? null : readFraction(item.planOfAllYears);
    return ofYears !== null && ofYears.top !== 0n && compare(ofYears, weightOf(item)) === 0;
  });
  return sums.length >= 2 && sums.length * 2 > items.length;
}

const weightOf = ({ weight }: ItemInput): Fraction => (weight === null ? null : readFraction(weight)) ?? NOTHING;

function weighMoney(items: readonly ItemInput[]): Weights {
  const sums = items.map(({ plannedKopecks }) => (plannedKopecks === null ? null : readFraction(plannedKopecks)));
  if (sums.includes(null)) return { lack: "money-missing" };
  const money = sums.map((value) => value ?? NOTHING);
  const whole = sum(money);
  const weights = money.flatMap((value) => divide(value, whole) ?? []);
  return weights.length === items.length ? { weights } : { lack: "weights-nothing" };
}

/** Each level's weight goes in equal parts to its items; that of a level without items goes to the other levels. */
function weighLevels(rule: Extract<WeightRule, { kind: "level" }>, items: readonly ItemInput[]): Weights {
  const counts = new Map(LEVELS.map((level) => [level, items.filter((item) => item.level === level).length]));
  const present = LEVELS.filter((level) => (counts.get(level) ?? 0) > 0);
  const whole = sum(present.map((level) => readFraction(rule[level]) ?? NOTHING));
  const weights = items.flatMap(({ level }) => {
    const own = divide(readFraction(rule[level]) ?? NOTHING, whole);
    return own ? multiply(own, makeFraction(1n, BigInt(counts.get(level) ?? 1))) : [];
  });
  return weights.length === items.length ? { weights } : { lack: "weights-nothing" };
}
