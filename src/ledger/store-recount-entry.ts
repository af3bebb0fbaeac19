import { sql } from "kysely";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/**
 * Entries that say another sum than their postings, or something else than the trail said of them when they were recorded: kind, day,
 * number, sum and document. The trail is a chain that is reckoned by itself, so that an entry altered by hand, or slipped in
 * past the application, is found by it. Entries without a digest came with an upgrade or a benchmark, and have no row there.
 */
export async function selectEntryFaults(
  tx: Tx,
  municipalityId: Id,
): Promise<readonly { readonly check: "sum-differs" | "trail-differs"; readonly what: string }[]> {
  const { rows } = await sql<{ check: "sum-differs" | "trail-differs"; what: string }>`
    with entry as (select * from ledger_entry where municipality_id = ${municipalityId}),
    -- Where each kind moves money to.
    side (kind, account) as (values ('allocation', 'allocated'), ('appropriation', 'free'), ('commitment', 'reserved'),
      ('carry-over', 'reserved'), ('performance', 'performed'), ('payment', 'paid'), ('release', 'free'), ('lapse', 'free'),
      ('refund', 'free'), ('late-refund', 'to-return'), ('return', 'returned')),
    moved as (
      select posting.entry_id, posting.account, sum(posting.kopecks) as kopecks from ledger_posting as posting
      where posting.municipality_id = ${municipalityId} group by posting.entry_id, posting.account)
    select 'sum-differs' as "check", entry.id::text as what
      from entry join side on side.kind = entry.kind
      left join moved on moved.entry_id = entry.id and moved.account = side.account
      where entry.kopecks <> coalesce(moved.kopecks, 0)
    union all
    select 'sum-differs', entry.id::text
      from entry join entry as reversed on reversed.id = entry.of_entry_id
      where entry.kind = 'reversal' and entry.kopecks <> -reversed.kopecks
    union all
    select 'trail-differs', entry.id::text
      from entry left join audit_entry as trail on trail.municipality_id = ${municipalityId}
        and trail.subject_kind = 'ledger-entry' and trail.subject_id = entry.id and trail.outcome = 'done'
        and trail.detail ? 'kopecks'
      where entry.digest <> '' and (trail.detail ->> 'kind', trail.detail ->> 'number', trail.detail ->> 'date',
        trail.detail ->> 'kopecks', trail.basis) is distinct from
        (entry.kind, entry.number::text, to_char(entry.date, 'YYYY-MM-DD'), entry.kopecks::text, btrim(entry.basis))
    limit 1000`.execute(tx);
  return rows;
}
