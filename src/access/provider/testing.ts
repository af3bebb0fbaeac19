import { generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Somebody's account at the provider. */
export interface TestAccount {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

/** A certified provider of OpenID Connect, as its own server on this machine. */
export interface TestProvider {
  readonly issuer: string;
  /** By the login that its form takes. */
  readonly accounts: Map<string, TestAccount>;
  /** Does what a person does there: follows the address, gives the login, agrees; the address to which the browser is sent back. */
  visit(url: string, login: string): Promise<URL>;
  stop(): Promise<void>;
}

export const SECRET_CLIENT = { clientId: "sosedstvo", clientSecret: randomBytes(24).toString("base64url") };
export const KEY_CLIENT = { clientId: "sosedstvo-by-key", keyId: "administrators-key" };

/** `returnTo` are the addresses registered for our clients; the second client shows who it is by a signed assertion (private_key_jwt). */
export async function startTestProvider(returnTo: readonly string[], publicKey?: KeyObject): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, TestAccount>();
  const provider = new Provider(issuer, {
    clients: listClients(returnTo, publicKey),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["test"] },
    jwks: { keys: [makeSigningKey()] },
    findAccount: async (_ctx, id) => {
      const account = accounts.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, ...account }) };
    },
  });
  server.on("request", provider.callback());
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { issuer, accounts, visit: (url, login) => visit(issuer, url, login), stop };
}

function makeSigningKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: "test", use: "sig", alg: "RS256" };
}

function listClients(returnTo: readonly string[], publicKey?: KeyObject) {
  const both = { redirect_uris: [...returnTo], grant_types: ["authorization_code"], response_types: ["code"] };
  const bySecret = { ...both, client_id: SECRET_CLIENT.clientId, client_secret: SECRET_CLIENT.clientSecret };
  if (!publicKey) return [bySecret];
  const key = { ...publicKey.export({ format: "jwk" }), kid: KEY_CLIENT.keyId, use: "sig", alg: "RS256" };
  const byKey = {
    client_id: KEY_CLIENT.clientId,
    token_endpoint_auth_method: "private_key_jwt",
    jwks: { keys: [key] },
  };
  return [bySecret, { ...both, ...byKey }];
}

async function visit(issuer: string, start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let step: Step = { url: new URL(start), form: null };
  for (let hop = 0; hop < 20; hop += 1) {
    if (step.url.origin !== issuer) return step.url;
    step = await takeStep(step, jar, login);
  }
  throw new Error("the provider sends the browser round and round");
}

interface Step {
  readonly url: URL;
  readonly form: URLSearchParams | null;
}

async function takeStep({ url, form }: Step, jar: Map<string, string>, login: string): Promise<Step> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const sent = form && { method: "POST", body: form };
  const answer = await fetch(url, { redirect: "manual", headers: { cookie }, ...sent });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  const next = answer.headers.get("location");
  if (next !== null) return { url: new URL(next, url), form: null };
  const body = await answer.text();
  const prompt = /name="prompt" value="(\w+)"/.exec(body)?.[1];
  if (prompt === undefined) throw new Error(`the provider answers ${answer.status}: ${body.slice(0, 400)}`);
  return { url, form: new URLSearchParams({ prompt, login, password: "any" }) };
}
