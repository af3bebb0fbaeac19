import { type Package, scanPart } from "../packed/xml-part.ts";
import type { ZipEntry } from "../packed/zip.ts";

/** Text of `t` as a person sees it: escaped characters in their place, line ends as \n, soft hyphens gone. */
export function cleanCellText(text: string): string {
  const unescaped = text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
  return unescaped.replace(/\r\n?/g, "\n").replace(/\u00ad|(?![\t\n])\p{Cc}|\p{Cs}/gu, "");
}

type Rule = "string" | "text" | "leave";

/** Reads the table of strings: runs of rich text joined, readings of characters (`rPh`) left out. */
export function readSharedStrings(source: Package, entry: ZipEntry): string[] {
  const strings: string[] = [];
  const listener = {
    rules: new Map<string, Rule>([
      ["x:si", "string"],
      ["x:t", "text"],
      ["x:rPh", "leave"],
    ]),
    collecting: false,
    current: "",
    open(rule: Rule): boolean {
      if (rule === "string") this.current = "";
      if (rule === "text") this.collecting = true;
      return rule === "leave";
    },
    close(rule: Rule): void {
      if (rule === "string") strings.push(cleanCellText(this.current));
      if (rule === "text") this.collecting = false;
    },
    text(text: string): void {
      this.current += text;
    },
  };
  scanPart(source, entry, listener);
  return strings;
}
