import { assert } from "../../kernel/assert.ts";
import type { Actor } from "../../kernel/context.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { listHoldings } from "../people/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { ADDRESS_HEADER, type Auth, type AuthOptions, createBetterAuth } from "./actions-auth.ts";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Sign-in bound to its database and secret. */
export interface Access {
  /** The `Set-Cookie` values that open a session. Refuses `wrong-credentials` for an unknown address and a wrong password alike, and `too-many-attempts`. */
  signIn(credentials: Credentials, headers: Headers): Promise<readonly string[]>;
  /** Ends the session on the server too; the `Set-Cookie` values that take the cookie away. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Who the session's cookie says, with the roles held in the transaction's municipality. */
  whoIs(headers: Headers, tx: Tx): Promise<Actor>;
}

export function createAccess(options: AuthOptions): Access {
  const auth = createBetterAuth(options);
  return {
    signIn: (credentials, headers) => signIn(auth, options.publicUrl, { credentials, headers }),
    signOut: async (headers) => {
      const response = await auth.handler(postTo(`${options.publicUrl}/api/auth/sign-out`, headers, {}));
      return response.headers.getSetCookie();
    },
    whoIs: (headers, tx) => whoIs(auth, headers, tx),
  };
}

async function signIn(
  auth: Auth,
  publicUrl: string,
  given: { credentials: Credentials; headers: Headers },
): Promise<readonly string[]> {
  const headers = new Headers(given.headers);
  // A session that somebody planted in the browser is not carried into the new one.
  headers.delete("cookie");
  const { email, password } = given.credentials;
  const response = await auth.handler(postTo(`${publicUrl}/api/auth/sign-in/email`, headers, { email, password }));
  if (response.ok) return response.headers.getSetCookie();
  if (response.status === 429) {
    const seconds = Number(response.headers.get("x-retry-after") ?? 60);
    throw new Refusal<AccessRefusalCode>("too-many-attempts", { seconds });
  }
  assert(response.status === 400 || response.status === 401, `sign-in answers ${response.status}`);
  throw new Refusal<AccessRefusalCode>("wrong-credentials");
}

async function whoIs(auth: Auth, headers: Headers, tx: Tx): Promise<Actor> {
  const session = await auth.api.getSession({ headers });
  if (!session) return { kind: "stranger" };
  const { id, name } = session.user;
  return { kind: "person", personId: id, name, holdings: await listHoldings(tx, id) };
}

/** better-auth is asked in its own form; only what it needs of the browser's headers goes in. */
function postTo(url: string, given: Headers, body: Readonly<Record<string, string>>): Request {
  const headers = new Headers({ "content-type": "application/json", origin: new URL(url).origin });
  for (const name of ["cookie", "user-agent", ADDRESS_HEADER]) {
    const value = given.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(url, { method: "POST", headers, body: JSON.stringify(body) });
}
