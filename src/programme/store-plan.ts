import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/** An activity of an edition with the years in which something is planned: a quantity or money. */
export interface ActivityPlan {
  /** The identity that outlives editions. */
  readonly id: Id;
  readonly position: number;
  readonly name: string;
  readonly expectedResult: string | null;
  readonly executors: readonly string[];
  readonly years: readonly number[];
}

/** The activities of an approved edition, in the order of the document. */
export async function selectActivityPlans(ctx: Context<Tx>, editionId: Id): Promise<readonly ActivityPlan[]> {
  const { rows } = await sql<ActivityPlan>`
    select activity.activity_id as id, activity.position, activity.name, activity.expected_result as "expectedResult",
      activity.executors,
      array(
        select year from edition_quantity as planned
        where planned.municipality_id = activity.municipality_id and planned.edition_id = activity.edition_id
          and planned.activity_id = activity.activity_id and planned.quantity > 0
        union
        select year from allocation
        where allocation.municipality_id = activity.municipality_id and allocation.edition_id = activity.edition_id
          and allocation.activity_id = activity.activity_id and allocation.kopecks > 0
        order by year) as years
    from edition_activity as activity
    where activity.municipality_id = ${ctx.municipalityId} and activity.edition_id = ${editionId}
    order by activity.position`.execute(ctx.tx);
  return rows;
}
