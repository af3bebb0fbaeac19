import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import { loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { showActivity } from "../entry/actions-show.ts";
import type { ActivityCard } from "../views.ts";
import {
  type SpendingEntry,
  type SpendingQuery,
  type SpendingSums,
  selectSpending,
  selectSpendingEntries,
} from "./store-spending.ts";

/** A line of a report on money: an activity and a source, with two plans and two facts. */
export interface SpendingLine extends SpendingSums {
  readonly activity: ActivityCard;
  readonly source: FundingSource;
  /** Paid less refunded. */
  readonly net: Kopecks;
}

export interface Spending {
  readonly lines: readonly SpendingLine[];
  /** What `paid` and `refunded` of the lines are made of. */
  readonly entries: readonly (Omit<SpendingEntry, "sourceId"> & { readonly source: FundingSource })[];
}

/**
 * The money of a programme's activities in a year at the end of a day, by activity and source; those that the edition in
 * force no longer has come last. Asks no permission.
 */
export async function loadSpending(
  ctx: Context<Tx>,
  { slug, year, until }: { readonly slug: string; readonly year: number; readonly until: string },
): Promise<Spending> {
  const frame = await loadFrame(ctx);
  const own = [...frame.activities.values()].filter((activity) => activity.slug === slug);
  const places = new Map(own.map(({ id }, place) => [id, place]));
  const query: SpendingQuery = { activityIds: [...places.keys()], year, until };
  const named = (await selectSpending(ctx, query)).map(({ activityId, sourceId, ...line }): SpendingLine => {
    const activity = showActivity(frame, activityId);
    assert(activity, "an activity with money is known");
    return { ...line, activity, source: sourceOf(frame, sourceId), net: line.paid - line.refunded };
  });
  const order = ({ activity, source }: SpendingLine) => (places.get(activity.id) ?? 0) * 10 + SOURCES.indexOf(source);
  const entries = (await selectSpendingEntries(ctx, query)).map(({ sourceId, ...entry }) => {
    return { ...entry, source: sourceOf(frame, sourceId) };
  });
  return { lines: named.filter(isSaid).sort((a, b) => order(a) - order(b)), entries };
}

function isSaid({ plannedAtStart, planned, appropriated, paid }: SpendingLine): boolean {
  return [plannedAtStart, planned, appropriated, paid].some((kopecks) => kopecks !== 0n);
}
