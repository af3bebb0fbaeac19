import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectEntryFaults } from "./store-entry.ts";

/** What the recount may find wrong, in the order in which it looks. */
export const RECOUNT_CHECKS = [
  "entry-incomplete",
  "entry-unbalanced",
  "sum-not-zero",
  "balance-differs",
  "commitment-differs",
  "limit-broken",
  "reversal-differs",
  "allocation-differs",
  "number-missing",
  "sum-differs",
  "trail-differs",
] as const;
export type RecountCheck = (typeof RECOUNT_CHECKS)[number];

export interface RecountReport {
  readonly entries: number;
  readonly postings: number;
  /** The check and what it found: an entry's id, or an activity, source and year. */
  readonly faults: readonly { readonly check: RecountCheck; readonly what: string }[];
}

/**
 * Adds up every posting of a municipality anew, in plain SQL that shares nothing with the application, and compares. Runs
 * by whoever may read the municipality's rows.
 */
export async function recountLedger(tx: Tx, municipalityId: Id): Promise<RecountReport> {
  const { rows: counts } = await sql<{ entries: number; postings: number }>`
    select (select count(*)::int4 from ledger_entry where municipality_id = ${municipalityId}) as entries,
      (select count(*)::int4 from ledger_posting where municipality_id = ${municipalityId}) as postings`.execute(tx);
  const { rows: faults } = await sql<{ check: RecountCheck; what: string }>`
    with posting as materialized (select * from ledger_posting where municipality_id = ${municipalityId}),
    entry as materialized (select * from ledger_entry where municipality_id = ${municipalityId}),
    counted as (
      select activity_id, source_id, year,
        sum(case account when 'programme' then kopecks else 0 end) as programme,
        sum(case account when 'allocated' then kopecks else 0 end) as allocated,
        sum(case account when 'budget' then kopecks else 0 end) as budget,
        sum(case account when 'free' then kopecks else 0 end) as free,
        sum(case account when 'reserved' then kopecks else 0 end) as reserved,
        sum(case account when 'paid' then kopecks else 0 end) as paid,
        sum(case account when 'refunded' then kopecks else 0 end) as refunded,
        sum(case account when 'refunded-late' then kopecks else 0 end) as refunded_late,
        sum(case account when 'to-return' then kopecks else 0 end) as to_return,
        sum(case account when 'returned' then kopecks else 0 end) as returned,
        sum(case account when 'accrued' then kopecks else 0 end) as accrued,
        sum(case account when 'performed' then kopecks else 0 end) as performed
      from posting group by activity_id, source_id, year),
    kept as (
      select activity_id, source_id, year, programme, allocated, budget, free, reserved, paid, refunded, refunded_late,
        to_return, returned, accrued, performed
      from ledger_balance where municipality_id = ${municipalityId}),
    obliged as (
      select entry.commitment_id, posting.source_id,
        sum(case account when 'reserved' then posting.kopecks else 0 end) as reserved,
        sum(case account when 'paid' then posting.kopecks else 0 end) as paid,
        sum(case when account in ('refunded', 'refunded-late') then posting.kopecks else 0 end) as refunded,
        sum(case account when 'performed' then posting.kopecks else 0 end) as performed
      from posting join entry on entry.id = posting.entry_id
      where entry.commitment_id is not null group by entry.commitment_id, posting.source_id)
    select 'entry-incomplete' as "check", entry.id::text as what from entry
      left join (select entry_id, count(*) as number from posting group by entry_id) as own on own.entry_id = entry.id
      where coalesce(own.number, 0) <> entry.posting_count
    union all
    select distinct 'entry-unbalanced', entry_id::text from posting
      group by entry_id, activity_id, source_id, year having sum(kopecks) <> 0
    union all
    select 'sum-not-zero', sum(kopecks)::text from posting having coalesce(sum(kopecks), 0) <> 0
    union all
    select distinct 'balance-differs', concat_ws(' ', activity_id, source_id, year) from (
      (select * from counted except select * from kept)
      union
      (select * from kept where programme <> 0 or allocated <> 0 or budget <> 0 or free <> 0
        or reserved <> 0 or paid <> 0 or refunded <> 0 or refunded_late <> 0 or to_return <> 0 or returned <> 0
        or accrued <> 0 or performed <> 0
        except select * from counted)) as differing
    union all
    select 'commitment-differs', coalesce(obliged.commitment_id, own.commitment_id)::text
      from obliged full join (select * from ledger_commitment where municipality_id = ${municipalityId}) as own
        on own.commitment_id = obliged.commitment_id and own.source_id = obliged.source_id
      where (own.reserved, own.paid, own.refunded, own.performed)
        is distinct from (obliged.reserved, obliged.paid, obliged.refunded, obliged.performed)
    union all
    select 'limit-broken', concat_ws(' ', activity_id, source_id, year) from counted
      where allocated < 0 or budget > 0 or free < 0 or reserved < 0 or paid < 0 or refunded > 0 or paid + refunded < 0
        or to_return < 0 or returned < 0 or accrued > 0 or performed < 0
    union all
    select 'limit-broken', commitment_id::text from obliged where reserved < 0 or paid < 0 or paid + refunded < 0 or performed < 0
    union all
    select 'reversal-differs', entry.id::text from entry
      where entry.kind = 'reversal' and exists (
        select from (
          select activity_id, source_id, year, account, kopecks from posting where entry_id = entry.id
          union all
          select activity_id, source_id, year, account, kopecks from posting where entry_id = entry.of_entry_id) as both_entries
        group by activity_id, source_id, year, account having sum(kopecks) <> 0)
    union all
    select 'allocation-differs', concat_ws(' ', stated.activity_id, stated.source_id, stated.year) from (
        select allocation.activity_id, allocation.source_id, allocation.year, sum(allocation.kopecks) as kopecks
        from allocation
        join edition on edition.municipality_id = allocation.municipality_id and edition.id = allocation.edition_id
        join programme on programme.municipality_id = edition.municipality_id and programme.id = edition.programme_id
          and programme.last_edition = edition.number
        where allocation.municipality_id = ${municipalityId}
        group by allocation.activity_id, allocation.source_id, allocation.year) as stated
      left join counted on counted.activity_id = stated.activity_id and counted.source_id = stated.source_id
        and counted.year = stated.year
      where stated.kopecks <> coalesce(counted.allocated, 0)
    union all
    select 'number-missing', concat_ws('/', counter.last, counter.year) from ledger_counter as counter
      where counter.municipality_id = ${municipalityId}
        and counter.last <> (select count(*) from entry where entry.number_year = counter.year)
    limit 1000`.execute(tx);
  const [count] = counts;
  const altered = await selectEntryFaults(tx, municipalityId);
  return { entries: count?.entries ?? 0, postings: count?.postings ?? 0, faults: [...faults, ...altered] };
}
