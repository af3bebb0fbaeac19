import fc from "fast-check";
import { mend } from "./mend.ts";
import type { Position, Shape } from "./shape.ts";

/** A shape of one box, in degrees. */
export function box(west: number, south: number, east: number, north: number): Shape {
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}

/** Shapes without crossings, of `corners` corners at most: distances from a middle near 82° E, 54° N. */
export function star(corners = 24): fc.Arbitrary<Shape> {
  const middle = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }));
  const distances = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: corners });
  return fc.tuple(middle, distances).map(([[x, y], spokes]) => {
    const ring = spokes.map((distance, index): Position => {
      const angle = (index / spokes.length) * 2 * Math.PI;
      return [82 + (x + distance * Math.cos(angle)) / 1e4, 54 + (y + distance * Math.sin(angle)) / 1e4];
    });
    return mend([[ring]]) ?? [];
  });
}
