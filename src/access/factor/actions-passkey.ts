import { createHash } from "node:crypto";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { writeLog } from "../../platform/log.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { type Cookies, type Frame, later, MINUTE_MS, type Visit } from "../sign-in/actions-frame.ts";
import { proveSelf } from "../sign-in/actions-password.ts";
import { findSession, replaceSession, requireSession } from "../sign-in/actions-session.ts";
import { findAccount } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { insertToken, takeToken } from "../sign-in/store-token.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { auditFactor, makeCodesOnce } from "./actions-app.ts";
import { insertPasskey, listPasskeys, notePasskeyUse } from "./store.ts";

const PASSKEY: AttemptRule = { kind: "passkey", perAddress: 20, perAccount: 20 };
const CHALLENGE_MS = 5 * MINUTE_MS;
const NAME_LENGTH = 60;

/** Six megabytes that only those pay for who use a passkey. */
const loadLibrary = () => import("@simplewebauthn/server");

/** What a browser gives back; the library looks into the rest. */
const answerShape = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string().max(4000) }),
  clientExtensionResults: z.looseObject({}),
});

function site(frame: Frame) {
  const { origin, hostname } = new URL(frame.publicUrl);
  return { expectedOrigin: origin, expectedRPID: hostname };
}

/** A challenge is answered once, within five minutes, by the person for whom it was made. */
async function keepChallenge(ctx: Context<Tx>, personId: Id, challenge: string): Promise<void> {
  const hash = createHash("sha256").update(challenge).digest();
  const expiresAt = later(ctx.now, CHALLENGE_MS);
  await insertToken(ctx, { purpose: "passkey", personId, email: null, hash, expiresAt });
}

function takeChallenge(ctx: Context<Tx>, personId: Id) {
  return async (challenge: string): Promise<boolean> => {
    const hash = createHash("sha256").update(challenge).digest();
    const token = await takeToken(ctx, { purposes: ["passkey"], hash });
    return token?.personId === personId;
  };
}

/** What the browser needs to make a passkey. Refuses `own-password-wrong`, `sign-in-again`. */
export async function startPasskey(
  frame: Frame,
  visit: Visit,
  password: string,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  await proveSelf(frame, visit, password);
  const { generateRegistrationOptions } = await loadLibrary();
  return visit.run(async (ctx) => {
    const { personId, name } = await requireSession(visit, ctx.tx);
    const account = await findAccount(ctx, personId);
    const { nameShort } = await loadMunicipality(ctx);
    const options = await generateRegistrationOptions({
      rpName: `Соседство, ${nameShort}`,
      rpID: site(frame).expectedRPID,
      userName: account?.email ?? name,
      userDisplayName: name,
      userID: new TextEncoder().encode(personId),
      attestationType: "none",
      excludeCredentials: (await listPasskeys(ctx, personId)).map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { userVerification: "preferred", residentKey: "discouraged" },
    });
    await keepChallenge(ctx, personId, options.challenge);
    return options;
  });
}

/** Keeps the passkey that the browser made; this session has passed and gets a new cookie. Refuses `passkey-refused`, `too-many-attempts`. */
export async function addPasskey(
  frame: Frame,
  visit: Visit,
  given: { readonly answer: unknown; readonly name: string },
) {
  const answer = answerShape.safeParse(given.answer);
  const { verifyRegistrationResponse } = await loadLibrary();
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const { personId } = session;
    const verified = await orRefuse(answer.success, () =>
      verifyRegistrationResponse({
        response: answer.data as unknown as RegistrationResponseJSON,
        expectedChallenge: takeChallenge(ctx, personId),
        requireUserVerification: false,
        ...site(frame),
      }),
    );
    if (!verified.verified) throw new Refusal<AccessRefusalCode>("passkey-refused");
    const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
    const name = given.name.trim().slice(0, NAME_LENGTH) || "—";
    const passkey = { credentialId: id, publicKey, counter, transports: transports ?? [], name };
    if (!(await insertPasskey(ctx, personId, passkey))) throw new Refusal<AccessRefusalCode>("passkey-refused");
    await auditFactor(ctx, session, { action: "second-factor.set-up", detail: { by: "passkey" } });
    const codes = await makeCodesOnce(frame, ctx, personId);
    return { codes, cookies: await replaceSession(frame, ctx, { session, visit, secondFactorAt: ctx.now }) };
  });
}

/** What the browser needs to use a passkey in a session that waits for its second factor. Refuses `not-signed-in`. */
export async function askPasskey(frame: Frame, visit: Visit): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await loadLibrary();
  return visit.run(async (ctx) => {
    const session = await requireWaiting(visit, ctx);
    const passkeys = await listPasskeys(ctx, session.personId);
    const options = await generateAuthenticationOptions({
      rpID: site(frame).expectedRPID,
      userVerification: "preferred",
      allowCredentials: passkeys.map(({ credentialId, transports }) => ({
        id: credentialId,
        transports: [...transports],
      })),
    });
    await keepChallenge(ctx, session.personId, options.challenge);
    return options;
  });
}

async function requireWaiting(visit: Visit, ctx: Context<Tx>) {
  const session = await findSession(visit, ctx.tx);
  if (session?.gate !== "pass-second-factor") throw new Refusal<AccessRefusalCode>("not-signed-in");
  return session;
}

/** A passkey opens the waiting session, under a new cookie. Refuses `not-signed-in`, `passkey-refused`, `too-many-attempts`. */
export async function passPasskey(frame: Frame, visit: Visit, given: unknown): Promise<Cookies> {
  const { headers } = visit;
  const answer = answerShape.safeParse(given);
  const { verifyAuthenticationResponse } = await loadLibrary();
  const { personId } = await visit.run((ctx) => requireWaiting(visit, ctx));
  await countAttempt(frame.kysely, PASSKEY, { headers, account: personId });
  return visit.run(async (ctx) => {
    const session = await requireWaiting(visit, ctx);
    const passkeys = await listPasskeys(ctx, personId);
    const passkey = passkeys.find(({ credentialId }) => credentialId === answer.data?.id);
    if (!passkey) throw new Refusal<AccessRefusalCode>("passkey-refused");
    const { credentialId, publicKey, counter } = passkey;
    const { verified, authenticationInfo } = await orRefuse(answer.success, () =>
      verifyAuthenticationResponse({
        response: answer.data as unknown as AuthenticationResponseJSON,
        expectedChallenge: takeChallenge(ctx, personId),
        credential: { id: credentialId, publicKey, counter },
        requireUserVerification: false,
        ...site(frame),
      }),
    );
    if (!verified) throw new Refusal<AccessRefusalCode>("passkey-refused");
    await notePasskeyUse(ctx, passkey.id, authenticationInfo.newCounter);
    await auditFactor(ctx, session, { action: "second-factor.pass", detail: { by: "passkey" } });
    return replaceSession(frame, ctx, { session, visit, secondFactorAt: ctx.now });
  });
}

/** The library throws whatever is wrong with an answer; the person is told that it was not accepted, the log why. */
async function orRefuse<T>(isShaped: boolean, verify: () => Promise<T>): Promise<T> {
  if (!isShaped) throw new Refusal<AccessRefusalCode>("passkey-refused");
  try {
    return await verify();
  } catch (error) {
    writeLog("warning", "a passkey was not accepted", { error });
    throw new Refusal<AccessRefusalCode>("passkey-refused");
  }
}
