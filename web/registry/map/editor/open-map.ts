import "maplibre-gl/dist/maplibre-gl.css";
import {
  type GeoJSONSourceSpecification,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import type { EditorGround, MapTiles } from "../../../../src/registry/boundary/views.ts";
import { toGeometry } from "../../../../src/registry/geometry/geojson.ts";
import { type Box, boxOfShape, type Shape, widen } from "../../../../src/registry/geometry/shape.ts";
import { shortName } from "../../../ui/map/district.ts";
import { describeTiles } from "./tiles.ts";

/** A worker of our own: the content policy lets scripts come from nowhere else, and none be made on the spot. */
setWorkerUrl(workerUrl);

/** A kilometre or two around. */
const MARGIN_DEGREES = 0.015;
const WHOLE_RUSSIA: Box = { west: 28, south: 44, east: 140, north: 70 };

/** Opens a map in an element: the ground that is known, in the page's own colours, and tiles where the administrator has set some. */
export function openMap(element: HTMLElement, ground: EditorGround, tiles: MapTiles | null): Promise<MapLibreMap> {
  const { west, south, east, north } = ground.box ? widen(ground.box, MARGIN_DEGREES) : WHOLE_RUSSIA;
  const map = new MapLibreMap({
    container: element,
    style: describeStyle(ground, tiles),
    bounds: [west, south, east, north],
    fitBoundsOptions: { padding: 40 },
    attributionControl: tiles ? { compact: false } : false,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { "Map.Title": element.getAttribute("aria-label") ?? "" },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  for (const { name, shape } of ground.neighbours) nameShape(map, name, shape);
  return new Promise((resolve) => map.once("load", () => resolve(map)));
}

function nameShape(map: MapLibreMap, name: string, shape: Shape): void {
  const element = document.createElement("span");
  element.className = "map-name";
  element.textContent = shortName(name);
  const { west, south, east, north } = boxOfShape(shape);
  new Marker({ element }).setLngLat([(west + east) / 2, (south + north) / 2]).addTo(map);
}

function describeStyle(ground: EditorGround, tiles: MapTiles | null): StyleSpecification {
  const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const below = describeTiles(tiles);
  return {
    version: 8,
    sources: {
      ...below.sources,
      district: source(ground.district ? [ground.district] : []),
      water: source(ground.water.map(({ shape }) => shape)),
      settlement: source(ground.settlement ? [ground.settlement] : []),
      neighbours: source(ground.neighbours.map(({ shape }) => shape)),
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": token("--paper") } },
      ...(tiles
        ? []
        : [{ id: "land", type: "fill" as const, source: "district", paint: { "fill-color": token("--sheet") } }]),
      ...below.layers,
      ...(tiles
        ? []
        : [{ id: "water", type: "fill" as const, source: "water", paint: { "fill-color": token("--map-water") } }]),
      { id: "district", type: "line", source: "district", paint: { "line-color": token("--line-strong") } },
      {
        id: "settlement",
        type: "line",
        source: "settlement",
        paint: { "line-color": token("--ink-soft"), "line-dasharray": [3, 2], "line-width": 1.5 },
      },
      {
        id: "neighbours",
        type: "fill",
        source: "neighbours",
        paint: { "fill-color": token("--map-area"), "fill-opacity": tiles ? 0.5 : 1 },
      },
      { id: "neighbours-line", type: "line", source: "neighbours", paint: { "line-color": token("--green") } },
    ],
  };
}

function source(shapes: readonly Shape[]): GeoJSONSourceSpecification {
  const features = shapes.map((shape) => ({ type: "Feature" as const, properties: {}, geometry: toGeometry(shape) }));
  return { type: "geojson", data: { type: "FeatureCollection", features } as unknown as GeoJSON.FeatureCollection };
}
