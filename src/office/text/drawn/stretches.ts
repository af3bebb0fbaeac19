import { hasBar, isBar, isRule } from "./signs.ts";

/** Lines that follow each other: a drawn table, or everything else. */
export interface Stretch {
  readonly drawn: boolean;
  readonly lines: readonly string[];
}

const FEWEST_CELL_LINES = 2;
/** Places of bars; more columns fit on no sheet, and such lines are something else. */
const MOST_BARS = 200;

/** Finds the drawn tables of a text; a text without any is one stretch. */
export function findStretches(lines: readonly string[]): Stretch[] {
  const stretches: { drawn: boolean; lines: string[] }[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = findDrawnEnd(lines, at);
    const drawn = end > at && isTable(lines.slice(at, end));
    const next = drawn ? end : Math.max(end, at + 1);
    const last = stretches.at(-1);
    const part = lines.slice(at, next);
    if (last && !last.drawn && !drawn) for (const line of part) last.lines.push(line);
    else stretches.push({ drawn, lines: part });
    at = next;
  }
  return stretches;
}

function findDrawnEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && isDrawn(lines[end] ?? "")) end++;
  return end;
}

/** A line with a tab is of the flat form, whatever else stands in it. */
function isDrawn(line: string): boolean {
  return !line.includes("\t") && (isRule(line) || hasBar(line));
}

/** Rules and lines of text, with a bar that stands at one place in at least half of them. */
function isTable(lines: readonly string[]): boolean {
  const texts = lines.filter((line) => !isRule(line));
  if (texts.length < FEWEST_CELL_LINES || texts.length === lines.length) return false;
  const counts = new Map<number, number>();
  for (const line of texts) {
    for (let at = 0; at < line.length; at++) if (isBar(line[at])) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  if (counts.size > MOST_BARS) return false;
  return [...counts.values()].some((count) => count * 2 >= texts.length);
}
