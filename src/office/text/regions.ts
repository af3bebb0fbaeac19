import type { CellGroup, Group, LineGroup, TextCell } from "./groups.ts";

/** Groups that make up one table; lines between them were put into their last cell. */
export interface Region {
  readonly kind: "region";
  readonly groups: CellGroup[];
}

/** Text so far to the right belongs to a page's heading, not to a cell. */
const INDENTATION = /^ {12}/;

/** Finds the tables among the groups: what stays between them are lines of the body. */
export function findRegions(groups: readonly Group[]): (Region | LineGroup)[] {
  const parts: (Region | LineGroup)[] = [];
  let at = 0;
  while (at < groups.length) {
    const group = groups[at];
    if (group?.kind === "cells") {
      const end = findHardEnd(groups, at);
      for (const part of splitRegion(groups.slice(at, end))) parts.push(part);
      at = end;
    } else {
      if (group) parts.push(group);
      at++;
    }
  }
  return parts;
}

/** A table ends for certain before lines behind two blank lines, and before lines that are indented like a heading. */
function findHardEnd(groups: readonly Group[], from: number): number {
  let end = from;
  let lastCells = from;
  for (; end < groups.length; end++) {
    const group = groups[end];
    if (group?.kind === "cells") lastCells = end;
    else if (group && (isHardBreak(groups[end - 1], group) || group.lines.some((line) => INDENTATION.test(line))))
      break;
  }
  const closed = end < groups.length && (groups[end - 1]?.blanks ?? 0) > 1;
  // Lines behind one blank line belong to the last cell if the table goes on or is closed by a blank line of its own.
  return closed ? end : lastCells + 1;
}

function isHardBreak(before: Group | undefined, group: LineGroup): boolean {
  return group.lines.length > 0 && (before?.blanks ?? 0) > 1;
}

/** Cuts where another table begins: at lines or several blank lines behind which the rows have a shape that this table does not have. */
function splitRegion(groups: readonly Group[]): (Region | LineGroup)[] {
  const parts: (Region | LineGroup)[] = [];
  let stretches: Group[] = [];
  let shape = new Shape();
  for (const stretch of splitStretches(groups)) {
    const widths = stretch.flatMap((group) => (group.kind === "cells" ? [group.cells.length] : []));
    if (shape.differsFrom(widths)) {
      for (const part of closeRegion(stretches)) parts.push(part);
      stretches = [];
      shape = new Shape();
    }
    for (const group of stretch) stretches.push(group);
    shape.add(widths);
  }
  parts.push({ kind: "region", groups: attachLines(stretches) });
  return parts;
}

/** Rows up to the next place at which a table might end, with the lines behind them. */
function splitStretches(groups: readonly Group[]): Group[][] {
  const stretches: Group[][] = [];
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    const mayBreak = group.kind === "cells" && (before?.kind !== "cells" || before.blanks > 1);
    if (mayBreak || stretches.length === 0) stretches.push([]);
    stretches.at(-1)?.push(group);
  });
  return stretches;
}

/** The widths of the rows of a table, in cells. */
class Shape {
  private readonly counts = new Map<number, number>();
  private width = 0;

  add(widths: readonly number[]): void {
    for (const width of widths) {
      this.counts.set(width, (this.counts.get(width) ?? 0) + 1);
      this.width = Math.max(this.width, width);
    }
  }

  /** True where rows of these widths can only be those of another table. */
  differsFrom(widths: readonly number[]): boolean {
    if (this.width < 2) return false;
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    if (widest > this.width) return (this.counts.get(this.width) ?? 0) > 1;
    const [first] = widths;
    const even = widths.length > 1 && first !== undefined && first > 1 && widths.every((width) => width === first);
    return even && first < this.width && first * 2 !== this.width && !this.counts.has(first);
  }
}

/** A region that another one follows: lines at its end stand between the two. */
function closeRegion(groups: readonly Group[]): (Region | LineGroup)[] {
  const end = groups.findLastIndex((group) => group.kind === "cells") + 1;
  const between = groups.slice(end).filter((group) => group.kind === "lines");
  return [{ kind: "region", groups: attachLines(groups.slice(0, end)) }, ...between];
}

function attachLines(groups: readonly Group[]): CellGroup[] {
  const attached: CellGroup[] = [];
  for (const group of groups) {
    if (group.kind === "cells") attached.push(group);
    else attachTo(attached.at(-1)?.cells.at(-1), group);
  }
  return attached;
}

function attachTo(cell: TextCell | undefined, group: LineGroup): void {
  if (cell) for (const line of group.lines) cell.push(line);
}
