import { type Millionths, ONE } from "../../kernel/decimal.ts";
import type { Criterion, Measure, PlainMeasure } from "./contract.ts";
import { type Fraction, times, whole } from "./fraction.ts";

/** What was given and what it is worth, for a page to print: `band` is the place of the band that was hit, from 0. */
export interface Term {
  readonly key: string;
  readonly given: Millionths | null;
  readonly points: Fraction;
  readonly band: number | null;
  /** Whether a cap cut it. */
  readonly isCapped: boolean;
  readonly parts: readonly Term[];
}

type Values = Readonly<Record<string, Millionths>>;

/** The name under which a part of a sum stands among the values. */
export const partKey = (criterion: string, part: string): string => `${criterion}.${part}`;

/**
 * The points of one criterion by its measure, without its weight. `best` is the greatest number of the field, for `relative`.
 * What was not given is worth nothing.
 */
export function reckonPoints({ key, measure }: Criterion, values: Values, best: Millionths = 0n): Term {
  if (measure.kind === "sum") return addParts(key, measure, values);
  const given = values[key] ?? null;
  if (measure.kind === "relative") return { ...plain(key, given), points: compareToBest(measure.most, given, best) };
  return measurePlain(key, measure, given);
}

function addParts(key: string, { parts, most }: Extract<Measure, { kind: "sum" }>, values: Values): Term {
  const terms = parts.map((part) => measurePlain(part.key, part.measure, values[partKey(key, part.key)] ?? null));
  const total = terms.reduce((sum, { points }) => sum + points.over, 0n);
  const isCapped = most !== null && total > most;
  return { ...plain(key, null), points: whole(isCapped ? most : total), isCapped, parts: terms };
}

/** Points of a measure without parts; always whole millionths. */
function measurePlain(key: string, measure: PlainMeasure, given: Millionths | null): Term {
  if (measure.kind === "mark") return plain(key, given, given === null ? NO_POINTS : whole(given));
  const term = plain(key, given);
  if (given === null) return term;
  if (measure.kind === "yes-no") return { ...term, points: whole(given === 0n ? 0n : measure.points) };
  if (measure.kind === "counter") {
    const counted = (given / ONE) * measure.perItem;
    const isCapped = measure.most !== null && counted > measure.most;
    return { ...term, points: whole(isCapped ? (measure.most ?? 0n) : counted), isCapped };
  }
  return { ...term, ...hitBand(measure.bands, given) };
}

type Bands = Extract<PlainMeasure, { kind: "bands" }>["bands"];

/** The last band that the number reaches; below the first there are no points. */
function hitBand(bands: Bands, given: Millionths): Pick<Term, "points" | "band" | "isCapped"> {
  const at = bands.findLastIndex(({ from, above }) => (above ? given > from : given >= from));
  const band = bands[at];
  if (!band) return { points: whole(0n), band: null, isCapped: false };
  if (!band.each) return { points: whole(band.points), band: at, isCapped: false };
  const grown = band.points + ((given - band.from) / band.each.per) * band.each.points;
  const isCapped = grown > band.each.most;
  return { points: whole(isCapped ? band.each.most : grown), band: at, isCapped };
}

function compareToBest(most: Millionths, given: Millionths | null, best: Millionths): Fraction {
  if (given === null || given <= 0n || best <= 0n) return whole(0n);
  const { over, under } = times(whole(most), given, best);
  return { over, under };
}

const NO_PARTS: readonly Term[] = [];
const NO_POINTS = whole(0n);

function plain(key: string, given: Millionths | null, points: Fraction = NO_POINTS): Term {
  return { key, given, points, band: null, isCapped: false, parts: NO_PARTS };
}
