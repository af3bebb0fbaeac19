import { divideRounded, type Millionths, ONE } from "../../kernel/decimal.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { apportion, leftOf, type Portion, type Purse, take } from "./apportion.ts";
import type { Entrant, Field, Rules } from "./contract.ts";
import type { Place } from "./rank.ts";

/** Why an application gets what it gets. `undecided`: it depends on a tie that the rule leaves to the sitting. */
export const AWARD_OUTCOMES = [
  "awarded",
  "awarded-part",
  "below-pass",
  "beyond-places",
  "no-share",
  "no-money",
  "undecided",
] as const;
export type AwardOutcome = (typeof AWARD_OUTCOMES)[number];

/** «Присуждение» as the rule reckons it, with what it was reckoned from. */
export interface Award {
  readonly number: number;
  readonly place: number;
  readonly outcome: AwardOutcome;
  /** What the rule would give if there were money enough: the request, prize or share, cut to the limit of a project. */
  readonly due: Kopecks;
  readonly kopecks: Kopecks;
  readonly portions: readonly Portion[];
}

interface Walk {
  readonly rules: Rules;
  purses: readonly Purse[];
  /** Once the money or a tie has stopped the walk: what everybody further down gets. */
  closed: "no-money" | "undecided" | null;
  readonly awards: Award[];
}

interface Member {
  readonly place: Place;
  readonly due: Kopecks;
}

/** Walks down the ranking, category after category, and gives out the money. `left` is what remains of each source. */
export function awardPlaces(
  { rules, entrants }: Field,
  places: readonly Place[],
): { awards: readonly Award[]; left: readonly Purse[] } {
  const purses = rules.money.sources.map(({ source, limit }) => ({ source, left: limit }));
  const walk: Walk = { rules, purses, closed: null, awards: [] };
  const known = new Map(entrants.map((entrant) => [entrant.number, entrant]));
  for (const list of Map.groupBy(places, ({ category }) =>
    rules.categories.length === 0 ? null : category,
  ).values()) {
    for (const group of Map.groupBy(list, ({ place }) => place).values()) {
      giveGroup(
        walk,
        group.map((place) => ({ place, due: reckonDue(rules, place, known.get(place.number)) })),
      );
    }
  }
  return { awards: walk.awards, left: walk.purses };
}

/** Those of one place get all the same outcome, or the sitting must tell them apart. */
function giveGroup(walk: Walk, group: readonly Member[]): void {
  const outcome = foresee(walk, group);
  if (outcome !== "awarded" && outcome !== "awarded-part") {
    for (const { place, due } of group) walk.awards.push({ ...nothing(place, due), outcome });
    return;
  }
  for (const { place, due } of group) {
    const kopecks = outcome === "awarded" ? due : leftOf(walk.purses);
    const portions = apportion(walk.purses, kopecks, walk.rules.money.split);
    walk.purses = take(walk.purses, portions);
    walk.awards.push({ number: place.number, place: place.place, outcome, due, kopecks, portions });
  }
}

/** What a group gets; closes the walk where the money or a tie ends it. */
function foresee(walk: Walk, group: readonly Member[]): AwardOutcome {
  const { passMark, winners } = walk.rules;
  const [first] = group;
  if (!first || (passMark !== null && first.place.total < passMark)) return "below-pass";
  const places = countPlaces(walk.rules);
  if (places !== null && first.place.place > places) return "beyond-places";
  if (walk.closed) return walk.closed;
  const isCut = places !== null && first.place.place + group.length - 1 > places;
  if (isCut || new Set(prizesOf(walk.rules, first.place.place, group.length)).size > 1) return close(walk, "undecided");
  if (group.every(({ due }) => due === 0n) && winners.amount.kind === "share-by-total") return "no-share";
  return foreseeMoney(walk, group);
}

function foreseeMoney(walk: Walk, group: readonly Member[]): AwardOutcome {
  const { money, winners } = walk.rules;
  const wanted = group.reduce((sum, { due }) => sum + due, 0n);
  const left = leftOf(walk.purses);
  if (money.sources.length === 0 || wanted <= left) return "awarded";
  if (group.length > 1) return close(walk, "undecided");
  if (winners.overrun === "skip") return "no-money";
  close(walk, "no-money");
  return winners.overrun === "part" && left > 0n ? "awarded-part" : "no-money";
}

function close<Reason extends "no-money" | "undecided">(walk: Walk, reason: Reason): Reason {
  walk.closed = reason;
  return reason;
}

/** How many places there are in a category: the rule's number, never more than there are prizes. */
function countPlaces({ winners: { places, amount } }: Rules): number | null {
  if (amount.kind !== "prizes") return places;
  return places === null || amount.prizes.length < places ? amount.prizes.length : places;
}

/** The prizes that a group of equals would share among them; none where there are no prizes. */
function prizesOf({ winners: { amount } }: Rules, place: number, count: number): readonly Kopecks[] {
  return amount.kind === "prizes" ? amount.prizes.slice(place - 1, place - 1 + count) : [];
}

function reckonDue(
  { winners: { amount }, money: { mostPerProject } }: Rules,
  place: Place,
  entrant: Entrant | undefined,
): Kopecks {
  const requested = entrant?.requested ?? 0n;
  const full =
    amount.kind === "requested"
      ? requested
      : amount.kind === "prizes"
        ? (amount.prizes[place.place - 1] ?? 0n)
        : divideRounded(requested * percentOf(amount.shares, place.total), HUNDRED);
  return mostPerProject !== null && full > mostPerProject ? mostPerProject : full;
}

const HUNDRED: Millionths = 100n * ONE;

type Shares = Extract<Rules["winners"]["amount"], { kind: "share-by-total" }>["shares"];

function percentOf(shares: Shares, total: Millionths): Millionths {
  return shares.findLast(({ from }) => total >= from)?.percent ?? 0n;
}

const nothing = ({ number, place }: Place, due: Kopecks) => ({ number, place, due, kopecks: 0n, portions: [] });
