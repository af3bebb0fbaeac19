import type { Activity, FigureRow, Programme } from "../contract.ts";
import { readCountUnit } from "../language/vocabulary.ts";

/** Every row of figures of the parts that hold totals. */
export function allRows(programme: Programme): FigureRow[] {
  return [
    ...programme.passport.finance,
    ...programme.activities.flatMap(activityRows),
    ...programme.rollups.flatMap((rollup) => [...rollup.rows, ...rollup.repeated]),
    ...programme.summary,
  ];
}

export function activityRows(activity: Activity): FigureRow[] {
  const { quantity, unitCost, cost } = activity;
  return [quantity, unitCost, cost, ...activity.sources, ...activity.repeated].flatMap((row) => row ?? []);
}

/** Unit costs and percentages do not add up; their rows follow the habit of the table. */
export function isHabitual(row: FigureRow): boolean {
  return row.kind === "unitCost" || (row.kind === "quantity" && readCountUnit(row.unit?.text ?? "") === "percent");
}
