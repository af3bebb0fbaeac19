import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toGeometry } from "../src/registry/geometry/geojson.ts";
import type { Shape } from "../src/registry/geometry/shape.ts";
import { CENTRES, RESERVOIR } from "./demonstration-map/district.data.ts";
import {
  bend,
  cutNearer,
  middleOf,
  move,
  openChance,
  type Place,
  roundShape,
  soften,
  toShape,
  within,
} from "./demonstration-map/plane.ts";

/**
 * Draws the demonstration's map: an invented outline of the district, its settlements and the boundaries of the 45 associations of
 * `associations.json`, the same for the same seed. Run by hand: `node tools/make-demonstration-map.ts`; the result is committed.
 */
const folder = join(import.meta.dirname, "../examples/demonstration");
const SEED = 2024;

interface Village {
  readonly name: string;
  readonly associations: readonly string[];
}

interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: ReturnType<typeof toGeometry>;
}

/** Drawn wrongly on purpose, so that the warnings have something to show. */
const OVERLAPS = { name: "Соседи", onto: "Рассвет" };
const LEAVES = "Вагайцевский";

/** How far a village reaches with so many associations, in kilometres. */
const RADIUS = [0, 1.9, 3, 3.6, 4.2, 4.6, 5, 5.6];

const { settlements: villages } = JSON.parse(readFileSync(join(folder, "associations.json"), "utf8")) as {
  readonly settlements: readonly Village[];
};

const outline = toShape(bend(drawDistrict(), 3));
const features: readonly Feature[] = [
  toFeature({ kind: "district", name: "Ордынский муниципальный район" }, outline),
  ...villages.map(({ name }) => toFeature({ kind: "settlement", name }, drawSettlement(name))),
  ...villages.flatMap(drawAssociations),
];
write("boundaries.geojson", features);
const reservoir = within(toShape(bend(drawReservoir(), 2)), outline);
write("water.geojson", [toFeature({ name: "Новосибирское водохранилище" }, reservoir)]);

function write(file: string, own: readonly Feature[]): void {
  const lines = own.map((feature) => JSON.stringify(feature)).join(",\n");
  writeFileSync(join(folder, file), `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`);
}

function toFeature(properties: Feature["properties"], shape: Shape): Feature {
  return { type: "Feature", properties, geometry: toGeometry(roundShape(shape)) };
}

/** Nearly an oval, in kilometres. */
function drawDistrict(): readonly Place[] {
  const chance = openChance(SEED);
  return Array.from({ length: 26 }, (_, index): Place => {
    const angle = (index / 26) * 2 * Math.PI;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const reach = (0.96 + 0.1 * chance()) / (Math.abs(cosine) ** 2.6 + Math.abs(sine) ** 2.6) ** (1 / 2.6);
    return [50 + 51 * reach * cosine, 44 + 48 * reach * sine];
  });
}

/** All that is nearer to its village than to any other. */
function drawSettlement(name: string): Shape {
  const own = centreOf(name);
  const board: readonly Place[] = [
    [-40, -40],
    [140, -40],
    [140, 140],
    [-40, 140],
  ];
  const cell = Object.values(CENTRES)
    .filter((other) => other !== own)
    .reduce((ring, other) => cutNearer(ring, own, other), board);
  return within(toShape(bend(cell)), outline);
}

function centreOf(name: string): Place {
  const found = CENTRES[name];
  if (!found) throw new Error(`${name} has a place on the drawing board`);
  return found;
}

/** A circle about the village, divided among its associations, each a little within its part. */
function drawAssociations({ name, associations }: Village): readonly Feature[] {
  const centre = centreOf(name);
  const parts = divide(centre, associations.length);
  const rings = associations.map((own, index) => ({ own, ring: soften(move(parts[index] ?? [], [0, 0], 0.84)) }));
  return rings.map(({ own, ring }) => {
    const properties = { kind: "association", name: `ТОС «${own}» (пример)`, settlement: name };
    const target = own === OVERLAPS.name ? rings.find((other) => other.own === OVERLAPS.onto)?.ring : undefined;
    if (target)
      return toFeature(
        { ...properties, deliberate: "overlap" },
        toShape(reach(move(ring, [0, 0], 0.8), middleOf(target), 1.15)),
      );
    if (own !== LEAVES) return toFeature(properties, toShape(ring));
    return toFeature({ ...properties, deliberate: "outside" }, toShape(reach(ring, centre, -2.5)));
  });
}

/** The ring moved so many kilometres towards a place. */
function reach(ring: readonly Place[], [x, y]: Place, kilometres: number): readonly Place[] {
  const [mx, my] = middleOf(ring);
  const distance = Math.hypot(x - mx, y - my);
  return move(ring, [((x - mx) / distance) * kilometres, ((y - my) / distance) * kilometres]);
}

function divide(centre: Place, count: number): readonly (readonly Place[])[] {
  const chance = openChance(SEED + Math.round(centre[0] * 1000 + centre[1]));
  const radius = RADIUS[count] ?? 5;
  const turn = chance() * Math.PI;
  const middle: readonly Place[] = count > 5 ? [centre] : [];
  const around = Array.from({ length: count - middle.length }, (_, index): Place => {
    const angle = turn + ((index + 0.35 * chance()) / (count - middle.length)) * 2 * Math.PI;
    const away = count === 1 ? 0 : radius * (0.5 + 0.15 * chance());
    return [centre[0] + away * Math.cos(angle), centre[1] + away * Math.sin(angle)];
  });
  const circle = Array.from({ length: 14 }, (_, index): Place => {
    const angle = (index / 14) * 2 * Math.PI;
    const away = radius * (0.86 + 0.2 * chance());
    return [centre[0] + away * Math.cos(angle), centre[1] + away * Math.sin(angle)];
  });
  const points = [...middle, ...around];
  return points.map((own) =>
    points
      .filter((other) => other !== own)
      .reduce<readonly Place[]>((ring, other) => cutNearer(ring, own, other), circle),
  );
}

/** The two shores, one after the other. */
function drawReservoir(): readonly Place[] {
  const shore = (side: 1 | -1) =>
    RESERVOIR.map(([[x, y], width], index): Place => {
      const [[px, py]] = RESERVOIR[Math.max(0, index - 1)] ?? [[x, y]];
      const [[nx, ny]] = RESERVOIR[Math.min(RESERVOIR.length - 1, index + 1)] ?? [[x, y]];
      const length = Math.hypot(nx - px, ny - py);
      return [x - ((ny - py) / length) * width * side * 0.8, y + ((nx - px) / length) * width * side * 0.8];
    });
  return [...shore(-1), ...shore(1).toReversed()];
}
