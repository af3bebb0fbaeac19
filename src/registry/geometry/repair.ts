import { findCrossings } from "./crossing.ts";
import { mend } from "./mend.ts";
import { untangle } from "./overlay.ts";
import { fromSteps, listRings, type Position, type Ring, type Shape, toSteps } from "./shape.ts";

/** A corner in whole steps. */
type Point = readonly [x: number, y: number];

/** Rounding moves a corner by less than a step: so near to a side it is meant to lie on it. */
const REACH = 1;
/** One round is enough for all but a few drawings in a hundred thousand; none was seen that needs more than three. */
const ROUNDS = 8;

/**
 * What the rings of a mended shape enclose («even and odd»), in rings that do not cross: what a person is offered for a drawing
 * that crosses itself. Where lines cross, the corner is rounded to a whole step, and the line through it may so pass another corner
 * on its wrong side: there the corner becomes one of the line's own (snap rounding). Null where nothing with an area is left.
 */
export function repair(shape: Shape): Shape | null {
  let clean = mend(untangle(shape));
  for (let round = 0; clean && round < ROUNDS && findCrossings(clean).length > 0; round += 1) {
    clean = mend(untangle(tieCorners(clean)));
  }
  return clean;
}

/** Every side gets those corners of the shape that lie within a step of it. */
function tieCorners(shape: Shape): Shape {
  const corners = listRings(shape)
    .flatMap((ring) => ring.slice(1).map(toPoint))
    .toSorted((a, b) => a[0] - b[0]);
  return shape.map((polygon) => polygon.map((ring) => tieRing(ring, corners)));
}

function tieRing(ring: Ring, corners: readonly Point[]): Ring {
  return ring.flatMap((start, index): readonly Position[] => {
    const end = ring[index + 1];
    if (!end) return [start];
    const tied = listNear(toPoint(start), toPoint(end), corners);
    return [start, ...tied.map(([x, y]): Position => [fromSteps(x), fromSteps(y)])];
  });
}

/** The corners near a side, in the order in which it passes them. */
function listNear(from: Point, to: Point, corners: readonly Point[]): readonly Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [west, east] = [Math.min(from[0], to[0]) - REACH, Math.max(from[0], to[0]) + REACH];
  const near: { readonly point: Point; readonly along: number }[] = [];
  for (let at = findFirst(corners, west); at < corners.length; at += 1) {
    const point = corners[at];
    if (!point || point[0] > east) break;
    const [px, py] = [point[0] - from[0], point[1] - from[1]];
    const along = (px * dx + py * dy) / length;
    if (along > 0 && along < length && Math.abs(px * dy - py * dx) <= REACH * length) near.push({ point, along });
  }
  return near.toSorted((a, b) => a.along - b.along).map(({ point }) => point);
}

/** The first of the corners, which are in order from west to east, that is not west of `x`. */
function findFirst(corners: readonly Point[], x: number): number {
  let [low, high] = [0, corners.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((corners[middle]?.[0] ?? x) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toPoint([longitude, latitude]: Position): Point {
  return [toSteps(longitude), toSteps(latitude)];
}
