import type { StemWeights } from "./similarity.ts";

/** How many earlier lines are looked at for one later line. */
const LOOKED_AT = 12;
/** How many words of a name are looked up, the rarest first. */
const WORDS_LOOKED_UP = 6;
/** The most that is read of the list of one word: a word of every line tells nothing. */
const LONGEST_LIST = 100;

/** Places, from 0, of the names that share the heaviest stems with these, the most alike first. */
export type FindAlike = (stems: ReadonlySet<string>) => readonly number[];

/** An index of names by their stems. */
export function indexNames(names: readonly ReadonlySet<string>[], weigh: StemWeights): FindAlike {
  const lists = new Map<string, number[]>();
  names.forEach((stems, at) => {
    for (const stem of stems) {
      const list = lists.get(stem);
      if (!list) lists.set(stem, [at]);
      else if (list.length < LONGEST_LIST) list.push(at);
    }
  });
  // One table for all questions, cleared by the list of what was touched: a map for each would cost most of the time.
  const scores = new Int32Array(names.length);
  return (stems) => {
    const touched: number[] = [];
    for (const stem of rarest(stems, weigh)) {
      const weight = weigh(stem);
      for (const at of lists.get(stem) ?? []) {
        if (scores[at] === 0) touched.push(at);
        scores[at] = (scores[at] ?? 0) + weight;
      }
    }
    const best = pickBest(touched, scores);
    for (const at of touched) scores[at] = 0;
    return best;
  };
}

function rarest(stems: ReadonlySet<string>, weigh: StemWeights): readonly string[] {
  return [...stems].toSorted((a, b) => weigh(b) - weigh(a)).slice(0, WORDS_LOOKED_UP);
}

/** The first twelve by falling score; of equal scores the one touched first. */
function pickBest(touched: readonly number[], scores: Int32Array): readonly number[] {
  const best: number[] = [];
  for (const at of touched) {
    const score = scores[at] ?? 0;
    let place = best.length;
    while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--;
    if (place >= LOOKED_AT) continue;
    best.splice(place, 0, at);
    if (best.length > LOOKED_AT) best.pop();
  }
  return best;
}
