import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type KnownActivity, selectKnownActivities, selectSources } from "../../programme/index.ts";
import { refuseLedger } from "../refusals.ts";

/** The activities and sources of a municipality, both ways round. */
export interface Frame {
  readonly activities: ReadonlyMap<Id, KnownActivity>;
  readonly sourceIds: ReadonlyMap<FundingSource, Id>;
  readonly sources: ReadonlyMap<Id, FundingSource>;
}

export async function loadFrame(ctx: Context<Tx>): Promise<Frame> {
  const activities = await selectKnownActivities(ctx);
  const sourceIds = await selectSources(ctx);
  return {
    activities: new Map(activities.map((activity) => [activity.id, activity])),
    sourceIds,
    sources: new Map([...sourceIds].map(([kind, id]) => [id, kind])),
  };
}

/** An activity for which new money may be recorded. Refuses `ledger-activity-unknown`, `ledger-activity-dropped`. */
export function requireActivity({ activities }: Frame, id: string): KnownActivity {
  const activity = isId(id) ? activities.get(id.toLowerCase()) : undefined;
  if (!activity) return refuseLedger("ledger-activity-unknown");
  if (!activity.inForce) refuseLedger("ledger-activity-dropped", { name: activity.name });
  return activity;
}

/** Refuses `ledger-year-outside`. */
export function requireYear({ years }: KnownActivity, text: string | number): number {
  const year = /^20\d\d$/.test(String(text)) ? Number(text) : 0;
  if (!years.includes(year)) refuseLedger("ledger-year-outside", { year: String(text), years: years.join(", ") });
  return year;
}

export function sourceIdOf({ sourceIds }: Frame, source: FundingSource): Id {
  const id = sourceIds.get(source);
  assert(id, "a municipality with an edition has all sources");
  return id;
}

export function sourceOf({ sources }: Frame, id: Id): FundingSource {
  const source = sources.get(id);
  assert(source, `source ${id} is known`);
  return source;
}
