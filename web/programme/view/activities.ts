import type { Activity, FigureRow } from "../../../src/programme/contract.ts";
import { consolidateMoney } from "./money.ts";

/** An activity with its place in annex 2, from 1: the number of its page. */
export interface PlacedActivity {
  readonly position: number;
  readonly activity: Activity;
}

export function placeActivities(activities: readonly Activity[]): readonly PlacedActivity[] {
  return activities.map((activity, index) => ({ position: index + 1, activity }));
}

/** What all years of an activity cost, in kopecks; null where the document names no money for it. */
export function costOf(activity: Activity, years: readonly number[]): bigint | null {
  return namesMoney(activity) ? (consolidateMoney([activity], years).cost.total ?? 0n) : null;
}

/** Whether any figure of money is printed for the activity. */
export function namesMoney({ cost, sources }: Activity): boolean {
  return [...(cost ? [cost] : []), ...sources].some((row) =>
    Object.values(row.values).some((figure) => figure.value !== null),
  );
}

/** The printed rows of an activity, in the order of the block; repeated ones last. */
export function listRows(activity: Activity): readonly { readonly row: FigureRow; readonly repeated: boolean }[] {
  const once = [activity.quantity, activity.unitCost, activity.cost, ...activity.sources].filter((row) => row !== null);
  return [
    ...once.map((row) => ({ row, repeated: false })),
    ...activity.repeated.map((row) => ({ row, repeated: true })),
  ];
}
