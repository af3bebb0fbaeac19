import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Kopecks } from "../kernel/money.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Line } from "./posting.ts";

/** What each authority says a line has. Null: it has said nothing. */
export interface StatedLine extends Line {
  /** The programme as its editions stood before the year began. */
  readonly atStart: Kopecks | null;
  readonly programme: Kopecks | null;
  readonly decision: Kopecks | null;
  readonly list: Kopecks | null;
}

/** The plans of a year on a day: of what was approved or stated until then, reversed statements left out. */
export async function selectStated(
  ctx: Context<Tx>,
  { year, on }: { readonly year: number; readonly on: string },
): Promise<readonly StatedLine[]> {
  const { rows } = await sql<StatedLine>`
    with allocated as (
      select posting.activity_id, posting.source_id,
        sum(posting.kopecks) filter (where entry.date <= ${on}::date)::bigint as programme,
        sum(posting.kopecks) filter (where entry.date <= make_date(${year}::int, 1, 1))::bigint as at_start
      from ledger_posting as posting
      join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind = 'allocation'
        and posting.account = 'allocated' and posting.year = ${year}
      group by posting.activity_id, posting.source_id),
    stated as (
      select distinct on (entry.activity_id, plan.source_id, entry.basis_kind)
        entry.activity_id, plan.source_id, entry.basis_kind, plan.kopecks
      from ledger_entry as entry
      join ledger_plan as plan on plan.municipality_id = entry.municipality_id and plan.entry_id = entry.id
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind = 'appropriation' and entry.year = ${year}
        and entry.date <= ${on}::date
        and not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
          and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')
      order by entry.activity_id, plan.source_id, entry.basis_kind, entry.date desc, entry.id desc),
    decision as (select * from stated where basis_kind = 'budget-decision'),
    list as (select * from stated where basis_kind = 'budget-list')
    select coalesce(allocated.activity_id, decision.activity_id, list.activity_id) as "activityId",
      coalesce(allocated.source_id, decision.source_id, list.source_id) as "sourceId", ${year}::int as year,
      allocated.at_start as "atStart", allocated.programme, decision.kopecks as decision, list.kopecks as list
    from allocated
    full join decision on decision.activity_id = allocated.activity_id and decision.source_id = allocated.source_id
    full join list on list.activity_id = coalesce(allocated.activity_id, decision.activity_id)
      and list.source_id = coalesce(allocated.source_id, decision.source_id)`.execute(ctx.tx);
  return rows;
}
