import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

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
    -- Where each kind moves money to.
    with side (kind, account) as (values ('allocation', 'allocated'), ('appropriation', 'free'), ('commitment', 'reserved'),
      ('carry-over', 'reserved'), ('performance', 'performed'), ('payment', 'paid'), ('release', 'free'), ('lapse', 'free'),
      ('refund', 'free'), ('late-refund', 'to-return'), ('return', 'returned'))
    select 'sum-differs' as "check", entry.id::text as what
      from ledger_posting as posting
      join ledger_entry as entry on entry.municipality_id = posting.municipality_id and entry.id = posting.entry_id
      join side on side.kind = entry.kind and side.account = posting.account
      where posting.municipality_id = ${municipalityId}
      group by entry.id, entry.kopecks having sum(posting.kopecks) <> entry.kopecks
    union all
    select 'sum-differs', entry.id::text
      from ledger_entry as entry join ledger_entry as reversed
        on reversed.municipality_id = entry.municipality_id and reversed.id = entry.of_entry_id
      where entry.municipality_id = ${municipalityId} and entry.kind = 'reversal' and entry.kopecks <> -reversed.kopecks
    union all
    select 'trail-differs', entry.id::text
      from ledger_entry as entry left join audit_entry as trail on trail.municipality_id = entry.municipality_id
        and trail.subject_kind = 'ledger-entry' and trail.subject_id = entry.id and trail.outcome = 'done'
        and trail.detail ? 'kopecks'
      where entry.municipality_id = ${municipalityId} and entry.digest <> '' and (trail.detail ->> 'kind', trail.detail ->> 'number', trail.detail ->> 'date',
        trail.detail ->> 'kopecks', trail.basis) is distinct from
        (entry.kind, entry.number::text, to_char(entry.date, 'YYYY-MM-DD'), entry.kopecks::text, btrim(entry.basis))
    limit 1000`.execute(tx);
  return rows;
}
