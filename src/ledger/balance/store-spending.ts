import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Money of a budget year, of entries of this day and before. */
export interface SpendingQuery {
  readonly activityIds: readonly Id[];
  readonly year: number;
  readonly until: string;
}

/** Plans, limits and facts of an activity and a source; kopecks. */
export interface SpendingSums {
  /** By the programme as it stood on the first of January. */
  readonly plannedAtStart: Kopecks;
  /** By the programme as it stood on the day. */
  readonly planned: Kopecks;
  readonly appropriated: Kopecks;
  readonly committed: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
  readonly performed: Kopecks;
}

type Line = { readonly activityId: Id; readonly sourceId: Id };

/** What stood on the accounts of a year's lines at the end of a day. */
export async function selectSpending(
  ctx: Context<Tx>,
  query: SpendingQuery,
): Promise<readonly (Line & SpendingSums)[]> {
  const start = `${query.year}-01-01`;
  const { rows } = await sql<Line & SpendingSums>`
    select posting.activity_id as "activityId", posting.source_id as "sourceId",
      coalesce(sum(posting.kopecks) filter (where account = 'allocated' and entry.date <= ${start}::date), 0)::bigint as "plannedAtStart",
      coalesce(sum(posting.kopecks) filter (where account = 'allocated'), 0)::bigint as planned,
      coalesce(sum(-posting.kopecks) filter (where account = 'budget'), 0)::bigint as appropriated,
      coalesce(sum(posting.kopecks) filter (where account in ('reserved', 'paid')), 0)::bigint as committed,
      coalesce(sum(posting.kopecks) filter (where account = 'paid'), 0)::bigint as paid,
      coalesce(sum(-posting.kopecks) filter (where account = 'refunded'), 0)::bigint as refunded,
      coalesce(sum(posting.kopecks) filter (where account = 'performed'), 0)::bigint as performed
    from ledger_posting as posting
    join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
    where posting.municipality_id = ${ctx.municipalityId} and posting.year = ${query.year}
      and posting.activity_id = any(${[...query.activityIds]}::uuid[]) and entry.date <= ${query.until}::date
    group by posting.activity_id, posting.source_id`.execute(ctx.tx);
  return rows;
}

/** What an entry added to the paid or to the refunded of a line; below nothing where it takes off. */
export interface SpendingEntry extends Line {
  readonly id: Id;
  readonly number: string;
  readonly date: string;
  readonly account: "paid" | "refunded";
  readonly kopecks: Kopecks;
}

/** Payments, refunds and reversals of either, by day: what the sums of paid and refunded are made of. */
export async function selectSpendingEntries(ctx: Context<Tx>, query: SpendingQuery): Promise<readonly SpendingEntry[]> {
  const { rows } = await sql<SpendingEntry>`
    select entry.id, entry.number || '/' || entry.number_year as number, entry.date, posting.account,
      posting.activity_id as "activityId", posting.source_id as "sourceId",
      (case posting.account when 'refunded' then -posting.kopecks else posting.kopecks end)::bigint as kopecks
    from ledger_posting as posting
    join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
    where posting.municipality_id = ${ctx.municipalityId} and posting.year = ${query.year}
      and posting.activity_id = any(${[...query.activityIds]}::uuid[]) and entry.date <= ${query.until}::date
      and posting.account in ('paid', 'refunded')
    order by entry.date, entry.number_year, entry.number, posting.activity_id, posting.source_id`.execute(ctx.tx);
  return rows;
}
