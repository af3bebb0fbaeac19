import type { Millionths } from "../../kernel/decimal.ts";
import type { Entrant, Field, TieBreak, Votes } from "./contract.ts";
import { compare, NOUGHT, round } from "./fraction.ts";
import type { Score } from "./score.ts";

/** A tie-break as it was applied to equal totals: what each had, so that a page can say why. */
export interface AppliedBreak {
  readonly rule: TieBreak;
  /** By the application's number; the greater stands higher. For the earlier application these are negative milliseconds. */
  readonly values: readonly { readonly number: number; readonly value: bigint }[];
  /** `waits` where the sitting has not voted yet; `equal` where it told nobody apart. */
  readonly result: "decided" | "equal" | "waits";
}

/** A line of the ranking. Applications that nothing tells apart share a place and a `group`. */
export interface Place {
  readonly number: number;
  readonly category: string | null;
  /** From 1 in its category; the place of a group is that of its first. */
  readonly place: number;
  /** Those with the same place, by number, itself included. */
  readonly group: readonly number[];
  readonly total: Millionths;
  readonly breaks: readonly AppliedBreak[];
}

interface Ranked {
  readonly score: Score;
  readonly entrant: Entrant;
}

/**
 * Ranks the scored applications within each category by their rounded totals, and equal ones by the tie-breaks in their order.
 * The order of input plays no part: what stays equal is listed by number.
 */
export function rankField(field: Field, scores: readonly Score[]): readonly Place[] {
  const entrants = new Map(field.entrants.map((entrant) => [entrant.number, entrant]));
  const ranked = scores.flatMap((score): Ranked[] => {
    const entrant = entrants.get(score.number);
    return entrant && score.hasEnoughReviews ? [{ score, entrant }] : [];
  });
  const { categories } = field.rules;
  const lists =
    categories.length === 0
      ? [ranked]
      : categories.map(({ key }) => ranked.filter(({ entrant }) => entrant.category === key));
  return lists.flatMap((list) => rankList(field, list));
}

function rankList({ rules, votes }: Field, list: readonly Ranked[]): readonly Place[] {
  const groups = splitBy(list, ({ score }) => score.total)
    .flatMap((equal) => separate(equal, rules.tieBreaks, votes))
    .flatMap((group) => voteAtLast(group, rules.tieBreaks, votes));
  let place = 1;
  return groups.flatMap(({ members, breaks }) => {
    const group = members.map(({ score }) => score.number).toSorted((a, b) => a - b);
    const from = place;
    place += members.length;
    return members
      .toSorted((a, b) => a.score.number - b.score.number)
      .map(({ score, entrant }) => ({
        ...{ number: score.number, category: entrant.category, place: from, group, total: score.total, breaks },
      }));
  });
}

interface Group {
  readonly members: readonly Ranked[];
  readonly breaks: readonly AppliedBreak[];
}

/** Applies the tie-breaks one after another to those that are still equal. One that waits for a vote stops the rest: the rule's order binds. */
function separate(
  members: readonly Ranked[],
  rules: readonly TieBreak[],
  votes: Votes,
  breaks: readonly AppliedBreak[] = [],
): readonly Group[] {
  const [rule, ...rest] = rules;
  if (members.length < 2 || !rule) return [{ members, breaks }];
  const found = members.map((member) => ({ member, value: weigh(rule, member, { members, votes }) }));
  const values = found
    .map(({ member, value }) => ({ number: member.score.number, value: value ?? 0n }))
    .toSorted((a, b) => a.number - b.number);
  if (found.some(({ value }) => value === null))
    return [{ members, breaks: [...breaks, { rule, values, result: "waits" }] }];
  const parts = splitBy(found, ({ value }) => value ?? 0n);
  const applied: AppliedBreak = { rule, values, result: parts.length > 1 ? "decided" : "equal" };
  return parts.flatMap((part) =>
    separate(
      part.map(({ member }) => member),
      rest,
      votes,
      [...breaks, applied],
    ),
  );
}

/** Rules that name no vote may leave equals: then the sitting's own vote on all of them decides, for somebody must. */
function voteAtLast(group: Group, rules: readonly TieBreak[], votes: Votes): readonly Group[] {
  const { members, breaks } = group;
  const named = rules.some(({ by }) => by === "open-vote" || by === "chair-vote");
  const held = members.every(({ score }) => votes.hands[score.number] !== undefined);
  return members.length < 2 || named || !held ? [group] : separate(members, [{ by: "open-vote" }], votes, breaks);
}

/** Groups of equal value, the greatest first. */
function splitBy<T>(list: readonly T[], reckon: (item: T) => bigint): readonly (readonly T[])[] {
  const groups = Map.groupBy(list, reckon);
  return [...groups.keys()].toSorted((a, b) => (a > b ? -1 : 1)).map((value) => groups.get(value) ?? []);
}

interface Tie {
  readonly members: readonly Ranked[];
  readonly votes: Votes;
}

/** What a tie-break looks at, the greater the higher; null where the sitting has yet to vote. */
function weigh(rule: TieBreak, { score, entrant }: Ranked, tie: Tie): bigint | null {
  switch (rule.by) {
    case "earlier-application":
      return -BigInt(Date.parse(entrant.submittedAt));
    case "higher-criterion": {
      const criterion = score.criteria.find(({ key }) => key === rule.criterion);
      return criterion ? round(criterion.figure, 6) : 0n;
    }
    case "more-jurors":
      return BigInt(countJurors(score, tie.members));
    case "open-vote":
      return valueOfHands(score.number, tie);
    case "chair-vote":
      return valueOfChair(score.number, tie);
  }
}

/** A vote counts when it was held on every application of the tie. */
function valueOfHands(number: number, { members, votes }: Tie): bigint | null {
  const held = members.every(({ score }) => votes.hands[score.number] !== undefined);
  return held ? BigInt(votes.hands[number] ?? 0) : null;
}

/** The chair names applications of the tie, the best first; those that were not named stay equal below them. */
function valueOfChair(number: number, { members, votes }: Tie): bigint | null {
  const named = votes.chair.filter((one) => members.some(({ score }) => score.number === one));
  if (named.length === 0) return null;
  return named.includes(number) ? BigInt(named.length - named.indexOf(number)) : 0n;
}

/** How many jurors put this application strictly above every other of the tie that they reviewed. */
function countJurors(own: Score, members: readonly Ranked[]): number {
  return own.jurors.filter((juror, place) => {
    const sum = own.sums[place] ?? NOUGHT;
    const others = members.flatMap(({ score }) => {
      const at = score.number === own.number ? -1 : score.jurors.indexOf(juror);
      return at < 0 ? [] : [score.sums[at] ?? NOUGHT];
    });
    return others.length > 0 && others.every((other) => compare(sum, other) > 0);
  }).length;
}
