import type { Matrix, Page, Path } from "mupdf";
import type { PageMarks, Rule, Sign } from "./marks.ts";

type Mupdf = typeof import("mupdf");
interface Point {
  readonly x: number;
  readonly y: number;
}

/** A filled strip is a line where it is no thicker than this. */
const THICKEST = 2.5;
/** Shorter ones are dashes, underlines of letters and corners. */
const SHORTEST = 4;
/** What is not quite straight is no rule. */
const SLANT = 0.7;

/** Letters with their places, straight lines and the number of pictures of one page, as it is shown: rotation is done. */
export function scanPage(mupdf: Mupdf, page: Page): PageMarks {
  const [left, top, right, bottom] = page.getBounds();
  const rules = { across: [] as Rule[], down: [] as Rule[] };
  let pictures = 0;
  const device = new mupdf.Device({
    strokePath: (path, _stroke, ctm) => addStrokes(rules, path, ctm),
    fillPath: (path, _evenOdd, ctm) => addStrips(rules, path, ctm),
    fillImage: () => {
      pictures += 1;
    },
  });
  page.run(device, mupdf.Matrix.identity);
  device.close();
  const signs: Sign[] = [];
  page.toStructuredText("preserve-whitespace,preserve-spans").walk({
    onChar: (text, origin, _font, size, quad) => {
      const xs = [quad[0], quad[2], quad[4], quad[6]];
      const ys = [quad[1], quad[3], quad[5], quad[7]];
      const place = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
      signs.push({ text, ...place, baseline: origin[1], size });
    },
  });
  return { width: right - left, height: bottom - top, signs, ...rules, pictures };
}

type Rules = { readonly across: Rule[]; readonly down: Rule[] };

function place([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Every straight piece of a path that was stroked. */
function addStrokes(rules: Rules, path: Path, ctm: Matrix): void {
  let start: Point | null = null;
  let here: Point | null = null;
  const goTo = (next: Point) => {
    if (here) addRule(rules, here, next);
    here = next;
  };
  path.walk({
    moveTo: (x, y) => {
      start = place(ctm, x, y);
      here = start;
    },
    lineTo: (x, y) => goTo(place(ctm, x, y)),
    curveTo: (_x1, _y1, _x2, _y2, x, y) => {
      here = place(ctm, x, y);
    },
    closePath: () => {
      if (start) goTo(start);
    },
  });
}

/** A thin filled box is a line; the sides of a thick one are where a cell is shaded, and no lines. */
function addStrips(rules: Rules, path: Path, ctm: Matrix): void {
  for (const [left, top, right, bottom] of listBoxes(path, ctm)) {
    if (bottom - top <= THICKEST)
      addRule(rules, { x: left, y: (top + bottom) / 2 }, { x: right, y: (top + bottom) / 2 });
    else if (right - left <= THICKEST)
      addRule(rules, { x: (left + right) / 2, y: top }, { x: (left + right) / 2, y: bottom });
  }
}

type Box = [left: number, top: number, right: number, bottom: number];

/** One path may draw many boxes: each begins with a move. */
function listBoxes(path: Path, ctm: Matrix): readonly Box[] {
  const boxes: Box[] = [];
  let box: Box | null = null;
  const widen = (x: number, y: number) => {
    const point = place(ctm, x, y);
    if (!box) return;
    box[0] = Math.min(box[0], point.x);
    box[1] = Math.min(box[1], point.y);
    box[2] = Math.max(box[2], point.x);
    box[3] = Math.max(box[3], point.y);
  };
  path.walk({
    moveTo: (x, y) => {
      const { x: left, y: top } = place(ctm, x, y);
      box = [left, top, left, top];
      boxes.push(box);
    },
    lineTo: widen,
    curveTo: (_x1, _y1, _x2, _y2, x, y) => widen(x, y),
  });
  return boxes;
}

function addRule(rules: Rules, one: Point, other: Point): void {
  const width = Math.abs(one.x - other.x);
  const height = Math.abs(one.y - other.y);
  if (height <= SLANT && width >= SHORTEST) {
    rules.across.push({ at: (one.y + other.y) / 2, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) });
  } else if (width <= SLANT && height >= SHORTEST) {
    rules.down.push({ at: (one.x + other.x) / 2, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) });
  }
}
