import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import type { Purpose } from "./purposes.ts";
import type { ConsentTextView, ConsentView } from "./views.ts";

/** The columns that say who recorded a row and when. */
export function recordedBy({ actor, now }: Pick<Context, "actor" | "now">) {
  return {
    recorded_at: now,
    recorded_by_person_id: actor.kind === "person" ? actor.personId : null,
    recorded_by_name: actor.kind === "system" ? actor.name : null,
  };
}

/** The number of the new version: the one after the last of its purpose. */
export async function insertConsentText(ctx: Context<Tx>, text: { purpose: Purpose; body: string }): Promise<number> {
  const last = (await listConsentTexts(ctx)).find(({ purpose }) => purpose === text.purpose)?.version ?? 0;
  const { recorded_at, recorded_by_person_id, recorded_by_name } = recordedBy(ctx);
  await withAccessTables(ctx.tx)
    .insertInto("consent_text")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      purpose: text.purpose,
      version: last + 1,
      body: text.body,
      published_at: recorded_at,
      published_by_person_id: recorded_by_person_id,
      published_by_name: recorded_by_name,
    })
    .execute();
  return last + 1;
}

/** Every version of every text, the newest of a purpose first. */
export async function listConsentTexts(ctx: Context<Tx>): Promise<readonly ConsentTextView[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("consent_text")
    .select(["id", "purpose", "version", "body", "published_at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("purpose")
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({ ...row, purpose: row.purpose as Purpose, publishedAt: row.published_at }));
}

export interface NewConsent {
  readonly personId: Id;
  readonly textId: Id;
  readonly givenOn: string;
  readonly channel: "site" | "paper";
  readonly scan: { readonly hash: string; readonly type: string } | null;
}

export async function insertConsent(ctx: Context<Tx>, consent: NewConsent): Promise<Id> {
  const id = newId();
  await withAccessTables(ctx.tx)
    .insertInto("consent")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      person_id: consent.personId,
      text_id: consent.textId,
      given_on: consent.givenOn,
      channel: consent.channel,
      scan_hash: consent.scan?.hash ?? null,
      scan_type: consent.scan?.type ?? null,
      ...recordedBy(ctx),
    })
    .execute();
  return id;
}

/** False where it was withdrawn already. */
export async function insertWithdrawal(ctx: Context<Tx>, consentId: Id, on: string): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .insertInto("consent_withdrawal")
    .values({ municipality_id: ctx.municipalityId, consent_id: consentId, withdrawn_on: on, ...recordedBy(ctx) })
    .onConflict((conflict) => conflict.doNothing())
    .returning("consent_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** The consents of a person in this municipality, the newest first. */
export async function listConsents(ctx: Context<Tx>, personId: Id): Promise<readonly ConsentView[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("consent")
    .innerJoin("consent_text as text", (join) =>
      join.onRef("text.municipality_id", "=", "consent.municipality_id").onRef("text.id", "=", "consent.text_id"),
    )
    .leftJoin("consent_withdrawal as end", (join) =>
      join.onRef("end.municipality_id", "=", "consent.municipality_id").onRef("end.consent_id", "=", "consent.id"),
    )
    .select(["consent.id", "text.purpose", "text.version", "consent.text_id", "consent.given_on", "consent.channel"])
    .select(["consent.scan_hash", "consent.scan_type", "end.withdrawn_on"])
    .where("consent.municipality_id", "=", ctx.municipalityId)
    .where("consent.person_id", "=", personId)
    .orderBy("consent.recorded_at", "desc")
    .orderBy("consent.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    purpose: row.purpose as Purpose,
    textId: row.text_id,
    version: row.version,
    givenOn: row.given_on,
    channel: row.channel,
    scanHash: row.scan_hash,
    scanType: row.scan_type,
    withdrawnOn: row.withdrawn_on,
  }));
}

/** Whose consent it is, and from which day; undefined where there is none of this id here. */
export async function findConsentOwner(
  ctx: Context<Tx>,
  consentId: Id,
): Promise<{ readonly personId: Id; readonly givenOn: string } | undefined> {
  if (!isId(consentId)) return undefined;
  const row = await withAccessTables(ctx.tx)
    .selectFrom("consent")
    .select(["person_id", "given_on"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", consentId)
    .executeTakeFirst();
  return row && { personId: row.person_id, givenOn: row.given_on };
}
