import { type Millionths, ONE } from "../../kernel/decimal.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Criterion, Entrant, PlainMeasure, Rules } from "./contract.ts";
import { partKey } from "./points.ts";

/** What is wrong, and with which criterion, part, tie-break or sum. */
export interface Fault<Code extends string> {
  readonly code: Code;
  readonly where: string;
}

export type RuleFaultCode =
  | "key-twice"
  | "scale-empty"
  | "measure-empty"
  | "bands-order"
  | "weight-negative"
  | "relative-by-juror"
  | "criterion-unknown"
  | "prizes-few"
  | "shares-order";

/** Whether the rules can be reckoned by: what a form or a file may get wrong although its shape is right. */
export function checkRules(rules: Rules): readonly Fault<RuleFaultCode>[] {
  const keys = rules.criteria.flatMap(listKeys);
  const twice = keys.filter((key, place) => keys.indexOf(key) !== place).map((where) => fault("key-twice", where));
  const categories = rules.categories.map(({ key }) => key);
  const sources = rules.money.sources.map(({ source }) => source);
  const again = [categories, sources].flatMap((list) => list.filter((key, place) => list.indexOf(key) !== place));
  return [
    ...twice,
    ...again.map((where) => fault("key-twice", where)),
    ...rules.criteria.flatMap(checkCriterion),
    ...checkTieBreaks(rules),
    ...checkWinners(rules),
  ];
}

/** The keys under which values of a criterion stand: its own, or those of its parts. */
export function listKeys({ key, measure }: Criterion): readonly string[] {
  return measure.kind === "sum" ? measure.parts.map((part) => partKey(key, part.key)) : [key];
}

function checkCriterion(criterion: Criterion): readonly Fault<RuleFaultCode>[] {
  const { key, measure, weight, source } = criterion;
  return [
    ...(weight < 0n ? [fault<RuleFaultCode>("weight-negative", key)] : []),
    ...(measure.kind === "relative" && source === "juror" ? [fault<RuleFaultCode>("relative-by-juror", key)] : []),
    ...listMeasures(criterion).flatMap(({ at, measure }) => checkMeasure(at, measure)),
  ];
}

/** The measures that take a value, with the key under which it stands; `relative` takes any number from nought. */
function listMeasures({ key, measure }: Criterion): readonly { at: string; measure: PlainMeasure }[] {
  if (measure.kind === "sum")
    return measure.parts.map((part) => ({ at: partKey(key, part.key), measure: part.measure }));
  return measure.kind === "relative" ? [] : [{ at: key, measure }];
}

function checkMeasure(at: string, measure: PlainMeasure): readonly Fault<RuleFaultCode>[] {
  if (measure.kind === "mark") {
    const { scale, levels } = measure;
    if (!scale && levels.length === 0) return [fault("measure-empty", at)];
    return scale && (scale.min > scale.max || scale.step <= 0n) ? [fault("scale-empty", at)] : [];
  }
  if (measure.kind !== "bands") return [];
  const isOrdered = measure.bands.every(({ from, above, each }, place) => {
    const before = measure.bands[place - 1];
    const rises = !before || from > before.from || (from === before.from && above && !before.above);
    return rises && (!each || each.per > 0n);
  });
  return isOrdered ? [] : [fault("bands-order", at)];
}

function checkTieBreaks({ tieBreaks, criteria }: Rules): readonly Fault<RuleFaultCode>[] {
  return tieBreaks.flatMap((rule) =>
    rule.by === "higher-criterion" && !criteria.some(({ key }) => key === rule.criterion)
      ? [fault<RuleFaultCode>("criterion-unknown", rule.criterion)]
      : [],
  );
}

function checkWinners({ winners: { amount, places } }: Rules): readonly Fault<RuleFaultCode>[] {
  if (amount.kind === "prizes" && places !== null && amount.prizes.length < places)
    return [fault("prizes-few", "winners")];
  if (amount.kind !== "share-by-total") return [];
  const isRight = amount.shares.every(
    ({ from, percent }, place) =>
      percent >= 0n && percent <= 100n * ONE && from > (amount.shares[place - 1]?.from ?? from - 1n),
  );
  return isRight ? [] : [fault("shares-order", "winners")];
}

