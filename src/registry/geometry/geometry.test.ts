import fc from "fast-check";
import geodesic from "geographiclib-geodesic";
import { describe, expect, test } from "vitest";
import { areaOf } from "./area.ts";
import { findCrossings } from "./crossing.ts";
import { readGeoJson, toGeometry } from "./geojson.ts";
import { mend, windingOf } from "./mend.ts";
import { intersect, subtract, unite, untangle } from "./overlay.ts";
import { findPlacing, turnTo84 } from "./placing.ts";
import { repair } from "./repair.ts";
import { countPoints, type Position, type Shape } from "./shape.ts";
import { outlineOf } from "./simplify.ts";
import { box, star } from "./testing.ts";

const BOW: Position[] = [
  [82, 54],
  [82.02, 54.02],
  [82.02, 54],
  [82, 54.02],
];

describe("mending", () => {
  test("closes a ring, takes out what is said twice, ways there and back, and turns rings to their side", () => {
    const raw: Position[] = [
      [0, 0],
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 1],
      [1, 1],
      [1, 0],
    ];
    expect(mend([[raw]])).toEqual([
      [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    ]);
    const holed = mend([[...(box(0, 0, 4, 4)[0] ?? []), ...(box(1, 1, 2, 2)[0] ?? [])]]);
    expect(holed?.[0]?.map((ring) => Math.sign(windingOf(ring)))).toEqual([1, -1]);
  });

  test("a spike at the seam goes too", () => {
    const raw: Position[] = [
      [-1, 0],
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0],
      [-1, 0],
    ];
    expect(areaOf(mend([[raw]]) ?? [])).toBeCloseTo(areaOf(box(0, 0, 1, 1)), 0);
    expect(countPoints(mend([[raw]]) ?? [])).toBe(4);
  });

  test.each([
    [
      "two corners",
      [
        [0, 0],
        [1, 1],
      ],
    ],
    [
      "a line there and back",
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [1, 1],
      ],
    ],
    [
      "one corner again and again",
      [
        [5, 5],
        [5, 5],
        [5, 5],
        [5, 5],
      ],
    ],
  ] as [string, Position[]][])("%s enclose nothing", (_name, ring) => {
    expect(mend([[ring]])).toBeNull();
  });
});

