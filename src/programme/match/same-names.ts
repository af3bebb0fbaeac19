import { type MatchLine, printFigures } from "./match-line.ts";
import { normaliseName } from "./names.ts";

/** A line of the earlier edition and the line that carries it on. */
export interface Pair {
  readonly was: MatchLine;
  readonly became: MatchLine;
}

/** What else than its name may tell lines of one name apart, from the strictest down; the last leaves them in their order. */
const TESTS: readonly ((line: MatchLine, parent: string | null) => string)[] = [
  (line, parent) => `${line.number} ${parent} ${printFigures(line.figures)}`,
  (line, parent) => `${parent} ${printFigures(line.figures)}`,
  (line) => printFigures(line.figures),
  (line, parent) => `${line.number} ${parent}`,
  (_line, parent) => `${parent}`,
  () => "",
];

/** Lines of one name are one. `parents` gives the earlier edition's key of a parent of the later one. */
export function pairSameNames(
  known: readonly MatchLine[],
  lines: readonly MatchLine[],
  parents: ReadonlyMap<string, string>,
): readonly Pair[] {
  const pairs: Pair[] = [];
  const groups = Map.groupBy(known, nameKey);
  for (const [name, group] of Map.groupBy(lines, nameKey)) {
    const others = groups.get(name);
    if (others && name !== "") pairs.push(...pairGroup(others, group, parents));
  }
  return pairs;
}

function pairGroup(
  known: readonly MatchLine[],
  lines: readonly MatchLine[],
  parents: ReadonlyMap<string, string>,
): readonly Pair[] {
  const [was, became] = [known[0], lines[0]];
  if (was && became && known.length === 1 && lines.length === 1) return [{ was, became }];
  const pairs: Pair[] = [];
  const free = new Set(known);
  const left = new Set(lines);
  for (const test of TESTS) {
    const waiting = Map.groupBy(free, (line) => test(line, line.parent));
    for (const line of left) {
      const parent = line.parent === null ? null : (parents.get(line.parent) ?? `+${line.parent}`);
      const found = waiting.get(test(line, parent))?.shift();
      if (!found) continue;
      pairs.push({ was: found, became: line });
      free.delete(found);
      left.delete(line);
    }
  }
  return pairs;
}

function nameKey(line: MatchLine): string {
  return normaliseName(line.name);
}
