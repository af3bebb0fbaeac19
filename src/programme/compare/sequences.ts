/** A place in either of two sequences; null where the other has nothing like it. */
export interface Aligned {
  readonly was: number | null;
  readonly became: number | null;
}

/** More steps than this are not worth a table: what is left is paired in order. */
const LARGEST_TABLE = 1_000_000;

/**
 * Lays two sequences beside each other: what is equal is paired, what stands between two equal places is paired in
 * order as far as it goes.
 */
export function alignSequences(was: readonly string[], became: readonly string[]): readonly Aligned[] {
  const equal = findEqual(was, became);
  const aligned: Aligned[] = [];
  let [left, right] = [0, 0];
  for (const [at, other] of [...equal, [was.length, became.length] as const]) {
    aligned.push(...pairGap({ from: left, to: at }, { from: right, to: other }));
    if (at < was.length) aligned.push({ was: at, became: other });
    [left, right] = [at + 1, other + 1];
  }
  return aligned;
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

function pairGap(was: Gap, became: Gap): readonly Aligned[] {
  const length = Math.max(was.to - was.from, became.to - became.from, 0);
  return Array.from({ length }, (_, at) => ({
    was: was.from + at < was.to ? was.from + at : null,
    became: became.from + at < became.to ? became.from + at : null,
  }));
}

/** The longest common subsequence, as pairs of places. */
function findEqual(was: readonly string[], became: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < was.length && start < became.length && was[start] === became[start]) start++;
  let end = 0;
  const most = Math.min(was.length, became.length) - start;
  while (end < most && was[was.length - 1 - end] === became[became.length - 1 - end]) end++;
  const head = Array.from({ length: start }, (_, at) => [at, at] as const);
  const tail = Array.from({ length: end }, (_, at) => [was.length - end + at, became.length - end + at] as const);
  const middle = findCommon(was.slice(start, was.length - end), became.slice(start, became.length - end));
  return [...head, ...middle.map(([a, b]) => [a + start, b + start] as const), ...tail];
}

function findCommon(was: readonly string[], became: readonly string[]): readonly (readonly [number, number])[] {
  if (was.length * became.length > LARGEST_TABLE) return [];
  const width = became.length + 1;
  const table = new Uint32Array((was.length + 1) * width);
  const at = (row: number, column: number) => table[row * width + column] ?? 0;
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = became.length - 1; column >= 0; column--) {
      const longer = Math.max(at(row + 1, column), at(row, column + 1));
      table[row * width + column] = was[row] === became[column] ? at(row + 1, column + 1) + 1 : longer;
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < was.length && column < became.length; ) {
    if (was[row] === became[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}
