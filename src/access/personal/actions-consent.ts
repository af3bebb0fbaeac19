import type { Context } from "../../kernel/context.ts";
import { isDay } from "../../kernel/day.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { raiseRevision } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { requireKnown } from "./actions-person.ts";
import { isPurpose, type Purpose } from "./purposes.ts";
import {
  findConsentOwner,
  insertConsent,
  insertConsentText,
  insertWithdrawal,
  listConsents,
  listConsentTexts,
} from "./store-consent.ts";
import { isErased, notePersonalRead } from "./store-person.ts";
import type { ConsentTextView, ConsentView } from "./views.ts";

const TEXT_LENGTH = 20_000;

const refuse = (code: AccessRefusalCode): never => {
  throw new Refusal(code);
};

/** Puts a new wording into force; the earlier versions stay, with the consents to them. Refuses `consent-text-missing`. */
export async function publishConsentText(
  ctx: Context<Tx>,
  text: { readonly purpose: string; readonly body: string },
): Promise<number> {
  requirePermission(ctx, "consent.publish");
  const body = text.body.replace(/\r\n?/g, "\n").trim();
  const { purpose } = text;
  if (!isPurpose(purpose) || body === "" || body.length > TEXT_LENGTH) return refuse("consent-text-missing");
  const version = await insertConsentText(ctx, { purpose, body });
  const subject = { kind: "consent-text", id: null };
  await writeAudit(ctx, { action: "consent.publish", subject, detail: { purpose, version } });
  return version;
}

/** The wordings in force, one for each purpose that has one. */
export async function listCurrentTexts(ctx: Context<Tx>): Promise<readonly ConsentTextView[]> {
  const all = await listConsentTexts(ctx);
  return all.filter((text, place) => all[place - 1]?.purpose !== text.purpose);
}

/** Gives one's own consent, here and now, to the wording that was shown. Refuses `consent-text-changed` where a newer one is in force. */
export async function giveConsent(ctx: Context<Tx>, textId: Id): Promise<Id> {
  const personId = requireSelf(ctx);
  requirePermission(ctx, "consent.give", [personId]);
  const text = await requireCurrent(ctx, textId);
  return saveConsent(ctx, { personId, text, givenOn: ctx.today, scan: null });
}

export interface PaperConsent {
  readonly personId: Id;
  /** What the person belongs to, for those who may record only their own people's papers. */
  readonly belongsTo: readonly Id[];
  readonly textId: Id;
  readonly givenOn: string;
  /** Among the files already. */
  readonly scan: { readonly hash: string; readonly type: string };
}

/** Records a consent that was signed on paper, with its scan. Refuses `person-unknown`, `consent-text-changed` for a text that is none here and `consent-date-wrong` for a day to come. */
export async function recordPaperConsent(ctx: Context<Tx>, paper: PaperConsent): Promise<Id> {
  requirePermission(ctx, "consent.record", paper.belongsTo);
  await requireKnown(ctx, paper.personId);
  if (await isErased(ctx.tx, paper.personId)) return refuse("person-erased");
  const text = (await listConsentTexts(ctx)).find(({ id }) => id === paper.textId);
  if (!text) return refuse("consent-text-changed");
  if (!isDay(paper.givenOn) || paper.givenOn > ctx.today) refuse("consent-date-wrong");
  return saveConsent(ctx, { personId: paper.personId, text, givenOn: paper.givenOn, scan: paper.scan });
}

interface Given {
  readonly personId: Id;
  readonly text: ConsentTextView;
  readonly givenOn: string;
  readonly scan: PaperConsent["scan"] | null;
}

async function saveConsent(ctx: Context<Tx>, { personId, text, givenOn, scan }: Given): Promise<Id> {
  const held = (await listConsents(ctx, personId)).find(
    ({ textId, withdrawnOn }) => textId === text.id && withdrawnOn === null,
  );
  if (held) return held.id;
  const channel = scan === null ? "site" : "paper";
  const id = await insertConsent(ctx, { personId, textId: text.id, givenOn, channel, scan });
  if (text.purpose === "publication") await raiseRevision(ctx);
  const detail = { purpose: text.purpose, version: text.version, channel, givenOn };
  await writeAudit(ctx, {
    action: scan ? "consent.record" : "consent.give",
    subject: { kind: "person", id: personId },
    detail,
  });
  return id;
}

