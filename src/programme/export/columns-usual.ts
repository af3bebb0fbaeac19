import type { Programme } from "../contract.ts";
import type { Column } from "./columns.ts";

const WIDTH = 8;

/** Columns of figures under the usual heads: what was before, the years side by side under a shared head, the whole. */
export function figureColumns(
  keys: readonly string[],
  { programme, above, total = "итого" }: { programme: Programme; above: string; total?: string },
): Column[] {
  const planned = new Set(programme.years.map(String));
  const shared = [above, "в том числе по годам"];
  return keys.map((key) => {
    const column = { key, width: WIDTH };
    if (key === "total") return { ...column, meaning: "total", texts: [...shared, total] };
    if (key === "base") return { ...column, meaning: "base", texts: ["Базовое значение"] };
    if (planned.has(key)) return { ...column, meaning: "year", texts: [...shared, `${key} год`] };
    return { ...column, meaning: "base", texts: [`${key} год (факт)`] };
  });
}

/** A column for each head under which lines have words or figures of no known meaning. */
export function noteColumns(headings: readonly string[]): Column[] {
  return [...new Set(headings)].map((heading) => ({
    meaning: "note",
    key: null,
    texts: heading.split(" / "),
    width: 13,
  }));
}
