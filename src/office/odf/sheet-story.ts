import type { BlockFlow } from "../building/flow.ts";
import type { ReadLimits } from "../limits.ts";
import { addSheet } from "../sheet/blocks.ts";
import { toDecimalText } from "../sheet/decimal-text.ts";
import { CellBudget, Sheet } from "../sheet/sheet.ts";
import { readWhole } from "./styles.ts";

interface OpenCell {
  readonly attributes: ReadonlyMap<string, string>;
  readonly lines: string[];
}

interface FilledCell {
  readonly column: number;
  readonly repeat: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The sheets of a spreadsheet, written into the flow one by one. Repetitions without text cost nothing. */
export class SheetStory {
  private readonly flow: BlockFlow;
  private readonly limits: ReadLimits;
  private readonly budget: CellBudget;
  private sheet: Sheet | null = null;
  private columns = 0;
  private row = 0;
  private column = 0;
  private rowRepeat = 1;
  private filled: FilledCell[] = [];
  private cell: OpenCell | null = null;

  constructor(flow: BlockFlow, limits: ReadLimits) {
    this.flow = flow;
    this.limits = limits;
    this.budget = new CellBudget(limits);
  }

  openSheet(): void {
    this.sheet = new Sheet(this.budget);
    this.columns = 0;
    this.row = 0;
  }

  closeSheet(): void {
    if (this.sheet) addSheet(this.sheet, this.flow, this.limits);
    this.sheet = null;
  }

  passColumns(attributes: ReadonlyMap<string, string>): void {
    const repeat = readWhole(attributes.get("table:number-columns-repeated"), 1);
    if (isHidden(attributes)) this.sheet?.hiddenColumns.add({ from: this.columns + 1, to: this.columns + repeat });
    this.columns += repeat;
  }

  openRow(attributes: ReadonlyMap<string, string>): void {
    this.rowRepeat = readWhole(attributes.get("table:number-rows-repeated"), 1);
    if (isHidden(attributes)) this.sheet?.hiddenRows.add({ from: this.row + 1, to: this.row + this.rowRepeat });
    this.column = 0;
    this.filled = [];
  }

  closeRow(): void {
    const times = this.filled.length > 0 ? this.rowRepeat : 0;
    for (let row = this.row + 1; row <= this.row + times; row++) {
      for (const cell of this.filled) this.write(row, cell);
    }
    this.row += this.rowRepeat;
  }

  openCell(attributes: ReadonlyMap<string, string>): void {
    this.cell = { attributes, lines: [] };
  }

  closeCell(): void {
    const { cell } = this;
    if (cell === null) return;
    const { attributes } = cell;
    const repeat = readWhole(attributes.get("table:number-columns-repeated"), 1);
    const columnSpan = readWhole(attributes.get("table:number-columns-spanned"), 1);
    const rowSpan = readWhole(attributes.get("table:number-rows-spanned"), 1);
    const printed = printCell(attributes, cell.lines.join("\n"));
    // Lines without a letter are no text: repeated a milliard times they would be written as often for nothing.
    const text = printed.trim() === "" ? "" : printed;
    if (text === "" && attributes.has("table:formula") && !attributes.has("office:value-type")) {
      this.flow.omit("formula-without-value");
    }
    if (text !== "" || columnSpan > 1 || rowSpan > 1) {
      this.filled.push({ column: this.column + 1, repeat, text, rowSpan, columnSpan });
    }
    this.column += repeat;
    this.cell = null;
  }

  openParagraph(): void {
    this.cell?.lines.push("");
  }

  addText(text: string): void {
    const lines = this.cell?.lines;
    if (lines && lines.length > 0) lines[lines.length - 1] += text;
  }

  private write(row: number, cell: FilledCell): void {
    for (let column = cell.column; column < cell.column + (cell.text === "" ? 1 : cell.repeat); column++) {
      this.sheet?.setCell(row, column, cell.text);
    }
    const bottom = row + cell.rowSpan - 1;
    this.sheet?.addMerge({ top: row, left: cell.column, bottom, right: cell.column + cell.columnSpan - 1 });
  }
}

function isHidden(attributes: ReadonlyMap<string, string>): boolean {
  return /^(?:collapse|filter)$/.test(attributes.get("table:visibility") ?? "");
}

/** The raw value in Russian notation with at least the decimals shown; dates as dd.mm.yyyy; otherwise what is shown. */
function printCell(attributes: ReadonlyMap<string, string>, shown: string): string {
  const type = attributes.get("office:value-type");
  const value = Number(attributes.get("office:value") ?? "");
  const isNumber = type === "float" || type === "currency" || type === "percentage";
  if (isNumber && Number.isFinite(value) && attributes.has("office:value") && !/#|Err:/.test(shown)) {
    const decimals = /\d[.,](\d+)\D*$/.exec(shown)?.[1]?.length ?? 0;
    return type === "percentage" ? `${toDecimalText(value, decimals, 2)}%` : toDecimalText(value, decimals);
  }
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(attributes.get("office:date-value") ?? "") ?? [];
  // A date shown as a year alone is a year.
  if (type === "date" && day !== undefined && !/^\d{4}$/.test(shown)) return `${day}.${month}.${year}`;
  return shown.replaceAll("\u00ad", "");
}
