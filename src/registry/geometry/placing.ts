import type { RawShape } from "./mend.ts";
import { type Box, boxHolds, type Position, widen } from "./shape.ts";

/**
 * In what order and system the coordinates of a file are. `swapped` and `mercator` are asked about before anything is turned;
 * `far` lies elsewhere on the globe; `foreign` is a system that cannot be turned without its parameters, such as МСК-54.
 */
export type Placing = "right" | "swapped" | "mercator" | "far" | "foreign";

/** Half of the circumference of the globe of EPSG:3857 over π, in metres. */
const RADIUS = 6_378_137;
/** A neighbour may lie beyond the district; half a degree is 30 to 55 km. */
const MARGIN_DEGREES = 0.5;
/** Where no boundary is known yet: Russia from the Kuban to Taymyr, from Kaliningrad to the date line. */
const RUSSIA: Box = { west: 19, south: 41.1, east: 180, north: 77.8 };

const WGS_84 = /CRS:?84|EPSG:+4326|WGS_?84/i;
const WEB_MERCATOR = /EPSG:+(3857|900913)/i;

/** `known` is the box of the boundaries that are recorded; null where there is none. `system` is what the file says of itself. */
export function findPlacing(raws: readonly RawShape[], known: Box | null, system: string | null): Placing {
  if (system !== null && !WGS_84.test(system) && !WEB_MERCATOR.test(system)) return "foreign";
  const positions = raws.flatMap((raw) => raw.flat(2));
  const here = known ? widen(known, MARGIN_DEGREES) : RUSSIA;
  const mostAre = (turn: (position: Position) => Position) =>
    positions.filter((position) => boxHolds(here, turn(position))).length * 2 > positions.length;
  const says = system !== null && WEB_MERCATOR.test(system);
  if (!says && positions.every(isDegrees)) {
    if (mostAre((position) => position)) return "right";
    return mostAre(swap) ? "swapped" : "far";
  }
  return mostAre(fromMercator) ? "mercator" : "foreign";
}

/** In either order. */
function isDegrees([a, b]: Position): boolean {
  return Math.abs(a) <= 180 && Math.abs(b) <= 180 && Math.min(Math.abs(a), Math.abs(b)) <= 90;
}

/** The coordinates as WGS 84, longitude first. */
export function turnTo84(raw: RawShape, placing: Placing): RawShape {
  if (placing !== "swapped" && placing !== "mercator") return raw;
  const turn = placing === "swapped" ? swap : fromMercator;
  return raw.map((rings) => rings.map((ring) => ring.map(turn)));
}

function swap([latitude, longitude]: Position): Position {
  return [longitude, latitude];
}

/** Metres of Web Mercator as degrees. */
function fromMercator([x, y]: Position): Position {
  const degrees = 180 / Math.PI;
  return [(x / RADIUS) * degrees, Math.atan(Math.sinh(y / RADIUS)) * degrees];
}

/** Whether all of it is on the globe. */
export function isOnGlobe(raw: RawShape): boolean {
  return raw.flat(2).every(([longitude, latitude]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90);
}
