import type { ReadLimits } from "../limits.ts";
import { refuse } from "../refusals.ts";
import type { Block, Omission, Paragraph } from "../tree.ts";
import { buildTable, type RawCell, type RawRow } from "./grid.ts";
import type { ListCounter } from "./list-counter.ts";
import { ownCopy, ParagraphState } from "./paragraph.ts";
import type { Styles } from "./styles.ts";

/** Something that blocks go into. */
interface Container {
  readonly kind: "body" | "cell" | "box";
  readonly blocks: Block[];
  /** Text of a paragraph whose mark is deleted, waiting for the paragraph that it joins. */
  joined: string | null;
  paragraph: ParagraphState | null;
}

interface TableState {
  readonly rows: RawRow[];
  row: RawRow | null;
}

const LONGEST_SHARED_TEXT = 40;
const MOST_SHARED_TEXTS = 10_000;

/** What a part of a .docx became: blocks put together while its elements go by. */
export class Story {
  readonly body: Container = { kind: "body", blocks: [], joined: null, paragraph: null };
  readonly styles: Styles;
  private readonly limits: ReadLimits;
  private readonly lists: ListCounter;
  private readonly containers: Container[] = [this.body];
  private readonly tables: TableState[] = [];
  private readonly cells: RawCell[] = [];
  private readonly omitted = new Map<string, number>();
  private readonly known = new Map<string, string>();
  private paragraphCount = 0;
  private cellCount = 0;

  constructor(context: { limits: ReadLimits; styles: Styles; lists: ListCounter }) {
    this.limits = context.limits;
    this.styles = context.styles;
    this.lists = context.lists;
  }

  get container(): Container {
    return this.containers.at(-1) ?? this.body;
  }

  get paragraph(): ParagraphState | null {
    return this.container.paragraph;
  }

  get row(): RawRow | null {
    return this.tables.at(-1)?.row ?? null;
  }

  get cell(): RawCell | null {
    return this.cells.at(-1) ?? null;
  }

  get omissions(): Omission[] {
    return [...this.omitted].map(([what, count]) => ({ what, count }));
  }

  omit(what: string, count = 1): void {
    if (count > 0) this.omitted.set(what, (this.omitted.get(what) ?? 0) + count);
  }

  openParagraph(): void {
    if (++this.paragraphCount > this.limits.paragraphs) {
      throw refuse("too-many-paragraphs", { limit: this.limits.paragraphs });
    }
    this.container.paragraph = new ParagraphState();
  }

  closeParagraph(): void {
    const { container } = this;
    const paragraph = container.paragraph;
    if (paragraph === null) return;
    container.paragraph = null;
    const text = (container.joined ?? "") + paragraph.text;
    if (paragraph.markDeleted) {
      container.joined = text;
    } else {
      container.joined = null;
      container.blocks.push(this.toParagraph(this.numberOf(paragraph) + text));
    }
    for (const block of paragraph.boxes) container.blocks.push(block);
  }

  openTable(): void {
    if (this.tables.length >= this.limits.tableDepth)
      throw refuse("nesting-too-deep", { limit: this.limits.tableDepth });
    this.flushJoined(this.container);
    this.tables.push({ rows: [], row: null });
  }

  closeTable(): void {
    const state = this.tables.pop();
    const built = state ? buildTable(state.rows) : null;
    if (built === null) return;
    this.countCells(built.table.columns * built.table.rows.length);
    this.omit("covered-text", built.covered);
    this.container.blocks.push(built.table);
  }

  openRow(): void {
    const row: RawRow = { before: 0, deleted: false, cells: [] };
    const table = this.tables.at(-1);
    if (!table) return;
    table.row = row;
    table.rows.push(row);
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    if (table) table.row = null;
  }

  openCell(): void {
    const cell: RawCell = { span: 1, vertical: "none", horizontal: "none", deleted: false, blocks: [] };
    this.row?.cells.push(cell);
    this.cells.push(cell);
    this.containers.push({ kind: "cell", blocks: cell.blocks, joined: null, paragraph: null });
  }

  closeCell(): void {
    this.cells.pop();
    this.closeContainer();
  }

  openBox(): void {
    this.containers.push({ kind: "box", blocks: [], joined: null, paragraph: null });
  }

  closeBox(): void {
    const box = this.closeContainer();
    const anchor = this.paragraph;
    if (box && anchor) anchor.boxes.push(...box.blocks);
    else if (box) this.container.blocks.push(...box.blocks);
  }

  closeContainer(): Container | undefined {
    const container = this.containers.length > 1 ? this.containers.pop() : this.body;
    if (container) this.flushJoined(container);
    return container;
  }

  private flushJoined(container: Container): void {
    if (container.joined) container.blocks.push(this.toParagraph(container.joined));
    container.joined = null;
  }

  private numberOf(paragraph: ParagraphState): string {
    const style = this.styles.byId.get(paragraph.styleId ?? this.styles.defaultParagraph ?? "");
    const numberingId = paragraph.numberingId ?? style?.list.numberingId ?? null;
    if (numberingId === null || numberingId === "0") return "";
    const text = this.lists.next(numberingId, Math.min(paragraph.level ?? style?.list.level ?? 0, 8));
    return paragraph.text === "" ? text.trimEnd() : text;
  }

  /** Short texts repeat by the thousand («0,0»): one string serves them all. */
  private toParagraph(text: string): Paragraph {
    if (text.length > LONGEST_SHARED_TEXT) return { kind: "paragraph", text: ownCopy(text) };
    const known = this.known.get(text) ?? ownCopy(text);
    if (this.known.size < MOST_SHARED_TEXTS) this.known.set(known, known);
    return { kind: "paragraph", text: known };
  }

  private countCells(count: number): void {
    this.cellCount += count;
    if (this.cellCount > this.limits.cells) throw refuse("too-many-cells", { limit: this.limits.cells });
  }
}
