import type { Activity, FigureRow, TableHead } from "../../contract.ts";

/** What tells the years of a programme. */
export interface YearWords {
  readonly activities: readonly Activity[];
  readonly summary: readonly FigureRow[];
  /** As the title and the passport's term name them. */
  readonly named: { readonly title: readonly number[]; readonly term: readonly number[] };
}

/**
 * The years that a programme plans, ascending: those of its tables. Past years that a table keeps beside them are left
 * out where title or term say when the programme begins and ends.
 */
export function findYears(heads: readonly TableHead[], { activities, summary, named }: YearWords): number[] {
  const keys = [...activities.flatMap(listRows), ...summary].flatMap((row) => Object.keys(row.values));
  const money = [...keys.filter((key) => /^\d{4}$/.test(key)).map(Number), ...yearsOf(heads, "annex2", "annex3")];
  const all = [...new Set(money.length > 0 ? money : yearsOf(heads, "annex1"))];
  const term = [...named.title, ...named.term];
  const within = all.filter((year) => year >= Math.min(...term) && year <= Math.max(...term));
  return (within.length > 0 ? within : all).sort((a, b) => a - b);
}

function listRows({ quantity, unitCost, cost, sources }: Activity): FigureRow[] {
  return [quantity, unitCost, cost, ...sources].flatMap((row) => row ?? []);
}

function yearsOf(heads: readonly TableHead[], ...parts: readonly TableHead["part"][]): number[] {
  return heads
    .filter((head) => parts.includes(head.part))
    .flatMap((head) => head.columns.filter((column) => column.meaning === "year"))
    .map((column) => Number(column.key));
}
