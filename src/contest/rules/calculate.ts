import type { Purse } from "./apportion.ts";
import { type Award, awardPlaces } from "./award.ts";
import type { Field } from "./contract.ts";
import { type Place, rankField } from "./rank.ts";
import { type Score, scoreField } from "./score.ts";

/** What the contest came to. `undecided`: a tie on which money or a place depends waits for the sitting. */
export type CallOutcome = "void-none" | "void-one" | "no-winner" | "undecided" | "held";

/** «Расчёт»: every term of every score, the ranking with the tie-breaks that were applied, and who gets what. */
export interface Calculation {
  readonly outcome: CallOutcome;
  readonly scores: readonly Score[];
  readonly places: readonly Place[];
  readonly awards: readonly Award[];
  readonly left: readonly Purse[];
  /** Applications that are not ranked: too few reviews, or in no category of the rules. By number. */
  readonly unranked: readonly number[];
}

/** Reckons a whole field. The same field in any order gives the same calculation. */
export function calculate(field: Field): Calculation {
  const scores = scoreField(field);
  const places = rankField(field, scores);
  const ranked = new Set(places.map(({ number }) => number));
  const unranked = scores.flatMap(({ number }) => (ranked.has(number) ? [] : [number]));
  const voidness = findVoidness(field);
  if (voidness) {
    const left = field.rules.money.sources.map(({ source, limit }) => ({ source, left: limit }));
    return { outcome: voidness, scores, places, awards: [], left, unranked };
  }
  const { awards, left } = awardPlaces(field, places);
  return { outcome: nameOutcome(awards), scores, places, awards, left, unranked };
}

function findVoidness({ entrants, rules }: Field): "void-none" | "void-one" | null {
  if (entrants.length === 0) return "void-none";
  return entrants.length === 1 && rules.one === "void" ? "void-one" : null;
}

function nameOutcome(awards: readonly Award[]): CallOutcome {
  if (awards.some(({ outcome }) => outcome === "undecided")) return "undecided";
  return awards.some(({ outcome }) => outcome === "awarded" || outcome === "awarded-part") ? "held" : "no-winner";
}
