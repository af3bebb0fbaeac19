import fc from "fast-check";
import { expect, test } from "vitest";
import { type MatchLine, moneyFigures, printFigures, subtractFigures } from "./match-line.ts";
import { findDivisions } from "./parts.ts";

const money = fc.array(fc.constantFrom(0, 1, 2, 3, 65_521, 65_523), { minLength: 1, maxLength: 2 });

function line(key: string, sums: readonly number[]): MatchLine {
  const figures = sums.flatMap((sum, at) => (sum === 0 ? [] : [[`local:${2024 + at}`, BigInt(sum)] as const]));
  return { key, kind: "activity", number: null, name: key, parent: null, figures: new Map(figures) };
}

test("the divisions found by remainders of sums are those that trying every two lines finds", () => {
  const list = fc.array(money, { maxLength: 7 });
  const wholes = fc.array(fc.tuple(money, fc.option(money)), { maxLength: 5 });
  fc.assert(
    fc.property(wholes, list, (given, rest) => {
      const free = rest.map((sums, at) => line(`free ${at}`, sums));
      const asked = given.map(([whole, main], at) => ({
        whole: line(`whole ${at}`, whole),
        main: main && line(`main ${at}`, main),
      }));
      const print = (all: readonly { whole: MatchLine; main: MatchLine; part: MatchLine }[]) =>
        all.map(({ whole, main, part }) => `${whole.key} = ${main.key} + ${part.key}`);
      expect(print(findDivisions({ wholes: asked, free }))).toEqual(print(divideByTrying(asked, free)));
    }),
    { numRuns: 400 },
  );
});

const sumOf = (one: MatchLine) => [...moneyFigures(one).values()].reduce((sum, value) => sum + value, 0n);

/** Every two lines that are left, in their order; a line is used once. */
function divideByTrying(
  wholes: readonly { readonly whole: MatchLine; readonly main: MatchLine | null }[],
  free: readonly MatchLine[],
) {
  const left = new Set(free);
  return wholes.flatMap(({ whole, main }) => {
    for (const one of main ? [main] : left) {
      const rest = subtractFigures(moneyFigures(whole), moneyFigures(one));
      const other = [...left].find(
        (part) => part !== one && rest && rest.size > 0 && printFigures(moneyFigures(part)) === printFigures(rest),
      );
      if (!other || sumOf(one) === 0n) continue;
      left.delete(one);
      left.delete(other);
      const swapped = !main && sumOf(one) < sumOf(other);
      return [{ whole, main: swapped ? other : one, part: swapped ? one : other }];
    }
    return [];
  });
}
