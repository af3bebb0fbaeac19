import { mend } from "./mend.ts";
import type { Polygon, Position, Ring, Shape } from "./shape.ts";

/** Rings that were drawn one by one as a shape: one that lies within another is its hole, one within a hole an island. Null where none encloses anything. */
export function nestRings(drawn: readonly (readonly Position[])[]): Shape | null {
  const rings = drawn.flatMap(mendRing);
  if (rings.length === 0) return null;
  const depths = rings.map((ring) => rings.filter((other) => other !== ring && holds(other, ring)).length);
  const outer = rings.filter((_, index) => (depths[index] ?? 0) % 2 === 0);
  const polygons = outer.map((ring): Polygon => {
    const depth = depths[rings.indexOf(ring)] ?? 0;
    const holes = rings.filter((other, index) => depths[index] === depth + 1 && holds(ring, other));
    return [ring, ...holes];
  });
  return mend(polygons);
}

function mendRing(ring: readonly Position[]): readonly Ring[] {
  const [outer] = mend([[ring]])?.[0] ?? [];
  return outer ? [outer] : [];
}

/** Whether the first corner of `inner` lies within `ring`; of rings that do not cross, all of them do then. */
function holds(ring: Ring, inner: Ring): boolean {
  const [[x, y] = [0, 0]] = inner;
  let isInside = false;
  for (let at = 1; at < ring.length; at += 1) {
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [ring[at - 1], ring[at]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  }
  return isInside;
}
