import { Heap } from "./heap.ts";

/** A possible pair of a row and a column; weights are whole and positive. */
export interface Edge {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

interface Graph {
  readonly edges: readonly (readonly { readonly column: number; readonly cost: number }[])[];
  readonly columnOf: number[];
  readonly rowOf: Map<number, number>;
  /** Prices of columns: what a row gives up by taking it. */
  readonly price: Map<number, number>;
}

/**
 * The set of pairs whose weights add up to the most, each row and column once: shortest augmenting paths over the
 * given edges alone, so that thousands of lines with a few candidates each stay quick. −1 where a row stays alone.
 */
export function assignBest(rows: number, edges: readonly Edge[]): readonly number[] {
  const most = edges.reduce((high, edge) => Math.max(high, edge.weight), 0);
  const columns = edges.reduce((high, edge) => Math.max(high, edge.column + 1), 0);
  // Each row has a column of its own that stands for staying alone.
  const table = Array.from({ length: rows }, (_, row) => [{ column: columns + row, cost: most }]);
  for (const { row, column, weight } of edges) table[row]?.push({ column, cost: most - weight });
  const graph: Graph = { edges: table, columnOf: new Array<number>(rows).fill(-1), rowOf: new Map(), price: new Map() };
  for (let row = 0; row < rows; row++) augment(graph, row);
  return graph.columnOf.map((column) => (column < columns ? column : -1));
}

/** Gives one more row its column, moving others where that costs less. */
function augment(graph: Graph, start: number): void {
  const distance = new Map<number, number>();
  const from = new Map<number, number>();
  const done: number[] = [];
  const heap = new Heap();
  const relax = (row: number, base: number) => {
    for (const { column, cost } of graph.edges[row] ?? []) {
      const reach = base + cost - (graph.price.get(column) ?? 0);
      if (reach >= (distance.get(column) ?? Number.POSITIVE_INFINITY)) continue;
      distance.set(column, reach);
      from.set(column, row);
      heap.push(reach, column);
    }
  };
  relax(start, 0);
  for (;;) {
    const { key, item: column } = heap.pop();
    if (key > (distance.get(column) ?? 0)) continue;
    const row = graph.rowOf.get(column);
    if (row === undefined) {
      raisePrices(graph, done, { distance, least: key });
      takePath(graph, from, { start, end: column });
      return;
    }
    done.push(column);
    relax(row, key - ownCost(graph, row, column));
  }
}

function ownCost(graph: Graph, row: number, column: number): number {
  const cost = graph.edges[row]?.find((edge) => edge.column === column)?.cost ?? 0;
  return cost - (graph.price.get(column) ?? 0);
}

function raisePrices(
  graph: Graph,
  done: readonly number[],
  { distance, least }: { distance: ReadonlyMap<number, number>; least: number },
): void {
  for (const column of done) {
    graph.price.set(column, (graph.price.get(column) ?? 0) + (distance.get(column) ?? least) - least);
  }
}

function takePath(graph: Graph, from: ReadonlyMap<number, number>, path: { start: number; end: number }): void {
  let column = path.end;
  for (;;) {
    const row = from.get(column) ?? path.start;
    const next = graph.columnOf[row] ?? -1;
    graph.columnOf[row] = column;
    graph.rowOf.set(column, row);
    if (row === path.start) return;
    column = next;
  }
}
