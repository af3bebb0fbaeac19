import { type Activity, type FigureRow, type FundingSource, type Programme, type Rollup, SOURCES } from "./contract.ts";
import type { Consolidation } from "./views.ts";

/** Keys of a row's figures: the years, then `total`. */
export function yearKeys(years: readonly number[]): string[] {
  return [...years.map(String), "total"];
}

/** A figure's value in its row; nothing printed counts as null, so that «absent» and «zero» stay apart. */
export function figureValue(row: FigureRow | null | undefined, key: string): bigint | null {
  return row?.values[key]?.value ?? null;
}

/** Costs by source and year in kopecks as they follow from the activities: what annex 3, the passport and every page must equal. The total is the sum of the years; where an activity prints no cost for a year, its sources of that year are its cost. */
export function consolidateCosts(programme: Pick<Programme, "activities" | "years">): Consolidation {
  return sumActivities(programme.activities, programme.years);
}

/** The same for some of the activities, for instance those of one objective. */
export function sumActivities(activities: readonly Activity[], years: readonly number[]): Consolidation {
  const rows = {
    cost: addUp(activities, years, readCost),
    ...Object.fromEntries(
      SOURCES.map((source) => [
        source,
        addUp(activities, years, (activity, year) => figureValue(findSource(activity, source), year) ?? 0n),
      ]),
    ),
  };
  return rows as unknown as Consolidation;
}

/** The activities that a printed total adds up: those of its objective, goal, subprogramme or of the whole programme. */
export function activitiesUnder(programme: Pick<Programme, "activities">, rollup: Rollup): readonly Activity[] {
  return programme.activities.filter((activity) => isUnder(activity, rollup));
}

const LEVELS: readonly Rollup["of"][] = ["objective", "goal", "subprogramme", "programme"];

/** The printed totals of the next smaller kind that a total adds up; none where they leave out an activity that counts in it. */
export function innerRollups(programme: Pick<Programme, "activities" | "rollups">, outer: Rollup): readonly Rollup[] {
  const all = activitiesUnder(programme, outer);
  for (const level of LEVELS.slice(0, LEVELS.indexOf(outer.of)).toReversed()) {
    const inner = programme.rollups.filter((rollup) => rollup.of === level && isInside(rollup, outer));
    const covered = new Set(inner.flatMap((rollup) => activitiesUnder(programme, rollup)));
    if (inner.length > 0 && all.every((activity) => covered.has(activity))) return inner;
  }
  return [];
}

function isInside(inner: Rollup, outer: Rollup): boolean {
  if (outer.of === "programme") return true;
  const subprogramme = inner.of === "subprogramme" ? inner.number : inner.subprogramme;
  if (outer.of === "subprogramme") return subprogramme === outer.number;
  return subprogramme === outer.subprogramme && (inner.goal === null || inner.goal === outer.number);
}

function isUnder(activity: Activity, { of, number, goal, subprogramme }: Rollup): boolean {
  if (of === "programme") return true;
  if (of === "subprogramme") return activity.subprogramme === number;
  if (activity.subprogramme !== subprogramme) return false;
  if (of === "goal") return activity.goal === number;
  return activity.objective === number && activity.goal === (goal ?? activity.goal);
}

function findSource(activity: Activity, source: FundingSource): FigureRow | undefined {
  return activity.sources.find((row) => row.kind === source);
}

function readCost(activity: Activity, year: string): bigint {
  const printed = figureValue(activity.cost, year);
  if (printed !== null) return printed;
  return SOURCES.reduce((sum, source) => sum + (figureValue(findSource(activity, source), year) ?? 0n), 0n);
}

function addUp(
  activities: readonly Activity[],
  years: readonly number[],
  read: (activity: Activity, year: string) => bigint,
): Record<string, bigint> {
  const sums: Record<string, bigint> = { total: 0n };
  for (const year of years.map(String)) {
    const sum = activities.reduce((all, activity) => all + read(activity, year), 0n);
    sums[year] = sum;
    sums.total = (sums.total ?? 0n) + sum;
  }
  return sums;
}
