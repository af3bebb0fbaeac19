import { windingOf } from "./mend.ts";
import { untangle } from "./overlay.ts";
import { fromSteps, listRings, type Position, type Shape, toSteps } from "./shape.ts";

/** A side of a ring in whole steps, from west to east. */
interface Side {
  readonly ring: number;
  readonly index: number;
  /** Sides of its ring. */
  readonly of: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** How many places a person is told. */
const MOST = 20;

/**
 * Where the lines of a mended shape cross: itself, a hole its outer ring, one polygon another. Empty for a shape that can be
 * kept. A ring may touch itself in a point, as shapes do that were drawn around a yard.
 */
export function findCrossings(shape: Shape): readonly Position[] {
  const { proper, touching } = sweep(listSides(shape));
  if (proper.length > 0) return proper;
  // Lines that meet in a corner cross, and rings lie wrongly in one another, where the enclosed area is not what the rings say.
  const rings = listRings(shape);
  if ((touching.length === 0 && rings.length === 1) || !isTangled(shape)) return [];
  return touching.length > 0 ? distinct(touching) : rings.slice(1).flatMap(([first]) => (first ? [first] : []));
}

function distinct(positions: readonly Position[]): readonly Position[] {
  return [...new Map(positions.map((position) => [position.join(), position])).values()];
}

function listSides(shape: Shape): readonly Side[] {
  return listRings(shape).flatMap((ring, number) =>
    ring.slice(0, -1).map((start, index): Side => {
      const [a, b] = [start, ring[index + 1] ?? start].map(([x, y]) => [toSteps(x), toSteps(y)] as const);
      const [from, to] = a && b && a[0] <= b[0] ? [a, b] : [b, a];
      return { ring: number, index, of: ring.length - 1, from: from ?? [0, 0], to: to ?? [0, 0] };
    }),
  );
}

/** From west to east, each side against those that reach it. */
function sweep(sides: readonly Side[]): {
  readonly proper: readonly Position[];
  readonly touching: readonly Position[];
} {
  const found = { proper: [] as Position[], touching: [] as Position[] };
  let open: Side[] = [];
  for (const side of sides.toSorted((a, b) => a.from[0] - b.from[0])) {
    open = open.filter(({ to }) => to[0] >= side.from[0]);
    for (const other of open) {
      const meeting = areNeighbours(side, other) ? null : meet(side, other);
      if (meeting && found[meeting.kind].length < MOST) found[meeting.kind].push(meeting.at);
    }
    open.push(side);
  }
  return found;
}

function areNeighbours(a: Side, b: Side): boolean {
  const apart = Math.abs(a.index - b.index);
  return a.ring === b.ring && (apart === 1 || apart === a.of - 1);
}

function meet(a: Side, b: Side): { readonly kind: "proper" | "touching"; readonly at: Position } | null {
  const [a1, a2] = [sideOf(b, a.from), sideOf(b, a.to)];
  const [b1, b2] = [sideOf(a, b.from), sideOf(a, b.to)];
  if (a1 * a2 > 0 || b1 * b2 > 0 || !spansMeet(a, b)) return null;
  if (a1 * a2 < 0 && b1 * b2 < 0) {
    const part = b1 / (b1 - b2);
    const at = [0, 1].map((axis) => fromSteps((b.from[axis] ?? 0) + part * ((b.to[axis] ?? 0) - (b.from[axis] ?? 0))));
    return { kind: "proper", at: [at[0] ?? 0, at[1] ?? 0] };
  }
  const corner = a1 === 0 ? a.from : a2 === 0 ? a.to : b1 === 0 ? b.from : b.to;
  return { kind: "touching", at: [fromSteps(corner[0]), fromSteps(corner[1])] };
}

/** On which side of the line a point lies; exact, for boundaries span less than a few degrees. */
function sideOf({ from, to }: Side, [x, y]: readonly [number, number]): number {
  return (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
}

function spansMeet(a: Side, b: Side): boolean {
  const low = ({ from, to }: Side) => Math.min(from[1], to[1]);
  const high = ({ from, to }: Side) => Math.max(from[1], to[1]);
  return a.from[0] <= b.to[0] && b.from[0] <= a.to[0] && low(a) <= high(b) && low(b) <= high(a);
}

function isTangled(shape: Shape): boolean {
  const sum = (given: Shape) => listRings(given).reduce((all, ring) => all + windingOf(ring), 0);
  const [said, enclosed] = [sum(shape), sum(untangle(shape))];
  return Math.abs(said - enclosed) > 1e-9 * Math.abs(enclosed);
}
