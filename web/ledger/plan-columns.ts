import { AUTHORITIES } from "../../src/ledger/plan/views.ts";

/** The figures of a line of the reconciliation: what each authority says, and the two ways of saying what was spent. */
export const PLAN_COLUMNS = [...AUTHORITIES, "cash", "actual"] as const;
type PlanColumn = (typeof PLAN_COLUMNS)[number];

const HEADS = {
  atStart: "planAtStart",
  programme: "planProgramme",
  decision: "planDecision",
  list: "planList",
  cash: "planCash",
  actual: "planActual",
} as const satisfies Record<PlanColumn, string>;

/** The word for a column's head. */
export function planHead(column: PlanColumn) {
  return HEADS[column];
}
