import type { EditionLine, LineKind } from "../edition.ts";
import type { LinePairs } from "../match/index.ts";
import type { ChangedLine, LineFate } from "../views-comparison.ts";
import type { Spot } from "./make-change.ts";
import { sameWords } from "./words.ts";

/** A line of either edition with the thing it stands for; positions from 0. */
export interface Placed<Thing> {
  readonly key: string;
  readonly thing: Thing;
  readonly at: number;
  readonly line: EditionLine & { readonly objective?: string | null; readonly goal?: string | null };
}

export interface PlacedPair<Thing> {
  readonly was: Placed<Thing> | null;
  readonly became: Placed<Thing> | null;
}

/** The later edition's order; what was ended comes before the line that followed it. */
export function pairLines<Thing>(
  was: readonly Placed<Thing>[],
  became: readonly Placed<Thing>[],
  pairs: LinePairs,
): readonly PlacedPair<Thing>[] {
  const old = new Map(was.map((one) => [one.key, one]));
  const carried = new Map<Placed<Thing>, Placed<Thing>>();
  for (const one of became) {
    const before = old.get(pairs.get(one.key) ?? "");
    if (before) carried.set(before, one);
  }
  const endedBefore = new Map<Placed<Thing> | null, Placed<Thing>[]>();
  let waiting: Placed<Thing>[] = [];
  for (const one of was) {
    const after = carried.get(one);
    if (!after) waiting.push(one);
    else {
      endedBefore.set(after, waiting);
      waiting = [];
    }
  }
  const ended = (list: readonly Placed<Thing>[] = []) => list.map((one) => ({ was: one, became: null }));
  const rows = became.flatMap((one) => [
    ...ended(endedBefore.get(one)),
    { was: old.get(pairs.get(one.key) ?? "") ?? null, became: one },
  ]);
  return [...rows, ...ended(waiting)];
}

/** What a pair's changes have in common. `pairs` tells whether it stands under another objective. */
export function spotOf<Thing>(pair: PlacedPair<Thing>, kind: LineKind, pairs: LinePairs): Spot {
  const { was, became } = pair;
  const shown = became ?? was;
  const line: ChangedLine = {
    kind,
    key: became?.key ?? `was:${was?.key}`,
    number: shown?.line.number ?? null,
    name: shown?.line.name.trim() ?? "",
    was: was?.at ?? null,
    became: became?.at ?? null,
  };
  return { part: kind === "indicator" ? "annex1" : "annex2", line, fate: fateOf(pair, pairs) };
}

function fateOf<Thing>({ was, became }: PlacedPair<Thing>, pairs: LinePairs): LineFate {
  if (!was) return "added";
  if (!became) return "ended";
  if (!sameWords(was.line.name, became.line.name)) return "renamed";
  return isMoved({ was, became }, pairs) ? "moved" : "kept";
}

/** Whether the line stands under another objective or goal than before. */
export function isMoved<Thing>({ was, became }: PlacedPair<Thing>, pairs: LinePairs): boolean {
  if (!was || !became) return false;
  const parent = became.line.objective ?? became.line.goal ?? null;
  const before = was.line.objective ?? was.line.goal ?? null;
  return (parent === null ? null : (pairs.get(parent) ?? `+${parent}`)) !== before;
}
