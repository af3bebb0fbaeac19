import { randomInt } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { renderSVG } from "uqr";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { type Cookies, type Frame, hashWithKey, type Visit } from "../sign-in/actions-frame.ts";
import { proveSelf } from "../sign-in/actions-password.ts";
import { actAs, findSession, replaceSession, requireSession } from "../sign-in/actions-session.ts";
import { findAccount } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { findTotpStep, makeTotpSecret, makeTotpUri } from "./actions-totp.ts";
import {
  countCodes,
  deleteApp,
  deletePasskeys,
  findApp,
  listPasskeys,
  replaceCodes,
  saveAppSecret,
  takeCode,
  takeStep,
} from "./store.ts";

const CODE: AttemptRule = { kind: "second-factor", perAddress: 20, perAccount: 10 };
const BACKUP_CODES = 10;
/** Letters and digits that nobody mistakes for one another. */
const CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

export interface FactorPasskey {
  readonly id: Id;
  readonly name: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
}

/** «Второй фактор»: what a person has set up. `setUp` is what the app reads, until its first code was right. */
export interface FactorView {
  readonly app: boolean;
  readonly setUp: { readonly secret: string; readonly qrSvg: string } | null;
  readonly codesLeft: number;
  readonly passkeys: readonly FactorPasskey[];
  readonly required: boolean;
  readonly hasPassword: boolean;
}

/** One's own second factor. Refuses `not-signed-in`. */
export function readFactor(frame: Frame, visit: Visit): Promise<FactorView> {
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const { personId } = session;
    const app = await findApp(ctx, personId);
    const account = await findAccount(ctx, personId);
    const isPending = app !== null && app.verifiedAt === null;
    return {
      app: app !== null && app.verifiedAt !== null,
      setUp: isPending ? await describeSetUp(frame, ctx, app.secret, account?.email ?? "") : null,
      codesLeft: await countCodes(ctx, personId),
      passkeys: (await listPasskeys(ctx, personId)).map(({ id, name, madeAt, lastUsedAt }) => ({
        id,
        name,
        madeAt,
        lastUsedAt,
      })),
      required: session.secondFactorRequired,
      hasPassword: account?.passwordHash != null,
    };
  });
}

async function describeSetUp(frame: Frame, ctx: Context<Tx>, encrypted: string, account: string) {
  const secret = await symmetricDecrypt({ key: frame.secret, data: encrypted });
  const { nameShort } = await loadMunicipality(ctx);
  const uri = makeTotpUri({ secret, issuer: `Соседство, ${nameShort}`, account });
  return { secret, qrSvg: renderSVG(uri, { border: 2, pixelSize: 5 }) };
}

/** Makes a secret for an app; nothing counts until a first code is right. Refuses `own-password-wrong`, `sign-in-again`, `second-factor-exists`. */
export async function startApp(frame: Frame, visit: Visit, password: string): Promise<void> {
  await proveSelf(frame, visit, password);
  const encrypted = await symmetricEncrypt({ key: frame.secret, data: makeTotpSecret() });
  await visit.run(async (ctx) => {
    const { personId, name } = await requireSession(visit, ctx.tx);
    if (!(await saveAppSecret(ctx, personId, encrypted))) throw new Refusal<AccessRefusalCode>("second-factor-exists");
    await auditFactor(ctx, { personId, name }, { action: "second-factor.start" });
  });
}

interface NewFactor {
  readonly cookies: Cookies;
  /** Backup codes, shown this once; none where the person has them already. */
  readonly codes: readonly string[];
}

/** The first code: from now on the app is asked for. This session has passed; it gets a new cookie. Refuses `code-wrong`, `too-many-attempts`. */
export async function verifyApp(frame: Frame, visit: Visit, code: string): Promise<NewFactor> {
  const { headers } = visit;
  const { personId } = await visit.run((ctx) => requireSession(visit, ctx.tx));
  await countAttempt(frame.kysely, CODE, { headers, account: personId });
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const app = await findApp(ctx, personId);
    if (app?.verifiedAt) throw new Refusal<AccessRefusalCode>("second-factor-exists");
    if (!(await takeTotp(frame, ctx, personId, tidy(code)))) throw new Refusal<AccessRefusalCode>("code-wrong");
    await auditFactor(ctx, session, { action: "second-factor.set-up", detail: { by: "app" } });
    const codes = await makeCodesOnce(frame, ctx, personId);
    return { codes, cookies: await replaceSession(frame, ctx, { session, visit, secondFactorAt: ctx.now }) };
  });
}

/** Backup codes of a person who has none left. */
export async function makeCodesOnce(frame: Frame, ctx: Context<Tx>, personId: Id): Promise<readonly string[]> {
  return (await countCodes(ctx, personId)) > 0 ? [] : makeCodes(frame, ctx, personId);
}

