import type { Language } from "../kernel/refusal.ts";
import { comparisonWord, describeObject, describeReason, writeDifference } from "./messages-comparison.ts";
import type { Comparison } from "./views-comparison.ts";

/** `compare A B` on the terminal: a line that counts, then each change with what was and what became. */
export function printComparison(
  { was, became, changes, counts }: Comparison,
  { write, language }: { readonly write: (text: string) => void; readonly language: Language },
): void {
  const { added, ended, changed } = counts;
  write(`${was.name} — ${became.name}: `);
  write(
    language === "ru"
      ? `добавлено ${added}, исключено ${ended}, изменено ${changed}\n`
      : `added ${added}, struck out ${ended}, changed ${changed}\n`,
  );
  if (changes.length === 0) write(`${comparisonWord("nothing", language)}\n`);
  for (const change of changes) {
    const unit = change.difference !== null && change.unit ? ` ${change.unit}` : "";
    const difference = writeDifference(change);
    write(`\n${describeObject(change, language)}\n`);
    write(`  ${change.was ?? "—"} → ${change.became ?? "—"}${difference ? ` (${difference}${unit})` : ""}\n`);
    const reason = describeReason(change, language);
    if (reason) write(`  ${reason}\n`);
  }
}
