import type { ActivityLine, EditionLines, IndicatorLine, LineKind } from "../edition.ts";

/** What tells a line from others when editions are held together. */
export interface MatchLine {
  readonly key: string;
  readonly kind: LineKind;
  readonly number: string | null;
  readonly name: string;
  /** Key of the objective or goal it stands under, in its own edition. */
  readonly parent: string | null;
  /** Figures that are not zero: `regional:2024` in kopecks, `quantity:2024` and `target:2024` in millionths. */
  readonly figures: ReadonlyMap<string, bigint>;
}

/** The lines of an edition with their figures, goals first. */
export function listMatchLines(lines: EditionLines): readonly MatchLine[] {
  const { goals, objectives, indicators, activities } = lines;
  const none: ReadonlyMap<string, bigint> = new Map();
  return [
    ...goals.map((line) => ({ ...pick(line), parent: null, figures: none })),
    ...objectives.map((line) => ({ ...pick(line), parent: line.goal, figures: none })),
    ...indicators.map((line) => ({ ...pick(line), parent: line.objective, figures: targetsOf(line) })),
    ...activities.map((line) => ({ ...pick(line), parent: line.objective ?? line.goal, figures: moneyOf(line) })),
  ];
}

function pick({ key, kind, number, name }: Pick<MatchLine, "key" | "kind" | "number" | "name">) {
  return { key, kind, number, name };
}

function targetsOf(line: IndicatorLine): ReadonlyMap<string, bigint> {
  return nonZero(line.targets.map(({ year, value }) => [`target:${year}`, value]));
}

function moneyOf(line: ActivityLine): ReadonlyMap<string, bigint> {
  return nonZero([
    ...line.allocations.map(({ source, year, kopecks }) => [`${source}:${year}`, kopecks] as const),
    ...line.quantities.map(({ year, quantity }) => [`quantity:${year}`, quantity ?? 0n] as const),
  ]);
}

function nonZero(entries: readonly (readonly [string, bigint])[]): ReadonlyMap<string, bigint> {
  const figures = new Map<string, bigint>();
  for (const [name, value] of entries) if (value !== 0n) figures.set(name, value);
  return figures;
}

/** Equal for lines with equal figures, which always stand in the order of sources and years; empty where there are none. */
export function printFigures(figures: ReadonlyMap<string, bigint>): string {
  let printed = "";
  for (const [name, value] of figures) printed += `${name}=${value} `;
  return printed;
}

/** The money alone: what may be divided among several lines. */
export function moneyFigures(line: MatchLine): ReadonlyMap<string, bigint> {
  return new Map([...line.figures].filter(([name]) => isMoney(name)));
}

export function isMoney(name: string): boolean {
  return !name.startsWith("quantity:") && !name.startsWith("target:");
}

/** The whole less a part, without zeros; null where the part has more than the whole. */
export function subtractFigures(
  whole: ReadonlyMap<string, bigint>,
  part: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> | null {
  const rest = new Map(whole);
  for (const [name, value] of part) {
    const left = (rest.get(name) ?? 0n) - value;
    if (left < 0n) return null;
    if (left === 0n) rest.delete(name);
    else rest.set(name, left);
  }
  return rest;
}
