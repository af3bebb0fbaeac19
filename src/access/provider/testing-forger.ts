import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Forger {
  readonly issuer: string;
  /** What the next id_token says, over what a right one would. `key` signs it: the published one or another. */
  forge(token: { readonly key: "own" | "another" | "none"; readonly claims: Readonly<Record<string, unknown>> }): void;
  stop(): Promise<void>;
}

/** A provider that answers by the standard but for the id_token, which says what a test wants. */
export async function startForger(clientId: string): Promise<Forger> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [own, another] = [makePair(), makePair()];
  let token = "";
  const answers: Readonly<Record<string, () => object>> = {
    "/.well-known/openid-configuration": () => ({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      id_token_signing_alg_values_supported: ["RS256"],
    }),
    "/jwks": () => ({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] }),
    "/token": () => ({ access_token: "access", token_type: "Bearer", id_token: token }),
  };
  server.on("request", (request, response: ServerResponse) => {
    const answer = answers[request.url ?? ""]?.() ?? {};
    response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
  });
  return {
    issuer,
    forge: ({ key, claims }) => {
      const now = Math.floor(Date.now() / 1000);
      const right = { iss: issuer, aud: clientId, sub: "1", iat: now, exp: now + 300, email_verified: true };
      const unsigned = `${encode({ alg: key === "none" ? "none" : "RS256", kid: "1" })}.${encode({ ...right, ...claims })}`;
      const { privateKey } = key === "own" ? own : another;
      const signature = key === "none" ? "" : sign("sha256", Buffer.from(unsigned), privateKey).toString("base64url");
      token = `${unsigned}.${signature}`;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function makePair() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
