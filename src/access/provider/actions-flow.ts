import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import { z } from "zod";
import type { Id } from "../../kernel/id.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import { writeLog } from "../../platform/log.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { COOKIE_PREFIX } from "../sign-in/actions-auth.ts";
import { clearCookie, readSealedCookie, writeSealedCookie } from "../sign-in/actions-cookie.ts";
import type { Cookies, Frame } from "../sign-in/actions-frame.ts";
import type { Provider } from "./actions-provider.ts";
import type { Subject } from "./store.ts";

const COOKIE = `${COOKIE_PREFIX}provider`;
const FLOW_SECONDS = 600;

/** What waits in the browser, sealed, while the person is at the provider. */
const flowShape = z.strictObject({
  provider: z.string(),
  municipality: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  expiresAt: z.number(),
  /** A page of this site. */
  next: z.string(),
  language: z.enum(["ru", "en"]),
  /** The person who links their own account; the invitation that is accepted. */
  linkTo: z.string().nullable(),
  invitation: z.string().nullable(),
});

export interface FlowPurpose {
  readonly municipality: Id;
  readonly next: string;
  /** In which the person left and will be answered: the address of the way back is one for all languages. */
  readonly language: Language;
  readonly linkTo: Id | null;
  /** The secret of its link. */
  readonly invitation: string | null;
}

/** Who came back from the provider, as a checked id_token says. */
export interface Identity extends Subject {
  readonly name: string | null;
  /** Only where the provider says that it has checked it. */
  readonly verifiedEmail: string | null;
}

export function findProvider(frame: Frame, id: string): Provider {
  const provider = frame.providers.find((candidate) => candidate.id === id);
  if (!provider) throw new Refusal<AccessRefusalCode>("provider-unknown");
  return provider;
}

/** The same address for all languages: it has to be registered with the provider. */
function returnAddress(frame: Frame, provider: Provider): string {
  return `${frame.publicUrl}/sign-in/with/${provider.id}/back`;
}

/** Where to send the browser, and the cookie that binds the way back to it: state, nonce, PKCE. Refuses `provider-failed` where the provider cannot be asked. */
export async function beginFlow(frame: Frame, provider: Provider, purpose: FlowPurpose) {
  const config = await asking(provider, () => provider.configure());
  const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const url = buildAuthorizationUrl(config, {
    redirect_uri: returnAddress(frame, provider),
    scope: provider.scope,
    response_type: "code",
    state: secrets.state,
    nonce: secrets.nonce,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: "S256",
  });
  const expiresAt = Date.now() + FLOW_SECONDS * 1000;
  const flow: z.infer<typeof flowShape> = { ...secrets, ...purpose, provider: provider.id, expiresAt };
  const cookie = await writeSealedCookie(frame, { name: COOKIE, value: JSON.stringify(flow), seconds: FLOW_SECONDS });
  return { url: url.href, cookies: [cookie] satisfies Cookies };
}

/** Reads the provider's answer with what waited in this browser. Refuses `provider-failed` whatever does not fit. */
export async function endFlow(
  frame: Frame,
  provider: Provider,
  given: { readonly headers: Headers; readonly search: string; readonly municipality: Id },
): Promise<{ readonly identity: Identity; readonly purpose: FlowPurpose }> {
  const flow = await readFlow(frame, given.headers);
  const fits = flow?.provider === provider.id && flow.municipality === given.municipality;
  if (!flow || !fits || flow.expiresAt < Date.now()) return refuseFlow(provider);
  const identity = await asking(provider, async () => {
    const config = await provider.configure();
    const tokens = await authorizationCodeGrant(config, new URL(returnAddress(frame, provider) + given.search), {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    });
    return readIdentity(config, tokens);
  });
  return { identity, purpose: flow };
}

/** What waits in this browser; null where nothing does, or what an earlier version of the product left. */
async function readFlow(frame: Frame, headers: Headers): Promise<z.infer<typeof flowShape> | null> {
  const sealed = await readSealedCookie(frame, headers, COOKIE);
  return sealed === null ? null : (flowShape.safeParse(JSON.parse(sealed)).data ?? null);
}

/** The language in which this browser went to a provider; null where it did not. */
export async function findFlowLanguage(frame: Frame, headers: Headers): Promise<Language | null> {
  return (await readFlow(frame, headers))?.language ?? null;
}

export function clearFlow(frame: Frame): string {
  return clearCookie(frame, COOKIE);
}

async function readIdentity(
  config: Configuration,
  tokens: Awaited<ReturnType<typeof authorizationCodeGrant>>,
): Promise<Identity> {
  const token = tokens.claims();
  if (!token) throw new Error("the provider gave no id_token");
  // Many give name and address only by their second address.
  const isWhole = token.email !== undefined || config.serverMetadata().userinfo_endpoint === undefined;
  const claims = isWhole ? token : { ...token, ...(await fetchUserInfo(config, tokens.access_token, token.sub)) };
  const { email, email_verified, name } = claims;
  return {
    issuer: token.iss,
    subject: token.sub,
    name: typeof name === "string" ? name : null,
    verifiedEmail: typeof email === "string" && email_verified === true ? email.trim().toLowerCase() : null,
  };
}

/** Whatever a provider answers that does not fit is told as one sentence; the log says what it was. */
async function asking<T>(provider: Provider, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    writeLog("warning", "signing in by a provider did not work", { provider: provider.id, error });
    return refuseFlow(provider);
  }
}

function refuseFlow(provider: Provider): never {
  throw new Refusal<AccessRefusalCode>("provider-failed", { provider: provider.label });
}
