import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** What the recount of co-financing may find wrong. */
export const COFINANCING_CHECKS = [
  "version-missing",
  "holding-differs",
  "returned-over-received",
  "transfer-reversal-differs",
  "transfer-number-missing",
  "covered-twice",
] as const;
export type CofinancingCheck = (typeof COFINANCING_CHECKS)[number];

export interface CofinancingReport {
  readonly agreements: number;
  readonly transfers: number;
  readonly faults: readonly { readonly check: CofinancingCheck; readonly what: string }[];
}

/** Adds up what came and went back anew, in plain SQL, and compares with what the database keeps. */
export async function recountCofinancing(tx: Tx, municipalityId: Id): Promise<CofinancingReport> {
  const { rows: counts } = await sql<{ agreements: number; transfers: number }>`
    select (select count(*)::int4 from cofinancing_agreement where municipality_id = ${municipalityId}) as agreements,
      (select count(*)::int4 from cofinancing_transfer where municipality_id = ${municipalityId}) as transfers`.execute(
    tx,
  );
  const { rows: faults } = await sql<{ check: CofinancingCheck; what: string }>`
    with agreement as (select * from cofinancing_agreement where municipality_id = ${municipalityId}),
    transfer as (select * from cofinancing_transfer where municipality_id = ${municipalityId}),
    meant as (
      select transfer.*, coalesce(reversed.kind, transfer.kind) as means
      from transfer left join transfer as reversed on reversed.id = transfer.of_transfer_id),
    counted as (
      select agreement_id, year, sum(case means when 'receipt' then kopecks else 0 end) as received,
        sum(case means when 'return' then kopecks else 0 end) as returned
      from meant group by agreement_id, year),
    standing as (
      select agreement.source_id, agreement.id, year.year, covered.activity_id from agreement
      join cofinancing_year as year on year.municipality_id = agreement.municipality_id
        and year.agreement_id = agreement.id and year.version = agreement.last_version
      join cofinancing_activity as covered on covered.municipality_id = agreement.municipality_id
        and covered.agreement_id = agreement.id and covered.version = agreement.last_version
      where agreement.ended_on is null)
    select 'version-missing' as "check", agreement.number as what from agreement
      where agreement.last_version <> (select count(*) from cofinancing_version as version
        where version.municipality_id = agreement.municipality_id and version.agreement_id = agreement.id)
      or exists (select from cofinancing_version as version where version.municipality_id = agreement.municipality_id
        and version.agreement_id = agreement.id and (version.version > agreement.last_version
        or not exists (select from cofinancing_year as year where year.municipality_id = version.municipality_id
          and year.agreement_id = version.agreement_id and year.version = version.version)))
    union all
    select 'holding-differs', concat_ws(' ', coalesce(counted.agreement_id, held.agreement_id), coalesce(counted.year, held.year))
      from counted full join (select * from cofinancing_holding where municipality_id = ${municipalityId}) as held
        on held.agreement_id = counted.agreement_id and held.year = counted.year
      where (held.received, held.returned) is distinct from (counted.received, counted.returned)
    union all
    select 'returned-over-received', concat_ws(' ', agreement_id, year) from counted where returned > received or received < 0 or returned < 0
    union all
    select 'transfer-reversal-differs', transfer.id::text from transfer
      join transfer as reversed on reversed.id = transfer.of_transfer_id
      where reversed.kind = 'reversal' or transfer.kopecks <> -reversed.kopecks or transfer.year <> reversed.year
        or transfer.agreement_id <> reversed.agreement_id
    union all
    select 'transfer-number-missing', concat_ws('/', counter.last, counter.year) from money_counter as counter
      where counter.municipality_id = ${municipalityId} and counter.kind = 'transfer'
        and counter.last <> (select count(*) from transfer where transfer.number_year = counter.year)
    union all
    select 'covered-twice', concat_ws(' ', activity_id, year) from standing
      group by source_id, activity_id, year having count(distinct id) > 1
    limit 1000`.execute(tx);
  return { agreements: counts[0]?.agreements ?? 0, transfers: counts[0]?.transfers ?? 0, faults };
}
