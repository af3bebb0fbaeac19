import type { Activity, Indicator, Place, Programme } from "../contract.ts";

/** The parts of an annex whose places move together. */
const TOGETHER = {
  annex1: ["indicators", "indicatorGoals", "indicatorObjectives"],
  annex2: ["activities", "activityGoals", "activityObjectives", "rollups"],
} as const;

interface Shift {
  readonly place: Place;
  /** The first row that moves. */
  readonly from: number;
  readonly by: number;
}

/** Moves the rows of one table down, so that there is room for a line; a line keeps its identity where it does not move. */
export function shiftRows(programme: Programme, { place, from, by }: Shift): Programme {
  const lists = place.part === "annex1" ? TOGETHER.annex1 : TOGETHER.annex2;
  const shift = (old: Place): Place =>
    old.table === place.table && old.row !== null && old.row >= from ? { ...old, row: old.row + by } : old;
  const moved = lists.map((list) => [list, mapPlaces(programme[list], shift)]);
  return { ...programme, ...(Object.fromEntries(moved) as Partial<Programme>) };
}

/** A line in another table or other rows. */
export function moveRows<Line extends Indicator | Activity>(
  line: Line,
  { table, by }: { table: number | null; by: number },
): Line {
  return mapPlaces(line, (place) => (place.row === null ? place : { ...place, table, row: place.row + by }));
}

export function firstRowOf(line: Indicator | Activity | undefined): number {
  return line?.name.place.row ?? 0;
}

/** The last row of a line's block. */
export function lastRowOf(line: Indicator | Activity | undefined): number {
  if (!line) return 0;
  let last = firstRowOf(line);
  mapPlaces(line, (place) => {
    if (place.row !== null && place.row > last) last = place.row;
    return place;
  });
  return last;
}

/** The node with its places changed; what holds no changed place is the same object. */
function mapPlaces<Node>(node: Node, change: (place: Place) => Place): Node {
  if (typeof node !== "object" || node === null) return node;
  if (isPlace(node)) return change(node) as Node;
  if (Array.isArray(node)) {
    const items = node.map((item) => mapPlaces(item, change));
    return items.some((item, at) => item !== node[at]) ? (items as Node) : node;
  }
  const entries = Object.entries(node).map(([key, value]) => [key, value, mapPlaces(value, change)] as const);
  if (entries.every(([, was, is]) => was === is)) return node;
  return Object.fromEntries(entries.map(([key, , is]) => [key, is])) as Node;
}

function isPlace(node: object): node is Place {
  return "part" in node && "row" in node;
}
