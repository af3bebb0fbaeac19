import { Clipper, ClipType, FillRule, type Path64, type Paths64, type PolyPath64, PolyTree64 } from "clipper2-ts";
import {
  boxesMeet,
  boxOf,
  boxOfShape,
  fromSteps,
  listRings,
  type Polygon,
  type Ring,
  type Shape,
  toSteps,
} from "./shape.ts";

/**
 * Sums, differences and common parts of shapes by Clipper2, in whole steps counted from the shapes' own corner: numbers stay so
 * small that every decision about them is exact. Edges are straight in longitude and latitude (RFC 7946, 3.1.1).
 */
interface Corner {
  readonly x: number;
  readonly y: number;
}

const FILL = FillRule.EvenOdd;

/** The common part of two shapes; empty where they only touch. */
export function intersect(a: Shape, b: Shape): Shape {
  if (!boxesMeet(boxOfShape(a), boxOfShape(b))) return [];
  return combine(ClipType.Intersection, a, b);
}

/** What of `a` is not in `b`. */
export function subtract(a: Shape, b: Shape): Shape {
  return combine(ClipType.Difference, a, b);
}

export function unite(shapes: readonly Shape[]): Shape {
  return shapes.reduce((sum: Shape, shape) => combine(ClipType.Union, sum, shape), []);
}

/**
 * The shape that its rings enclose by the rule «even and odd», in which no line crosses another and the orientation is right:
 * a bow becomes its two halves, a hole stays a hole.
 */
export function untangle(shape: Shape): Shape {
  return combine(ClipType.Union, shape, []);
}

function combine(kind: ClipType, a: Shape, b: Shape): Shape {
  const corner = cornerOf([...a, ...b]);
  const tree = new PolyTree64();
  const [subject, clip] = [toPaths(a, corner), toPaths(b, corner)];
  Clipper.booleanOpWithPolyTree(kind, subject, clip, tree, FILL);
  return readTree(tree, corner);
}

function cornerOf(shape: Shape): Corner {
  const { west, south } = boxOf(listRings(shape).flat());
  return Number.isFinite(west) ? { x: toSteps(west), y: toSteps(south) } : { x: 0, y: 0 };
}

function toPaths(shape: Shape, { x, y }: Corner): Paths64 {
  return listRings(shape).map((ring) =>
    ring.slice(0, -1).map(([longitude, latitude]) => ({ x: toSteps(longitude) - x, y: toSteps(latitude) - y })),
  );
}

/** Outer rings are children of the root, holes their children, and islands in holes children of these. */
function readTree(tree: PolyPath64, corner: Corner): Shape {
  const polygons: Polygon[] = [];
  const visit = (outer: PolyPath64) => {
    const holes = childrenOf(outer);
    polygons.push([outer, ...holes].map(({ polygon }) => toRing(polygon ?? [], corner)));
    for (const hole of holes) for (const island of childrenOf(hole)) visit(island);
  };
  for (const outer of childrenOf(tree)) visit(outer);
  return polygons;
}

function childrenOf(path: PolyPath64): readonly PolyPath64[] {
  return Array.from({ length: path.count }, (_, index) => path.child(index));
}

function toRing(path: Path64, corner: Corner): Ring {
  const ring = path.map(({ x, y }): [number, number] => [fromSteps(x + corner.x), fromSteps(y + corner.y)]);
  return ring.concat(ring.slice(0, 1));
}
