import { randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { checkPassword } from "../people/actions.ts";
import { insertPassword } from "../people/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { readDevice } from "./actions-cookie.ts";
import {
  type Cookies,
  type Frame,
  HOUR_MS,
  hashLinkSecret,
  hashWithKey,
  later,
  MINUTE_MS,
  makeLink,
  makeLinkSecret,
  type Visit,
} from "./actions-frame.ts";
import { actAs, admit, findSession, replaceSession, requireSession } from "./actions-session.ts";
import { type Account, findAccount, findAccountByEmail, updatePassword } from "./store-account.ts";
import { type AttemptRule, countAttempt } from "./store-attempt.ts";
import { deleteSessions, hasDevice } from "./store-session.ts";
import { hasToken, insertToken, takeToken } from "./store-token.ts";

/** A minute's attempts to sign in from one address. */
export const ATTEMPTS_PER_MINUTE = 10;
/** Attempts on one account in a quarter of an hour, from browsers that it does not know and, apart, from one that it knows. */
export const ATTEMPTS_ON_ACCOUNT = 20;
/** Links to set a new password die so soon. */
export const RESET_HOURS = 2;

const SIGN_IN: AttemptRule = { kind: "sign-in", perAddress: ATTEMPTS_PER_MINUTE, perAccount: ATTEMPTS_ON_ACCOUNT };
const ASK_RESET: AttemptRule = { kind: "ask-reset", perAddress: 5, perAccount: 3 };
const USE_LINK: AttemptRule = { kind: "use-link", perAddress: 20, perAccount: 10 };
const OWN_PASSWORD: AttemptRule = { kind: "own-password", perAddress: 20, perAccount: 10 };
/** Whoever has no password shows by a sign-in of so short ago that it is still them. */
const FRESH_MS = 10 * MINUTE_MS;

/** Checked against where nobody has the address, so that the work is the same. */
const nobodysHash = hashPassword(randomBytes(16).toString("hex"));

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * The `Set-Cookie` values that open a session. Refuses `wrong-credentials` for an unknown address and a wrong password alike,
 * `too-many-attempts`, and, only to who knows the password, `email-not-confirmed`.
 */
export async function signIn(frame: Frame, visit: Visit, { email, password }: Credentials): Promise<Cookies> {
  const { headers } = visit;
  const account = await visit.run((ctx) => findAccountByEmail(ctx, email));
  const device = await visit.run((ctx) => findKnownDevice(frame, ctx, account, headers));
  // A stranger who tries somebody's passwords must not lock them out of the browser they always use.
  await countAttempt(frame.kysely, SIGN_IN, { headers, account: `${email} ${device}` });
  const right = await verifyPassword({ hash: account?.passwordHash ?? (await nobodysHash), password });
  if (!account?.passwordHash || !right) return refuseSignIn(visit, account?.id ?? null, "wrong-credentials");
  if (!account.emailVerified && frame.letters.sends) return refuseSignIn(visit, account.id, "email-not-confirmed");
  return visit.run((ctx) => admit(frame, ctx, { account, headers, openedBy: "password" }));
}

async function findKnownDevice(frame: Frame, ctx: Context<Tx>, account: Account | null, headers: Headers) {
  const device = readDevice(frame, headers);
  const id = account?.id ?? ctx.municipalityId;
  return (await hasDevice(ctx, id, hashWithKey(frame, `device of ${id}`, device))) ? device : "";
}

/** A refused attempt stands in the trail too, in a transaction of its own. */
export async function refuseSignIn(visit: Visit, personId: Id | null, code: AccessRefusalCode): Promise<never> {
  await visit.run((ctx) =>
    writeAudit(ctx, { action: "session.open", subject: { kind: "person", id: personId }, refusal: code }),
  );
  throw new Refusal<AccessRefusalCode>(code);
}

/** Sends a link to set a new password where the address is somebody's and confirmed; says nothing of whether it is. Refuses `too-many-attempts`. */
export async function askReset(frame: Frame, visit: Visit, email: string): Promise<void> {
  await countAttempt(frame.kysely, ASK_RESET, { headers: visit.headers, account: email });
  await visit.run(async (ctx) => {
    const found = await findAccountByEmail(ctx, email);
    const account = found?.emailVerified ? found : null;
    const { secret, hash } = makeLinkSecret();
    const expiresAt = later(ctx.now, RESET_HOURS * HOUR_MS);
    await insertToken(ctx, { purpose: "reset-password", personId: account?.id ?? null, email: null, hash, expiresAt });
    await writeAudit(ctx, { action: "password.ask-reset", subject: { kind: "person", id: account?.id ?? null } });
    const municipality = await loadMunicipality(ctx);
    if (!account) return;
    await frame.letters.queue(ctx, {
      to: account.email,
      template: "reset-password",
      language: account.language,
      personId: account.id,
      values: {
        municipality: municipality.name,
        name: account.name,
        hours: String(RESET_HOURS),
        link: makeLink(frame, { ...ctx, language: account.language }, `/new-password/${secret}`),
      },
    });
  });
}

/** Whether the link would set a new password. */
export function hasResetLink(_frame: Frame, visit: Visit, secret: string): Promise<boolean> {
  return visit.run((ctx) => hasToken(ctx, { purposes: ["reset-password"], hash: hashLinkSecret(secret) }));
}

/** Sets the new password and ends all sessions of the account. Refuses `link-void`, `password-too-short`, `password-too-long`, `too-many-attempts`. */
export async function resetPassword(
  frame: Frame,
  visit: Visit,
  { secret, password }: { readonly secret: string; readonly password: string },
): Promise<void> {
  await countAttempt(frame.kysely, USE_LINK, { headers: visit.headers, account: secret });
  checkPassword(password);
  const passwordHash = await hashPassword(password);
  await visit.run(async (ctx) => {
    const token = await takeToken(ctx, { purposes: ["reset-password"], hash: hashLinkSecret(secret) });
    const account = token && (await findAccount(ctx, token.personId));
    if (!account) throw new Refusal<AccessRefusalCode>("link-void");
    await storePassword(ctx, account.id, passwordHash);
    const sessions = await deleteSessions(ctx, account.id);
    await writeAudit(actAs(ctx, account), {
      action: "password.reset",
      subject: { kind: "person", id: account.id },
      detail: { sessions },
    });
  });
}

async function storePassword(ctx: Context<Tx>, personId: Id, passwordHash: string): Promise<void> {
  if (!(await updatePassword(ctx, personId, passwordHash))) await insertPassword(ctx, personId, passwordHash);
}

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** Sets one's own password; other sessions end, this one gets a new cookie. Refuses `own-password-wrong`, `sign-in-again` and what a reset refuses. */
export async function changePassword(frame: Frame, visit: Visit, { current, next }: PasswordChange): Promise<Cookies> {
  await proveSelf(frame, visit, current);
  checkPassword(next);
  const passwordHash = await hashPassword(next);
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const { personId, name, secondFactorAt } = session;
    await storePassword(ctx, personId, passwordHash);
    const sessions = await deleteSessions(ctx, personId, { except: session.id });
    await writeAudit(actAs(ctx, { id: personId, name }), {
      action: "password.change",
      subject: { kind: "person", id: personId },
      detail: { sessions },
    });
    return replaceSession(frame, ctx, { session, visit, secondFactorAt });
  });
}

/**
 * Before what would let somebody else in: the password once more, or, of who has none, a sign-in of the last ten minutes.
 * Refuses `not-signed-in`, `own-password-wrong`, `sign-in-again`, `too-many-attempts`.
 */
export async function proveSelf(frame: Frame, visit: Visit, password: string): Promise<void> {
  const found = await visit.run(async (ctx) => {
    const session = await findSession(visit, ctx.tx);
    if (!session || session.gate === "pass-second-factor") throw new Refusal<AccessRefusalCode>("not-signed-in");
    const account = await findAccount(ctx, session.personId);
    return { session, hash: account?.passwordHash ?? null, now: ctx.now };
  });
  const { session, hash, now } = found;
  if (hash === null) {
    if (now.getTime() - session.openedAt.getTime() > FRESH_MS) throw new Refusal<AccessRefusalCode>("sign-in-again");
    return;
  }
  await countAttempt(frame.kysely, OWN_PASSWORD, { headers: visit.headers, account: session.personId });
  if (!(await verifyPassword({ hash, password }))) throw new Refusal<AccessRefusalCode>("own-password-wrong");
}
