/** What it costs that the cell covers `size` columns from `from` (both from 0). */
export type AlignCost = (cell: number, from: number, size: number) => number;

/** Wider tables are not guessed at. */
const MOST_COLUMNS = 32;

/**
 * Spreads `cells` cells over `columns` columns, each over at least one, at the least cost.
 * Returns the number of columns of each cell.
 */
export function alignCells(cells: number, columns: number, cost: AlignCost): number[] {
  if (cells >= columns || cells < 1 || columns > MOST_COLUMNS) return spreadLast(cells, columns);
  const best: number[][] = [[0]];
  const chosen: number[][] = [[]];
  for (let cell = 1; cell <= cells; cell++) {
    const line: number[] = [];
    const sizes: number[] = [];
    for (let end = cell; end <= columns - (cells - cell); end++) {
      let least = Number.POSITIVE_INFINITY;
      for (let size = 1; size <= end - cell + 1; size++) {
        const total = (best[cell - 1]?.[end - size] ?? Number.POSITIVE_INFINITY) + cost(cell - 1, end - size, size);
        if (total < least) {
          least = total;
          sizes[end] = size;
        }
      }
      line[end] = least;
    }
    best.push(line);
    chosen.push(sizes);
  }
  return readBack(chosen, columns);
}

function readBack(chosen: readonly number[][], columns: number): number[] {
  const spans: number[] = [];
  let end = columns;
  for (let cell = chosen.length - 1; cell >= 1; cell--) {
    const size = chosen[cell]?.[end] ?? 1;
    spans.unshift(size);
    end -= size;
  }
  return spans;
}

function spreadLast(cells: number, columns: number): number[] {
  const spans = new Array<number>(Math.max(cells, 0)).fill(1);
  if (cells > 0 && cells < columns) spans[cells - 1] = columns - cells + 1;
  return spans;
}
