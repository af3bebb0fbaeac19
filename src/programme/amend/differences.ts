/** A run of words that was replaced: what stood from `from` to `to` in the old text, and what stands now. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly became: string;
}

interface Token {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Words, numbers with their groups and decimals («1 358,5», «721500, 00») and single marks. */
const TOKEN =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,/-]\s?\d+)*|[\p{L}]+(?:-[\p{L}]+)*|[^\s\p{L}\d]/gu;
const LONGEST = 3000;

/** The replaced runs of words of a paragraph, in order; runs parted by a single mark or word-less gap are one. Null for texts too long to compare. */
export function findDifferences(was: string, became: string): readonly Difference[] | null {
  const [before, after] = [splitTokens(was), splitTokens(became)];
  if (before.length > LONGEST || after.length > LONGEST || before.length * after.length > 4_000_000) return null;
  const kept = matchTokens(before, after);
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...kept, [before.length, after.length] as const]) {
    if (a > i || b > j)
      found.push(
        spanOf({ was, became }, before.slice(i, a), { after: after.slice(j, b), at: before[i]?.from ?? was.length }),
      );
    [i, j] = [a + 1, b + 1];
  }
  return found;
}

function spanOf(
  texts: { was: string; became: string },
  before: readonly Token[],
  { after, at }: { after: readonly Token[]; at: number },
): Difference {
  const [first, last] = [before[0], before.at(-1)];
  const [from, to] = first && last ? [first.from, last.to] : [at, at];
  const became = after[0] ? texts.became.slice(after[0].from, after.at(-1)?.to) : "";
  return { from, to, was: texts.was.slice(from, to), became };
}

function splitTokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Pairs of positions of the longest common subsequence. */
function matchTokens(before: readonly Token[], after: readonly Token[]): [number, number][] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i]?.text === after[j]?.text;
      lengths[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (before[i]?.text === after[j]?.text) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Where a text stands as whole words or a whole figure: offsets of every occurrence. Spaces of any kind are equal; a figure may be grouped or not. */
export function findOccurrences(text: string, wanted: string): readonly { from: number; to: number }[] {
  const pattern = patternOf(wanted);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

const SPACE = "[\\s\\u00a0\\u2007\\u2009\\u202f]";

function patternOf(wanted: string): RegExp | null {
  const plain = wanted.replace(/[\s\u00a0\u2007\u2009\u202f]+/g, " ").trim();
  if (plain === "") return null;
  if (/^\d[\d ]*(?:, ?\d+)?$/.test(plain)) {
    const [whole = "", fraction] = plain.replaceAll(" ", "").split(",");
    const digits = [...whole].join(`${SPACE}?`);
    const end = fraction === undefined ? "" : `,${SPACE}?${fraction}`;
    const before = `(?<!\\d[.,]?)(?<!\\d${SPACE}(?=\\d{3}(?!\\d)))`;
    const after = fraction === undefined ? `(?!${SPACE}\\d{3}(?!\\d))` : "";
    return new RegExp(`${before}${digits}${end}(?![.,]?\\d)${after}`, "g");
  }
  const escaped = plain
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replaceAll(" ", `${SPACE}+`)
    .replace(/[её]/g, "[её]")
    .replace(/[ЕЁ]/g, "[ЕЁ]");
  const [start, end] = [/^[\p{L}\d]/u.test(plain), /[\p{L}\d]$/u.test(plain)];
  return new RegExp(`${start ? "(?<![\\p{L}\\d])" : ""}${escaped}${end ? "(?![\\p{L}\\d])" : ""}`, "gu");
}
