import type { Context } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { checkEmail } from "../people/actions.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { sealPersonal } from "../trail/store-seal.ts";
import { type Frame, HOUR_MS, hashLinkSecret, later, makeLink, makeLinkSecret, type Visit } from "./actions-frame.ts";
import { proveSelf } from "./actions-password.ts";
import { actAs, requireSession } from "./actions-session.ts";
import {
  type Account,
  changePersonEmail,
  confirmPersonEmail,
  findAccount,
  findAccountByEmail,
  normalise,
} from "./store-account.ts";
import { type AttemptRule, countAttempt } from "./store-attempt.ts";
import { hasToken, insertToken, type TokenPurpose, takeToken } from "./store-token.ts";

/** Links that confirm an address die so soon. */
export const CONFIRM_HOURS = 48;

const ASK: AttemptRule = { kind: "ask-confirmation", perAddress: 5, perAccount: 3 };
const USE: AttemptRule = { kind: "use-confirmation", perAddress: 20, perAccount: 10 };
const PURPOSES: readonly TokenPurpose[] = ["confirm-email", "change-email"];

/** Sends the letter that confirms an address once more, where somebody has it and it is not confirmed; says nothing of whether. Refuses `too-many-attempts`. */
export async function askConfirmation(frame: Frame, visit: Visit, email: string): Promise<void> {
  await countAttempt(frame.kysely, ASK, { headers: visit.headers, account: email });
  await visit.run(async (ctx) => {
    const found = await findAccountByEmail(ctx, email);
    const account = found && !found.emailVerified ? found : null;
    await writeAudit(ctx, { action: "email.ask-confirmation", subject: { kind: "person", id: account?.id ?? null } });
    await sendConfirmation(frame, ctx, { account, purpose: "confirm-email", email: account?.email ?? null });
  });
}

/** Sends a link to the new address; the old one holds until it is followed. Says nothing of whether somebody has the new address. Refuses `email-malformed`, `own-password-wrong`, `sign-in-again`. */
export async function askEmailChange(
  frame: Frame,
  visit: Visit,
  given: { readonly email: string; readonly password: string },
): Promise<void> {
  const email = normalise(given.email);
  checkEmail(email);
  await proveSelf(frame, visit, given.password);
  await countAttempt(frame.kysely, ASK, { headers: visit.headers, account: email });
  await visit.run(async (ctx) => {
    const { personId } = await requireSession(visit, ctx.tx);
    const account = await findAccount(ctx, personId);
    if (!account) throw new Refusal<AccessRefusalCode>("not-signed-in");
    const isTaken = (await findAccountByEmail(ctx, email)) !== null;
    await writeAudit(actAs(ctx, account), {
      action: "email.ask-change",
      subject: { kind: "person", id: personId },
      before: { email: await sealPersonal(ctx, personId, account.email) },
      after: { email: await sealPersonal(ctx, personId, email) },
    });
    await sendConfirmation(frame, ctx, { account: isTaken ? null : account, purpose: "change-email", email });
  });
}

interface Confirmation {
  /** Null: the work is done and no letter sent. */
  readonly account: Account | null;
  readonly purpose: "confirm-email" | "change-email";
  readonly email: string | null;
}

async function sendConfirmation(frame: Frame, ctx: Context<Tx>, { account, purpose, email }: Confirmation) {
  const { secret, hash } = makeLinkSecret();
  const expiresAt = later(ctx.now, CONFIRM_HOURS * HOUR_MS);
  await insertToken(ctx, { purpose, personId: account?.id ?? null, email, hash, expiresAt });
  const municipality = await loadMunicipality(ctx);
  if (!account || email === null) return;
  await frame.letters.queue(ctx, {
    to: email,
    template: "confirm-email",
    language: account.language,
    personId: account.id,
    values: {
      municipality: municipality.name,
      name: account.name,
      hours: String(CONFIRM_HOURS),
      link: makeLink(frame, { ...ctx, language: account.language }, `/confirm-email/${secret}`),
    },
  });
}

/** Whether the link would confirm an address. */
export function hasEmailLink(_frame: Frame, visit: Visit, secret: string): Promise<boolean> {
  return visit.run((ctx) => hasToken(ctx, { purposes: PURPOSES, hash: hashLinkSecret(secret) }));
}

/** The address to which the link was sent is the person's: confirmed, or from now on theirs; the one before is told. Refuses `link-void`, `too-many-attempts`. */
export async function confirmEmail(frame: Frame, visit: Visit, secret: string): Promise<void> {
  await countAttempt(frame.kysely, USE, { headers: visit.headers, account: secret });
  await visit.run(async (ctx) => {
    const token = await takeToken(ctx, { purposes: PURPOSES, hash: hashLinkSecret(secret) });
    const account = token && (await findAccount(ctx, token.personId));
    if (!account || token.email === null) throw new Refusal<AccessRefusalCode>("link-void");
    const store = token.purpose === "confirm-email" ? confirmPersonEmail : changePersonEmail;
    if (!(await store(ctx, account.id, token.email))) throw new Refusal<AccessRefusalCode>("link-void");
    if (token.purpose === "change-email") await tellOldAddress(frame, ctx, account, token.email);
    await writeAudit(actAs(ctx, account), {
      action: token.purpose === "confirm-email" ? "email.confirm" : "email.change",
      subject: { kind: "person", id: account.id },
      before: { email: await sealPersonal(ctx, account.id, account.email) },
      after: { email: await sealPersonal(ctx, account.id, token.email) },
    });
  });
}

async function tellOldAddress(frame: Frame, ctx: Context<Tx>, account: Account, email: string): Promise<void> {
  const { name } = await loadMunicipality(ctx);
  await frame.letters.queue(ctx, {
    to: account.email,
    template: "email-changed",
    language: account.language,
    personId: account.id,
    values: { municipality: name, name: account.name, email: shorten(email) },
  });
}

/** The old mailbox may be somebody else's by now: it learns the first letter and the host of the new address. */
function shorten(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}…${email.slice(at)}`;
}
