import { type Millionths, ONE } from "../../kernel/decimal.ts";
import { aggregate } from "./aggregate.ts";
import type { Criterion, Entrant, Field, Review, Rules } from "./contract.ts";
import { type Fraction, round, sum, times, whole } from "./fraction.ts";
import { reckonPoints, type Term } from "./points.ts";

/** A criterion in a score: what each juror gave (or the one fact), what it came to, and with its weight. */
export interface CriterionScore {
  readonly key: string;
  readonly weight: Millionths;
  /** By juror in the order of `Score.jurors`; one term where it is a fact. */
  readonly terms: readonly Term[];
  /** Places of `terms` that count; extremes left out are missing here. Empty where sums of jurors are aggregated instead. */
  readonly used: readonly number[];
  /** Points over the jurors times the weight; where each juror is summed first, shown but not added. */
  readonly figure: Fraction;
}

/** «Балл» of an application with every term of it. */
export interface Score {
  readonly number: number;
  readonly jurors: readonly string[];
  readonly criteria: readonly CriterionScore[];
  /** Each juror's sum over the criteria that jurors give. */
  readonly sums: readonly Fraction[];
  /** Places of `sums` that count, where jurors' sums are aggregated. */
  readonly usedSums: readonly number[];
  readonly exact: Fraction;
  /** Rounded as the rule says: what ranks. */
  readonly total: Millionths;
  readonly hasEnoughReviews: boolean;
}

/** Scores every application of the field, in the order of their numbers. */
export function scoreField({ rules, entrants, reviews }: Field): readonly Score[] {
  const byNumber = Map.groupBy(reviews, ({ number }) => number);
  const best = new Map(rules.criteria.map(({ key }) => [key, greatestFact(entrants, key)]));
  return entrants
    .toSorted((a, b) => a.number - b.number)
    .map((entrant) => {
      const own = (byNumber.get(entrant.number) ?? []).toSorted((a, b) => (a.juror < b.juror ? -1 : 1));
      return scoreOne(rules, { entrant, reviews: own, best });
    });
}

function greatestFact(entrants: readonly Entrant[], key: string): Millionths {
  return entrants.reduce((most, { facts }) => ((facts[key] ?? 0n) > most ? (facts[key] ?? 0n) : most), 0n);
}

interface Own {
  readonly entrant: Entrant;
  readonly reviews: readonly Review[];
  readonly best: ReadonlyMap<string, Millionths>;
}

function scoreOne(rules: Rules, own: Own): Score {
  const criteria = rules.criteria.map((criterion) => scoreCriterion(criterion, rules, own));
  const byJuror = rules.criteria.flatMap(({ source }, place) => (source === "juror" ? (criteria[place] ?? []) : []));
  const facts = rules.criteria.flatMap(({ source }, place) => (source === "fact" ? (criteria[place] ?? []) : []));
  const sums = own.reviews.map((_, juror) =>
    sum(byJuror.map(({ terms, weight }) => times(terms[juror]?.points ?? whole(0n), weight, ONE))),
  );
  const { exact, usedSums } = addUp(rules, { criteria, facts, sums });
  return {
    ...{ number: own.entrant.number, jurors: own.reviews.map(({ juror }) => juror), criteria, sums, usedSums, exact },
    total: round(exact, rules.rounding.total),
    hasEnoughReviews: byJuror.length === 0 || own.reviews.length >= rules.aggregation.leastReviews,
  };
}

function scoreCriterion(criterion: Criterion, rules: Rules, { entrant, reviews, best }: Own): CriterionScore {
  const { key, weight, source } = criterion;
  const greatest = best.get(key);
  if (source === "fact") {
    const term = reckonPoints(criterion, entrant.facts, greatest);
    return { key, weight, terms: [term], used: [0], figure: roundStep(rules, times(term.points, weight, ONE)) };
  }
  const terms = reviews.map(({ values }) => reckonPoints(criterion, values));
  const { order, by } = rules.aggregation;
  const { value, used } = aggregate(
    terms.map(({ points }) => points),
    by,
  );
  if (order === "juror-first") return { key, weight, terms, used: [], figure: times(value, weight, ONE) };
  // The mean itself is what a regulation rounds; the weight comes after.
  return { key, weight, terms, used, figure: times(roundStep(rules, value), weight, ONE) };
}

/** Facts are the same for every juror, so they are added once, after the jurors' sums have been aggregated. */
function addUp(
  rules: Rules,
  {
    criteria,
    facts,
    sums,
  }: { criteria: readonly CriterionScore[]; facts: readonly CriterionScore[] } & Pick<Score, "sums">,
): Pick<Score, "exact" | "usedSums"> {
  if (rules.aggregation.order === "criterion-first")
    return { exact: sum(criteria.map(({ figure }) => figure)), usedSums: [] };
  const { value, used } = aggregate(
    sums.map((one) => roundStep(rules, one)),
    rules.aggregation.by,
  );
  return { exact: sum([value, ...facts.map(({ figure }) => figure)]), usedSums: used };
}

function roundStep({ rounding }: Rules, value: Fraction): Fraction {
  return rounding.step === null ? value : whole(round(value, rounding.step));
}
