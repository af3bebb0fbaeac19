import { createHash, createHmac, randomBytes } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Letters } from "../letters-door.ts";
import type { RoleSubjects } from "../people/actions-subject.ts";
import type { Provider } from "../provider/actions-provider.ts";
import type { Auth, AuthOptions } from "./actions-auth.ts";

/** What all of signing in shares. */
export interface Frame extends AuthOptions {
  readonly auth: Auth;
  readonly letters: Letters<Tx>;
  readonly providers: readonly Provider[];
  readonly roleSubjects: RoleSubjects;
}

/** One request: what its headers say, and how it opens a transaction in its municipality. */
export interface Asking {
  readonly headers: Headers;
  run<T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T>;
}

/** A request whose cookie was looked at. */
export interface Visit extends Asking {
  readonly sessionId: Id | null;
  /** A new session took the place of this one: what the same request asks next, it asks in the new one. */
  renew(sessionId: Id): void;
}

/** `Set-Cookie` values. */
export type Cookies = readonly string[];

/** The secret of a link, and what of it is kept. */
export function makeLinkSecret(): { readonly secret: string; readonly hash: Buffer } {
  const secret = randomBytes(32).toString("base64url");
  return { secret, hash: hashLinkSecret(secret) };
}

/** Secrets of links have 256 bits, so a plain hash hides them. */
export function hashLinkSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** For what has too few bits for a plain hash: without the installation's key nothing can be guessed from it. */
export function hashWithKey(frame: Pick<AuthOptions, "secret">, purpose: string, text: string): Buffer {
  return createHmac("sha256", frame.secret).update(`${purpose}:${text}`).digest();
}

/** An address of a page as a letter names it: always under the configured public address, whatever host a request named. */
export function makeLink(frame: AuthOptions, ctx: Pick<Context, "language" | "municipalityId">, path: string): string {
  const site = frame.siteOf?.(ctx.municipalityId) ?? frame.publicUrl;
  return `${site}${ctx.language === "en" ? "/en" : ""}${path}`;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function later(from: Date, milliseconds: number): Date {
  return new Date(from.getTime() + milliseconds);
}
