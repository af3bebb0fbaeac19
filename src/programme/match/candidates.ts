import { type MatchLine, printFigures } from "./match-line.ts";
import { type FindAlike, indexNames } from "./most-alike.ts";
import type { Pair } from "./same-names.ts";
import { compareNames, type StemWeights, stemsOf, type WeighedName, weighName, weighStems } from "./similarity.ts";

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

interface Known {
  readonly line: MatchLine;
  readonly name: WeighedName;
  readonly figures: string;
}

/** For each line the earlier lines that share its rarest words, its figures or its number. */
export function findCandidates(
  known: readonly MatchLine[],
  lines: readonly MatchLine[],
  parents: ReadonlyMap<string, string>,
): readonly Candidate[] {
  const [before, after] = [known.map(({ name }) => stemsOf(name)), lines.map(({ name }) => stemsOf(name))];
  const weigh = weighStems([...before, ...after]);
  const describe = (line: MatchLine, stems: ReadonlySet<string>): Known => ({
    line,
    name: weighName(stems, weigh),
    figures: printFigures(line.figures),
  });
  const described = known.map((line, at) => describe(line, before[at] ?? new Set()));
  const fresh = lines.map((line, at) => describe(line, after[at] ?? new Set()));
  const index = { ...indexKnown(described), alike: indexNames(before, weigh) };
  const counts = Map.groupBy(fresh, (line) => line.figures);
  return fresh.flatMap((became) =>
    lookUp(became, index).flatMap((was) => {
      const isAlone = () => index.figures.get(was.figures)?.length === 1 && counts.get(became.figures)?.length === 1;
      return weighPair({ was, became, weigh, parents, isAlone }) ?? [];
    }),
  );
}

interface Index {
  readonly known: readonly Known[];
  readonly alike: FindAlike;
  readonly figures: ReadonlyMap<string, readonly Known[]>;
  readonly numbers: ReadonlyMap<string, readonly Known[]>;
}

function indexKnown(known: readonly Known[]): Omit<Index, "alike"> {
  return {
    known,
    figures: Map.groupBy(known, (one) => one.figures),
    numbers: Map.groupBy(known, (one) => one.line.number ?? ""),
  };
}

function lookUp(line: Known, index: Index): readonly Known[] {
  const alike = index.alike(line.name.stems).flatMap((at) => index.known[at] ?? []);
  const sameFigures = line.figures === "" ? [] : (index.figures.get(line.figures) ?? []);
  const sameNumber = line.line.number === null ? [] : (index.numbers.get(line.line.number) ?? []);
  return [...new Set([...alike, ...sameFigures.slice(0, 4), ...sameNumber.slice(0, 4)])];
}

interface Question {
  readonly was: Known;
  readonly became: Known;
  readonly weigh: StemWeights;
  readonly parents: ReadonlyMap<string, string>;
  /** Whether no other line has these figures; asked only where they are the same. */
  readonly isAlone: () => boolean;
}

function weighPair({ was, became, weigh, parents, isAlone }: Question): Candidate | null {
  const likeness = compareNames(was.name, became.name, weigh);
  const sameFigures = was.figures !== "" && was.figures === became.figures;
  const sameNumber = was.line.number !== null && was.line.number === became.line.number;
  const sameParent = isSameParent(was.line, became.line, parents);
  const told = sameFigures && (sameNumber || likeness >= HARDLY_ALIKE || isAlone());
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
