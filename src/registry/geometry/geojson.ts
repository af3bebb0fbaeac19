import type { RawShape } from "./mend.ts";
import type { Position, Shape } from "./shape.ts";

/** One object of a file with polygons, as it stands there. */
export interface ReadFeature {
  /** Counted from 1, as a person counts. */
  readonly place: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly raw: RawShape;
}

/** Why a file or one of its objects cannot be read; a refusal says it in words. */
export type GeoJsonFault =
  | { readonly code: "boundary-not-json" | "boundary-not-geojson" | "boundary-no-polygon" }
  | { readonly code: "boundary-coordinates"; readonly place: number };

export interface ReadFile {
  readonly features: readonly ReadFeature[];
  /** Objects without an area: points, lines, empty ones. */
  readonly passedBy: number;
  /** What the old `crs` member names, as GeoJSON of 2008 had it. */
  readonly system: string | null;
}

/** Reads a FeatureCollection, a Feature or a geometry. Coordinates are as the file has them, in whatever order and system. */
export function readGeoJson(text: string): ReadFile | GeoJsonFault {
  const json = parse(text.replace(/^\uFEFF/, ""));
  if (!isObject(json)) return { code: json === undefined ? "boundary-not-json" : "boundary-not-geojson" };
  const objects = listObjects(json);
  if (!objects) return { code: "boundary-not-geojson" };
  const features: ReadFeature[] = [];
  for (const [index, { properties, geometry }] of objects.entries()) {
    const raw = readShape(geometry);
    if (raw === "malformed") return { code: "boundary-coordinates", place: index + 1 };
    if (raw) features.push({ place: index + 1, properties, raw });
  }
  if (features.length === 0) return { code: "boundary-no-polygon" };
  return { features, passedBy: objects.length - features.length, system: readSystem(json) };
}

type Json = Readonly<Record<string, unknown>>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) ?? null;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface GeoObject {
  readonly properties: Json;
  readonly geometry: unknown;
}

const GEOMETRIES = new Set(
  "Point MultiPoint LineString MultiLineString Polygon MultiPolygon GeometryCollection".split(" "),
);

function listObjects(json: Json): readonly GeoObject[] | null {
  if (json.type === "FeatureCollection") return Array.isArray(json.features) ? json.features.map(toObject) : null;
  if (json.type === "Feature") return [toObject(json)];
  return GEOMETRIES.has(String(json.type)) ? [{ properties: {}, geometry: json }] : null;
}

/** An `id` of the object itself counts as its property, where it has no other. */
function toObject(feature: unknown): GeoObject {
  if (!isObject(feature)) return { properties: {}, geometry: null };
  const own = isObject(feature.properties) ? feature.properties : {};
  return { properties: { ...(feature.id !== undefined && { id: feature.id }), ...own }, geometry: feature.geometry };
}

/** Null for what has no area. */
function readShape(geometry: unknown): RawShape | "malformed" | null {
  if (!isObject(geometry)) return null;
  if (geometry.type === "GeometryCollection") return joinShapes(geometry.geometries);
  const { coordinates } = geometry;
  const polygons = geometry.type === "Polygon" ? [coordinates] : geometry.type === "MultiPolygon" ? coordinates : null;
  if (polygons === null || (Array.isArray(polygons) && polygons.length === 0)) return null;
  return Array.isArray(polygons) && polygons.every(isPolygon) ? polygons : "malformed";
}

function joinShapes(geometries: unknown): RawShape | "malformed" | null {
  if (!Array.isArray(geometries)) return null;
  // A collection within a collection would have no end.
  const flat = geometries.filter((one) => isObject(one) && one.type !== "GeometryCollection").map(readShape);
  if (flat.includes("malformed")) return "malformed";
  const shapes = flat.filter((shape) => shape !== null && shape !== "malformed").flat();
  return shapes.length > 0 ? shapes : null;
}

function isPolygon(rings: unknown): rings is RawShape[number] {
  return (
    Array.isArray(rings) &&
    rings.length > 0 &&
    rings.every((ring) => Array.isArray(ring) && ring.length > 0 && ring.every(isPosition))
  );
}

/** A height may follow; it is not kept. */
function isPosition(position: unknown): position is Position {
  return (
    Array.isArray(position) && position.length >= 2 && Number.isFinite(position[0]) && Number.isFinite(position[1])
  );
}

function readSystem({ crs }: Json): string | null {
  if (!isObject(crs) || !isObject(crs.properties)) return null;
  return typeof crs.properties.name === "string" ? crs.properties.name : null;
}

/** A geometry by RFC 7946: one polygon where it is one. */
export function toGeometry(shape: Shape) {
  const [only, ...others] = shape;
  return only && others.length === 0
    ? ({ type: "Polygon", coordinates: only } as const)
    : ({ type: "MultiPolygon", coordinates: shape } as const);
}
