import type { PageMarks, Rule } from "./marks.ts";

/** A cell of a drawn table: its place in the grid, from 0, and on the page. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table as its lines show it on one page. */
export interface DrawnGrid {
  /** The lines down, from left to right; the columns stand between them. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly DrawnCell[];
}

/** Lines nearer than this are one, drawn cell by cell. */
const NEAR = 3;
/** No column is so narrow: where a table shifts a little, its lines down are still the same. */
const NARROW = 9;
/** Tables of fewer lines are frames and underlines. */
const LEAST_LINES = 2;

/** The tables that the lines of a page draw, from top to bottom. A frame around everything is no table: it has one cell. */
export function findGrids({ across, down }: Pick<PageMarks, "across" | "down">): readonly DrawnGrid[] {
  return groupRules(across, down)
    .map(({ across, down }) => makeGrid(across, down))
    .filter((grid) => grid.cells.length > 1)
    .sort((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0));
}

interface Group {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** Lines that touch belong together. */
function groupRules(across: readonly Rule[], down: readonly Rule[]): readonly Group[] {
  const parents = Array.from({ length: across.length + down.length }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  across.forEach((line, one) => {
    down.forEach((post, other) => {
      if (touches(line, post)) parents[find(across.length + other)] = find(one);
    });
  });
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  const groupOf = (index: number) => {
    const root = find(index);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  across.forEach((line, index) => {
    groupOf(index).across.push(line);
  });
  down.forEach((post, index) => {
    groupOf(across.length + index).down.push(post);
  });
  return [...groups.values()].filter((group) => group.across.length >= LEAST_LINES && group.down.length >= LEAST_LINES);
}

function touches(line: Rule, post: Rule): boolean {
  return (
    post.at >= line.from - NEAR && post.at <= line.to + NEAR && line.at >= post.from - NEAR && line.at <= post.to + NEAR
  );
}

function makeGrid(across: readonly Rule[], down: readonly Rule[]): DrawnGrid {
  const [xs, ys] = [
    settle(
      down.map(({ at }) => at),
      NARROW,
    ),
    settle(
      across.map(({ at }) => at),
      NEAR,
    ),
  ];
  const [columns, rows] = [Math.max(xs.length - 1, 0), Math.max(ys.length - 1, 0)];
  const walls = down.map((rule) => ({ ...rule, at: nearest(xs, rule.at), x: rule.at }));
  const floors = across.map((rule) => ({ ...rule, at: nearest(ys, rule.at) }));
  const isWall = (column: number, row: number) => covers(walls, column, [ys[row] ?? 0, ys[row + 1] ?? 0]);
  const isFloor = (row: number, column: number) => covers(floors, row, [xs[column] ?? 0, xs[column + 1] ?? 0]);
  const taken = Array.from({ length: rows }, () => new Array<boolean>(columns).fill(false));
  const cells: DrawnCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row]?.[column]) continue;
      let columnSpan = 1;
      while (column + columnSpan < columns && !taken[row]?.[column + columnSpan] && !isWall(column + columnSpan, row))
        columnSpan++;
      let rowSpan = 1;
      const isOpenBelow = (at: number) =>
        Array.from({ length: columnSpan }, (_, step) => column + step).every((each) => !isFloor(at, each));
      while (row + rowSpan < rows && isOpenBelow(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) taken[r]?.fill(true, column, column + columnSpan);
      const middle = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
      // Where this cell's own lines stand, which may be a little beside those of the others.
      const edgeAt = (place: number) =>
        walls.find((wall) => wall.at === place && wall.from <= middle && wall.to >= middle)?.x ?? xs[place] ?? 0;
      const box = { left: edgeAt(column), right: edgeAt(column + columnSpan) };
      cells.push({ row, column, rowSpan, columnSpan, ...box, top: ys[row] ?? 0, bottom: ys[row + rowSpan] ?? 0 });
    }
  }
  return { xs, ys, cells };
}

/** Places that are near are one. */
function settle(places: readonly number[], near: number): readonly number[] {
  const settled: number[] = [];
  for (const place of [...places].sort((one, other) => one - other)) {
    const last = settled.at(-1);
    if (last === undefined || place - last > near) settled.push(place);
  }
  return settled;
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, index) => {
    if (Math.abs(place - at) < Math.abs((places[best] ?? 0) - at)) best = index;
  });
  return best;
}

/** Whether lines at this place of the grid, together, run along the middle half of the stretch. */
function covers(rules: readonly Rule[], place: number, [from, to]: readonly [number, number]): boolean {
  const middle = (from + to) / 2;
  return rules.some((rule) => rule.at === place && rule.from <= middle && rule.to >= middle);
}
