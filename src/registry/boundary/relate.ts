import type { Id } from "../../kernel/id.ts";
import { areaOf } from "../geometry/area.ts";
import { intersect, subtract } from "../geometry/overlay.ts";
import { boxesMeet, boxOfShape, type Shape } from "../geometry/shape.ts";

/** A record as it is held against others. */
export interface Held {
  readonly id: Id;
  readonly subjectId: Id;
  readonly shape: Shape;
}

interface Overlap {
  readonly id: Id;
  readonly otherId: Id;
  readonly kind: "overlap";
  readonly squareMetres: number;
}

/** What each of the later records has in common with another association's, among themselves and with the earlier ones. */
export function findOverlaps(later: readonly Held[], earlier: readonly Held[]): readonly Overlap[] {
  const boxed = [...earlier, ...later].map((held) => ({ held, box: boxOfShape(held.shape) }));
  const first = earlier.length;
  const found: Overlap[] = [];
  for (let at = first; at < boxed.length; at += 1) {
    const own = boxed[at];
    if (!own) continue;
    for (const other of boxed.slice(0, at)) {
      if (other.held.subjectId === own.held.subjectId || !boxesMeet(own.box, other.box)) continue;
      const squareMetres = Math.round(areaOf(intersect(own.held.shape, other.held.shape)));
      if (squareMetres > 0) found.push({ id: own.held.id, otherId: other.held.id, kind: "overlap", squareMetres });
    }
  }
  return found;
}

/** The part of an association that lies beyond its settlement, in square metres. */
export function measureOutside(association: Shape, settlement: Shape): number {
  return Math.round(areaOf(subtract(association, settlement)));
}
