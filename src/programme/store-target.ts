import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/** What can have an actual: an indicator, or an activity by its quantity. */
export type TargetKind = "indicator" | "activity";

/** A line of the edition in force with what it plans by year, as plain decimals in the unit as printed. */
export interface PlannedLine {
  readonly kind: TargetKind;
  /** The identity that outlives editions. */
  readonly id: Id;
  readonly programmeId: Id;
  readonly slug: string;
  readonly position: number;
  readonly number: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly hasObjective: boolean;
  readonly years: readonly number[];
  readonly plans: Readonly<Record<string, string>>;
  /** What stands in the column «весовой коэффициент», whether it is a weight or not. */
  readonly weight: string | null;
  /** Who carries an activity out, as the document names them; of an indicator nobody. */
  readonly executors: readonly string[];
}

/** Indicators, then activities, of every programme's edition in force, in the order of the document. */
export async function selectPlannedLines(ctx: Context<Tx>): Promise<readonly PlannedLine[]> {
  const { rows } = await sql<PlannedLine>`
    with force as (
      select edition.id, edition.programme_id, programme.slug, edition.years, edition.content from edition
      join programme on programme.municipality_id = edition.municipality_id and programme.id = edition.programme_id
        and programme.last_edition = edition.number
      where edition.municipality_id = ${ctx.municipalityId})
    select 'indicator' as kind, line.indicator_id as id, force.programme_id as "programmeId", force.slug, line.position,
      line.number, line.name, line.unit, line.objective_id is not null as "hasObjective", force.years,
      coalesce((select jsonb_object_agg(target.year, trim_scale(target.value)::text) from edition_target as target
        where target.municipality_id = ${ctx.municipalityId} and target.edition_id = line.edition_id
          and target.indicator_id = line.indicator_id), '{}') as plans,
      trim_scale((force.content->'indicators'->(line.position - 1)->'weight'->>'value')::numeric / 1000000)::text as weight,
      '{}'::text[] as executors
    from force join edition_indicator as line on line.municipality_id = ${ctx.municipalityId} and line.edition_id = force.id
    union all
    select 'activity', line.activity_id, force.programme_id, force.slug, line.position, line.number, line.name,
      (select max(planned.unit) from edition_quantity as planned where planned.municipality_id = ${ctx.municipalityId}
        and planned.edition_id = line.edition_id and planned.activity_id = line.activity_id),
      line.objective_id is not null, force.years,
      coalesce((select jsonb_object_agg(planned.year, trim_scale(planned.quantity)::text) from edition_quantity as planned
        where planned.municipality_id = ${ctx.municipalityId} and planned.edition_id = line.edition_id
          and planned.activity_id = line.activity_id and planned.quantity is not null), '{}'), null,
      line.executors
    from force join edition_activity as line on line.municipality_id = ${ctx.municipalityId} and line.edition_id = force.id
    order by slug, kind desc, position`.execute(ctx.tx);
  return rows;
}
