import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Millionths, parseDecimal } from "../kernel/decimal.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FundingSource } from "./contract.ts";

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

/** What an approved edition plans: kopecks by activity, source and year, as identities. */
export interface PlannedMoney {
  readonly activityId: Id;
  readonly sourceId: Id;
  readonly year: number;
  readonly kopecks: bigint;
}

export async function selectPlannedMoney(ctx: Context<Tx>, editionId: Id): Promise<readonly PlannedMoney[]> {
  const { rows } = await sql<PlannedMoney>`
    select activity_id as "activityId", source_id as "sourceId", year, kopecks from allocation
    where municipality_id = ${ctx.municipalityId} and edition_id = ${editionId}
    order by activity_id, source_id, year`.execute(ctx.tx);
  return rows;
}

/** An activity as the last edition that has it prints it. */
export interface KnownActivity {
  readonly id: Id;
  readonly programmeId: Id;
  readonly slug: string;
  /** Its place in that edition, as its page's address has it. */
  readonly position: number;
  readonly name: string;
  readonly years: readonly number[];
  /** Whether the edition in force has it. */
  readonly inForce: boolean;
}

/** Every activity that any edition had, in the order of the programmes and of the document. */
export async function selectKnownActivities(ctx: Context<Tx>): Promise<readonly KnownActivity[]> {
  const { rows } = await sql<KnownActivity>`
    select * from (
      select distinct on (line.activity_id) line.activity_id as id, edition.programme_id as "programmeId", programme.slug,
        line.position, line.name, edition.years, edition.number = programme.last_edition as "inForce"
      from edition_activity as line
      join edition on edition.municipality_id = line.municipality_id and edition.id = line.edition_id
      join programme on programme.municipality_id = edition.municipality_id and programme.id = edition.programme_id
      where line.municipality_id = ${ctx.municipalityId}
      order by line.activity_id, edition.number desc) as known
    order by slug, not "inForce", position`.execute(ctx.tx);
  return rows;
}

/** What the edition in force plans of an activity in a year, in the unit as printed. */
export interface PlannedQuantity {
  readonly year: number;
  readonly quantity: Millionths;
  readonly unit: string | null;
}

/** The quantities of an activity by the edition in force, year by year; none where that edition no longer has it. */
export async function selectPlannedQuantities(ctx: Context<Tx>, activityId: Id): Promise<readonly PlannedQuantity[]> {
  const { rows } = await sql<{ year: number; quantity: string; unit: string | null }>`
    select planned.year, planned.quantity, planned.unit
    from edition_quantity as planned
    join edition on edition.municipality_id = planned.municipality_id and edition.id = planned.edition_id
    join programme on programme.municipality_id = edition.municipality_id and programme.id = edition.programme_id
      and programme.last_edition = edition.number
    where planned.municipality_id = ${ctx.municipalityId} and planned.activity_id = ${activityId}
      and planned.quantity is not null
    order by planned.year`.execute(ctx.tx);
  return rows.map(({ quantity, ...row }) => ({ ...row, quantity: parseDecimal(quantity) ?? 0n }));
}

/** The sources of a municipality: identity by kind. */
export async function selectSources(ctx: Context<Tx>): Promise<ReadonlyMap<FundingSource, Id>> {
  const { rows } = await sql<{ kind: FundingSource; id: Id }>`
    select kind, id from funding_source where municipality_id = ${ctx.municipalityId}`.execute(ctx.tx);
  return new Map(rows.map(({ kind, id }) => [kind, id]));
}
