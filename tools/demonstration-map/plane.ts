import { mend } from "../../src/registry/geometry/mend.ts";
import { intersect } from "../../src/registry/geometry/overlay.ts";
import type { Position, Shape } from "../../src/registry/geometry/shape.ts";

/** A place on the drawing board: kilometres east and north of its lower left corner. */
export type Place = readonly [x: number, y: number];

const CORNER = { longitude: 81, latitude: 53.9 };
const KILOMETRES_IN_DEGREE = 111.3;
const STRETCH = Math.cos((54.3 * Math.PI) / 180);
const DECIMALS = 100_000;

/** Places as degrees with five decimals, a metre. */
export function toShape(ring: readonly Place[]): Shape {
  const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
  const positions = ring.map(
    ([x, y]): Position => [
      round(CORNER.longitude + x / (KILOMETRES_IN_DEGREE * STRETCH)),
      round(CORNER.latitude + y / KILOMETRES_IN_DEGREE),
    ],
  );
  return roundShape(mend([[positions]]) ?? []);
}

/** Five decimals also where two lines were cut. */
export function roundShape(shape: Shape): Shape {
  const round = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;
  return (
    mend(shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [round(x), round(y)])))) ?? []
  );
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function openChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The part of a convex ring that is nearer to `own` than to `other`. */
export function cutNearer(ring: readonly Place[], own: Place, other: Place): readonly Place[] {
  const side = ([x, y]: Place) =>
    (x - (own[0] + other[0]) / 2) * (other[0] - own[0]) + (y - (own[1] + other[1]) / 2) * (other[1] - own[1]);
  return ring.flatMap((place, index) => {
    const next = ring[(index + 1) % ring.length] ?? place;
    const [here, there] = [side(place), side(next)];
    const kept = here <= 0 ? [place] : [];
    if (here * there >= 0) return kept;
    const part = here / (here - there);
    return [...kept, [place[0] + part * (next[0] - place[0]), place[1] + part * (next[1] - place[1])] as const];
  });
}

/** The middle of the corners. */
export function middleOf(ring: readonly Place[]): Place {
  const sum = ring.reduce<Place>(([x, y], place) => [x + place[0], y + place[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** Moves, then draws the corners towards the middle. */
export function move(ring: readonly Place[], [dx, dy]: Place, scale = 1): readonly Place[] {
  const [mx, my] = middleOf(ring);
  return ring.map(([x, y]) => [mx + (x - mx) * scale + dx, my + (y - my) * scale + dy]);
}

/** Cuts every corner off, twice (Chaikin): what was convex stays within itself. */
export function soften(ring: readonly Place[], times = 2): readonly Place[] {
  if (times === 0) return ring;
  const cut = ring.flatMap((place, index) => {
    const next = ring[(index + 1) % ring.length] ?? place;
    const at = (part: number): Place => [
      place[0] + part * (next[0] - place[0]),
      place[1] + part * (next[1] - place[1]),
    ];
    return [at(0.25), at(0.75)];
  });
  return soften(cut, times - 1);
}

/**
 * Bends a straight side as a stream would: midpoints are moved aside, by an amount that follows from where the ends are, so that
 * two neighbours bend their common side alike.
 */
export function bend(ring: readonly Place[], depth = 4): readonly Place[] {
  return ring.flatMap((place, index) => [place, ...bendSide(place, ring[(index + 1) % ring.length] ?? place, depth)]);
}

function bendSide(from: Place, to: Place, depth: number): readonly Place[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (depth === 0 || length < 1.2) return [];
  const [first, last] = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from];
  const [a, b, c, d] = [first[0], first[1], last[0], last[1]].map((side) => Math.floor(side * 16 + 0.37));
  const seed = (a ?? 0) * 7919 + (b ?? 0) * 104_729 + (c ?? 0) * 1299 + (d ?? 0) * 31;
  const aside = (openChance(seed)() - 0.5) * 0.22;
  const middle: Place = [
    (from[0] + to[0]) / 2 + (last[1] - first[1]) * aside,
    (from[1] + to[1]) / 2 - (last[0] - first[0]) * aside,
  ];
  return [...bendSide(from, middle, depth - 1), middle, ...bendSide(middle, to, depth - 1)];
}

export function within(shape: Shape, bounds: Shape): Shape {
  return roundShape(intersect(shape, bounds));
}
