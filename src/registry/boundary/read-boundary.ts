import { findCrossings } from "../geometry/crossing.ts";
import { type ReadFile, readGeoJson } from "../geometry/geojson.ts";
import { mend, type RawShape } from "../geometry/mend.ts";
import { findPlacing, isOnGlobe, type Placing, turnTo84 } from "../geometry/placing.ts";
import { repair } from "../geometry/repair.ts";
import { type Box, boxOfShape, type Shape } from "../geometry/shape.ts";
import { refuseBoundary } from "./refusals.ts";
import type { Confirmation } from "./views.ts";

/** More corners than a survey of a whole district has. */
const MOST_POINTS = 50_000;
/** Up to here whole steps are reckoned with exactly. */
const WIDEST_DEGREES = 9;
/** A file of a region's 2,000 boundaries has a fifth of it. */
export const MOST_BYTES = 20_000_000;
/** How many places of crossing a sentence names. */
const PLACES_SAID = 3;

/** A file whose coordinates are known to be WGS 84 or to need a turn that was agreed to. */
export interface PlacedFile extends Pick<ReadFile, "features" | "passedBy"> {
  readonly placing: Placing;
}

/** Reads the text of a file. Refuses `boundary-not-json`, `boundary-not-geojson`, `boundary-no-polygon`, `boundary-coordinates` and `boundary-foreign`. */
export function readPlaced(text: string, known: Box | null): PlacedFile {
  if (text.length > MOST_BYTES) refuseBoundary("boundary-file-large", { megabytes: MOST_BYTES / 1_000_000 });
  const read = readGeoJson(text);
  if ("code" in read) return refuseBoundary(read.code, "place" in read ? { place: read.place } : {});
  const raws = read.features.map(({ raw }) => raw);
  const placing = findPlacing(raws, known, read.system);
  if (placing === "foreign") return refuseBoundary("boundary-foreign");
  const features = read.features.map((feature) => ({ ...feature, raw: turnTo84(feature.raw, placing) }));
  return { features, passedBy: read.passedBy, placing };
}

/**
 * The one boundary of a file, mended, by its text. What has to be agreed to first is refused with its question:
 * `boundary-swapped`, `boundary-mercator`, `boundary-far`, `boundary-crossing`; what cannot be used with its reason:
 * `boundary-many`, `boundary-empty`, `boundary-detailed`, `boundary-wide`, and what `readPlaced` refuses.
 */
export function readBoundary(text: string, known: Box | null, confirmed: ReadonlySet<Confirmation>): Shape {
  const { features, placing } = readPlaced(text, known);
  const [only, ...others] = features;
  if (!only || others.length > 0) return refuseBoundary("boundary-many", { count: features.length });
  requireAgreement(placing, confirmed);
  const fault = findFault(only.raw);
  if (fault) return refuseBoundary(fault);
  const shape = mend(only.raw);
  if (!shape) return refuseBoundary("boundary-empty");
  return requireSimple(shape, confirmed);
}

/** Refuses with the question that has not been agreed to. */
export function requireAgreement(placing: Placing, confirmed: ReadonlySet<Confirmation>): void {
  if (placing !== "right" && placing !== "foreign" && !confirmed.has(placing)) refuseBoundary(`boundary-${placing}`);
}

/** Why raw positions in degrees cannot become a boundary; null where they can be mended. */
export function findFault(raw: RawShape): "boundary-detailed" | "boundary-wide" | null {
  if (raw.flat(2).length > MOST_POINTS) return "boundary-detailed";
  const { west, south, east, north } = boxOfShape(raw);
  return isOnGlobe(raw) && east - west <= WIDEST_DEGREES && north - south <= WIDEST_DEGREES ? null : "boundary-wide";
}

function requireSimple(shape: Shape, confirmed: ReadonlySet<Confirmation>): Shape {
  const crossings = findCrossings(shape);
  if (crossings.length === 0) return shape;
  if (!confirmed.has("repair")) {
    const said = crossings
      .slice(0, PLACES_SAID)
      .map(([longitude, latitude]) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
    const places = said.join("; ") + (crossings.length > PLACES_SAID ? "; …" : "");
    return refuseBoundary("boundary-crossing", { count: crossings.length, places });
  }
  return repair(shape) ?? refuseBoundary("boundary-empty");
}
