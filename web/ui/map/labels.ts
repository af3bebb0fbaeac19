import { STEPS } from "./frame.ts";

/** What a label belongs to: a box in steps of the picture, beside which its name may stand. */
export interface Labelled {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Higher ones are placed first. */
  readonly rank: number;
}

/** Where a name stands: its middle, in per cent of the picture. Some names fit only where the picture is wide. */
export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly isWideOnly: boolean;
}

interface Picture {
  /** Width over height. */
  readonly ratio: number;
  readonly letter: number;
  readonly line: number;
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A picture is 720 px wide on a screen and 320 on a telephone; letters stay as large as they are. */
const WIDTHS = { wide: 720, narrow: 320 };
const GAP = 3;

/**
 * Gives each name a place of its own: above, below, in the middle, at the right or left of what it names, the first that is free.
 * A name that has none is left out; one that has none on a telephone is marked.
 */
export function placeLabels(given: readonly Labelled[], picture: Picture): readonly PlacedLabel[] {
  const taken = { wide: [] as Rectangle[], narrow: [] as Rectangle[] };
  const placed: PlacedLabel[] = [];
  for (const labelled of given.toSorted((a, b) => b.rank - a.rank)) {
    const wide = findPlace(labelled, { ...picture, width: WIDTHS.wide, taken: taken.wide });
    if (!wide) continue;
    taken.wide.push(wide);
    const x = (wide.left + wide.right) / 2 / WIDTHS.wide;
    const y = ((wide.top + wide.bottom) / 2 / WIDTHS.wide) * picture.ratio;
    const narrow = around(x * WIDTHS.narrow, (y * WIDTHS.narrow) / picture.ratio, sizeOf(labelled, picture));
    const fits = isFree(narrow, { ...picture, width: WIDTHS.narrow, taken: taken.narrow });
    if (fits) taken.narrow.push(narrow);
    placed.push({ text: labelled.text, x: round(x * 100), y: round(y * 100), isWideOnly: !fits });
  }
  return placed;
}

interface Room extends Picture {
  readonly width: number;
  readonly taken: readonly Rectangle[];
}

function findPlace(labelled: Labelled, room: Room): Rectangle | undefined {
  const scale = room.width / STEPS;
  const [left, right, top, bottom] = [labelled.left, labelled.right, labelled.top, labelled.bottom].map(
    (side) => side * scale,
  ) as [number, number, number, number];
  const size = sizeOf(labelled, room);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const candidates = [
    around(x, top - size.height / 2 - GAP, size),
    around(x, bottom + size.height / 2 + GAP, size),
    around(x, y, size),
    around(right + size.width / 2 + GAP, y, size),
    around(left - size.width / 2 - GAP, y, size),
  ];
  return candidates.find((candidate) => isFree(candidate, room));
}

function sizeOf({ text }: Labelled, { letter, line }: Picture) {
  return { width: text.length * letter, height: line };
}

function around(
  x: number,
  y: number,
  { width, height }: { readonly width: number; readonly height: number },
): Rectangle {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function isFree(own: Rectangle, { width, ratio, taken }: Room): boolean {
  const isInside = own.left >= 0 && own.right <= width && own.top >= 0 && own.bottom <= width / ratio;
  return (
    isInside &&
    taken.every(
      (other) =>
        own.right <= other.left || other.right <= own.left || own.bottom <= other.top || other.bottom <= own.top,
    )
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
