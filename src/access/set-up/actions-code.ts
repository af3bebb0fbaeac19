import { randomInt, timingSafeEqual } from "node:crypto";
import type { Tx } from "../../platform/database/index.ts";
import { HOUR_MS, hashWithKey, later } from "../sign-in/actions-frame.ts";
import { replaceCode } from "./store.ts";

/** The code on the terminal works so long; the next start prints another. */
export const CODE_HOURS = 24;

/** Crockford's letters: nothing that reads as something else. 16 of them are 80 bits. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;
const GROUP = 4;

export interface SetUpCode {
  /** As it is printed, `7K3M-QX2P-9HTD-4WZB`. Nothing keeps it. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** A code that sets up this installation once; the one before is void. `secret` is the installation's key. */
export async function renewCode(ownerTx: Tx, secret: string, now: Date): Promise<SetUpCode> {
  const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  const expiresAt = later(now, CODE_HOURS * HOUR_MS);
  await replaceCode(ownerTx, hashCode(secret, letters), expiresAt);
  return { code: (letters.match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-"), expiresAt };
}

/** As it was typed: in any case, with or without hyphens, with «O» for zero and «I» or «L» for one. */
export function hashCode(secret: string, typed: string): Buffer {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  return hashWithKey({ secret }, "set-up", letters);
}

/** Takes as long for a code that is nearly right as for one that is not. */
export function isSameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
