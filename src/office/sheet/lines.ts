/** Rows or columns, both ends included, from 1. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** The hidden rows or columns of a sheet, however many the file names at once. */
export class HiddenLines {
  private readonly ranges: LineRange[] = [];
  private sorted = true;

  add(range: LineRange): void {
    const last = this.ranges.at(-1);
    if (last && range.from === last.to + 1) this.ranges[this.ranges.length - 1] = { from: last.from, to: range.to };
    else this.ranges.push(range);
    this.sorted = this.sorted && (last === undefined || range.from > last.to);
  }

  has(line: number): boolean {
    return this.nextVisible(line) !== line;
  }

  /** The first line from `line` on that is seen. */
  nextVisible(line: number): number {
    if (!this.sorted) this.sort();
    let low = 0;
    let high = this.ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle]?.to ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    let visible = line;
    for (let range = this.ranges[low]; range && range.from <= visible; range = this.ranges[++low]) {
      visible = Math.max(visible, range.to + 1);
    }
    return visible;
  }

  private sort(): void {
    this.ranges.sort((one, other) => one.from - other.from);
    const joined: LineRange[] = [];
    for (const range of this.ranges) {
      const last = joined.at(-1);
      if (last && range.from <= last.to + 1) {
        joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
      } else joined.push(range);
    }
    this.ranges.splice(0, this.ranges.length, ...joined);
    this.sorted = true;
  }
}
