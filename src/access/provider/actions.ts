import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { acceptAsIdentity } from "../invitation/actions-accept.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { type Cookies, type Frame, MINUTE_MS, type Visit } from "../sign-in/actions-frame.ts";
import { proveSelf } from "../sign-in/actions-password.ts";
import { actAs, admit, requireSession } from "../sign-in/actions-session.ts";
import { type Account, findAccount, findAccountByEmail } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { writeAudit } from "../trail/store.ts";
import {
  beginFlow,
  clearFlow,
  endFlow,
  type FlowPurpose,
  findFlowLanguage,
  findProvider,
  type Identity,
} from "./actions-flow.ts";
import type { Provider } from "./actions-provider.ts";
import { deleteLink, followLink, insertLink, listLinks } from "./store.ts";

const COME_BACK: AttemptRule = { kind: "provider", perAddress: 30, perAccount: 30 };
/** To link a further way in, one must have signed in so short ago. */
const FRESH_MS = 10 * MINUTE_MS;

export type ProviderWish =
  | { readonly kind: "sign-in" }
  | { readonly kind: "link" }
  | { readonly kind: "invitation"; readonly secret: string };

/** Sends the browser to the provider; `next` is a page of this site. Refuses `provider-unknown`, `provider-failed`; for a link `not-signed-in`, `sign-in-again`. */
export async function goToProvider(
  frame: Frame,
  visit: Visit,
  given: { readonly id: string; readonly next: string; readonly language: Language; readonly wish: ProviderWish },
) {
  const provider = findProvider(frame, given.id);
  const { wish, next, language } = given;
  const base = await visit.run(async (ctx) => ({
    municipality: ctx.municipalityId,
    linkTo: wish.kind === "link" ? await findFresh(visit, ctx) : null,
  }));
  const invitation = wish.kind === "invitation" ? wish.secret : null;
  return beginFlow(frame, provider, { ...base, next, language, invitation });
}

async function findFresh(visit: Visit, ctx: Context<Tx>): Promise<Id> {
  const session = await requireSession(visit, ctx.tx);
  if (ctx.now.getTime() - session.openedAt.getTime() > FRESH_MS) {
    throw new Refusal<AccessRefusalCode>("sign-in-again");
  }
  return session.personId;
}

/** The language in which this browser left for a provider; null where it did not. */
export function languageAway(frame: Frame, { headers }: Visit): Promise<Language | null> {
  return findFlowLanguage(frame, headers);
}

/**
 * Back from the provider. Opens a session of the person who is linked to that account; links first who asked for it while
 * signed in, who accepts an invitation, or whose confirmed address the provider has checked too. Nobody else is made or let in.
 * Refuses `provider-failed`, `provider-person-unknown`, `provider-linked-elsewhere`, and what an invitation refuses.
 */
export async function comeBack(
  frame: Frame,
  visit: Visit,
  given: { readonly id: string; readonly search: string },
): Promise<{ readonly cookies: Cookies; readonly next: string }> {
  const provider = findProvider(frame, given.id);
  const { headers } = visit;
  await countAttempt(frame.kysely, COME_BACK, { headers, account: given.search });
  const municipality = await visit.run(async (ctx) => ctx.municipalityId);
  const { identity, purpose } = await endFlow(frame, provider, { headers, search: given.search, municipality });
  const cookies = await visit.run((ctx) => receive({ frame, visit, ctx, provider }, identity, purpose));
  return { cookies: [...cookies, clearFlow(frame)], next: purpose.next };
}

interface Arrival {
  readonly frame: Frame;
  readonly visit: Visit;
  readonly ctx: Context<Tx>;
  readonly provider: Provider;
}

async function receive(arrival: Arrival, identity: Identity, purpose: FlowPurpose): Promise<Cookies> {
  const { frame, visit, ctx } = arrival;
  const linked = await followLink(ctx, identity);
  if (purpose.linkTo !== null) return linkOwn(arrival, identity, { linked, to: purpose.linkTo });
  const { headers } = visit;
  if (purpose.invitation !== null) {
    const account = await acceptAsIdentity(frame, ctx, { secret: purpose.invitation, identity, linked });
    return admit(frame, ctx, { account, headers, openedBy: "invitation" });
  }
  const account = linked === null ? await linkByEmail(arrival, identity) : await findAccount(ctx, linked);
  if (!account) return refuseUnknown(arrival);
  return admit(frame, ctx, { account, headers, openedBy: "provider" });
}

/** Somebody signed in links an account of theirs: the session must still be the one that asked. */
async function linkOwn(
  { visit, ctx, provider }: Arrival,
  identity: Identity,
  { linked, to }: { readonly linked: Id | null; readonly to: Id },
): Promise<Cookies> {
  const { personId, name } = await requireSession(visit, ctx.tx);
  if (personId !== to) throw new Refusal<AccessRefusalCode>("provider-failed", { provider: provider.label });
  if (linked === to) return [];
  if (linked !== null) {
    throw new Refusal<AccessRefusalCode>("provider-linked-elsewhere", { provider: provider.label });
  }
  await link(ctx, { id: personId, name }, { provider, identity, by: "own" });
  return [];
}

/** By an address that both sides have checked; an address that only one of them vouches for links nothing. */
async function linkByEmail({ ctx, provider }: Arrival, identity: Identity): Promise<Account | null> {
  if (identity.verifiedEmail === null) return null;
  const account = await findAccountByEmail(ctx, identity.verifiedEmail);
  if (!account?.emailVerified) return null;
  await link(ctx, account, { provider, identity, by: "email" });
  return account;
}

async function link(
  ctx: Context<Tx>,
  person: Pick<Account, "id" | "name">,
  { provider, identity, by }: { readonly provider: Provider; readonly identity: Identity; readonly by: string },
): Promise<void> {
  await insertLink(ctx, person.id, identity);
  await writeAudit(actAs(ctx, person), {
    action: "provider.link",
    subject: { kind: "person", id: person.id },
    detail: { provider: provider.id, by },
  });
}

function refuseUnknown({ provider }: Arrival): never {
  throw new Refusal<AccessRefusalCode>("provider-person-unknown", { provider: provider.label });
}

/** «Связанный вход»: a provider's account that opens one's own. */
export interface ProviderLink {
  readonly id: Id;
  readonly label: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

export function listProviderLinks(_frame: Frame, visit: Visit): Promise<readonly ProviderLink[]> {
  return visit.run(async (ctx) => {
    const { personId } = await requireSession(visit, ctx.tx);
    const rows = await listLinks(ctx, personId);
    return rows.map(({ issuer, ...row }) => ({ ...row, label: new URL(issuer).host }));
  });
}

/** Refuses `own-password-wrong`, and `last-way-in` where no password would remain. */
export async function removeProviderLink(
  frame: Frame,
  visit: Visit,
  given: { readonly id: Id; readonly password: string },
): Promise<void> {
  await proveSelf(frame, visit, given.password);
  await visit.run(async (ctx) => {
    const { personId, name } = await requireSession(visit, ctx.tx);
    const account = await findAccount(ctx, personId);
    if (!account?.passwordHash && (await listLinks(ctx, personId)).length < 2) {
      throw new Refusal<AccessRefusalCode>("last-way-in");
    }
    if (!(await deleteLink(ctx, personId, given.id))) return;
    await writeAudit(actAs(ctx, { id: personId, name }), {
      action: "provider.unlink",
      subject: { kind: "person", id: personId },
    });
  });
}