describe("crossings", () => {
  test("of a bow are found where they are, and untangling makes two halves", () => {
    const shape = mend([[BOW]]) ?? [];
    expect(findCrossings(shape)).toEqual([[expect.closeTo(82.01, 9), expect.closeTo(54.01, 9)]]);
    const halves = untangle(shape);
    expect(halves).toHaveLength(2);
    expect(findCrossings(halves)).toEqual([]);
  });

  test("through a corner are found, touching is none", () => {
    const through: Position[] = [
      [0, 0],
      [1, 1],
      [2, 2],
      [2, 0],
      [1, 1],
      [0, 2],
    ];
    expect(findCrossings(mend([[through]]) ?? [])).toEqual([[1, 1]]);
    const yard: Position[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 4],
      [3, 2],
      [1, 2],
      [2, 4],
      [0, 4],
    ];
    expect(findCrossings(mend([[yard]]) ?? [])).toEqual([]);
  });

  test("of a hole that leaves its outer ring, of polygons one in another, are found", () => {
    const [outer = [], hole = [], inner = []] = [box(0, 0, 4, 4), box(3, 1, 5, 2), box(1, 1, 2, 2)].map(
      ([one]) => one?.[0],
    );
    expect(findCrossings(mend([[outer, hole]]) ?? [])).toHaveLength(2);
    expect(findCrossings(mend([[outer], [inner]]) ?? [])).toEqual([[1, 1]]);
    expect(findCrossings(mend([[outer, inner]]) ?? [])).toEqual([]);
  });

  test("that rounding makes anew are repaired too: a corner is tied to the line that passes it by less than a step", () => {
    const bows = [
      [
        [103, 192],
        [147, 73],
        [237, 164],
        [147, 122],
        [297, 191],
        [47, 76],
        [125, 155],
        [27, 245],
      ],
      [
        [162, 278],
        [181, 116],
        [242, 52],
        [73, 165],
        [66, 102],
        [102, 258],
        [51, 37],
        [294, 153],
        [141, 98],
      ],
      [
        [25, 82],
        [143, 230],
        [37, 284],
        [157, 65],
        [254, 227],
        [89, 260],
        [296, 145],
      ],
    ];
    for (const corners of bows) {
      const shape = mend([[corners.map(([x = 0, y = 0]): Position => [82 + x / 1e4, 54 + y / 1e4])]]) ?? [];
      const once = mend(untangle(shape)) ?? [];
      expect(findCrossings(once)).not.toEqual([]);
      const repaired = repair(shape) ?? [];
      expect(findCrossings(repaired)).toEqual([]);
      expect(Math.abs(areaOf(repaired) / areaOf(once) - 1)).toBeLessThan(1e-4);
    }
  });

  test("are never found in what was repaired", () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
    const ring = fc.array(position, { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(ring, (corners) => {
        const shape = mend([[corners.map(([x, y]): Position => [82 + x / 1e4, 54 + y / 1e4])]]);
        if (!shape) return;
        expect(findCrossings(repair(shape) ?? [])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("areas", () => {
  test("are those of the ellipsoid", () => {
    // A degree by a degree at the equator: GeographicLib's own figure, edges along meridians and parallels.
    const area = geodesic.Geodesic.WGS84.Polygon(false);
    for (let step = 0; step < 1000; step += 1) area.AddPoint(54, 82 + step / 1000);
    for (let step = 0; step < 1000; step += 1) area.AddPoint(54 + step / 1000, 83);
    for (let step = 0; step < 1000; step += 1) area.AddPoint(55, 83 - step / 1000);
    for (let step = 0; step < 1000; step += 1) area.AddPoint(55 - step / 1000, 82);
    const exact = area.Compute(false, true).area ?? 0;
    expect(Math.abs(areaOf(box(82, 54, 83, 55)) / exact - 1)).toBeLessThan(1e-6);
  });

  test("of a union are the two less what is common, and of a difference what is left", () => {
    fc.assert(
      fc.property(star(), star(), (a, b) => {
        const [both, sum, rest] = [areaOf(intersect(a, b)), areaOf(unite([a, b])), areaOf(subtract(a, b))];
        // A corner that two lines make is rounded to a step: a centimetre along lines of some kilometres.
        expect(Math.abs(areaOf(a) + areaOf(b) - both - sum)).toBeLessThan(200);
        expect(Math.abs(areaOf(a) - both - rest)).toBeLessThan(200);
      }),
      { numRuns: 200 },
    );
  });
});

describe("outlines", () => {
  test("never cross themselves, keep the area within a few hundredths, and have no more corners", () => {
    fc.assert(
      fc.property(star(80), (shape) => {
        const outline = outlineOf(shape);
        expect(findCrossings(outline)).toEqual([]);
        expect(countPoints(outline)).toBeLessThanOrEqual(countPoints(shape));
        expect(Math.abs(areaOf(outline) / areaOf(shape) - 1)).toBeLessThan(0.05);
      }),
      { numRuns: 200 },
    );
  });

  test("of a shape with a narrow bay keep the bay apart from the shore", () => {
    const comb = Array.from({ length: 40 }, (_, tooth): Position[] => [
      [82 + tooth * 0.001, 54],
      [82 + tooth * 0.001 + 0.0002, 54.02 - (tooth % 3) * 0.00001],
      [82 + tooth * 0.001 + 0.0004, 54.00001],
    ]).flat();
    const shape = mend([[[...comb, [82.04, 54], [82.04, 53.999], [82, 53.999]]]]) ?? [];
    expect(findCrossings(shape)).toEqual([]);
    expect(findCrossings(outlineOf(shape))).toEqual([]);
  });
});

describe("GeoJSON", () => {
  test("that was written reads back the same", () => {
    fc.assert(
      fc.property(star(), (shape) => {
        const read = readGeoJson(JSON.stringify({ type: "Feature", properties: {}, geometry: toGeometry(shape) }));
        expect("features" in read && mend(read.features[0]?.raw ?? [])).toEqual(shape);
      }),
    );
  });

  test.each([
    ["nothing", "", "boundary-not-json"],
    ["half a file", '{"type":"FeatureCollection","features":[{', "boundary-not-json"],
    ["a number", "5", "boundary-not-geojson"],
    ["null", "null", "boundary-not-geojson"],
    ["a list", "[]", "boundary-not-geojson"],
    ["something else in JSON", '{"type":"Topology"}', "boundary-not-geojson"],
    ["features that are no list", '{"type":"FeatureCollection","features":{}}', "boundary-not-geojson"],
    ["points alone", '{"type":"Point","coordinates":[1,2]}', "boundary-no-polygon"],
    ["an empty collection", '{"type":"FeatureCollection","features":[null,5]}', "boundary-no-polygon"],
    ["text for numbers", '{"type":"Polygon","coordinates":[[["82","54"]]]}', "boundary-coordinates"],
    ["a ring too flat", '{"type":"Polygon","coordinates":[[82,54]]}', "boundary-coordinates"],
  ])("%s is answered with its fault", (_name, text, code) => {
    expect(readGeoJson(text)).toMatchObject({ code });
  });

  test("of any nonsense ends with a fault or with shapes", () => {
    const nonsense = fc
      .json()
      .map(
        (inner) =>
          `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Polygon","coordinates":${inner}}}]}`,
      );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), nonsense), (text) => {
        const read = readGeoJson(text);
        if ("code" in read) expect(read.code).toMatch(/^boundary-/);
        else for (const { raw } of read.features) expect(() => mend(raw)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});

describe("placing", () => {
  const district = { west: 81, south: 53.8, east: 82.7, north: 54.8 };
  const square: Position[] = [
    [82, 54],
    [82.1, 54],
    [82.1, 54.1],
  ];
  const toMercator = ([x, y]: Position): Position => [
    (x * Math.PI * 6_378_137) / 180,
    6_378_137 * Math.log(Math.tan(Math.PI / 4 + (y * Math.PI) / 360)),
  ];

  test.each([
    ["right", square, null],
    ["swapped", square.map(([x, y]): Position => [y, x]), null],
    ["mercator", square.map(toMercator), null],
    ["mercator", square.map(toMercator), "urn:ogc:def:crs:EPSG::3857"],
    [
      "foreign",
      [
        [4_212_300, 485_100],
        [4_212_500, 485_100],
        [4_212_500, 485_300],
      ],
      null,
    ],
    ["foreign", square, "urn:ogc:def:crs:EPSG::28413"],
    [
      "far",
      [
        [37.6, 55.7],
        [37.7, 55.7],
        [37.7, 55.8],
      ],
      null,
    ],
    ["right", square, "urn:ogc:def:crs:OGC:1.3:CRS84"],
  ] as ["right", Position[], string | null][])("%s", (expected, ring, system) => {
    expect(findPlacing([[[ring]]], district, system)).toBe(expected);
    if (system === null && expected !== ("far" as string)) expect(findPlacing([[[ring]]], null, null)).toBe(expected);
  });

  test("turned, it is where it was", () => {
    const [[[turned = []] = []] = []] = [turnTo84([[square.map(toMercator)]], "mercator")];
    const [first] = turned;
    expect(first?.[0]).toBeCloseTo(82, 9);
    expect(first?.[1]).toBeCloseTo(54, 9);
  });
});

test("a box is a shape that a test can read", () => {
  const shape: Shape = box(0, 0, 1, 1);
  expect(mend(shape)).toEqual(shape);
});
