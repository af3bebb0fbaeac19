import { createHmac, randomBytes } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { type AuthOptions, COOKIE_PREFIX, SESSION_DAYS } from "./actions-auth.ts";

const DAY_SECONDS = 86_400;

/** Remembers a browser between sign-ins. It opens nothing, so its name is not that of our session: public pages still come from the cache. */
const DEVICE_COOKIE = "sosedstvo-device";
const DEVICE_DAYS = 400;

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly seconds: number;
}

function isSecure(options: AuthOptions): boolean {
  return options.publicUrl.startsWith("https:");
}

function nameCookie(options: AuthOptions, name: string): string {
  return isSecure(options) ? `__Secure-${name}` : name;
}

function writeCookie(options: AuthOptions, { name, value, seconds }: Cookie): string {
  const secure = isSecure(options) ? " Secure;" : "";
  return `${nameCookie(options, name)}=${value}; Max-Age=${seconds}; Path=/; HttpOnly;${secure} SameSite=Lax`;
}

function readCookie(options: AuthOptions, headers: Headers, name: string): string | null {
  const wanted = `${nameCookie(options, name)}=`;
  const found = (headers.get("cookie") ?? "").split(/; */).find((part) => part.startsWith(wanted));
  return found?.slice(wanted.length) ?? null;
}

/** The session's cookie as better-auth reads it: the token and its signature. */
export function writeSessionCookie(options: AuthOptions, token: string): string {
  const signature = createHmac("sha256", options.secret).update(token).digest("base64");
  const value = encodeURIComponent(`${token}.${signature}`);
  return writeCookie(options, { name: `${COOKIE_PREFIX}session_token`, value, seconds: SESSION_DAYS * DAY_SECONDS });
}

export function clearSessionCookie(options: AuthOptions): string {
  return writeCookie(options, { name: `${COOKIE_PREFIX}session_token`, value: "", seconds: 0 });
}

/** The browser's own number, or a new one. */
export function readDevice(options: AuthOptions, headers: Headers): string {
  const found = readCookie(options, headers, DEVICE_COOKIE);
  return found && /^[\w-]{43}$/.test(found) ? found : randomBytes(32).toString("base64url");
}

export function writeDeviceCookie(options: AuthOptions, device: string): string {
  return writeCookie(options, { name: DEVICE_COOKIE, value: device, seconds: DEVICE_DAYS * DAY_SECONDS });
}

/** A cookie that only we can read and make; for what must come back by the same browser. */
export async function writeSealedCookie(options: AuthOptions, cookie: Cookie): Promise<string> {
  const value = await symmetricEncrypt({ key: options.secret, data: cookie.value });
  return writeCookie(options, { ...cookie, value: encodeURIComponent(value) });
}

/** Null where there is none, or one that we did not make. */
export async function readSealedCookie(options: AuthOptions, headers: Headers, name: string): Promise<string | null> {
  const found = readCookie(options, headers, name);
  if (!found) return null;
  try {
    return await symmetricDecrypt({ key: options.secret, data: decodeURIComponent(found) });
  } catch {
    // Whatever a browser sends that is not ours is nothing.
    return null;
  }
}

export function clearCookie(options: AuthOptions, name: string): string {
  return writeCookie(options, { name, value: "", seconds: 0 });
}
