/** How many lines a text takes in a column of so many letters: words go to the next line whole, those longer than a line are broken. */
export function countLines(text: string, letters: number): number {
  return text.split("\n").reduce((sum, paragraph) => sum + countParagraph(paragraph, Math.max(1, letters)), 0);
}

function countParagraph(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const needed = used === 0 ? word.length : used + 1 + word.length;
    if (needed <= letters) used = needed;
    else {
      const broken = Math.max(1, Math.ceil(word.length / letters));
      lines += used === 0 ? broken - 1 : broken;
      used = word.length - (broken - 1) * letters;
    }
  }
  return lines;
}

/** A cell of a row with the lines of its text; `rowSpan` above 1 for one that goes on over the rows below. */
export interface TallCell {
  readonly lines: number;
  readonly rowSpan: number;
}

/** Lines that each row needs: its own cells decide, and what a merged cell needs beyond its rows is given to the last of them. */
export function countRowLines(rows: readonly (readonly TallCell[])[]): number[] {
  const heights = rows.map((cells) =>
    Math.max(1, ...cells.filter(({ rowSpan }) => rowSpan === 1).map(({ lines }) => lines)),
  );
  rows.forEach((cells, at) => {
    for (const { lines, rowSpan } of cells) {
      const last = Math.min(rows.length, at + rowSpan) - 1;
      const have = heights.slice(at, last + 1).reduce((sum, height) => sum + height, 0);
      if (rowSpan > 1 && lines > have) heights[last] = (heights[last] ?? 1) + lines - have;
    }
  });
  return heights;
}
