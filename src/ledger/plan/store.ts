import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Line } from "../entry/posting.ts";
import type { Authority } from "./views.ts";

interface PlanQuery {
  readonly year: number;
  /** Until this day, which is included. */
  readonly on: string;
}

/** What one authority says of a line, with the entry by which it did so last. */
export interface StatedLine extends Line {
  readonly authority: Authority;
  readonly kopecks: Kopecks;
  readonly entryId: Id;
  readonly date: string;
  readonly basis: string;
}

/** The plans of a year on a day: of what was approved or stated until then, reversed statements left out. */
export async function selectStated(ctx: Context<Tx>, { year, on }: PlanQuery): Promise<readonly StatedLine[]> {
  const { rows } = await sql<StatedLine>`
    with allocated as (
      select posting.activity_id, posting.source_id, posting.kopecks, entry.id, entry.date, entry.basis
      from ledger_posting as posting
      join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind = 'allocation' and entry.date <= ${on}::date
        and posting.account = 'allocated' and posting.year = ${year}),
    planned as (
      select 'programme' as authority, * from allocated
      union all
      select 'atStart', * from allocated where date <= make_date(${year}::int, 1, 1)),
    stated as (
      select distinct on (entry.activity_id, plan.source_id, entry.basis_kind)
        case entry.basis_kind when 'budget-decision' then 'decision' else 'list' end as authority,
        entry.activity_id, plan.source_id, plan.kopecks, entry.id, entry.date, entry.basis
      from ledger_entry as entry
      join ledger_plan as plan on plan.municipality_id = entry.municipality_id and plan.entry_id = entry.id
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind = 'appropriation' and entry.year = ${year}
        and entry.date <= ${on}::date
        and not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
          and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')
      order by entry.activity_id, plan.source_id, entry.basis_kind, entry.date desc, entry.id desc)
    select authority, activity_id as "activityId", source_id as "sourceId", ${year}::int as year, sum(kopecks)::bigint as kopecks,
      (array_agg(id order by date desc, id desc))[1] as "entryId", max(date) as date,
      (array_agg(basis order by date desc, id desc))[1] as basis
    from planned group by authority, activity_id, source_id
    union all
    select authority, activity_id, source_id, ${year}::int, kopecks, id, date, basis from stated`.execute(ctx.tx);
  return rows;
}

/** What was paid less refunded, and what was performed, of each line of a year until a day. */
export async function selectSpent(
  ctx: Context<Tx>,
  { year, on }: PlanQuery,
): Promise<readonly (Line & { readonly cash: Kopecks; readonly actual: Kopecks })[]> {
  const { rows } = await sql<Line & { cash: Kopecks; actual: Kopecks }>`
    select posting.activity_id as "activityId", posting.source_id as "sourceId", posting.year,
      coalesce(sum(posting.kopecks) filter (where posting.account in ('paid', 'refunded')), 0)::bigint as cash,
      coalesce(sum(posting.kopecks) filter (where posting.account = 'performed'), 0)::bigint as actual
    from ledger_posting as posting
    join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
    where posting.municipality_id = ${ctx.municipalityId} and posting.year = ${year}
      and posting.account in ('paid', 'refunded', 'performed') and entry.date <= ${on}::date
    group by posting.activity_id, posting.source_id, posting.year`.execute(ctx.tx);
  return rows;
}