/** Withdraws one's own consent, today. Refuses `consent-unknown`, `consent-withdrawn` and of another's `not-yours`. */
export async function withdrawConsent(ctx: Context<Tx>, consentId: Id): Promise<void> {
  const owner = await findConsentOwner(ctx, consentId);
  if (owner === undefined) return refuse("consent-unknown");
  const { personId } = owner;
  requirePermission(ctx, "consent.give", [personId]);
  if (!(await insertWithdrawal(ctx, consentId, ctx.today))) refuse("consent-withdrawn");
  // Public pages that named the person by this consent are void.
  await raiseRevision(ctx);
  const detail = { consent: consentId };
  await writeAudit(ctx, { action: "consent.withdraw", subject: { kind: "person", id: personId }, detail });
}

/** «Отзыв на бумаге»: the day on which it was received, and the paper. */
export interface PaperWithdrawal {
  readonly consentId: Id;
  readonly receivedOn: string;
  readonly basis: string;
}

/** Records that a person withdrew a consent on paper. Refuses `consent-unknown`, `consent-withdrawn`, `withdrawal-date-wrong`, `withdrawal-basis-missing`. */
export async function recordPaperWithdrawal(ctx: Context<Tx>, paper: PaperWithdrawal): Promise<void> {
  const { consentId, receivedOn } = paper;
  const owner = await findConsentOwner(ctx, consentId);
  requirePermission(ctx, "consent.record", owner ? [owner.personId] : []);
  if (!owner) return refuse("consent-unknown");
  if (!isDay(receivedOn) || receivedOn > ctx.today || receivedOn < owner.givenOn) refuse("withdrawal-date-wrong");
  const basis = paper.basis.trim();
  if (basis === "") refuse("withdrawal-basis-missing");
  if (!(await insertWithdrawal(ctx, consentId, receivedOn))) refuse("consent-withdrawn");
  await raiseRevision(ctx);
  const detail = { consent: consentId, channel: "paper", receivedOn };
  const subject = { kind: "person", id: owner.personId };
  await writeAudit(ctx, { action: "consent.withdraw", subject, detail, basis });
}

/** One's own consents and, beside them, the purposes that wait for one. */
export async function readOwnConsents(
  ctx: Context<Tx>,
): Promise<{ readonly consents: readonly ConsentView[]; readonly open: readonly ConsentTextView[] }> {
  const consents = await listConsents(ctx, requireSelf(ctx));
  const holds = (purpose: Purpose, version: number) =>
    consents.some(
      (consent) => consent.purpose === purpose && consent.version === version && consent.withdrawnOn === null,
    );
  const open = (await listCurrentTexts(ctx)).filter(({ purpose, version }) => !holds(purpose, version));
  return { consents, open };
}

async function requireCurrent(ctx: Context<Tx>, textId: Id): Promise<ConsentTextView> {
  const text = (await listCurrentTexts(ctx)).find(({ id }) => id === textId);
  return text ?? refuse("consent-text-changed");
}

function requireSelf({ actor }: Pick<Context, "actor">): Id {
  return actor.kind === "person" ? actor.personId : refuse("not-signed-in");
}

/** Refuses `not-permitted` and `person-unknown`: what is asked before a scan is kept. */
export async function requireRecorder(ctx: Context<Tx>, personId: Id): Promise<void> {
  requirePermission(ctx, "consent.record");
  await requireKnown(ctx, personId);
}

/** What the page of a person shows of their consents, and the wordings to which a paper may refer. Refuses `not-permitted`, `person-unknown`. */
export async function readConsentsOf(
  ctx: Context<Tx>,
  personId: Id,
): Promise<{ readonly consents: readonly ConsentView[]; readonly texts: readonly ConsentTextView[] }> {
  requirePermission(ctx, "person.read");
  await requireKnown(ctx, personId);
  await notePersonalRead(ctx, "consents", [personId]);
  return { consents: await listConsents(ctx, personId), texts: await listConsentTexts(ctx) };
}

/** The scan of a paper of this person. Refuses `not-permitted` and `consent-unknown`. */
export async function findScan(
  ctx: Context<Tx>,
  given: { readonly personId: Id; readonly consentId: Id },
): Promise<{ readonly hash: string; readonly type: string }> {
  requirePermission(ctx, "person.read");
  const held = isId(given.personId) ? await listConsents(ctx, given.personId) : [];
  const found = held.find(({ id }) => id === given.consentId);
  if (!found?.scanHash || !found.scanType) return refuse("consent-unknown");
  await notePersonalRead(ctx, "consent-scan", [given.personId]);
  return { hash: found.scanHash, type: found.scanType };
}
