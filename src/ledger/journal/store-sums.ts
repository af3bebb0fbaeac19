import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { JournalFilter } from "../contract.ts";
import { isWithin } from "./store.ts";
import type { Narrowing } from "./store-narrowing.ts";

interface StandingSum {
  readonly kind: "payment" | "refund";
  readonly sourceId: Id;
  readonly kopecks: Kopecks;
}

/** What the standing payments and refunds of a filter add up to; null where they are more than `most`. */
export async function sumStandingOf(
  ctx: Context<Tx>,
  { filter, narrowing }: { readonly filter: JournalFilter; readonly narrowing: Narrowing },
  most: number,
): Promise<readonly StandingSum[] | null> {
  const conditions = [isWithin({ filter, after: null, until: null }), ...narrowing.conditions];
  const { rows } = await sql<StandingSum & { readonly entries: number }>`
    with found as materialized (
      select entry.id, entry.kind from ledger_entry as entry
      where entry.municipality_id = ${ctx.municipalityId} and entry.kind in ('payment', 'refund')
        and ${sql.join(conditions, sql` and `)}
        and not exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
          and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')
      limit ${most + 1})
    select found.kind, posting.source_id as "sourceId", sum(abs(posting.kopecks))::bigint as kopecks,
      (select count(*) from found)::int4 as entries
    from found join ledger_posting as posting on posting.municipality_id = ${ctx.municipalityId}
      and posting.entry_id = found.id and posting.account in ('paid', 'refunded')
    group by found.kind, posting.source_id`.execute(ctx.tx);
  return (rows[0]?.entries ?? 0) > most ? null : rows;
}
