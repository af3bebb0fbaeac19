import { quantumOf, type RowFigure } from "../check/comparison.ts";
import { expectByHabit, type Habit } from "../check/habit.ts";
import { isHabitual } from "../check/rows.ts";
import { figureValue } from "../consolidation.ts";
import type { Activity, FigureRow } from "../contract.ts";
import { type Following, followTotal, replaceTotals, replaceValues, type Way } from "./follow.ts";

export interface ActivityChange {
  readonly before: Activity;
  readonly after: Activity;
  /** Begins the names of its totals: `activity:5`. */
  readonly name: string;
}

export interface Counting {
  readonly years: readonly number[];
  /** What the programme's table prints as total of rows that do not add up. */
  readonly habit: () => Habit | null;
  readonly following: Following;
}

/** The activity with the totals of its rows, its costs and its repeated rows following what changed in it. */
export function countActivity(change: ActivityChange, counting: Counting): Activity {
  const { before, name } = change;
  const countRow = (row: FigureRow | null, was: FigureRow | null | undefined): FigureRow | null =>
    row && was && row !== was ? countYears({ row, was, name }, counting) : row;
  const quantity = countRow(change.after.quantity, before.quantity);
  const unitCost = countRow(change.after.unitCost, before.unitCost);
  const sources = change.after.sources.map(
    (row) =>
      countRow(
        row,
        before.sources.find((was) => was.kind === row.kind),
      ) ?? row,
  );
  const cost = countCost({ ...change, after: { ...change.after, sources } }, counting);
  const counted = { ...change.after, quantity, unitCost, sources, cost };
  return { ...counted, repeated: repeatRows(before, counted) };
}

interface RowChange {
  readonly row: FigureRow;
  readonly was: FigureRow;
  readonly name: string;
}

function countYears({ row, was, name }: RowChange, { years, habit, following }: Counting): FigureRow {
  const ways = isHabitual(row) ? habitWays(was, row, { years, habit: habit() }) : [sumWay(was, row, years)];
  const at = { name: `${name}/${row.kind}.total`, following };
  const total = followTotal(row.values.total, ways, at);
  return total === null ? row : replaceTotals(row, new Map([["total", total]]), { name, following });
}

function sumWay(was: FigureRow, is: FigureRow, years: readonly number[]): Way {
  const sum = (row: FigureRow) => years.reduce((all, year) => all + (figureValue(row, String(year)) ?? 0n), 0n);
  return { was: sum(was), is: sum(is) };
}

/** What the row itself does comes first; the table's habit decides where several would do. A total that is left blank stays so. */
function habitWays(
  was: FigureRow,
  is: FigureRow,
  { years, habit }: { years: readonly number[]; habit: Habit | null },
): readonly Way[] {
  const fresh = years.every((year) => figureValue(was, String(year)) === null);
  if (!is.values.total || (is.values.total.value === null && !fresh)) return [];
  const others = (["sum", "mean", "last"] as const).filter((one) => one !== habit);
  return [...(habit ? [habit] : []), ...(fresh ? [] : others)].map((one) => ({
    was: expectTotal(was, one, years),
    is: expectTotal(is, one, years),
  }));
}

function expectTotal(row: FigureRow, habit: Habit, years: readonly number[]): bigint {
  const terms = years.flatMap((year): RowFigure[] => {
    const figure = row.values[String(year)];
    return figure && figure.value !== null ? [{ row, key: String(year), figure }] : [];
  });
  const total = row.values.total;
  return (total && expectByHabit(habit, terms, quantumOf({ row, figure: total }))) ?? 0n;
}

/** A cost follows the sum of its sources, year by year; its total its own years. */
function countCost({ before, after, name }: ActivityChange, { years, following }: Counting): FigureRow | null {
  const [row, was] = [after.cost, before.cost];
  if (!row || !was) return row;
  const counted = new Map<string, bigint>();
  const follow = (key: string, ways: readonly Way[]) => {
    const value = followTotal(row.values[key], ways, { name: `${name}/cost.${key}`, following });
    if (value !== null) counted.set(key, value);
  };
  const sources = (key: string): Way => ({ was: sumSources(before, key), is: sumSources(after, key) });
  if (after.sources.length > 0) for (const year of years) follow(String(year), [sources(String(year))]);
  const followed = replaceTotals(row, counted, { name, following });
  counted.clear();
  follow("total", [sumWay(was, followed, years), sources("total")]);
  return replaceTotals(followed, counted, { name, following });
}

function sumSources(activity: Activity, key: string): bigint {
  return activity.sources.reduce((sum, row) => sum + (figureValue(row, key) ?? 0n), 0n);
}

/** A row printed once more says the same as before: where it did, it goes on doing so. */
function repeatRows(before: Activity, after: Activity): readonly FigureRow[] {
  const rowOf = (activity: Activity, kind: FigureRow["kind"]) =>
    [activity.quantity, activity.unitCost, activity.cost, ...activity.sources].find((row) => row?.kind === kind);
  return repeatFigures(after.repeated, (kind) => [rowOf(before, kind), rowOf(after, kind)]);
}

export function repeatFigures(
  repeated: readonly FigureRow[],
  find: (kind: FigureRow["kind"]) => readonly [FigureRow | undefined | null, FigureRow | undefined | null],
): readonly FigureRow[] {
  const rows = repeated.map((row) => {
    const [was, is] = find(row.kind);
    if (!was || !is || was === is) return row;
    const changed = Object.keys(row.values).flatMap((key): [string, bigint][] => {
      const value = is.values[key]?.value;
      const same = row.values[key]?.value === was.values[key]?.value;
      return same && value != null && value !== was.values[key]?.value ? [[key, value]] : [];
    });
    return replaceValues(row, new Map(changed));
  });
  return rows.some((row, at) => row !== repeated[at]) ? rows : repeated;
}