export type ValueFaultCode = "value-missing" | "value-unknown" | "value-range" | "not-justified";

type Values = Readonly<Record<string, Millionths>>;

/** Whether what was given can be counted: nothing missing, nothing out of range, reasons where the rule wants them. */
export function checkValues(
  { criteria }: Rules,
  source: Criterion["source"],
  { values, reasons = {} }: { readonly values: Values; readonly reasons?: Readonly<Record<string, string>> },
): readonly Fault<ValueFaultCode>[] {
  const asked = criteria.filter((criterion) => criterion.source === source);
  const known = new Set(asked.flatMap(listKeys));
  const strange = Object.keys(values).filter((at) => !known.has(at));
  return [
    ...strange.map((where) => fault<ValueFaultCode>("value-unknown", where)),
    ...asked.flatMap((criterion) => checkGiven(criterion, values)),
    ...asked
      .filter(({ key, mustJustify }) => mustJustify && !reasons[key]?.trim())
      .map(({ key }) => fault<ValueFaultCode>("not-justified", key)),
  ];
}

function checkGiven(criterion: Criterion, values: Values): readonly Fault<ValueFaultCode>[] {
  const missing = listKeys(criterion).filter((at) => values[at] === undefined);
  const negative = listKeys(criterion).filter((at) => criterion.measure.kind === "relative" && (values[at] ?? 0n) < 0n);
  const outside = listMeasures(criterion).filter(({ at, measure }) => !isWithin(measure, values[at]));
  return [
    ...missing.map((where) => fault<ValueFaultCode>("value-missing", where)),
    ...[...negative, ...outside.map(({ at }) => at)].map((where) => fault<ValueFaultCode>("value-range", where)),
  ];
}

/** Whether a mark stands on its scale, a count is whole and not negative, a tick is 0 or 1. What is missing is said elsewhere. */
function isWithin(measure: PlainMeasure, value: Millionths | undefined): boolean {
  if (value === undefined) return true;
  if (measure.kind === "yes-no") return value === 0n || value === ONE;
  if (measure.kind === "counter") return value >= 0n && value % ONE === 0n;
  if (measure.kind === "bands") return value >= 0n;
  const { scale, levels } = measure;
  if (!scale) return levels.some(({ mark }) => mark === value);
  return value >= scale.min && value <= scale.max && (value - scale.min) % scale.step === 0n;
}

export type SumFaultCode = "over-project-limit" | "own-contribution-low";

/** What an application's sums lack by the rule, with the sum that would do. */
export interface SumFault {
  readonly code: SumFaultCode;
  readonly allowed: Kopecks;
}

/** Holds what is asked against the limit of a project and the least share of own contribution. */
export function checkSums(
  { money }: Rules,
  { requested, own }: Pick<Entrant, "requested" | "own">,
): readonly SumFault[] {
  const faults: SumFault[] = [];
  if (money.mostPerProject !== null && requested > money.mostPerProject)
    faults.push({ code: "over-project-limit", allowed: money.mostPerProject });
  const least = money.ownContribution === null ? 0n : leastOwn(money.ownContribution, requested);
  if (own < least) faults.push({ code: "own-contribution-low", allowed: least });
  return faults;
}

/** The least own contribution to the kopeck, upwards: of the whole it is a share of itself and what is asked. */
function leastOwn(
  { least, of }: { readonly least: Millionths; readonly of: "whole" | "requested" },
  requested: Kopecks,
): Kopecks {
  const under = of === "whole" ? 100n * ONE - least : 100n * ONE;
  return under <= 0n ? requested : (requested * least + under - 1n) / under;
}

function fault<Code extends string>(code: Code, where: string): Fault<Code> {
  return { code, where };
}
