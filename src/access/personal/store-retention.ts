import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** What a night's work took away, by rule. */
export type Retained = Readonly<Record<"signIns" | "confirmations" | "looks" | "scans" | "invitations", number>>;

/**
 * What is over its time goes: sign-ins and confirmations that have expired, the log of readers after three years, scans of paper
 * consents three years after withdrawal or erasure (ст. 196 ГК РФ); their files are noted for removal. Counts by rule.
 */
export async function applyRetention(ctx: Context<Tx>): Promise<Retained> {
  const { now, municipalityId, tx } = ctx;
  const count = async (statement: ReturnType<typeof sql>) =>
    Number((await statement.execute(tx)).numAffectedRows ?? 0n);
  return {
    signIns: await count(sql`delete from sign_in_session where expires_at < ${now}`),
    confirmations: await count(sql`delete from sign_in_verification where expires_at < ${now}`),
    looks: await count(sql`delete from personal_read
      where municipality_id = ${municipalityId} and at < ${now}::timestamptz - interval '3 years'`),
    invitations: await count(sql`update invitation set email = 'erased-' || id || '@erased.invalid'
      where municipality_id = ${municipalityId} and email not like '%@erased.invalid'
        and coalesce(accepted_at, withdrawn_at, expires_at) < ${now}::timestamptz - interval '1 month'`),
    scans: await count(sql`
      with gone as (
        select municipality_id, id, scan_hash from consent
        where municipality_id = ${municipalityId} and scan_hash is not null and (
          exists (select from consent_withdrawal as past where past.municipality_id = consent.municipality_id
            and past.consent_id = consent.id and past.withdrawn_on < (${ctx.today}::date - interval '3 years'))
          or exists (select from erasure where erasure.municipality_id = consent.municipality_id
            and erasure.person_id = consent.person_id and erasure.at < ${now}::timestamptz - interval '3 years'))),
      noted as (
        insert into file_removal (municipality_id, hash, noted_at)
        select distinct municipality_id, scan_hash, ${now}::timestamptz from gone on conflict do nothing)
      update consent set scan_hash = null, scan_type = null from gone
      where consent.municipality_id = gone.municipality_id and consent.id = gone.id`),
  };
}

/** Accounts of this municipality alone that have been idle for three years: no role, no consent that holds, no sign-in. They are to be erased. */
export async function listIdlePeople(ctx: Context<Tx>): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    with past as (
      select person_id, max(coalesce(ended_at, 'infinity'::timestamptz)) as until from role_holding
      where municipality_id = ${ctx.municipalityId} group by person_id)
    select person.id from person join past on past.person_id = person.id
    where person.erased_at is null and past.until < ${ctx.now}::timestamptz - interval '3 years'
      and count_other_municipalities(person.id) = 0
      and not exists (select from sign_in_session as visit where visit.person_id = person.id)
      and not exists (select from consent where consent.municipality_id = ${ctx.municipalityId}
        and consent.person_id = person.id and not exists (select from consent_withdrawal as past_consent
          where past_consent.municipality_id = consent.municipality_id and past_consent.consent_id = consent.id))
    order by person.id`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}