async function makeCodes(frame: Frame, ctx: Context<Tx>, personId: Id): Promise<readonly string[]> {
  const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)];
  const part = () => Array.from({ length: 5 }, letter).join("");
  const codes = Array.from({ length: BACKUP_CODES }, () => `${part()}-${part()}`);
  await replaceCodes(
    ctx,
    personId,
    codes.map((code) => hashCode(frame, personId, code)),
  );
  return codes;
}

function hashCode(frame: Frame, personId: Id, code: string): Buffer {
  return hashWithKey(frame, `backup code of ${personId}`, code.replaceAll("-", ""));
}

/** New backup codes; those before are void. Refuses `own-password-wrong`, `sign-in-again`. */
export async function renewCodes(frame: Frame, visit: Visit, password: string): Promise<readonly string[]> {
  await proveSelf(frame, visit, password);
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    if (!session.hasSecondFactor) throw new Refusal<AccessRefusalCode>("code-wrong");
    await auditFactor(ctx, session, { action: "second-factor.renew-codes" });
    return makeCodes(frame, ctx, session.personId);
  });
}

/** Gives up the app, or one passkey; with the last factor the backup codes go. Refuses `own-password-wrong`, `sign-in-again`. */
export async function removeFactor(
  frame: Frame,
  visit: Visit,
  given: { readonly factor: "app" | Id; readonly password: string },
): Promise<void> {
  await proveSelf(frame, visit, given.password);
  await visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const { personId } = session;
    if (given.factor === "app") await deleteApp(ctx, personId);
    else await deletePasskeys(ctx, personId, given.factor);
    const hasApp = (await findApp(ctx, personId))?.verifiedAt != null;
    if (!hasApp && (await listPasskeys(ctx, personId)).length === 0) await replaceCodes(ctx, personId, []);
    const by = given.factor === "app" ? "app" : "passkey";
    await auditFactor(ctx, session, { action: "second-factor.remove", detail: { by } });
  });
}

/** What a session that waits for its second factor may be given; null where none waits. */
export function findChallenge(_frame: Frame, visit: Visit): Promise<{ app: boolean; passkey: boolean } | null> {
  return visit.run(async (ctx) => {
    const session = await findSession(visit, ctx.tx);
    if (session?.gate !== "pass-second-factor") return null;
    const app = await findApp(ctx, session.personId);
    const passkeys = await listPasskeys(ctx, session.personId);
    return { app: app?.verifiedAt != null, passkey: passkeys.length > 0 };
  });
}

/** A code of the app or a backup code opens the waiting session, under a new cookie. Refuses `not-signed-in`, `code-wrong`, `too-many-attempts`. */
export async function passFactor(frame: Frame, visit: Visit, typed: string): Promise<Cookies> {
  const { headers } = visit;
  const waiting = await visit.run((ctx) => findSession(visit, ctx.tx));
  if (waiting?.gate !== "pass-second-factor") throw new Refusal<AccessRefusalCode>("not-signed-in");
  const { personId } = waiting;
  await countAttempt(frame.kysely, CODE, { headers, account: personId });
  const code = tidy(typed);
  const cookies = await visit.run(async (ctx) => {
    const session = await findSession(visit, ctx.tx);
    const byApp = /^\d{6}$/.test(code);
    const passed = byApp
      ? await takeTotp(frame, ctx, personId, code)
      : await takeCode(ctx, personId, hashCode(frame, personId, code));
    if (!session || !passed) return null;
    await auditFactor(ctx, session, { action: "second-factor.pass", detail: { by: byApp ? "app" : "backup-code" } });
    return replaceSession(frame, ctx, { session, visit, secondFactorAt: ctx.now });
  });
  if (cookies) return cookies;
  await visit.run((ctx) => auditFactor(ctx, waiting, { action: "second-factor.pass", refusal: "code-wrong" }));
  throw new Refusal<AccessRefusalCode>("code-wrong");
}

/** People type spaces between the halves and large letters. */
function tidy(code: string): string {
  return code.replace(/\s/g, "").toLowerCase();
}

async function takeTotp(frame: Frame, ctx: Context<Tx>, personId: Id, code: string): Promise<boolean> {
  const app = await findApp(ctx, personId);
  if (!app) return false;
  const secret = await symmetricDecrypt({ key: frame.secret, data: app.secret });
  const step = findTotpStep(secret, code, ctx.now);
  return step !== null && takeStep(ctx, personId, step);
}

interface FactorEntry {
  readonly action: string;
  readonly detail?: Readonly<Record<string, string>>;
  readonly refusal?: string;
}

export async function auditFactor(
  ctx: Context<Tx>,
  { personId, name }: { readonly personId: Id; readonly name: string },
  entry: FactorEntry,
): Promise<void> {
  const subject = { kind: "person", id: personId };
  await writeAudit(actAs(ctx, { id: personId, name }), { ...entry, subject });
}
