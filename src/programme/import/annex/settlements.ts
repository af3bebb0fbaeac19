import type { FigureRow, Programme } from "../../contract.ts";

/** Where a programme names no other municipal budget, «бюджет поселения» is its own: the local one. */
export function foldSettlements(programme: Programme): Programme {
  const rows = [
    ...programme.passport.finance,
    ...programme.summary,
    ...programme.activities.flatMap((activity) => activity.sources),
    ...programme.rollups.flatMap((rollup) => rollup.rows),
  ];
  if (rows.some((row) => row.kind === "local") || !rows.some((row) => row.kind === "settlement")) return programme;
  const asLocalAll = (list: readonly FigureRow[]) => list.map(asLocal);
  return {
    ...programme,
    passport: { ...programme.passport, finance: asLocalAll(programme.passport.finance) },
    summary: asLocalAll(programme.summary),
    activities: programme.activities.map((activity) => ({
      ...activity,
      sources: asLocalAll(activity.sources),
      repeated: asLocalAll(activity.repeated),
    })),
    rollups: programme.rollups.map((rollup) => ({
      ...rollup,
      rows: asLocalAll(rollup.rows),
      repeated: asLocalAll(rollup.repeated),
    })),
  };
}

function asLocal(row: FigureRow): FigureRow {
  return row.kind === "settlement" ? { ...row, kind: "local" } : row;
}
