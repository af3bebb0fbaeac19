import fc from "fast-check";
import { expect, test } from "vitest";
import { indexNames } from "./most-alike.ts";
import { weighStems } from "./similarity.ts";

const name = fc.uniqueArray(fc.constantFrom(..."абвгдежзик"), { maxLength: 8 }).map((stems) => new Set(stems));

test("the index finds what adding up the weights of every name finds", () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 150 }), fc.array(name, { maxLength: 4 }), (names, asked) => {
      const weigh = weighStems([...names, ...asked]);
      const find = indexNames(names, weigh);
      for (const stems of asked) expect(find(stems)).toEqual(findByAdding(names, stems, weigh));
    }),
  );
});

/** The straightforward way: twelve names of the six heaviest stems, of each stem's first hundred names. */
function findByAdding(
  names: readonly ReadonlySet<string>[],
  stems: ReadonlySet<string>,
  weigh: (stem: string) => number,
): readonly number[] {
  const scores = new Map<number, number>();
  for (const stem of [...stems].toSorted((a, b) => weigh(b) - weigh(a)).slice(0, 6)) {
    const having = names.flatMap((one, at) => (one.has(stem) ? [at] : [])).slice(0, 100);
    for (const at of having) scores.set(at, (scores.get(at) ?? 0) + weigh(stem));
  }
  return [...scores]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([at]) => at);
}
