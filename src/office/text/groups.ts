/** A cell of the text form: its paragraphs, the first of which stood behind a tab. */
export type TextCell = string[];

/** Cells that follow each other without a blank line. */
export interface CellGroup {
  readonly kind: "cells";
  readonly cells: TextCell[];
  /** Blank lines after it. */
  blanks: number;
}

/** Lines without a tab that follow each other without a blank line. */
export interface LineGroup {
  readonly kind: "lines";
  readonly lines: string[];
  blanks: number;
}

export type Group = CellGroup | LineGroup;

/** A page's end and Word's own line break end a line as well. */
const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
/** The remaining control characters, soft hyphens and the mark of the encoding are nothing that a person sees. */
const UNSEEN = /(?![\t\n\v\f\r\u0085])\p{Cc}|[\u00ad\ufeff]/gu;

/** The lines of a text without what nobody sees. */
export function splitLines(text: string): string[] {
  return text.replace(UNSEEN, "").split(LINE_END);
}

/** Splits lines at the blank ones; a line with a tab at its start begins a cell, further tabs in it begin further cells. */
export function splitGroups(lines: readonly string[]): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  for (const line of lines) {
    const last: Group | undefined = groups.at(-1);
    if (line === "") {
      current = null;
      if (last) last.blanks++;
    } else {
      current = takeLine(line, current);
      if (current !== last) groups.push(current);
    }
  }
  return groups;
}

function takeLine(line: string, current: Group | null): Group {
  if (line.startsWith("\t")) {
    const group: CellGroup = current?.kind === "cells" ? current : { kind: "cells", cells: [], blanks: 0 };
    for (const text of line.slice(1).split("\t")) group.cells.push([text]);
    return group;
  }
  if (current?.kind === "cells") {
    current.cells.at(-1)?.push(line);
    return current;
  }
  if (current?.kind === "lines") {
    current.lines.push(line);
    return current;
  }
  return { kind: "lines", lines: [line], blanks: 0 };
}
