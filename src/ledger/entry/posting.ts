import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { type Account, MOVES, type MoveKind } from "../contract.ts";

/** An activity, a source and a year: what a limit holds for. */
export interface Line {
  readonly activityId: Id;
  readonly sourceId: Id;
  readonly year: number;
}

/** «Проводка». */
export interface Posting extends Line {
  readonly account: Account;
  readonly kopecks: Kopecks;
}

/** Two postings for each line that moves anything: out of one account, into the other. Less than nothing moves back. */
export function makePostings(
  kind: MoveKind,
  moves: readonly (Line & { readonly kopecks: Kopecks })[],
): readonly Posting[] {
  const { from, to } = MOVES[kind];
  return moves
    .filter(({ kopecks }) => kopecks !== 0n)
    .flatMap(({ activityId, sourceId, year, kopecks }) => [
      { activityId, sourceId, year, account: from, kopecks: -kopecks },
      { activityId, sourceId, year, account: to, kopecks },
    ]);
}

/** What takes an entry's postings back. */
export function reversePostings(postings: readonly Posting[]): readonly Posting[] {
  return postings.map((posting) => ({ ...posting, kopecks: -posting.kopecks }));
}
