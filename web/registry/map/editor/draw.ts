import type { Map as MapLibreMap } from "maplibre-gl";
import {
  type HexColor,
  type SnapToCustom,
  TerraDraw,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  TerraDrawSessionUndoRedo,
} from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";
import { nestRings } from "../../../../src/registry/geometry/nest.ts";
import { listRings, type Position, type Shape } from "../../../../src/registry/geometry/shape.ts";

/** As near as a finger is to a corner, in pixels. */
const SNAP_PIXELS = 12;
/** Corners are drawn to a millimetre, and kept to a centimetre. */
const DECIMALS = 9;

/** What a person does with the line. */
export interface Drawing {
  draw(): void;
  edit(): void;
  undo(): void;
  redo(): void;
  clear(): void;
  read(): Shape | null;
  stop(): void;
}

/** Lets a person draw rings on a map, one within another being a hole, and move their corners; corners snap to `neighbours`. */
export function openDrawing(
  map: MapLibreMap,
  { shape, neighbours }: { readonly shape: Shape | null; readonly neighbours: readonly Shape[] },
  onChange: () => void,
): Drawing {
  const corners = neighbours.flatMap((neighbour) => listRings(neighbour).flat());
  const draw = makeDraw(map, snapTo(corners));
  draw.start();
  if (shape) draw.addFeatures(listRings(shape).map(toFeature));
  draw.clearUndoRedoHistory();
  draw.setMode(shape ? "select" : "polygon");
  draw.on("finish", onChange);
  draw.on("change", onChange);
  return {
    draw: () => draw.setMode("polygon"),
    edit: () => selectOnly(draw),
    undo: () => void draw.undo(),
    redo: () => void draw.redo(),
    clear: () => {
      const ids = draw.getSnapshot().flatMap(({ id }) => (id === undefined ? [] : [id]));
      draw.setMode("polygon");
      draw.removeFeatures(ids);
    },
    read: () => nestRings(listDrawn(draw)),
    stop: () => draw.stop(),
  };
}

function makeDraw(map: MapLibreMap, toCustom: SnapToCustom): TerraDraw {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--green").trim() as HexColor;
  const snapping = { toCustom, toCoordinate: true };
  const look = { fillColor: colour, outlineColor: colour, fillOpacity: 0.25, outlineWidth: 3 };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes: [
      new TerraDrawPolygonMode({ snapping, styles: { ...look, closingPointColor: colour } }),
      new TerraDrawSelectMode({
        styles: { selectedPolygonColor: colour, selectedPolygonOutlineColor: colour, selectionPointColor: colour },
        flags: {
          polygon: {
            feature: {
              draggable: false,
              coordinates: { midpoints: true, draggable: true, deletable: true, snappable: snapping },
            },
          },
        },
      }),
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo(), sessionLevel: new TerraDrawSessionUndoRedo() },
  });
}

interface Pointer {
  readonly lat: number;
  readonly containerX: number;
  readonly containerY: number;
}

interface Screen {
  readonly project: (longitude: number, latitude: number) => { readonly x: number; readonly y: number };
}

/** The corner of a neighbour under the pointer. */
function snapTo(corners: readonly Position[]) {
  return (pointer: Pointer, { project }: Screen) => {
    let nearest: Position | undefined;
    let least = SNAP_PIXELS;
    for (const corner of corners) {
      if (Math.abs(corner[1] - pointer.lat) > 0.5) continue;
      const { x, y } = project(corner[0], corner[1]);
      const distance = Math.hypot(x - pointer.containerX, y - pointer.containerY);
      if (distance < least) [nearest, least] = [corner, distance];
    }
    return nearest && [...nearest];
  };
}

function toFeature(ring: readonly Position[]) {
  const coordinates = [ring.map(([longitude, latitude]) => [longitude, latitude])];
  return {
    type: "Feature" as const,
    properties: { mode: "polygon" },
    geometry: { type: "Polygon" as const, coordinates },
  };
}

function selectOnly(draw: TerraDraw): void {
  draw.setMode("select");
  const [only, ...others] = draw.getSnapshot().filter(({ geometry }) => geometry.type === "Polygon");
  if (only?.id !== undefined && others.length === 0) draw.selectFeature(only.id);
}

/** Whole rings; one that is being drawn counts once it is closed. */
function listDrawn(draw: TerraDraw): readonly (readonly Position[])[] {
  return draw.getSnapshot().flatMap(({ geometry, properties }) => {
    if (geometry.type !== "Polygon" || properties.mode !== "polygon" || properties.currentlyDrawing) return [];
    return [geometry.coordinates[0]?.map(([x = 0, y = 0]): Position => [x, y]) ?? []];
  });
}
