import { fromSteps, type Polygon, type Position, type Ring, type Shape, toSteps } from "./shape.ts";

/** Raw positions of a file: rings that may be open, turned the wrong way, or hold a position twice. */
export type RawShape = readonly (readonly (readonly Position[])[])[];

/**
 * Mends what needs no question: a position given twice in a row goes, a way there and back on the same line too, an open ring
 * is closed, outer rings are turned counterclockwise and holes clockwise, and degrees are rounded to whole steps. A hole without
 * an area goes. Null where an outer ring keeps fewer than three corners.
 */
export function mend(raw: RawShape): Shape | null {
  const polygons = raw.map(mendPolygon);
  return polygons.every((polygon) => polygon !== null) && polygons.length > 0 ? polygons : null;
}

function mendPolygon(rings: RawShape[number]): Polygon | null {
  const [outer, ...holes] = rings.map(cleanRing);
  if (!outer || outer.length < 4) return null;
  return [turn(outer, 1), ...holes.filter((hole) => hole.length >= 4).map((hole) => turn(hole, -1))];
}

function cleanRing(positions: readonly Position[]): Ring {
  const kept: Position[] = [];
  for (const position of positions.map(roundPosition)) {
    kept.push(position);
    while (endsIdly(kept)) {
      // A way there and back: the tip goes, and what came before it twice.
      const again = kept.pop();
      if (kept.length > 1 && !(again && same(again, kept.at(-1)))) kept.pop();
    }
  }
  return close(kept);
}

/** The last position is the one before it, or the one before that. */
function endsIdly(kept: readonly Position[]): boolean {
  const last = kept.at(-1);
  return kept.length > 1 && (same(last, kept.at(-2)) || (kept.length > 2 && same(last, kept.at(-3))));
}

/** The same about the seam: the ring ends where it began, with neither repeated. */
function close(kept: readonly Position[]): Ring {
  let [from, to] = [0, kept.length];
  while (to - from > 1 && same(kept[from], kept[to - 1])) to -= 1;
  while (to - from > 2 && same(kept[from + 1], kept[to - 1])) {
    from += 1;
    to -= 1;
    while (to - from > 1 && same(kept[from], kept[to - 1])) to -= 1;
  }
  const open = kept.slice(from, to);
  return open.concat(open.slice(0, 1));
}

function roundPosition([longitude, latitude]: Position): Position {
  return [fromSteps(toSteps(longitude)), fromSteps(toSteps(latitude))];
}

function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}

function turn(ring: Ring, sign: 1 | -1): Ring {
  return Math.sign(windingOf(ring)) === -sign ? ring.toReversed() : ring;
}

/** Twice the area in square degrees, positive where the ring goes counterclockwise. */
export function windingOf(ring: Ring): number {
  const [x, y] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [a = [0, 0], b = [0, 0]] = [ring[at - 1], ring[at]];
    sum += (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y);
  }
  return sum;
}
