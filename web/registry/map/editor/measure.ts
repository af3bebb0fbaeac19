import type { EditorGround } from "../../../../src/registry/boundary/views.ts";
import { areaOf } from "../../../../src/registry/geometry/area.ts";
import { findCrossings } from "../../../../src/registry/geometry/crossing.ts";
import { intersect, subtract } from "../../../../src/registry/geometry/overlay.ts";
import type { Shape } from "../../../../src/registry/geometry/shape.ts";

/** What is told of a line while it is drawn; areas in square metres. */
export interface Measure {
  readonly squareMetres: number;
  readonly crossings: number;
  readonly overlaps: readonly { readonly name: string; readonly squareMetres: number }[];
  readonly outside: number;
}

/** The same reckoning by which the server will judge the line. */
export function measure(shape: Shape, ground: EditorGround, least: number): Measure {
  const crossings = findCrossings(shape).length;
  if (crossings > 0) return { squareMetres: 0, crossings, overlaps: [], outside: 0 };
  const overlaps = ground.neighbours.flatMap((neighbour) => {
    const squareMetres = areaOf(intersect(shape, neighbour.shape));
    return squareMetres < least ? [] : [{ name: neighbour.name, squareMetres }];
  });
  const outside = ground.settlement ? areaOf(subtract(shape, ground.settlement)) : 0;
  return { squareMetres: areaOf(shape), crossings, overlaps, outside: outside < least ? 0 : outside };
}
