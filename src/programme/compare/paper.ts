import type { Language } from "../../kernel/refusal.ts";
import type { Paper, PaperBlock, PaperCell, PaperParagraph } from "../../office/paper.ts";
import { comparisonWord, describeObject, describeReason, writeDifference } from "../messages-comparison.ts";
import type { Change, Comparison } from "../views-comparison.ts";

const COLUMNS = ["number", "object", "was", "became", "difference", "reason", "basis"] as const;
const WIDTHS = [5, 26, 20, 20, 10, 13, 14];

/** «Сравнительная таблица» as an official paper. */
export function layOutComparison(comparison: Comparison, language: Language): Paper {
  const { was, became, changes } = comparison;
  const title = comparisonWord("title", language);
  const paragraph = (text: string, style: PaperParagraph["style"]): PaperParagraph => ({
    kind: "paragraph",
    text,
    style,
  });
  const body: PaperBlock =
    changes.length === 0
      ? paragraph(comparisonWord("nothing", language), "body")
      : { kind: "table", columns: WIDTHS, headRows: 1, rows: [headRow(language), ...listRows(comparison, language)] };
  const names = was.title === became.title ? [became.title] : [was.title, became.title];
  const heading = [
    paragraph(title, "title"),
    ...names.map((name) => paragraph(name.replace(/\s+/g, " ").trim(), "heading")),
    paragraph(`${was.name} — ${became.name}`, "heading"),
  ];
  return { title, sections: [{ orientation: "landscape", blocks: [...heading, body] }] };
}

function headRow(language: Language) {
  return {
    cells: COLUMNS.map(
      (column): PaperCell => ({ text: comparisonWord(column, language), align: "center", bold: true }),
    ),
  };
}

function listRows({ changes, became }: Comparison, language: Language) {
  return changes.map((change, at) => ({ cells: describeRow(change, { at, basis: became.basis ?? "", language }) }));
}

function describeRow(
  change: Change,
  { at, basis, language }: { readonly at: number; readonly basis: string; readonly language: Language },
): readonly PaperCell[] {
  const align = change.difference === null ? "left" : "right";
  const unit = change.difference !== null && change.unit ? `, ${change.unit}` : "";
  return [
    { text: String(at + 1), align: "center" },
    { text: `${describeObject(change, language)}${unit}` },
    { text: change.was ?? "—", align },
    { text: change.became ?? "—", align },
    { text: writeDifference(change), align: "right" },
    { text: describeReason(change, language) },
    { text: basis },
  ];
}
