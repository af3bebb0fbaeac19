import type { Language } from "../kernel/refusal.ts";
import { writePaper } from "../office/docx-write/write-docx.ts";
import { writeWorkbook } from "../office/xlsx-write/write-xlsx.ts";
import { layOutComparison } from "./compare/paper.ts";
import { buildComparisonBook } from "./compare/workbook.ts";
import type { Comparison } from "./views-comparison.ts";

/** The forms in which a comparison is given out. */
export const COMPARISON_FORMATS = ["docx", "xlsx"] as const;
export type ComparisonFormat = (typeof COMPARISON_FORMATS)[number];

/** A comparison as a Word table or as a workbook with living differences. */
export function writeComparisonAs(
  format: ComparisonFormat,
  comparison: Comparison,
  language: Language,
): Promise<Uint8Array> {
  return format === "docx"
    ? writePaper(layOutComparison(comparison, language))
    : writeWorkbook(buildComparisonBook(comparison, language));
}
