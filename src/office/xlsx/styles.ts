import { type Package, scanPart } from "../packed/xml-part.ts";
import type { XmlTag } from "../packed/xml-tag.ts";
import type { ZipEntry } from "../packed/zip.ts";
import { findBuiltInFormat, type NumberFormat, parseNumberFormat } from "./number-format.ts";

type Rule = "format" | "formats" | "format-of-cell";

/** The number formats of cells by the index that a cell names (`s`). */
export function readCellFormats(source: Package, entry: ZipEntry): NumberFormat[] {
  const own = new Map<number, NumberFormat>();
  const ids: number[] = [];
  const listener = {
    rules: new Map<string, Rule>([
      ["x:numFmt", "format"],
      ["x:cellXfs", "formats"],
      ["x:xf", "format-of-cell"],
    ]),
    collecting: false,
    inFormats: false,
    open(rule: Rule, tag: XmlTag<Rule>): boolean {
      const id = Number(tag.attributes.get("numFmtId") ?? "0");
      if (rule === "format") own.set(id, parseNumberFormat(tag.attributes.get("formatCode") ?? ""));
      if (rule === "formats") this.inFormats = true;
      if (rule === "format-of-cell" && this.inFormats) ids.push(id);
      return false;
    },
    close(rule: Rule): void {
      if (rule === "formats") this.inFormats = false;
    },
    text(): void {},
  };
  scanPart(source, entry, listener);
  return ids.map((id) => own.get(id) ?? findBuiltInFormat(id));
}
