import { listCurrentTexts, loadContact, notePersonalRead, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { isMailAddress } from "../../platform/mail/index.ts";
import { belongingOf, type RegistrationState } from "../contract.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { plain } from "../event/input.ts";
import { refuseEvent } from "../refusals.ts";
import type { RegistrationLinkView, RegistrationView } from "../views.ts";
import { type FindRoot, hashLink, writeToVisitor } from "./actions-letter.ts";
import { moveUp, seat } from "./seats.ts";
import {
  insertRegistration,
  type Registration,
  selectByEmail,
  selectByLink,
  selectRegistrations,
  updateRegistration,
} from "./store.ts";

export const LINK_HOURS = 48;

export interface RegisterInput {
  readonly eventId: string;
  /** Of who is signed in both come from the account. */
  readonly name: string;
  readonly email: string;
  readonly places: string;
  readonly consent: boolean;
}

/**
 * Registers for an event: who is signed in at once, others once they have opened the link of their letter. Whether an address
 * is registered already is told to nobody but it. Refuses `registration-closed`, `registration-name`, `registration-email`,
 * `registration-consent`, `registration-large`, and to who is signed in `registration-once`.
 */
export async function register(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  input: RegisterInput,
): Promise<"confirmed" | "waiting" | "letter"> {
  const event = await requireTaking(ctx, input.eventId);
  const { actor } = ctx;
  const who = await parseVisitor(ctx, input);
  const places = /^\d{1,2}$/.test(input.places.trim()) ? Number(input.places) : 0;
  if (who.name === "" || who.name.length > 200 || places < 1 || places > 10) refuseEvent("registration-name");
  if (!isMailAddress(who.email)) refuseEvent("registration-email");
  if (!input.consent) refuseEvent("registration-consent");
  const { capacity } = event.row;
  if (capacity !== null && places > capacity) refuseEvent("registration-large", { capacity });
  const known = await selectByEmail(ctx, event.row.id, who.email);
  if (known) return tellAgain(ctx, findRoot, { event, known });
  const isPerson = actor.kind === "person";
  const state: RegistrationState = isPerson
    ? seat(await selectRegistrations(ctx, event.row.id), places, capacity)
    : "unconfirmed";
  const text = (await listCurrentTexts(ctx)).find(({ purpose }) => purpose === "participation");
  const registration = {
    id: newId(),
    eventId: event.row.id,
    personId: isPerson ? actor.personId : null,
    ...who,
    places,
    state,
    registeredAt: ctx.now,
  } satisfies Registration;
  await insertRegistration(ctx, { ...registration, consentTextId: text?.id ?? null });
  await note(ctx, registration, "register");
  await tellState(ctx, findRoot, { event, registration });
  return isPerson ? (state === "waiting" ? "waiting" : "confirmed") : "letter";
}

async function parseVisitor(ctx: Context<Tx>, input: RegisterInput) {
  const { actor, language } = ctx;
  const account = actor.kind === "person" ? await loadContact(ctx, actor.personId) : undefined;
  return {
    name: plain(input.name).replace(/\s+/g, " ") || account?.name || "",
    email: account?.email ?? plain(input.email),
    language: account?.language ?? language,
  };
}

/** The event, locked: seats are given one after another. Refuses `registration-closed`. */
async function requireTaking(ctx: Context<Tx>, eventId: string): Promise<LoadedEvent> {
  const event = await requireEvent(ctx, eventId, { lock: true });
  const { row } = event;
  if (row.announced_at === null) refuseEvent("event-unknown");
  const isOpen = row.takes_registrations && row.state === "announced" && ctx.now < row.starts_at;
  return isOpen ? event : refuseEvent("registration-closed");
}

/** An address that registers again gets its letter again, once an hour at most. */
async function tellAgain(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  { event, known }: { readonly event: LoadedEvent; readonly known: Registration },
): Promise<"letter"> {
  if (ctx.actor.kind === "person") refuseEvent("registration-once");
  await tellState(ctx, findRoot, { event, registration: known });
  return "letter";
}

const TEMPLATES = {
  unconfirmed: "event-confirm",
  confirmed: "event-registered",
  waiting: "event-waiting",
} as const;

async function tellState(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  { event, registration }: { readonly event: LoadedEvent; readonly registration: Registration },
): Promise<void> {
  const { state } = registration;
  if (state === "withdrawn") return;
  const hour = ctx.now.toISOString().slice(0, 13);
  const expiresAt = new Date(ctx.now.getTime() + LINK_HOURS * 3_600_000);
  const template = TEMPLATES[state];
  await writeToVisitor(ctx, findRoot, {
    event,
    registration,
    template,
    occasion: `${state} ${hour}`,
    ...(state === "unconfirmed" && { expiresAt }),
  });
}

async function note(
  ctx: Context<Tx>,
  { id, eventId }: Pick<Registration, "id" | "eventId">,
  step: string,
): Promise<void> {
  const subject = { kind: "event-registration", id };
  await writeAudit(ctx, { action: "event-registration", subject, detail: { step, event: eventId } });
}

/** What a letter's link leads to. Refuses `registration-link`. */
export async function openLink(ctx: Context<Tx>, token: string): Promise<RegistrationLinkView> {
  const registration = await findLink(ctx, token);
  const { row, fields } = await requireEvent(ctx, registration.eventId);
  const { state, name, places } = registration;
  return {
    eventId: row.id,
    title: row.title,
    date: row.date,
    places,
    name,
    state,
    where: fields.sites.map(({ place }) => place),
  };
}

async function requireLink(ctx: Context<Tx>, token: string): Promise<Registration> {
  const found = await findLink(ctx, token);
  return found.state === "withdrawn" ? refuseEvent("registration-link") : found;
}

/** Also one that was withdrawn: its page says so. */
async function findLink(ctx: Context<Tx>, token: string): Promise<Registration> {
  const found = await selectByLink(ctx, hashLink(token));
  const age = found ? ctx.now.getTime() - found.registeredAt.getTime() : 0;
  const isOld = found?.state === "unconfirmed" && age > LINK_HOURS * 3_600_000;
  return found && !isOld ? found : refuseEvent("registration-link");
}

/** Confirms a registration by its letter's link. Refuses `registration-link` and `registration-closed`. */
export async function confirmRegistration(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  token: string,
): Promise<"confirmed" | "waiting"> {
  const { eventId } = await requireLink(ctx, token);
  const event = await requireTaking(ctx, eventId);
  // Again, now that the event is locked: both of two clicks must not take seats.
  const registration = await requireLink(ctx, token);
  if (registration.state === "confirmed" || registration.state === "waiting") return registration.state;
  const others = await selectRegistrations(ctx, eventId);
  const state = seat(others, registration.places, event.row.capacity);
  await updateRegistration(ctx, registration.id, state);
  await note(ctx, registration, "confirm");
  await tellState(ctx, findRoot, { event, registration: { ...registration, state } });
  return state;
}

/** Withdraws a registration by its letter's link; who waits moves up and is told. Refuses `registration-link`. */
export async function withdrawRegistration(ctx: Context<Tx>, findRoot: FindRoot, token: string): Promise<void> {
  const { eventId } = await requireLink(ctx, token);
  const event = await requireEvent(ctx, eventId, { lock: true });
  const registration = await requireLink(ctx, token);
  await updateRegistration(ctx, registration.id, "withdrawn");
  await note(ctx, registration, "withdraw");
  if (event.row.state === "announced" && ctx.now < event.row.starts_at) await fillSeats(ctx, findRoot, event);
}

/** Gives free seats to who waits, in their order. */
export async function fillSeats(ctx: Context<Tx>, findRoot: FindRoot, event: LoadedEvent): Promise<void> {
  const registrations = await selectRegistrations(ctx, event.row.id);
  for (const id of moveUp(registrations, event.row.capacity)) {
    const registration = registrations.find((row) => row.id === id);
    if (!registration) continue;
    await updateRegistration(ctx, id, "confirmed");
    await note(ctx, registration, "move-up");
    await tellState(ctx, findRoot, { event, registration: { ...registration, state: "confirmed" } });
  }
}

/** Who registered for an event; that somebody looked stands in the log of reads. */
export async function listRegistrations(ctx: Context<Tx>, eventId: string): Promise<readonly RegistrationView[]> {
  const { row, card } = await requireEvent(ctx, eventId);
  requirePermission(ctx, "event-registration.read", belongingOf(card));
  const registrations = await selectRegistrations(ctx, row.id);
  await notePersonalRead(
    ctx,
    "event.registrations",
    registrations.map(({ id, personId }) => personId ?? id),
  );
  return registrations.map(({ id, name, email, places, state, registeredAt }) => ({
    id,
    name,
    email,
    places,
    state,
    registeredAt: registeredAt.toISOString(),
  }));
}
