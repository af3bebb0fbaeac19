import { cellText, type Table, tableGrid } from "../../../office/tree.ts";
import type { Part, Question, ReadingHints } from "../../contract.ts";
import { oneLine } from "../../language/words.ts";
import { type Head, hintKey } from "../table/head.ts";
import { type DocumentParts, tableKey } from "./parts.ts";

const SAMPLE_ROWS = 4;
const SAMPLE_CELLS = 8;

/** Tables of which nothing was recognised and columns whose head means nothing to the reader, in the order of the document; what was answered before is asked again, with its answer. */
export function listQuestions(parts: DocumentParts, hints: ReadingHints): Question[] {
  const tables = parts.unknown.map(({ part, table }) => askTable(part, table, hints));
  const answered = parts.answered.map(({ part, table }) => askTable(part, table, hints));
  const columns = (["annex1", "annex2", "annex3"] as const).flatMap((part) =>
    parts.tables[part].flatMap(({ table, head }) => (head ? askColumns(part, { table, head }, hints) : [])),
  );
  return [...tables, ...answered, ...columns].sort((a, b) => (a.place.table ?? 0) - (b.place.table ?? 0));
}

function askTable(part: Part, table: Table, hints: ReadingHints): Question {
  const key = tableKey(table);
  const sample = tableGrid(table)
    .slice(0, SAMPLE_ROWS)
    .map((row) => row.slice(0, SAMPLE_CELLS).map((cell) => (cell ? oneLine(cellText(cell)).slice(0, 120) : "")));
  const place = {
    part,
    table: table.number,
    row: null,
    column: null,
    text: sample[0]?.join(" | ").slice(0, 200) ?? "",
  };
  return { kind: "table", key, place, sample, answer: hints.tables[key] ?? null };
}

function askColumns(part: Part, { table, head }: { table: Table; head: Head }, hints: ReadingHints): Question[] {
  const grid = tableGrid(table);
  return head.columns.flatMap(({ column, meaning, text }) => {
    const key = hintKey(text);
    const answer = hints.columns[key] ?? null;
    const cells = grid.slice(head.rows).flatMap((row) => {
      const cell = row[column - 1];
      const said = cell && cell.column === column && cell.columnSpan === 1 ? oneLine(cellText(cell)) : "";
      return said ? [[said.slice(0, 120)]] : [];
    });
    if (text === "" || (answer === null && (meaning !== "unknown" || cells.length === 0))) return [];
    const place = { part, table: table.number, row: head.rows, column, text: text.slice(0, 200) };
    return [{ kind: "column" as const, key, place, sample: cells.slice(0, SAMPLE_ROWS), answer }];
  });
}
