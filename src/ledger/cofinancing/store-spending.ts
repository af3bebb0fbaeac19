import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";

interface SpendingQuery {
  readonly activityIds: readonly Id[];
  readonly year: number;
  /** Money of this day and before. */
  readonly on: string;
}

/** What moved on a day, by activity and source: the sums of all entries of the day, reversals taken off. */
export interface DaySum {
  readonly date: string;
  readonly activityId: Id;
  readonly sourceId: Id;
  readonly appropriated: Kopecks;
  /** Obligations, paid or not, less what was released. */
  readonly committed: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
}

/** Limits, obligations, payments and refunds of activities in a year, day by day. */
export async function selectDaySums(ctx: Context<Tx>, query: SpendingQuery): Promise<readonly DaySum[]> {
  const { rows } = await sql<DaySum>`
    select entry.date, posting.activity_id as "activityId", posting.source_id as "sourceId",
      coalesce(sum(-posting.kopecks) filter (where account = 'budget'), 0)::bigint as appropriated,
      coalesce(sum(posting.kopecks) filter (where account in ('reserved', 'paid')), 0)::bigint as committed,
      coalesce(sum(posting.kopecks) filter (where account = 'paid'), 0)::bigint as paid,
      coalesce(sum(-posting.kopecks) filter (where account = 'refunded'), 0)::bigint as refunded
    from ledger_entry as entry
    join ledger_posting as posting on posting.municipality_id = entry.municipality_id and posting.entry_id = entry.id
    where entry.municipality_id = ${ctx.municipalityId} and entry.activity_id = any(${[...query.activityIds]}::uuid[])
      and entry.year = ${query.year} and entry.date <= ${query.on}::date
      and posting.account in ('budget', 'reserved', 'paid', 'refunded')
    group by entry.date, posting.activity_id, posting.source_id
    order by entry.date, posting.activity_id, posting.source_id`.execute(ctx.tx);
  return rows;
}

export interface StoredLateRefund {
  readonly entryId: Id;
  readonly number: string;
  readonly date: string;
  readonly payee: string | null;
  readonly kopecks: Kopecks;
  readonly returned: Kopecks;
}

/** Refunds that came after the year of their payment, and what of them was passed on: of one source, up to a day. */
export async function selectLateRefunds(
  ctx: Context<Tx>,
  { activityIds, year, on, sourceId }: SpendingQuery & { readonly sourceId: Id },
): Promise<readonly StoredLateRefund[]> {
  const { rows } = await sql<StoredLateRefund>`
    with standing as (
      select entry.* from ledger_entry as entry
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind in ('late-refund', 'return')
        and entry.activity_id = any(${[...activityIds]}::uuid[]) and entry.date <= ${on}::date
        and not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
          and reversal.of_entry_id = entry.id and reversal.kind = 'reversal' and reversal.date <= ${on}::date)),
    moved as (
      select standing.id, sum(posting.kopecks)::bigint as kopecks
      from standing join ledger_posting as posting on posting.municipality_id = standing.municipality_id
        and posting.entry_id = standing.id and posting.source_id = ${sourceId}
        and posting.account = case standing.kind when 'return' then 'returned' else 'to-return' end
      group by standing.id)
    select refund.id as "entryId", refund.number || '/' || refund.number_year as number, refund.date, refund.payee,
      own.kopecks, coalesce((select sum(moved.kopecks) from standing as back join moved on moved.id = back.id
        where back.kind = 'return' and back.of_entry_id = refund.id), 0)::bigint as returned
    from standing as refund
    join moved as own on own.id = refund.id
    join ledger_entry as payment on payment.municipality_id = refund.municipality_id and payment.id = refund.of_entry_id
    where refund.kind = 'late-refund' and payment.year = ${year}
    order by refund.date, refund.id`.execute(ctx.tx);
  return rows;
}

/** An obligation of the covered activities with what was paid of it and came back, by source; what is nothing is left out. */
export interface ResultSum {
  readonly commitmentId: Id;
  readonly sourceId: Id;
  readonly committed: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
}

/** What became of the money: obligations of a year up to a day. */
export async function selectResults(ctx: Context<Tx>, query: SpendingQuery): Promise<readonly ResultSum[]> {
  const { rows } = await sql<ResultSum>`
    select entry.commitment_id as "commitmentId", posting.source_id as "sourceId",
      coalesce(sum(posting.kopecks) filter (where account in ('reserved', 'paid')), 0)::bigint as committed,
      coalesce(sum(posting.kopecks) filter (where account = 'paid'), 0)::bigint as paid,
      coalesce(sum(-posting.kopecks) filter (where account = 'refunded'), 0)::bigint as refunded
    from ledger_entry as entry
    join ledger_posting as posting on posting.municipality_id = entry.municipality_id and posting.entry_id = entry.id
    where entry.municipality_id = ${ctx.municipalityId} and entry.activity_id = any(${[...query.activityIds]}::uuid[])
      and entry.year = ${query.year} and entry.date <= ${query.on}::date and entry.commitment_id is not null
      and posting.account in ('reserved', 'paid', 'refunded')
    group by entry.commitment_id, posting.source_id
    having sum(posting.kopecks) filter (where account in ('reserved', 'paid')) <> 0`.execute(ctx.tx);
  return rows;
}
