import { findCrossings } from "./crossing.ts";
import { mend } from "./mend.ts";
import { boxOfShape, type Position, type Ring, type Shape } from "./shape.ts";

/** The farthest that a picture's line may be from the true one, as a part of the shape's own diagonal: less than a pixel up to 500 px. */
const PART = 1 / 500;

/**
 * The boundary for pictures: fewer corners, none farther from the line than a five-hundredth of the shape's diagonal (Douglas and
 * Peucker). Never crosses itself: where it would, more corners stay.
 */
export function outlineOf(shape: Shape): Shape {
  const { west, south, east, north } = boxOfShape(shape);
  const stretch = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const diagonal = Math.hypot((east - west) * stretch, north - south);
  for (let tolerance = diagonal * PART; tolerance > diagonal * 1e-6; tolerance /= 4) {
    const outline = mend(shape.map((polygon) => polygon.map((ring) => thin(ring, tolerance, stretch))));
    if (outline && findCrossings(outline).length === 0) return outline;
  }
  return shape;
}

/** A closed ring is two lines: from its first corner to the farthest one and back. */
function thin(ring: Ring, tolerance: number, stretch: number): readonly Position[] {
  const [first = [0, 0]] = ring;
  const away = ring.map(([x, y]) => Math.hypot((x - first[0]) * stretch, y - first[1]));
  const far = away.indexOf(Math.max(...away));
  const keep = new Set([0, far, ring.length - 1]);
  keepCorners({ ring, tolerance, stretch, keep }, 0, far);
  keepCorners({ ring, tolerance, stretch, keep }, far, ring.length - 1);
  const thinned = ring.filter((_, index) => keep.has(index));
  return thinned.length >= 4 ? thinned : ring;
}

interface Thinning {
  readonly ring: Ring;
  readonly tolerance: number;
  readonly stretch: number;
  readonly keep: Set<number>;
}

function keepCorners(given: Thinning, from: number, to: number): void {
  const { ring, tolerance, stretch, keep } = given;
  let [farthest, most] = [-1, tolerance];
  for (let at = from + 1; at < to; at += 1) {
    const distance = distanceTo(ring[at], [ring[from], ring[to]], stretch);
    if (distance > most) [farthest, most] = [at, distance];
  }
  if (farthest < 0) return;
  keep.add(farthest);
  keepCorners(given, from, farthest);
  keepCorners(given, farthest, to);
}

type Line = readonly [Position | undefined, Position | undefined];

function distanceTo(point: Position = [0, 0], [from = [0, 0], to = [0, 0]]: Line, stretch: number): number {
  const [px, py] = [(point[0] - from[0]) * stretch, point[1] - from[1]];
  const [dx, dy] = [(to[0] - from[0]) * stretch, to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - part * dx, py - part * dy);
}
