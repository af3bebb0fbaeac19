import type { ReportContent, ReportGap } from "../views.ts";

/** What keeps a report from being signed: deviations beyond the form's share without a reason, in the tables that it has. */
export function findGaps({ form, indicators, activities, money }: ReportContent): readonly ReportGap[] {
  const lines = [
    ...(form.parts.includes("indicators") ? indicators.map((row) => ({ part: "indicators" as const, row })) : []),
    ...(form.parts.includes("activities") ? activities.map((row) => ({ part: "activities" as const, row })) : []),
  ].map(({ part, row }) => ({ part, row, field: row.id }));
  const sums = form.parts.includes("money")
    ? money.rows.map((row) => ({ part: "money" as const, row, field: `${row.activityId} ${row.source}` }))
    : [];
  return [...lines, ...sums].flatMap(({ part, row, field }) =>
    row.asks && row.reason === "" ? [{ part, field, number: row.number, name: row.name }] : [],
  );
}
