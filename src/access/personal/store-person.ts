import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { forgetMailOf } from "../../platform/mail/index.ts";
import { openNamer, type RoleSubjects } from "../people/actions-subject.ts";
import { withAccessTables } from "../tables.ts";
import { destroyKey } from "../trail/store-seal.ts";
import type { PersonalSection } from "./source.ts";
import { listConsents } from "./store-consent.ts";

/** What stands in place of an address that was erased: nobody's, and never the same twice. */
const erasedAddress = (personId: Id) => `erased-${personId}@erased.invalid`;

/** What access keeps of a person, for their export. Roles and consents are those of this municipality; what a role is held in stands by its name. */
export async function collectPerson(
  ctx: Context<Tx>,
  subjects: RoleSubjects,
  personId: Id,
): Promise<readonly PersonalSection[]> {
  const db = withAccessTables(ctx.tx);
  const person = await db
    .selectFrom("person")
    .select(["name", "email", "email_verified", "language", "created_at"])
    .where("id", "=", personId)
    .executeTakeFirst();
  const roles = await collectRoles(ctx, subjects, personId);
  const sessions = await db
    .selectFrom("sign_in_session")
    .select(["created_at", "expires_at", "ip_address", "user_agent"])
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .execute();
  const consents = await listConsents(ctx, personId);
  return [
    { key: "person", title: { ru: "Учётная запись", en: "Account" }, rows: person ? [toRow(person)] : [] },
    { key: "roles", title: { ru: "Роли", en: "Roles" }, rows: roles },
    { key: "sign-ins", title: { ru: "Входы", en: "Sign-ins" }, rows: sessions.map(toRow) },
    {
      key: "consents",
      title: { ru: "Согласия", en: "Consents" },
      rows: consents.map(({ id: _id, textId: _text, scanType: _type, ...rest }) => rest),
      files: consents.flatMap(({ scanHash, purpose, version, scanType }) =>
        scanHash ? [{ hash: scanHash, name: `consent-${purpose}-${version}${endingOf(scanType)}` }] : [],
      ),
    },
  ];
}

async function collectRoles(ctx: Context<Tx>, subjects: RoleSubjects, personId: Id): Promise<PersonalSection["rows"]> {
  const roles = await withAccessTables(ctx.tx)
    .selectFrom("role_holding")
    .select(["role", "subject_id as subjectId", "given_at", "basis", "ended_at", "ended_basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .orderBy("given_at")
    .execute();
  const nameOf = await openNamer(ctx, subjects, roles);
  return roles.map(({ role, subjectId, ...rest }) => toRow({ role, within: nameOf({ role, subjectId }), ...rest }));
}

function endingOf(type: string | null): string {
  return type === "application/pdf" ? ".pdf" : ".webp";
}

function toRow(row: Readonly<Record<string, unknown>>): Record<string, string | number | boolean | null> {
  const show = (value: unknown) => {
    if (value instanceof Date) return value.toISOString();
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  };
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, show(value)]));
}

/** Takes the person out of people and sign-in, ends their roles, and destroys the key that opens what the trail says of them. */
export async function erasePerson(ctx: Context<Tx>, personId: Id): Promise<void> {
  const db = withAccessTables(ctx.tx);
  const email = await findEmail(ctx.tx, personId);
  await db
    .updateTable("person")
    .set({
      ...{ name: "", email: erasedAddress(personId), email_verified: false, language: "ru" },
      ...{ erased_at: ctx.now, updated_at: ctx.now },
    })
    .where("id", "=", personId)
    .execute();
  await sql`update person set image = null where id = ${personId}`.execute(ctx.tx);
  await db.deleteFrom("sign_in_session").where("person_id", "=", personId).execute();
  await db.deleteFrom("sign_in_account").where("person_id", "=", personId).execute();
  await sql`delete from sign_in_verification where value like ${`%${personId}%`} or value like ${`%${email}%`}
    or identifier like ${`%${email}%`}`.execute(ctx.tx);
  await forgetWays(ctx.tx, personId, email);
  await db
    .updateTable("role_holding")
    .set({ ended_at: ctx.now, ended_basis: "уничтожение персональных данных" })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .where("ended_at", "is", null)
    .execute();
  await forgetMailOf(ctx, personId);
  await destroyKey(ctx, personId);
}

/** Links, browsers, second steps and invitations of a person. */
async function forgetWays(tx: Tx, personId: Id, email: string): Promise<void> {
  for (const table of ["sign_in_device", "second_factor_app", "second_factor_code", "second_factor_passkey"]) {
    await sql`delete from ${sql.table(table)} where person_id = ${personId}`.execute(tx);
  }
  await sql`delete from sign_in_token where person_id = ${personId} or email = ${email}`.execute(tx);
  await sql`update invitation set email = 'erased-' || id || '@erased.invalid', withdrawn_at =
    case when accepted_at is null then coalesce(withdrawn_at, now()) end
    where person_id = ${personId} or email = ${email}`.execute(tx);
}

async function findEmail(tx: Tx, personId: Id): Promise<string> {
  const row = await withAccessTables(tx)
    .selectFrom("person")
    .select("email")
    .where("id", "=", personId)
    .executeTakeFirst();
  return row?.email ?? erasedAddress(personId);
}

/** In how many other municipalities the person holds or held a role. */
export async function countOtherMunicipalities(tx: Tx, personId: Id): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count_other_municipalities(${personId}) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Whether the person holds or held a role here, or gave a consent. */
export async function isKnownHere(ctx: Context<Tx>, personId: Id): Promise<boolean> {
  const db = withAccessTables(ctx.tx);
  for (const table of ["role_holding", "consent"] as const) {
    const row = await db
      .selectFrom(table)
      .select("id")
      .where("municipality_id", "=", ctx.municipalityId)
      .where("person_id", "=", personId)
      .limit(1)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}

export async function isErased(tx: Tx, personId: Id): Promise<boolean | undefined> {
  const row = await withAccessTables(tx)
    .selectFrom("person")
    .select("erased_at")
    .where("id", "=", personId)
    .executeTakeFirst();
  return row && row.erased_at !== null;
}

export async function insertErasure(ctx: Context<Tx>, personId: Id, basis: string): Promise<void> {
  const { actor } = ctx;
  await withAccessTables(ctx.tx)
    .insertInto("erasure")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      person_id: personId,
      at: ctx.now,
      basis,
      erased_by_person_id: actor.kind === "person" ? actor.personId : null,
      erased_by_name: actor.kind === "system" ? actor.name : null,
    })
    .execute();
}

/** Notes that the actor looked at data of others at this place; what one reads of oneself is nobody's business. */
export async function notePersonalRead(ctx: Context<Tx>, place: string, people: readonly Id[]): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") return;
  const others = [...new Set(people)].filter((id) => id !== actor.personId);
  if (others.length === 0) return;
  await withAccessTables(ctx.tx)
    .insertInto("personal_read")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      at: ctx.now,
      reader_person_id: actor.personId,
      place,
      people: others,
    })
    .execute();
}
