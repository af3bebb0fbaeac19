import { isBar, isRule, isRuled } from "./signs.ts";

/** A cell of a drawn row: its edges by number, and its lines. */
export interface DrawnCell {
  readonly left: number;
  readonly right: number;
  readonly lines: string[];
  /** Rows that it goes through. */
  rows: number;
  /** A rule stands under it: what comes below is another cell. */
  closed: boolean;
}

export interface DrawnTable {
  readonly columns: number;
  /** The cells that begin in each row. */
  readonly rows: readonly DrawnCell[][];
}

/** With so few rules (above, below the head, at the end) blank lines part the rows. */
const FEW_RULES = 3;

/** Takes a drawn table apart. Rules part rows where they go through; bars part cells where they stand. */
export function readDrawnTable(lines: readonly string[]): DrawnTable {
  const edges = findEdges(lines);
  const columns = edges.length - 1;
  const blanksPart = lines.filter(isRule).length <= FEW_RULES;
  const rows: DrawnCell[][] = [];
  let open: DrawnCell[] = [];
  let band: string[] = [];
  const closeBand = (): void => {
    if (band.length === 0) return;
    const cells = cutBand(band, edges);
    band = [];
    open = continueRow(open, cells, rows);
  };
  for (const line of lines) {
    const ruled = findRuled(line, edges);
    if (ruled.some(Boolean)) {
      closeBand();
      closeUnderRule(open, ruled, { line, edges });
    } else if (blanksPart && isBlank(line) && band.length > 0) {
      closeBand();
      for (const cell of open) cell.closed = true;
    } else {
      band.push(line);
    }
  }
  closeBand();
  return { columns, rows };
}

/** Places of the bars, with the ends of the text where no bar stands outside it. */
function findEdges(lines: readonly string[]): number[] {
  const places = new Set<number>();
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const line of lines) {
    if (isRule(line)) continue;
    for (let at = 0; at < line.length; at++) if (isBar(line[at])) places.add(at);
    left = Math.min(left, line.search(/\S/));
    right = Math.max(right, line.trimEnd().length);
  }
  const edges = [...places].sort((one, other) => one - other);
  if (left < (edges[0] ?? 0)) edges.unshift(left - 1);
  if (right > (edges.at(-1) ?? 0) + 1) edges.push(right);
  return edges;
}

function findRuled(line: string, edges: readonly number[]): boolean[] {
  const alone = isRule(line);
  return edges.slice(1).map((right, index) => isRuled(line, { left: edges[index] ?? 0, right }, alone));
}

function isBlank(line: string): boolean {
  return [...line].every((sign) => sign === " " || isBar(sign));
}

/** Cells of the lines between two rules: an edge counts where a bar stands in at least half of them. */
function cutBand(lines: readonly string[], edges: readonly number[]): DrawnCell[] {
  const cells: DrawnCell[] = [];
  const isEdge = (index: number): boolean => {
    if (index === 0 || index === edges.length - 1) return true;
    const standing = lines.filter((line) => isBar(line[edges[index] ?? 0])).length;
    return standing * 2 >= lines.length;
  };
  let left = 0;
  for (let right = 1; right < edges.length; right++) {
    if (!isEdge(right)) continue;
    const own = lines.map((line) => cutLine(line, edges[left] ?? 0, edges[right] ?? 0));
    cells.push({ left, right, lines: own, rows: 1, closed: false });
    left = right;
  }
  return cells;
}

function cutLine(line: string, left: number, right: number): string {
  return line.slice(left + 1, right).trim();
}

/** Cells with no rule above them go on; the others begin in the new row. Returns the cells that stand open then. */
function continueRow(open: readonly DrawnCell[], cells: readonly DrawnCell[], rows: DrawnCell[][]): DrawnCell[] {
  const begun: DrawnCell[] = [];
  const standing = cells.map((cell) => {
    const above = open.find((other) => !other.closed && other.left === cell.left && other.right === cell.right);
    if (above === undefined) {
      begun.push(cell);
      return cell;
    }
    above.rows++;
    for (const line of cell.lines) above.lines.push(line);
    return above;
  });
  if (begun.length === 0) for (const cell of standing) cell.rows--;
  else rows.push(begun);
  return standing;
}

/** A broken rule closes the cells above it that it goes under; the others may have text beside it. */
function closeUnderRule(
  open: readonly DrawnCell[],
  ruled: readonly boolean[],
  at: { line: string; edges: readonly number[] },
): void {
  for (const cell of open) {
    cell.closed ||= ruled.slice(cell.left, cell.right).some(Boolean);
    const text = cell.closed ? "" : cutLine(at.line, at.edges[cell.left] ?? 0, at.edges[cell.right] ?? 0);
    if (text !== "") cell.lines.push(text);
  }
}
