import { refuse } from "../refusals.ts";
import type { Block, Omission, Paragraph } from "../tree.ts";
import { type GridOptions, layTable, type SpanCell } from "./grid.ts";
import { numberTables } from "./number-tables.ts";

interface OpenTable {
  readonly rows: SpanCell[][];
  row: SpanCell[] | null;
  cell: SpanCell | null;
  readonly outer: Block[];
  columns: number;
  readonly widthless: Set<number>;
}

/** Blocks kept aside, with where they went before. */
export interface Diversion {
  readonly outer: Block[];
  readonly aside: Block[];
}

/**
 * Blocks put together while a document goes by: paragraphs go into the innermost open cell, finished tables into
 * the cell or body around them. Calls that fit nowhere (a cell outside a row) make what is missing.
 * @throws Refusal too-many-paragraphs, too-many-cells, nesting-too-deep
 */
export class BlockFlow {
  private readonly options: GridOptions;
  private readonly body: Block[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly omitted = new Map<string, number>();
  private blocks = this.body;
  private paragraphs = 0;
  private cells = 0;

  constructor(options: GridOptions) {
    this.options = options;
  }

  get inCell(): boolean {
    return (this.tables.at(-1)?.cell ?? null) !== null;
  }

  omit(what: string, count = 1): void {
    if (count > 0) this.omitted.set(what, (this.omitted.get(what) ?? 0) + count);
  }

  addParagraph(text: string): void {
    const { limits } = this.options;
    if (++this.paragraphs > limits.paragraphs) throw refuse("too-many-paragraphs", { limit: limits.paragraphs });
    // Text between the cells of a table comes to stand in front of it, as browsers have it.
    this.blocks.push({ kind: "paragraph", text });
  }

  /** Until `restore` blocks go aside. */
  divert(): Diversion {
    const diversion = { outer: this.blocks, aside: [] };
    this.blocks = diversion.aside;
    return diversion;
  }

  /** Returns what went aside. */
  restore(diversion: Diversion): readonly Block[] {
    this.blocks = diversion.outer;
    return diversion.aside;
  }

  /** Blocks that were counted already. */
  addBlocks(blocks: readonly Block[]): void {
    for (const block of blocks) this.blocks.push(block);
  }

  openTable(): void {
    const { limits } = this.options;
    if (this.tables.length >= limits.tableDepth) throw refuse("nesting-too-deep", { limit: limits.tableDepth });
    this.tables.push({ rows: [], row: null, cell: null, outer: this.blocks, columns: 0, widthless: new Set() });
  }

  closeTable(): void {
    this.closeRow();
    const table = this.tables.pop();
    if (!table) return;
    this.blocks = table.outer;
    const laid = layTable(table.rows, this.options, table.widthless);
    if (laid === null) return;
    this.countCells(laid.table.columns * laid.table.rows.length);
    this.omit("covered-text", laid.covered);
    this.blocks.push(laid.table);
  }

  /** The next columns of the table, of which the file may say that they have no width. */
  passColumns(count: number, hasWidth: boolean): void {
    const table = this.tables.at(-1);
    if (!table) return;
    if (!hasWidth)
      for (let column = table.columns; column < table.columns + count; column++) table.widthless.add(column);
    table.columns += count;
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.closeRow();
    table.row = [];
    table.rows.push(table.row);
  }

  closeRow(): void {
    this.closeCell();
    const table = this.tables.at(-1);
    if (table) table.row = null;
  }

  openCell(cell: Omit<SpanCell, "blocks">): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.closeCell();
    if (table.row === null) this.openRow();
    const blocks: Block[] = [];
    table.cell = { ...cell, blocks };
    table.row?.push(table.cell);
    this.blocks = blocks;
  }

  /** `repeat` times the same cell stands there. */
  closeCell(repeat = 1): void {
    const table = this.tables.at(-1);
    if (!table?.cell) return;
    const { cell, row } = table;
    if (this.blocks.length === 0) this.blocks.push({ kind: "paragraph", text: "" } satisfies Paragraph);
    this.countCells(Math.max(repeat - 1, 0));
    for (let left = repeat - 1; left > 0; left--) row?.push({ ...cell, blocks: structuredClone(cell.blocks) });
    table.cell = null;
    this.blocks = table.outer;
  }

  /** The row that was closed last stands there `repeat` times. */
  repeatRow(repeat: number): void {
    const rows = this.tables.at(-1)?.rows;
    const row = rows?.at(-1);
    if (!rows || !row) return;
    this.countCells(Math.max(repeat - 1, 0) * Math.max(row.length, 1));
    for (let left = repeat - 1; left > 0; left--) rows.push(structuredClone(row));
  }

  finish(): { blocks: Block[]; omitted: Omission[] } {
    while (this.tables.length > 0) this.closeTable();
    numberTables(this.body);
    return { blocks: this.body, omitted: [...this.omitted].map(([what, count]) => ({ what, count })) };
  }

  private countCells(count: number): void {
    this.cells += count;
    if (this.cells > this.options.limits.cells) throw refuse("too-many-cells", { limit: this.options.limits.cells });
  }
}
