import { BlockFlow, type Diversion } from "../building/flow.ts";
import { FlowingText } from "../building/flowing-text.ts";
import type { ReadLimits } from "../limits.ts";
import { OdfLists } from "./lists.ts";
import { type OdfStyles, readWhole } from "./styles.ts";

interface OpenParagraph {
  readonly number: string;
  readonly text: FlowingText;
  /** Where blocks went before; those of frames anchored in the paragraph follow it. */
  readonly diversion: Diversion;
}

interface OpenCell {
  readonly repeat: number;
}

/** What a text document became: blocks put together while its elements go by. */
export class OdfStory {
  readonly flow: BlockFlow;
  readonly lists: OdfLists;
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly cells: OpenCell[] = [];
  private readonly rowRepeats: number[] = [];

  constructor(limits: ReadLimits, styles: OdfStyles) {
    this.flow = new BlockFlow({ limits, explicit: true });
    this.lists = new OdfLists(styles);
  }

  get text(): FlowingText | null {
    return this.paragraphs.at(-1)?.text ?? null;
  }

  openParagraph(number: string): void {
    this.paragraphs.push({ number, text: new FlowingText(), diversion: this.flow.divert() });
  }

  closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const anchored = this.flow.restore(paragraph.diversion);
    const { text } = paragraph.text;
    this.flow.addParagraph(text === "" ? paragraph.number.trimEnd() : paragraph.number + text);
    this.flow.addBlocks(anchored);
  }

  openTable(): void {
    this.flow.openTable();
  }

  openRow(repeat: string | undefined): void {
    this.rowRepeats.push(readWhole(repeat, 1));
    this.flow.openRow();
  }

  closeRow(): void {
    this.flow.closeRow();
    this.flow.repeatRow(this.rowRepeats.pop() ?? 1);
  }

  openCell(attributes: ReadonlyMap<string, string>, covered: boolean): void {
    this.cells.push({ repeat: readWhole(attributes.get("table:number-columns-repeated"), 1) });
    const columnSpan = Math.max(1, readWhole(attributes.get("table:number-columns-spanned"), 1));
    const rowSpan = Math.max(1, readWhole(attributes.get("table:number-rows-spanned"), 1));
    this.flow.openCell({ columnSpan: covered ? 1 : columnSpan, rowSpan: covered ? 1 : rowSpan, covered });
  }

  closeCell(): void {
    this.flow.closeCell(this.cells.pop()?.repeat ?? 1);
  }
}
