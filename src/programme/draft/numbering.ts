interface Numbered {
  readonly number: string | null;
  readonly goal: number | null;
  readonly subprogramme: number | null;
  readonly objective: number | null;
}

/** What stands before the last part of the numbers of a group: `1.` in «1.1», «1.2»; the empty text where lines are numbered 1, 2, 3. */
export interface Numbering {
  /** Whether each objective begins anew at 1. */
  readonly byObjective: boolean;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** How lines are numbered, or null where no rule gives all of their numbers: then nobody's number is touched. */
export function readNumbering(lines: readonly Numbered[]): Numbering | null {
  if (lines.length === 0 || lines.some((line) => !line.number)) return null;
  for (const byObjective of [true, false]) {
    const numbering = { byObjective, prefixes: readPrefixes(lines, byObjective) };
    if (renumber(lines, numbering) === lines) return numbering;
  }
  return null;
}

function readPrefixes(lines: readonly Numbered[], byObjective: boolean): ReadonlyMap<string, string> {
  const prefixes = new Map<string, string>();
  for (const line of lines) {
    const group = groupOf(line, byObjective);
    if (!prefixes.has(group)) prefixes.set(group, (line.number ?? "").replace(/\d+\.?$/, ""));
  }
  return prefixes;
}

/** The lines with their numbers in order; the very same list where all are. A full stop at the end stays. */
export function renumber<Line extends Numbered>(lines: readonly Line[], numbering: Numbering | null): readonly Line[] {
  if (!numbering) return lines;
  const counts = new Map<string, number>();
  const stop = lines.some((line) => line.number?.endsWith(".")) ? "." : "";
  const numbered = lines.map((line) => {
    const group = groupOf(line, numbering.byObjective);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    const prefix = numbering.prefixes.get(group) ?? prefixFor(line, numbering);
    const number = `${prefix}${count}${stop}`;
    return number === line.number ? line : { ...line, number };
  });
  return numbered.some((line, at) => line !== lines[at]) ? numbered : lines;
}

/** A group that had no line yet is numbered by its objective where the others are. */
function prefixFor(line: Numbered, { prefixes }: Numbering): string {
  const sample = [...prefixes.values()][0] ?? "";
  const parts = sample.split(".").length - 1;
  if (parts === 0) return "";
  return [line.subprogramme, line.goal, line.objective]
    .slice(-parts)
    .map((part) => `${part ?? 1}.`)
    .join("");
}

function groupOf({ subprogramme, goal, objective }: Numbered, byObjective: boolean): string {
  return byObjective ? `${subprogramme}/${goal}/${objective}` : "";
}
