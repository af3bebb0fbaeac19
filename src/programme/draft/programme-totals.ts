import { activitiesUnder, figureValue, innerRollups, yearKeys } from "../consolidation.ts";
import type { Activity, FigureKind, FigureRow, Programme, Rollup } from "../contract.ts";
import { repeatFigures } from "./activity-totals.ts";
import { type Following, followTotal, replaceTotals, type Touched, type Way } from "./follow.ts";

export interface Versions {
  readonly before: Programme;
  readonly after: Programme;
  readonly touched: Touched;
  readonly following: Following;
}

/** The sums of one column below a total, before and after: several where the document has several levels. */
type Below = (kind: FigureKind, key: string) => readonly Way[];

const LEVELS: readonly Rollup["of"][] = ["objective", "goal", "subprogramme", "programme"];

/** The printed totals of annex 2, lowest first, then annex 3, following the activities. */
export function countTotals(versions: Versions): Programme {
  let after = versions.after;
  for (const of of LEVELS) after = countLevel({ ...versions, after }, of);
  return countSummary({ ...versions, after });
}

function countLevel(versions: Versions, of: Rollup["of"]): Programme {
  const { before, after, touched } = versions;
  const rollups = after.rollups.map((rollup, at) => {
    const was = before.rollups[at];
    if (rollup.of !== of || !was || activitiesUnder(touched, rollup).length === 0) return rollup;
    const how = { ...versions, below: belowRollup(versions, rollup), name: `rollup:${at}` };
    const rows = countRows(rollup.rows, was.rows, how);
    if (rows === rollup.rows) return rollup;
    const find = (list: readonly FigureRow[], kind: FigureKind) => list.find((row) => row.kind === kind);
    const repeated = repeatFigures(rollup.repeated, (kind) => [find(was.rows, kind), find(rows, kind)]);
    return { ...rollup, rows, repeated };
  });
  return rollups.some((rollup, at) => rollup !== after.rollups[at]) ? { ...after, rollups } : after;
}

function belowRollup({ before, after }: Versions, rollup: Rollup): Below {
  const [was, is] = [activitiesUnder(before, rollup), activitiesUnder(after, rollup)];
  const inner = placesOf(after, innerRollups(after, rollup));
  return (kind, key) => [
    { was: sumOf(was, kind, key), is: sumOf(is, kind, key) },
    { was: sumRollups(before, inner, { kind, key }), is: sumRollups(after, inner, { kind, key }) },
  ];
}

/** Rollups keep their places through any edit. */
function placesOf({ rollups }: Programme, some: readonly Rollup[]): readonly number[] {
  return rollups.flatMap((rollup, at) => (some.includes(rollup) ? [at] : []));
}

const WHOLE: Rollup = { of: "programme", number: 1, goal: null, subprogramme: null, rows: [], repeated: [] };

function countSummary(versions: Versions): Programme {
  const { before, after } = versions;
  const below = belowRollup(versions, WHOLE);
  const whole = placesOf(
    after,
    after.rollups.filter((rollup) => rollup.of === "programme"),
  );
  const summary = countRows(after.summary, before.summary, {
    ...versions,
    below: (kind, key) => [
      ...below(kind, key),
      { was: sumRollups(before, whole, { kind, key }), is: sumRollups(after, whole, { kind, key }) },
    ],
    name: "summary",
  });
  return summary === after.summary ? after : { ...after, summary };
}

export interface Rows extends Pick<Versions, "after" | "touched" | "following"> {
  readonly below: Below;
  /** Begins the names of its totals. */
  readonly name: string;
}

/** Rows by source and year with the cost above them: each year follows what is below, each total also its own years. */
export function countRows(rows: readonly FigureRow[], before: readonly FigureRow[], how: Rows): readonly FigureRow[] {
  const counted = rows.map((row, at) => {
    const was = before[at];
    return was ? countRow(row, was, { ...how, beside: before }) : row;
  });
  return counted.some((row, at) => row !== rows[at]) ? counted : rows;
}

function countRow(row: FigureRow, was: FigureRow, how: Rows & { readonly beside: readonly FigureRow[] }): FigureRow {
  const { below, name, following, touched, beside } = how;
  const { years } = how.after;
  let counted = row;
  for (const key of yearKeys(years)) {
    if (!row.values[key] || !touched.has(row.kind, key)) continue;
    const own = key === "total" ? [{ was: sumYears(was, years), is: sumYears(counted, years) }] : [];
    const at = { name: `${name}/${row.kind}.${key}`, following };
    const value = followTotal(row.values[key], [...own, ...below(row.kind, key)], at);
    if (value !== null) counted = replaceTotals(counted, new Map([[key, value]]), { name, following, beside });
  }
  return counted;
}

function sumYears(row: FigureRow, years: readonly number[]): bigint {
  return years.reduce((sum, year) => sum + (figureValue(row, String(year)) ?? 0n), 0n);
}

/** A cost that is not printed is that of its sources. */
export function sumOf(activities: readonly Activity[], kind: FigureKind, key: string): bigint {
  let sum = 0n;
  for (const activity of activities) {
    if (kind === "cost" && !activity.cost) for (const row of activity.sources) sum += figureValue(row, key) ?? 0n;
    else sum += figureValue(rowOf(activity, kind), key) ?? 0n;
  }
  return sum;
}

export function rowOf(activity: Activity, kind: FigureKind): FigureRow | null | undefined {
  if (kind === "cost" || kind === "quantity" || kind === "unitCost") return activity[kind];
  return activity.sources.find((row) => row.kind === kind);
}

function sumRollups(
  { rollups }: Programme,
  places: readonly number[],
  { kind, key }: { kind: FigureKind; key: string },
): bigint {
  return places.reduce((sum, at) => {
    const row = rollups[at]?.rows.find((candidate) => candidate.kind === kind);
    return sum + (figureValue(row, key) ?? 0n);
  }, 0n);
}
