import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** What the recount of payment requests may find wrong. */
export type RequestCheck =
  | "request-without-sum"
  | "request-state-differs"
  | "request-overpaid"
  | "request-commitment-differs"
  | "request-moves-differ"
  | "request-number-missing";

export interface RequestReport {
  readonly requests: number;
  readonly faults: readonly { readonly check: RequestCheck; readonly what: string }[];
}

/** Compares each request with its moves, its obligation and its payments, in plain SQL. */
export async function recountRequests(tx: Tx, municipalityId: Id): Promise<RequestReport> {
  const { rows: counts } = await sql<{ requests: number }>`
    select count(*)::int4 as requests from payment_request where municipality_id = ${municipalityId}`.execute(tx);
  const { rows: faults } = await sql<{ check: RequestCheck; what: string }>`
    with request as (select * from payment_request where municipality_id = ${municipalityId}),
    part as (select * from payment_request_sum where municipality_id = ${municipalityId}),
    move as (select * from payment_request_move where municipality_id = ${municipalityId}),
    payment as (
      select entry.id, coalesce(link.request_id, owner.id) as request_id
      from ledger_entry as entry
      left join payment_request_payment as link on link.municipality_id = entry.municipality_id and link.payment_id = entry.id
      left join request as owner on owner.commitment_id = entry.commitment_id and owner.own_commitment
      where entry.municipality_id = ${municipalityId} and entry.kind = 'payment'
        and not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
          and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')),
    paid as (
      select payment.request_id, posting.source_id, sum(posting.kopecks) as kopecks
      from payment join ledger_posting as posting on posting.municipality_id = ${municipalityId}
        and posting.entry_id = payment.id and posting.account = 'paid'
      where payment.request_id is not null group by payment.request_id, posting.source_id),
    judged as (
      select request.id, request.state, bool_and(coalesce(paid.kopecks, 0) >= part.kopecks) as is_paid,
        bool_or(coalesce(paid.kopecks, 0) > part.kopecks) as is_over
      from request join part on part.request_id = request.id and part.round = request.round
      left join paid on paid.request_id = request.id and paid.source_id = part.source_id
      group by request.id, request.state)
    select 'request-without-sum' as "check", request.id::text as what from request
      where not exists (select from part where part.request_id = request.id and part.round = request.round)
    union all
    select 'request-state-differs', id::text from judged
      where (state = 'paid') <> is_paid and state in ('approved', 'paid')
    union all
    select 'request-overpaid', id::text from judged where is_over
    union all
    select 'request-commitment-differs', request.id::text from request
      left join ledger_entry as obligation on obligation.municipality_id = request.municipality_id and obligation.id = request.commitment_id
      where request.state in ('approved', 'paid') and (obligation.id is null
        or obligation.kind not in ('commitment', 'carry-over') or obligation.activity_id <> request.activity_id
        or obligation.year <> request.year
        or (request.own_commitment and obligation.kopecks <> (select sum(part.kopecks) from part
          where part.request_id = request.id and part.round = request.round)))
    union all
    select 'request-moves-differ', request.id::text from request
      where request.version <> (select count(*) from move where move.request_id = request.id)
        or request.state <> (select case move.move when 'ask' then 'requested' when 'change' then 'requested'
            when 'approve' then 'approved' when 'reopen' then 'approved' when 'return' then 'returned' when 'pay' then 'paid'
            else 'withdrawn' end
          from move where move.request_id = request.id order by move.version desc limit 1)
    union all
    select 'request-number-missing', concat_ws('/', counter.last, counter.year) from money_counter as counter
      where counter.municipality_id = ${municipalityId} and counter.kind = 'request'
        and counter.last <> (select count(*) from request where request.number_year = counter.year)
    limit 1000`.execute(tx);
  return { requests: counts[0]?.requests ?? 0, faults };
}
