import { assert } from "../../kernel/assert.ts";
import type { Change, ChangedLine } from "../views-comparison.ts";

/** A line of the earlier edition beside that of the later; null where it was added or ended. */
export interface MatchedLine {
  readonly was: number | null;
  readonly became: number | null;
}

/** The lines of two editions as the comparison matched them: what it does not mention was kept, in order. */
export function matchLines(
  changes: readonly Change[],
  kind: ChangedLine["kind"],
  counts: { readonly was: number; readonly became: number },
): readonly MatchedLine[] {
  const lines = changes.flatMap(({ line }) => (line && line.kind === kind ? [line] : []));
  const named = new Map(lines.map((line) => [`${line.was}/${line.became}`, { was: line.was, became: line.became }]));
  const free = (side: "was" | "became") => {
    const taken = new Set([...named.values()].map((line) => line[side]));
    return Array.from({ length: counts[side] }, (_, at) => at).filter((at) => !taken.has(at));
  };
  const [before, after] = [free("was"), free("became")];
  assert(before.length === after.length, `the comparison leaves ${before.length} and ${after.length} lines of ${kind}`);
  const kept = before.map((was, at) => ({ was, became: after[at] ?? null }));
  return orderByDocument([...named.values(), ...kept]);
}

/** In the order of the later edition; what ended stands before what followed it in the earlier one. */
function orderByDocument(lines: readonly MatchedLine[]): readonly MatchedLine[] {
  const ordered = lines.filter((line) => line.became !== null).sort((a, b) => (a.became ?? 0) - (b.became ?? 0));
  const ended = lines.filter((line) => line.became === null).sort((a, b) => (b.was ?? 0) - (a.was ?? 0));
  for (const line of ended) {
    const follower = ordered.findIndex((other) => (other.was ?? -1) > (line.was ?? 0));
    ordered.splice(follower < 0 ? ordered.length : follower, 0, line);
  }
  return ordered;
}

/** Whether kept lines stand in the same order in both editions. */
export function keepsOrder(lines: readonly MatchedLine[]): boolean {
  const kept = lines.filter((line) => line.was !== null && line.became !== null);
  const ordered = [...kept].sort((a, b) => (a.became ?? 0) - (b.became ?? 0));
  return ordered.every((line, at) => at === 0 || (line.was ?? 0) > (ordered[at - 1]?.was ?? 0));
}
