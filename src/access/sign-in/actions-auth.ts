import { betterAuth } from "better-auth";
import type { Kysely } from "kysely";
import { type Id, newId } from "../../kernel/id.ts";
import { writeLog } from "../../platform/log.ts";

/** The header in which the HTTP layer hands over the client's address; whatever a client sends under this name is overwritten there. */
export const ADDRESS_HEADER = "x-sosedstvo-address";

/** Every cookie of ours begins with it; `__Secure-` stands before it where the site is https. */
export const COOKIE_PREFIX = "sosedstvo.";

/** A session lasts so long, used or not. */
export const SESSION_DAYS = 14;

const DAY_SECONDS = 86_400;

export interface AuthOptions {
  /** The application's own role: it may read and write the sign-in tables. */
  readonly kysely: Kysely<object>;
  /** Signs cookies; kept in the data folder. */
  readonly secret: string;
  /** Where the browser finds the server, without a path. */
  readonly publicUrl: string;
  /** Where the pages of one municipality stand; the public address itself where there is but one. */
  readonly siteOf?: (municipalityId: Id) => string;
}

export type Auth = ReturnType<typeof createBetterAuth>;

/** better-auth on the tables of migration 0002: it reads and checks sessions. None of its own addresses is reachable: nobody calls its handler (decision 0011). */
export function createBetterAuth(options: AuthOptions) {
  return betterAuth({
    appName: "Sosedstvo",
    baseURL: options.publicUrl,
    secret: options.secret,
    database: { db: options.kysely, type: "postgres" },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_level, message) => writeLog("error", `sign-in: ${message}`) },
    advanced: {
      cookiePrefix: COOKIE_PREFIX.slice(0, -1),
      useSecureCookies: options.publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => newId(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    ...mapTables(),
  });
}

/** better-auth's own names on the left, ours on the right. */
function mapTables() {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return {
    user: { modelName: "person", fields: { ...times, emailVerified: "email_verified" } },
    session: {
      modelName: "sign_in_session",
      fields: {
        ...times,
        userId: "person_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
      },
      expiresIn: SESSION_DAYS * DAY_SECONDS,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "sign_in_account",
      fields: {
        ...times,
        userId: "person_id",
        providerId: "provider_id",
        accountId: "account_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
      },
    },
    verification: { modelName: "sign_in_verification", fields: { ...times, expiresAt: "expires_at" } },
  };
}
