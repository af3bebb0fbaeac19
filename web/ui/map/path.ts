import type { Frame, MapShape } from "./frame.ts";

type Point = readonly [x: number, y: number];

/** What a line may lie aside: half a pixel of a picture 720 px wide. */
const TOLERANCE = 7;
/** A shape smaller than this is drawn as a diamond of this size: a dot that can be seen and pressed. */
const LEAST = 60;

/** A shape as the `d` of an SVG path: in whole steps, without corners that nobody could see. */
export function drawPath(shape: MapShape, frame: Frame): string {
  const rings = shape.flatMap((polygon) =>
    polygon.map((ring) => thin(ring.slice(0, -1).map((position) => frame.place(position)))),
  );
  const written = rings.map((ring, index) => (spanOf(ring) < LEAST ? (index === 0 ? dot(ring) : "") : write(ring)));
  return written.join("");
}

function spanOf(ring: readonly Point[]): number {
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return Math.max(spread(ring.map(([x]) => x)), spread(ring.map(([, y]) => y)));
}

function dot(ring: readonly Point[]): string {
  const [x, y] = middle(ring);
  const half = LEAST / 2;
  return `M${Math.round(x)} ${Math.round(y - half)}l${half} ${half}l-${half} ${half}l-${half}-${half}z`;
}

function middle(ring: readonly Point[]): Point {
  const sum = ring.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** Relative steps are short numbers, and pack well. */
function write(ring: readonly Point[]): string {
  const points = ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const [[x, y] = [0, 0], ...others] = points;
  let [atX, atY] = [x, y];
  const steps = others.map(([nextX, nextY], index) => {
    const [dx, dy] = [nextX - atX, nextY - atY];
    [atX, atY] = [nextX, nextY];
    return `${index === 0 || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
  });
  return `M${x} ${y}l${steps.join("")}z`;
}

/** Douglas and Peucker on the picture itself. */
function thin(ring: readonly Point[]): readonly Point[] {
  const [first] = ring;
  if (!first || ring.length < 5) return ring;
  const away = ring.map((point) => Math.hypot(point[0] - first[0], point[1] - first[1]));
  const far = away.indexOf(Math.max(...away));
  const closed = [...ring, first];
  const kept = new Set([0, far]);
  keepCorners({ points: closed, kept }, 0, far);
  keepCorners({ points: closed, kept }, far, closed.length - 1);
  const thinned = ring.filter((_, index) => kept.has(index));
  return thinned.length >= 3 ? thinned : ring;
}

interface Thinning {
  readonly points: readonly Point[];
  readonly kept: Set<number>;
}

function keepCorners(given: Thinning, from: number, to: number): void {
  const { points, kept } = given;
  const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [points[from], points[to]];
  const length = Math.hypot(bx - ax, by - ay);
  let [farthest, most] = [-1, TOLERANCE];
  for (let at = from + 1; at < to; at += 1) {
    const [x, y] = points[at] ?? [0, 0];
    const aside =
      length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length;
    if (aside > most) [farthest, most] = [at, aside];
  }
  if (farthest < 0) return;
  kept.add(farthest);
  keepCorners(given, from, farthest);
  keepCorners(given, farthest, to);
}
