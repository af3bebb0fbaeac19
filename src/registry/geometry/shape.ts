/** «Широта» second, as GeoJSON has it: longitude and latitude in degrees of WGS 84. */
export type Position = readonly [longitude: number, latitude: number];
/** A closed line: the last position is the first again, at least four in all. */
export type Ring = readonly Position[];
/** The outer ring counterclockwise, then holes clockwise (RFC 7946, 3.1.6). */
export type Polygon = readonly Ring[];
/** What a boundary encloses: one polygon or several that do not meet. */
export type Shape = readonly Polygon[];

/** Steps of a degree in which boundaries are kept: 0,0000001° is a centimetre, finer than any survey (RFC 7946, 11.2). */
export const STEPS_IN_DEGREE = 10_000_000;

/** The least box around a shape, in degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A degree in whole steps, which are reckoned with exactly. */
export function toSteps(degrees: number): number {
  return Math.round(degrees * STEPS_IN_DEGREE);
}

export function fromSteps(steps: number): number {
  return steps / STEPS_IN_DEGREE;
}

export function listRings(shape: Shape): readonly Ring[] {
  return shape.flat();
}

export function countPoints(shape: Shape): number {
  return listRings(shape).reduce((sum, ring) => sum + ring.length - 1, 0);
}

/** The box around all positions; of no position a box turned inside out. */
export function boxOf(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of positions) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  return { west, south, east, north };
}

export function boxOfShape(shape: Shape): Box {
  return boxOf(shape.flatMap(([outer]) => outer ?? []));
}

export function joinBoxes(boxes: readonly Box[]): Box {
  return boxOf(
    boxes.flatMap(({ west, south, east, north }): Position[] => [
      [west, south],
      [east, north],
    ]),
  );
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** A box with `degrees` added on every side. */
export function widen({ west, south, east, north }: Box, degrees: number): Box {
  return { west: west - degrees, south: south - degrees, east: east + degrees, north: north + degrees };
}

export function boxHolds({ west, south, east, north }: Box, [longitude, latitude]: Position): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
