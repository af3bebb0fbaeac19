import type { FigureRow, Part, Words } from "../../contract.ts";
import { readRowKind } from "../../language/vocabulary.ts";
import type { PartTable } from "../parts/parts.ts";
import { readFacts, type TableWords } from "../table/facts.ts";
import { RowGatherer } from "../table/figure.ts";
import type { Head } from "../table/head.ts";
import { type RowReader, readRows } from "../table/rows.ts";

/** Annex 3: the whole and the sources by year, either of them as rows or as columns; the unit of money stands in a column, in the head or above the table. */
export function readSummary(
  { table, head }: Omit<PartTable, "above">,
  words: TableWords,
  part: Part = "annex3",
): FigureRow[] {
  if (!head) return [];
  const gatherer = new RowGatherer();
  for (const row of readRows(part, table, { head, from: head.rows + 1 })) {
    if (row.repeatsHead) continue;
    const label = readLabel(row, head);
    const kind = label ? (words.sourceCodes.get(label.text) ?? readRowKind(label.text)) : null;
    const facts =
      label && (kind || row.period) ? readFacts(row, { kind, label, key: row.period, lines: [] }, words) : [];
    for (const fact of facts) gatherer.add(fact);
    if (facts.length === 0 && row.text !== "" && !row.spanning)
      words.report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
  }
  const { rows, repeated } = gatherer.separate();
  return [...rows, ...repeated];
}

function readLabel(row: RowReader, head: Head): Words | null {
  const first = head.columns.find((column) => column.meaning !== "number")?.column ?? 1;
  return row.words("source") ?? row.words("label") ?? row.words("period") ?? row.wordsAt(first);
}
