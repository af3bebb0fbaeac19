/** An item that stands on both sides, or on one only. */
export interface Aligned {
  readonly was: number | null;
  readonly became: number | null;
}

/** Two lists side by side: equal items first, then what stands between them in pairs, as far as it goes. */
export function alignItems(was: readonly string[], became: readonly string[]): readonly Aligned[] {
  const found: Aligned[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...matchEqual(was, became), [was.length, became.length] as const]) {
    while (i < a || j < b) found.push({ was: i < a ? i++ : null, became: j < b ? j++ : null });
    if (a < was.length) found.push({ was: a, became: b });
    [i, j] = [a + 1, b + 1];
  }
  return found;
}

function matchEqual(was: readonly string[], became: readonly string[]): [number, number][] {
  const length = Array.from({ length: was.length + 1 }, () => new Array<number>(became.length + 1).fill(0));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = was.length - 1; i >= 0; i--) {
    const line = length[i];
    for (let j = became.length - 1; j >= 0 && line; j--) {
      line[j] = was[i] === became[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < was.length && j < became.length) {
    if (was[i] === became[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
