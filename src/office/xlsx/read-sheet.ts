import type { BlockFlow } from "../building/flow.ts";
import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { GENERAL, type NumberFormat } from "./number-format.ts";
import { parseRange, parseReference } from "./references.ts";
import { cleanCellText } from "./shared-strings.ts";
import { printNumber } from "./value-text.ts";

/** What the cells of all sheets refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
  readonly flow: BlockFlow;
}

type Rule = "row" | "cell" | "value" | "text" | "formula" | "merge" | "column" | "picture" | "leave";

const RULES = new Map<string, Rule>([
  ["x:row", "row"],
  ["x:c", "cell"],
  ["x:v", "value"],
  ["x:t", "text"],
  ["x:f", "formula"],
  ["x:mergeCell", "merge"],
  ["x:col", "column"],
  ["x:drawing", "picture"],
  ["x:legacyDrawing", "leave"],
  ["x:rPh", "leave"],
  ["x:extLst", "leave"],
]);

/** Reads one worksheet into `sheet`; what cannot be shown is counted. */
export function readSheet(
  source: Package,
  entry: ZipEntry,
  { sheet, context }: { sheet: Sheet; context: WorkbookContext },
): void {
  scanPart(source, entry, new SheetListener(sheet, context));
}

class SheetListener {
  readonly rules = RULES;
  collecting = false;
  private readonly sheet: Sheet;
  private readonly context: WorkbookContext;
  private row = 0;
  private column = 0;
  private type = "n";
  private format: NumberFormat = GENERAL;
  private raw = "";
  private hasFormula = false;
  private hasValue = false;

  constructor(sheet: Sheet, context: WorkbookContext) {
    this.sheet = sheet;
    this.context = context;
  }

  open(rule: Rule, tag: XmlTag<Rule>): boolean {
    if (rule === "row") this.openRow(tag.attributes);
    else if (rule === "cell") this.openCell(tag.attributes);
    else if (rule === "value" || rule === "text") this.collecting = true;
    else if (rule === "formula") this.hasFormula = true;
    else if (rule === "column") this.hideColumns(tag.attributes);
    else if (rule === "picture") this.context.flow.omit("picture");
    else if (rule === "merge") {
      const range = parseRange(tag.attributes.get("ref") ?? "");
      if (range !== null) this.sheet.addMerge(range);
    }
    return rule === "leave";
  }

  close(rule: Rule): void {
    if (rule === "value" || rule === "text") {
      this.collecting = false;
      this.hasValue = true;
    } else if (rule === "cell") this.closeCell();
  }

  text(text: string): void {
    this.raw += text;
  }

  private openRow(attributes: ReadonlyMap<string, string>): void {
    const stated = parseReference(`A${attributes.get("r") ?? ""}`)?.row;
    this.row = stated ?? this.row + 1;
    this.column = 0;
    if (isOn(attributes.get("hidden"))) this.sheet.hiddenRows.add({ from: this.row, to: this.row });
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    const place = parseReference(attributes.get("r") ?? "");
    this.row = place?.row ?? Math.max(this.row, 1);
    this.column = place?.column ?? this.column + 1;
    this.type = attributes.get("t") ?? "n";
    this.format = this.context.formats[Number(attributes.get("s") ?? "0")] ?? GENERAL;
    this.raw = "";
    this.hasFormula = false;
    this.hasValue = false;
  }

  private closeCell(): void {
    if (this.hasFormula && (!this.hasValue || (this.raw === "" && this.type !== "str"))) {
      this.context.flow.omit("formula-without-value");
    }
    this.sheet.setCell(this.row, this.column, this.hasValue ? this.printValue() : "");
  }

  private printValue(): string {
    if (this.type === "s") return this.context.strings[Number(this.raw)] ?? "";
    if (this.type === "b") return this.raw.trim() === "1" ? "ИСТИНА" : "ЛОЖЬ";
    if (this.type === "d") return printIsoDate(this.raw);
    const value = Number(this.raw);
    if (this.type !== "n" || this.raw.trim() === "" || !Number.isFinite(value)) return cleanCellText(this.raw);
    return printNumber(value, this.format, this.context.from1904);
  }

  private hideColumns(attributes: ReadonlyMap<string, string>): void {
    const from = Number(attributes.get("min"));
    const to = Number(attributes.get("max"));
    if (isOn(attributes.get("hidden")) && from >= 1 && to >= from) this.sheet.hiddenColumns.add({ from, to });
  }
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** «2024-03-01T00:00:00» as 01.03.2024. */
function printIsoDate(raw: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(raw.trim()) ?? [];
  return day === undefined ? cleanCellText(raw) : `${day}.${month}.${year}`;
}
