import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Which money is counted, up to which day, as known at which instant. */
export interface MoneyQuery {
  readonly year: number;
  readonly activityIds: readonly Id[];
  readonly until: string;
  readonly knownAt: Date;
}

/** An entry and what it adds to what was paid less refunded; less than nothing where it takes off. */
export interface MoneyRecord {
  readonly id: Id;
  readonly number: number;
  readonly numberYear: number;
  readonly kind: "payment" | "refund" | "reversal";
  /** Of a reversal what it takes back: without refunds and what takes them back it is what was paid. */
  readonly concerns: "payment" | "refund";
  readonly date: string;
  readonly recordedAt: Date;
  readonly payee: string | null;
  readonly activityId: Id;
  readonly kopecks: Kopecks;
}

/** Payments of a budget year, what came back of them, and reversals of either, by day. */
export async function listMoneyRecords(ctx: Context<Tx>, query: MoneyQuery): Promise<readonly MoneyRecord[]> {
  const { year, activityIds, until, knownAt } = query;
  if (activityIds.length === 0) return [];
  const { rows } = await sql<MoneyRecord>`
    select entry.id, entry.number, entry.number_year as "numberYear", entry.kind, entry.date, entry.at as "recordedAt",
      coalesce(reversed.kind, entry.kind) as concerns, coalesce(entry.payee, obligation.payee) as payee,
      entry.activity_id as "activityId",
      case when coalesce(reversed.kind, entry.kind) = 'refund' then -entry.kopecks else entry.kopecks end as kopecks
    from ledger_entry as entry
    left join ledger_entry as reversed on reversed.municipality_id = entry.municipality_id
      and reversed.id = entry.of_entry_id and entry.kind = 'reversal'
    left join ledger_entry as obligation on obligation.municipality_id = entry.municipality_id
      and obligation.id = coalesce(entry.commitment_id, reversed.commitment_id)
    where entry.municipality_id = ${ctx.municipalityId} and entry.year = ${year}
      and entry.activity_id = any(${[...activityIds]}::uuid[]) and entry.date <= ${until} and entry.at <= ${knownAt}
      and coalesce(reversed.kind, entry.kind) in ('payment', 'refund')
    order by entry.date, entry.number_year, entry.number`.execute(ctx.tx);
  return rows;
}
