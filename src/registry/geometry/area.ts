import geodesic from "geographiclib-geodesic";
import type { Position, Ring, Shape } from "./shape.ts";

/** A line between two positions of a boundary is straight in degrees, a geodesic is not: longer ones are walked in parts, in which the two are a hand's breadth apart. */
const LONGEST_DEGREES = 0.02;

/** The area on the ellipsoid of WGS 84 in square metres (GeographicLib, C. Karney), without the holes. */
export function areaOf(shape: Shape): number {
  return shape.reduce((sum, [outer = [], ...holes]) => {
    const inner = holes.reduce((all, hole) => all + areaOfRing(hole), 0);
    return sum + areaOfRing(outer) - inner;
  }, 0);
}

function areaOfRing(ring: Ring): number {
  const area = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [longitude, latitude] of walk(ring)) area.AddPoint(latitude, longitude);
  return Math.abs(area.Compute(false, true).area ?? 0);
}

function* walk(ring: Ring): Iterable<Position> {
  for (const [index, start] of ring.slice(0, -1).entries()) {
    const end = ring[index + 1] ?? start;
    const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
    const parts = Math.max(1, Math.ceil(Math.hypot(dx, dy) / LONGEST_DEGREES));
    for (let part = 0; part < parts; part += 1) yield [start[0] + (dx * part) / parts, start[1] + (dy * part) / parts];
  }
}
