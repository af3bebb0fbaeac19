import { type MatchLine, printFigures } from "./match-line.ts";
import type { Pair } from "./same-names.ts";
import { compareStems, type StemWeights, stemsOf, weighStems } from "./similarity.ts";

/** A pair that could be, with what speaks for it. */
export interface Candidate extends Pair {
  /** 0 to 1000: how alike the names are. */
  readonly likeness: number;
  readonly sameFigures: boolean;
  readonly weight: number;
}

/** A name as different as this is no rewording, unless the figures say so. */
const REWORDED = 500;
const HARDLY_ALIKE = 200;
/** How many earlier lines are looked at for one later line. */
const LOOKED_AT = 12;

interface Known {
  readonly line: MatchLine;
  readonly stems: ReadonlySet<string>;
  readonly figures: string;
}

/** For each line the earlier lines that share its rarest words, its figures or its number. */
export function findCandidates(
  known: readonly MatchLine[],
  lines: readonly MatchLine[],
  parents: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const described = known.map(describe);
  const fresh = lines.map(describe);
  const weigh = weighStems([...described, ...fresh].map((line) => line.stems));
  const index = indexKnown(described);
  const counts = Map.groupBy(fresh, (line) => line.figures);
  return fresh.flatMap((became) =>
    lookUp(became, index, weigh).flatMap((was) => {
      const alone = index.figures.get(was.figures)?.length === 1 && counts.get(became.figures)?.length === 1;
      return weighPair({ was, became, weigh, parents, alone }) ?? [];
    }),
  );
}

function describe(line: MatchLine): Known {
  return { line, stems: stemsOf(line.name), figures: printFigures(line.figures) };
}

interface Index {
  readonly stems: ReadonlyMap<string, readonly Known[]>;
  readonly figures: ReadonlyMap<string, readonly Known[]>;
  readonly numbers: ReadonlyMap<string, readonly Known[]>;
}

function indexKnown(known: readonly Known[]): Index {
  const stems = new Map<string, Known[]>();
  for (const one of known) {
    for (const stem of one.stems) {
      const posting = stems.get(stem);
      if (posting) posting.push(one);
      else stems.set(stem, [one]);
    }
  }
  return {
    stems,
    figures: Map.groupBy(known, (one) => one.figures),
    numbers: Map.groupBy(known, (one) => one.line.number ?? ""),
  };
}

/** The most that is read of the list of one word: a word of every line tells nothing. */
const LONGEST_LIST = 100;

function lookUp(line: Known, index: Index, weigh: StemWeights): readonly Known[] {
  const shared = new Map<Known, number>();
  const rarest = [...line.stems].toSorted((a, b) => weigh(b) - weigh(a)).slice(0, 6);
  for (const stem of rarest) {
    const posting = index.stems.get(stem) ?? [];
    for (const one of posting.slice(0, LONGEST_LIST)) shared.set(one, (shared.get(one) ?? 0) + weigh(stem));
  }
  const best = [...shared].toSorted(([, a], [, b]) => b - a).map(([one]) => one);
  const sameFigures = line.figures === "" ? [] : (index.figures.get(line.figures) ?? []);
  const sameNumber = line.line.number === null ? [] : (index.numbers.get(line.line.number) ?? []);
  return [...new Set([...best.slice(0, LOOKED_AT), ...sameFigures.slice(0, 4), ...sameNumber.slice(0, 4)])];
}

interface Question {
  readonly was: Known;
  readonly became: Known;
  readonly weigh: StemWeights;
  readonly parents: ReadonlyMap<string, string>;
  /** No other line has these figures. */
  readonly alone: boolean;
}

function weighPair({ was, became, weigh, parents, alone }: Question): Candidate | null {
  const likeness = compareStems(was.stems, became.stems, weigh);
  const sameFigures = was.figures !== "" && was.figures === became.figures;
  const sameNumber = was.line.number !== null && was.line.number === became.line.number;
  const sameParent = isSameParent(was.line, became.line, parents);
  const told = sameFigures && (alone || sameNumber || likeness >= HARDLY_ALIKE);
  const kept = sameNumber && sameParent && likeness >= HARDLY_ALIKE;
  if (likeness < REWORDED && !told && !kept) return null;
  const score = likeness + (sameFigures ? 300 : 0) + (sameParent ? 80 : 0) + (sameNumber ? 60 : 0);
  // Squared: one good pair is worth more than two poor ones.
  return { was: was.line, became: became.line, likeness, sameFigures, weight: score * score };
}

export function isSameParent(was: MatchLine, became: MatchLine, parents: ReadonlyMap<string, string>): boolean {
  const parent = became.parent === null ? null : parents.get(became.parent);
  return parent === was.parent;
}
