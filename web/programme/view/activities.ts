import { sumActivities } from "../../../src/programme/consolidation.ts";
import type { Activity, FigureRow, Programme } from "../../../src/programme/contract.ts";

/** An activity with its place in annex 2, from 1: the number of its page. */
export interface PlacedActivity {
  readonly position: number;
  readonly activity: Activity;
}

export interface ActivityGroup {
  readonly objective: number | null;
  readonly activities: readonly PlacedActivity[];
}

/** Activities by objective, in the order of the document. */
export function groupActivities(programme: Programme): readonly ActivityGroup[] {
  const placed = programme.activities.map((activity, index) => ({ position: index + 1, activity }));
  const objectives = [...new Set(placed.map((one) => one.activity.objective))];
  return objectives.map((objective) => ({
    objective,
    activities: placed.filter((one) => one.activity.objective === objective),
  }));
}

/** What all years of an activity cost, in kopecks. */
export function costOf(activity: Activity, years: readonly number[]): bigint {
  return sumActivities([activity], years).cost.total ?? 0n;
}

/** The printed rows of an activity, in the order of the block; repeated ones last. */
export function listRows(activity: Activity): readonly { readonly row: FigureRow; readonly repeated: boolean }[] {
  const once = [activity.quantity, activity.unitCost, activity.cost, ...activity.sources].filter((row) => row !== null);
  return [
    ...once.map((row) => ({ row, repeated: false })),
    ...activity.repeated.map((row) => ({ row, repeated: true })),
  ];
}
