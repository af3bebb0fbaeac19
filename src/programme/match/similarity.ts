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
  const weights = new Map<string, number>();
  for (const [stem, count] of counts) weights.set(stem, 2 + Math.floor(Math.log2(names.length / count)));
  return (stem) => weights.get(stem) ?? 0;
}

/** A name as it is held against others: its stems, and what all of them weigh. */
export interface WeighedName {
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

export function weighName(stems: ReadonlySet<string>, weigh: StemWeights): WeighedName {
  let weight = 0;
  for (const stem of stems) weight += weigh(stem);
  return { stems, weight };
}

/** 1000 for names of the same stems, 0 where they share none. */
export function compareNames(a: WeighedName, b: WeighedName, weigh: StemWeights): number {
  const all = a.weight + b.weight;
  let common = 0;
  for (const stem of a.stems) if (b.stems.has(stem)) common += weigh(stem);
  return all === 0 ? 0 : Math.floor((2000 * common) / all);
}
