import { type EditionLines, LINE_KINDS, type LineKind } from "../edition.ts";
import type { LineMatch, Match } from "../views-comparison.ts";
import { assignBest } from "./assign.ts";
import { findCandidates, isSameParent } from "./candidates.ts";
import { listMatchLines, type MatchLine } from "./match-line.ts";
import { findDivisions, turnPairs } from "./parts.ts";
import { type Pair, pairSameNames } from "./same-names.ts";

export { listMatchLines, type MatchLine } from "./match-line.ts";

/** Key in the later edition → key in the earlier one of the same line. */
export type LinePairs = ReadonlyMap<string, string>;

/**
 * For every line of the later edition which line of the earlier it carries on, and why; and what was ended. Lines of
 * one name are one; the others are paired so that all pairs together are the likeliest. The same input gives the
 * same answer.
 */
export function proposeMatch(known: readonly MatchLine[], lines: readonly MatchLine[]): Match {
  const parents = new Map<string, string>();
  const parts = LINE_KINDS.map((kind) => {
    const match = matchKind(ofKind(known, kind), ofKind(lines, kind), parents);
    for (const line of match.lines) if (line.known !== null) parents.set(line.key, line.known);
    return match;
  });
  return { lines: parts.flatMap((part) => part.lines), ended: parts.flatMap((part) => part.ended) };
}

/** Which lines of two documents are one, by their content alone. */
export function pairByContent(was: EditionLines, became: EditionLines): LinePairs {
  const { lines } = proposeMatch(listMatchLines(was), listMatchLines(became));
  return new Map(lines.flatMap((line) => (line.known === null ? [] : [[line.key, line.known] as const])));
}

function ofKind(lines: readonly MatchLine[], kind: LineKind): readonly MatchLine[] {
  return lines.filter((line) => line.kind === kind);
}

function matchKind(known: readonly MatchLine[], lines: readonly MatchLine[], parents: LinePairs): Match {
  const found = new Map<MatchLine, LineMatch>();
  const same = pairSameNames(known, lines, parents);
  for (const pair of same) found.set(pair.became, describeSame(pair, parents));
  const [restKnown, rest] = [
    without(
      known,
      same.map(({ was }) => was),
    ),
    lines.filter((line) => !found.has(line)),
  ];
  const alike = pairAlike(restKnown, rest, parents);
  for (const { pair, match } of alike) found.set(pair.became, match);
  const pairs = [...same, ...alike.map(({ pair }) => pair)];
  const used = divideLines({ known, lines, pairs, found });
  return {
    lines: lines.map((line) => found.get(line) ?? describeNew(line)),
    ended: known.filter((line) => !used.has(line)).map((line) => ({ kind: line.kind, known: line.key })),
  };
}

function without(lines: readonly MatchLine[], taken: readonly MatchLine[]): readonly MatchLine[] {
  const set = new Set(taken);
  return lines.filter((line) => !set.has(line));
}

function describeSame(pair: Pair, parents: LinePairs): LineMatch {
  const { was, became } = pair;
  const sameNumber = was.number === became.number;
  const moved = !isSameParent(was, became, parents);
  const confidence = sameNumber && !moved ? 100 : 95;
  return {
    ...describeNew(became),
    known: was.key,
    reason: sameNumber ? "same-number-name" : "same-name",
    moved,
    confidence,
  };
}

function pairAlike(known: readonly MatchLine[], lines: readonly MatchLine[], parents: LinePairs) {
  const candidates = findCandidates(known, lines, parents);
  const [rows, columns] = [new Map(lines.map((line, at) => [line, at])), new Map(known.map((line, at) => [line, at]))];
  const edges = candidates.map(({ was, became, weight }) => ({
    row: rows.get(became) ?? 0,
    column: columns.get(was) ?? 0,
    weight,
  }));
  const chosen = assignBest(lines.length, edges);
  return candidates
    .filter(({ was, became }) => chosen[rows.get(became) ?? 0] === columns.get(was))
    .map((candidate) => {
      const { was, became, likeness, sameFigures } = candidate;
      const reason =
        likeness >= 500 ? ("reworded" as const) : sameFigures ? ("same-figures" as const) : ("reworded" as const);
      const confidence = Math.min(94, Math.floor(likeness / 10) + (sameFigures ? 25 : 0));
      const moved = !isSameParent(was, became, parents);
      return { pair: { was, became }, match: { ...describeNew(became), known: was.key, reason, moved, confidence } };
    });
}

interface Divided {
  readonly known: readonly MatchLine[];
  readonly lines: readonly MatchLine[];
  readonly pairs: readonly Pair[];
  readonly found: Map<MatchLine, LineMatch>;
}

/** Finds what was split and joined, says so in `found`, and gives the earlier lines that go on somehow. */
function divideLines({ known, lines, pairs, found }: Divided): ReadonlySet<MatchLine> {
  const used = new Set(pairs.map(({ was }) => was));
  const became = new Map(pairs.map((pair) => [pair.was, pair.became]));
  const fresh = lines.filter((line) => !found.has(line));
  const splits = findDivisions({
    wholes: known.map((whole) => ({ whole, main: became.get(whole) ?? null })),
    free: fresh,
  });
  for (const { whole, main, part } of splits) {
    used.add(whole);
    const split = { reason: "split" as const, confidence: 70 };
    found.set(main, { ...(found.get(main) ?? describeNew(main)), known: whole.key, ...split });
    found.set(part, { ...describeNew(part), from: [whole.key], ...split });
  }
  const was = new Map(turnPairs(pairs).map((pair) => [pair.was, pair.became]));
  const whole = lines.filter((line) => found.get(line)?.reason !== "split");
  const free = known.filter((line) => !used.has(line));
  for (const join of findDivisions({
    wholes: whole.map((line) => ({ whole: line, main: was.get(line) ?? null })),
    free,
  })) {
    used.add(join.main).add(join.part);
    const before = found.get(join.whole) ?? describeNew(join.whole);
    found.set(join.whole, { ...before, known: join.main.key, from: [join.part.key], reason: "joined", confidence: 70 });
  }
  return used;
}

function describeNew({ key, kind }: MatchLine): LineMatch {
  return { key, kind, known: null, from: [], reason: "new", moved: false, confidence: 100 };
}
