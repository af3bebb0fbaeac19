import type { RowState, StatementView } from "../../../src/ledger/statement/views.ts";

/** States in which a statement and the ledger agree, or will when it is accepted. */
const FINE: readonly RowState[] = ["recorded", "proposed"];

/** How many documents disagree with the ledger, in the order of the states, and how many in all. */
export function listFindings({ rows }: Pick<StatementView, "rows">) {
  const wrong = rows.filter(({ state }) => !FINE.includes(state));
  const byState = [...Map.groupBy(wrong, ({ state }) => state)].map(([state, own]) => ({ state, count: own.length }));
  return { documents: wrong.length, byState };
}
