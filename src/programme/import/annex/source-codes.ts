import type { FigureKind, Words } from "../../contract.ts";
import { readSource } from "../../language/vocabulary.ts";

const CODE = /(?<![\d.,])(\d{1,2})\s*[-–—=]\s*([а-яё][^;,\n\d]*)/giu;

/** What codes of sources stand for, as a note of the document says: «1 – федеральный бюджет, 2 – областной бюджет». Empty where it has no such note. */
export function readSourceCodes(paragraphs: readonly Words[]): ReadonlyMap<string, FigureKind> {
  for (const { text } of paragraphs) {
    const codes = [...text.matchAll(CODE)].flatMap(([, code, name]) => {
      const kind = /^всего|^итого/i.test(name ?? "") ? "cost" : readSource(name ?? "");
      return code && kind ? [[code, kind] as const] : [];
    });
    if (codes.length >= 2) return new Map(codes);
  }
  return new Map();
}
