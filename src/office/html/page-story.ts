import { BlockFlow } from "../building/flow.ts";
import { FlowingText } from "../building/flowing-text.ts";
import { formatNumber } from "../docx/number-format.ts";
import type { ReadLimits } from "../limits.ts";

interface OpenList {
  readonly ordered: boolean;
  readonly format: string;
  next: number;
}

/** More columns than a browser spans. */
const WIDEST_SPAN = 1000;
const TALLEST_SPAN = 65_534;
const LIST_FORMATS = new Map([
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
]);

/** What a page became: lines gathered into paragraphs, paragraphs and tables into blocks. */
export class PageStory {
  readonly flow: BlockFlow;
  text = new FlowingText();
  private readonly lists: OpenList[] = [];
  /** The paragraph that is open stays although it is empty, since something stood in it. */
  private touched = false;
  private number = "";

  constructor(limits: ReadLimits) {
    this.flow = new BlockFlow({ limits, explicit: false });
  }

  /** An empty paragraph that holds a break or a no-break blank is a line that a person sees. */
  touch(): void {
    this.touched = true;
  }

  endParagraph(): void {
    const text = this.text.text.replace(/\n$/, "");
    const isBlank = text.trim() === "";
    if (!isBlank || this.touched || this.number !== "") {
      this.flow.addParagraph(isBlank ? this.number.trimEnd() : this.number + text);
    }
    this.text = new FlowingText();
    this.touched = false;
    this.number = "";
  }

  openList(ordered: boolean, attributes: Readonly<Record<string, string>>): void {
    const start = Number.parseInt(attributes.start ?? "1", 10);
    const format = LIST_FORMATS.get(attributes.type ?? "") ?? "decimal";
    this.lists.push({ ordered, format, next: Number.isNaN(start) ? 1 : start });
  }

  closeList(): void {
    this.lists.pop();
  }

  openItem(attributes: Readonly<Record<string, string>>): void {
    const list = this.lists.at(-1);
    const value = Number.parseInt(attributes.value ?? "", 10);
    if (list && !Number.isNaN(value)) list.next = value;
    this.number = list?.ordered === true ? `${formatNumber(list.next++, list.format)}. ` : "• ";
  }

  openTable(): void {
    this.flow.openTable();
  }

  /** LibreOffice parts columns whose edges differ by a hair with columns of no width. */
  passColumns(attributes: Readonly<Record<string, string>>): void {
    const count = Math.min(readSpan(attributes.span), WIDEST_SPAN);
    this.flow.passColumns(count, !/^\s*0+(?:\*|px|pt|%)?\s*$/.test(attributes.width ?? ""));
  }

  openCell(attributes: Readonly<Record<string, string>>): void {
    const columnSpan = Math.min(readSpan(attributes.colspan), WIDEST_SPAN);
    const rowSpan = attributes.rowspan?.trim() === "0" ? TALLEST_SPAN : readSpan(attributes.rowspan);
    this.flow.openCell({ columnSpan, rowSpan: Math.min(rowSpan, TALLEST_SPAN) });
  }
}

function readSpan(value: string | undefined): number {
  const number = Number.parseInt(value ?? "", 10);
  return Number.isNaN(number) || number < 1 ? 1 : number;
}
