import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { RegistrationState } from "../contract.ts";
import { withEventTables } from "../tables.ts";

/** «Запись на мероприятие» as its actions work with it. */
export interface Registration {
  readonly id: Id;
  readonly eventId: Id;
  readonly personId: Id | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly places: number;
  readonly state: RegistrationState;
  readonly registeredAt: Date;
}

const selectColumns = (ctx: Context<Tx>) =>
  withEventTables(ctx.tx)
    .selectFrom("event_registration")
    .select([
      "id",
      "event_id as eventId",
      "person_id as personId",
      "name",
      "email",
      "language",
      "places",
      "state",
      "registered_at as registeredAt",
    ])
    .where("municipality_id", "=", ctx.municipalityId);

/** Registrations of an event in the order in which they came, apart from those that were withdrawn. */
export async function selectRegistrations(ctx: Context<Tx>, eventId: Id): Promise<readonly Registration[]> {
  return selectColumns(ctx)
    .where("event_id", "=", eventId)
    .where("state", "<>", "withdrawn")
    .orderBy("registered_at")
    .orderBy("id")
    .execute();
}

/** A registration of this address that was not withdrawn. */
export async function selectByEmail(ctx: Context<Tx>, eventId: Id, email: string): Promise<Registration | undefined> {
  return selectColumns(ctx)
    .where("event_id", "=", eventId)
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .where("state", "<>", "withdrawn")
    .executeTakeFirst();
}

/** Confirmed registrations of events that begin on a local day and were not reminded of yet. */
export async function selectUnreminded(ctx: Context<Tx>, date: string): Promise<readonly Registration[]> {
  return selectColumns(ctx)
    .where("state", "=", "confirmed")
    .where("reminded_at", "is", null)
    .where("blanked_at", "is", null)
    .where(
      sql<boolean>`event_id in (select id from event where event.municipality_id = event_registration.municipality_id
        and state = 'announced' and date = ${date})`,
    )
    .orderBy("id")
    .execute();
}

export async function insertRegistration(
  ctx: Context<Tx>,
  given: Registration & { readonly consentTextId: Id | null },
): Promise<void> {
  await withEventTables(ctx.tx)
    .insertInto("event_registration")
    .values({
      municipality_id: ctx.municipalityId,
      id: given.id,
      event_id: given.eventId,
      site_id: null,
      person_id: given.personId,
      name: given.name,
      email: given.email,
      language: given.language,
      places: given.places,
      state: given.state,
      consent_text_id: given.consentTextId,
      registered_at: given.registeredAt,
      confirmed_at: given.state === "unconfirmed" ? null : ctx.now,
      withdrawn_at: null,
      reminded_at: null,
      blanked_at: null,
    })
    .execute();
}

export async function updateRegistration(ctx: Context<Tx>, id: Id, state: RegistrationState): Promise<void> {
  await withEventTables(ctx.tx)
    .updateTable("event_registration")
    .set((eb) => ({
      state,
      ...(state === "withdrawn" && { withdrawn_at: ctx.now }),
      ...(state !== "withdrawn" && { confirmed_at: sql<Date>`coalesce(confirmed_at, ${ctx.now})` }),
      version: eb("version", "+", 1),
    }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

export async function updateReminded(ctx: Context<Tx>, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  await withEventTables(ctx.tx)
    .updateTable("event_registration")
    .set({ reminded_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
}

export async function insertLink(ctx: Context<Tx>, registrationId: Id, hash: string): Promise<void> {
  await withEventTables(ctx.tx)
    .insertInto("event_registration_link")
    .values({ municipality_id: ctx.municipalityId, hash, registration_id: registrationId, made_at: ctx.now })
    .execute();
}

/** The registration of a letter's link. */
export async function selectByLink(ctx: Context<Tx>, hash: string): Promise<Registration | undefined> {
  return selectColumns(ctx)
    .where(
      sql<boolean>`id = (select registration_id from event_registration_link as link
        where link.municipality_id = event_registration.municipality_id and link.hash = ${hash})`,
    )
    .executeTakeFirst();
}

/** Of these registrations: names and addresses are taken away, their time being over or their person erased. */
export async function blankRegistrations(
  ctx: Context<Tx>,
  which: { readonly personId: Id } | { readonly endedBefore: string },
): Promise<number> {
  const rows = withEventTables(ctx.tx)
    .updateTable("event_registration")
    .set({ name: "", email: "", blanked_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("blanked_at", "is", null);
  const chosen =
    "personId" in which
      ? rows.where("person_id", "=", which.personId)
      : rows.where(
          sql<boolean>`event_id in (select id from event where event.municipality_id = event_registration.municipality_id
            and until_date < ${which.endedBefore})`,
        );
  const { numUpdatedRows } = await chosen.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Registrations that were never confirmed are gone after their time: they say nothing but an address. */
export async function withdrawUnconfirmed(ctx: Context<Tx>, before: Date): Promise<number> {
  const { numUpdatedRows } = await withEventTables(ctx.tx)
    .updateTable("event_registration")
    .set({ state: "withdrawn", name: "", email: "", withdrawn_at: ctx.now, blanked_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "=", "unconfirmed")
    .where("registered_at", "<", before)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** A person's registrations, the oldest first. */
export function selectRegistrationsOf(ctx: Context<Tx>, personId: Id) {
  return withEventTables(ctx.tx)
    .selectFrom("event_registration")
    .innerJoin("event", (join) =>
      join
        .onRef("event.municipality_id", "=", "event_registration.municipality_id")
        .onRef("event.id", "=", "event_registration.event_id"),
    )
    .select([
      "event.title",
      "event.date",
      "event_registration.name",
      "email",
      "places",
      "event_registration.state",
      "registered_at",
    ])
    .where("event_registration.municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .orderBy("event_registration.id")
    .execute();
}
