/** Longitude and latitude in degrees. */
export type MapPosition = readonly [longitude: number, latitude: number];
/** Rings of polygons, the outer one first. */
export type MapShape = readonly (readonly (readonly MapPosition[])[])[];

export interface MapBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Steps across a picture: a tenth of a pixel where it is 1 000 px wide. */
export const STEPS = 10_000;

/** From degrees to the steps of a picture, `STEPS` wide and `height` high; x to the right, y down. */
export interface Frame {
  readonly height: number;
  /** How many metres a step is, in the picture's middle. */
  readonly metres: number;
  readonly place: (position: MapPosition) => readonly [x: number, y: number];
}

const RADIUS = 6_378_137;

/** Web Mercator, on which a map in the browser is drawn too: shapes keep their look. */
function project([longitude, latitude]: MapPosition): readonly [number, number] {
  const radians = Math.PI / 180;
  return [RADIUS * longitude * radians, RADIUS * Math.asinh(Math.tan(latitude * radians))];
}

/** Fits a box into a picture of this ratio of width to height, with a margin on every side as a part of the width. */
export function fitFrame(box: MapBox, ratio: number, margin = 0.02): Frame {
  const [left, bottom] = project([box.west, box.south]);
  const [right, top] = project([box.east, box.north]);
  const height = Math.round(STEPS / ratio);
  const room = STEPS * margin;
  const scale = Math.min((STEPS - 2 * room) / (right - left), (height - 2 * room) / (top - bottom));
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const shrink = Math.cos(((box.south + box.north) / 2) * (Math.PI / 180));
  return {
    height,
    metres: shrink / scale,
    place: (position) => {
      const [x, y] = project(position);
      return [STEPS / 2 + (x - middleX) * scale, height / 2 - (y - middleY) * scale];
    },
  };
}

/** The box around shapes; null where there is none. */
export function boxAround(shapes: readonly MapShape[]): MapBox | null {
  const positions = shapes.flatMap((shape) => shape.flatMap(([outer = []]) => outer));
  if (positions.length === 0) return null;
  const [longitudes, latitudes] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b));
  return { west: least(longitudes), south: least(latitudes), east: most(longitudes), north: most(latitudes) };
}

/** A box with a part of its larger side added all around, and never narrower than `least` degrees. */
export function growBox({ west, south, east, north }: MapBox, part: number, least = 0.004): MapBox {
  const more = Math.max(east - west, north - south, least) * part;
  return { west: west - more, south: south - more, east: east + more, north: north + more };
}

/** A round length for the scale, at most a fifth of the picture: 1, 2 or 5 with noughts, in metres, and its part of the width. */
export function chooseScaleBar({ metres }: Frame): { readonly metres: number; readonly part: number } {
  const most = (metres * STEPS) / 5;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = [5, 2, 1].map((step) => step * power).find((candidate) => candidate <= most) ?? power;
  return { metres: length, part: length / (metres * STEPS) };
}
