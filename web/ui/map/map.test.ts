import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boxAround, chooseScaleBar, fitFrame, type MapPosition, type MapShape, STEPS } from "./frame.ts";
import { formatHectares } from "./hectares.ts";
import { type Labelled, placeLabels } from "./labels.ts";
import { drawPath } from "./path.ts";

const BOX = { west: 81, south: 53.8, east: 82.7, north: 54.8 };
const frame = fitFrame(BOX, 10 / 7);

function circle(corners: number, radius: number): MapShape {
  const ring = Array.from(
    { length: corners },
    (_, at): MapPosition => [
      82 + radius * Math.cos((at / corners) * 2 * Math.PI),
      54.3 + radius * 0.58 * Math.sin((at / corners) * 2 * Math.PI),
    ],
  );
  return [[[...ring, ring[0] ?? [0, 0]]]];
}

describe("a frame", () => {
  test("keeps the box within the picture, north up, and shapes as they are", () => {
    const corners = [frame.place([BOX.west, BOX.north]), frame.place([BOX.east, BOX.south])].flat();
    expect(corners.every((step) => step >= 0 && step <= STEPS)).toBe(true);
    expect((corners[1] ?? 0) < (corners[3] ?? 0)).toBe(true);
    const [[left, top], [right, bottom]] = [
      frame.place([82, 54.31]),
      frame.place([82 + 0.01 / Math.cos((54.305 * Math.PI) / 180), 54.3]),
    ];
    expect((right - left) / (bottom - top)).toBeCloseTo(1, 2);
  });

  test("has a scale of a round length that is right to a per cent", () => {
    const bar = chooseScaleBar(frame);
    expect(bar.metres).toBe(20_000);
    const [[a], [b]] = [frame.place([82, 54.3]), frame.place([82.3074, 54.3])];
    // 0,3074° at 54,3° N are 20 km.
    expect((b - a) / STEPS / bar.part).toBeCloseTo(1, 2);
  });
});

describe("a path", () => {
  test("of a thousand corners is as short as the picture is coarse", () => {
    const path = drawPath(circle(1000, 0.05), frame);
    expect(path).toMatch(/^M\d+ \d+l[-\d ]+z$/);
    expect(path.length).toBeLessThan(300);
  });

  test("of what is too small to be seen is a dot", () => {
    expect(drawPath(circle(40, 0.0005), frame)).toMatch(/^M\d+ \d+l30 30l-30 30l-30-30z$/);
  });

  test("reads back as the corners that it was written from", () => {
    const corner = fc.tuple(
      fc.double({ min: 81.2, max: 82.5, noNaN: true }),
      fc.double({ min: 54, max: 54.7, noNaN: true }),
    );
    fc.assert(
      fc.property(corner, corner, corner, (a, b, c) => {
        const wanted = [a, b, c].map((position) => frame.place(position).map(Math.round));
        const spread = Math.max(
          ...[0, 1].map(
            (axis) => Math.max(...wanted.map((at) => at[axis] ?? 0)) - Math.min(...wanted.map((at) => at[axis] ?? 0)),
          ),
        );
        fc.pre(spread > 70);
        const [x = 0, y = 0, ...steps] = (drawPath([[[a, b, c, a]]], frame).match(/-?\d+/g) ?? []).map(Number);
        const second = [x + (steps[0] ?? 0), y + (steps[1] ?? 0)];
        expect([[x, y], second, [(second[0] ?? 0) + (steps[2] ?? 0), (second[1] ?? 0) + (steps[3] ?? 0)]]).toEqual(
          wanted,
        );
      }),
    );
  });
});

describe("labels", () => {
  const named = fc.record({
    text: fc.string({ minLength: 3, maxLength: 16 }),
    left: fc.integer({ min: 0, max: 9000 }),
    top: fc.integer({ min: 0, max: 6500 }),
    rank: fc.integer({ min: 0, max: 9 }),
  });

  test("never lie over one another, at either width, and stay in the picture", () => {
    fc.assert(
      fc.property(fc.array(named, { maxLength: 60 }), (given) => {
        const labelled: Labelled[] = given.map((one) => ({ ...one, right: one.left + 300, bottom: one.top + 200 }));
        const placed = placeLabels(labelled, { ratio: 10 / 7, letter: 7.4, line: 18 });
        for (const [width, shown] of [
          [720, placed],
          [320, placed.filter(({ isWideOnly }) => !isWideOnly)],
        ] as const) {
          const boxes = shown.map(({ text, x, y }) => ({
            x: (x / 100) * width,
            y: (y / 100) * width * 0.7,
            half: text.length * 3.7,
          }));
          for (const [at, a] of boxes.entries()) {
            expect(a.x - a.half).toBeGreaterThanOrEqual(-1);
            for (const b of boxes.slice(0, at)) {
              // A tenth of a per cent is rounded away.
              expect(Math.abs(a.x - b.x) > a.half + b.half - 2 || Math.abs(a.y - b.y) > 16).toBe(true);
            }
          }
        }
      }),
    );
  });

  test("that count more are placed first", () => {
    const at = { left: 4000, right: 4100, top: 3000, bottom: 3100 };
    const texts = Array.from({ length: 12 }, (_, rank) => ({ text: `Поселение ${rank}`, ...at, rank }));
    const placed = placeLabels(texts, { ratio: 10 / 7, letter: 7.4, line: 18 }).map(({ text }) => text);
    expect(placed[0]).toBe("Поселение 11");
    expect(placed.length).toBeLessThan(12);
  });
});

test("hectares are told with their hundredths, large areas without", () => {
  expect([50, 5_341_200, 85_446_600_000].map((metres) => formatHectares(metres, "ru"))).toEqual([
    "0,01",
    "534,12",
    "8\u00a0544\u00a0660",
  ]);
  expect(boxAround([])).toBeNull();
});
