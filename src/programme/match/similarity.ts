import { bareWords } from "../language/words.ts";

/** Beginnings of words, so that «конкурса» and «конкурс» are one; figures whole, words of one or two letters left out. */
export function stemsOf(name: string): ReadonlySet<string> {
  const words = bareWords(name).split(/[^\p{L}\p{N}]+/u);
  return new Set(
    words
      .filter((word) => word.length > 2 || /\d/.test(word))
      .map((word) => (/\d/.test(word) ? word : word.slice(0, 5))),
  );
}

/** How much a stem says: rare ones more. */
export type StemWeights = (stem: string) => number;

/** Weights from all names that are held together. */
export function weighStems(names: readonly ReadonlySet<string>[]): StemWeights {
  const counts = new Map<string, number>();
  for (const stems of names) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => 2 + Math.floor(Math.log2(names.length / (counts.get(stem) ?? 1)));
}

/** 1000 for names of the same stems, 0 where they share none. */
export function compareStems(a: ReadonlySet<string>, b: ReadonlySet<string>, weigh: StemWeights): number {
  let [common, all] = [0, 0];
  for (const stem of a) {
    const weight = weigh(stem);
    all += weight;
    if (b.has(stem)) common += weight;
  }
  for (const stem of b) all += weigh(stem);
  return all === 0 ? 0 : Math.floor((2000 * common) / all);
}
