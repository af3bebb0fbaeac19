import { MONEY_SUMS } from "../compose/money.ts";
import type { ReportContent, ReportDifference } from "../views.ts";

/** Figures of a signed report that the records have otherwise today; the names of places are those of the report's rows. */
export function compareReports(signed: ReportContent, today: ReportContent): readonly ReportDifference[] {
  const now = new Map(listFigures(today).map(({ at, value }) => [at, value]));
  const then = listFigures(signed);
  const known = new Set(then.map(({ at }) => at));
  const changed = then.flatMap(({ at, value }) => {
    const other = now.get(at) ?? "–";
    return other === value ? [] : [{ at, signed: value, today: other }];
  });
  const added = [...now].flatMap(([at, value]) => (known.has(at) ? [] : [{ at, signed: "–", today: value }]));
  return [...changed, ...added];
}

function listFigures({ indicators, activities, money, assessments }: ReportContent) {
  return [
    ...[...indicators, ...activities].map(({ number, name, fact }) => ({
      at: `${number}. ${name}`,
      value: fact ?? "–",
    })),
    ...money.rows.flatMap((row) =>
      MONEY_SUMS.map((key) => ({ at: `${row.number}. ${row.name} · ${row.source} · ${key}`, value: String(row[key]) })),
    ),
    ...assessments.map(({ method, outcome }) => ({ at: method.name, value: outcome.value ?? "–" })),
  ];
}
