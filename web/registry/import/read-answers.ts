import type { ColumnMeaning, ImportAnswers } from "../../../src/registry/exchange/views.ts";
import { FIELDS } from "../../../src/registry/record/fields.data.ts";

/** What the form of the preview says: `column-3=inn`, `cell-12:5=…`, `row-12=new`, `settlements=add`. */
export function readAnswers(typed: Readonly<Record<string, string>>): ImportAnswers {
  const columns: Record<number, ColumnMeaning> = {};
  const cells: Record<string, string> = {};
  const rows: Record<number, string> = {};
  for (const [name, value] of Object.entries(typed)) {
    const [, kind, place = ""] = /^(column|cell|row)-(\d+(?::\d+)?)$/.exec(name) ?? [];
    if (kind === "column") columns[Number(place)] = readMeaning(value);
    else if (kind === "cell") cells[place] = value;
    else if (kind === "row" && value !== "") rows[Number(place)] = value;
  }
  return { columns, cells, rows, addSettlements: typed.settlements === "add" };
}

function readMeaning(text: string): ColumnMeaning {
  return text === "number" ? "number" : (FIELDS.find(({ key }) => key === text)?.key ?? "none");
}
