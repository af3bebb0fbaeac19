import { createHash } from "node:crypto";
import { cleanText } from "../input.ts";
import { refuseLedger } from "../refusals.ts";

/** The form's own key. Refuses `ledger-key-missing`. */
export function parseKey(text: string): string {
  const key = cleanText(text);
  return key === "" || key.length > 200 ? refuseLedger("ledger-key-missing") : key;
}

/** All that a person asked for, as it is told apart from another wish under the same key. */
export function digestOf(action: string, request: object): string {
  return createHash("sha256")
    .update(JSON.stringify([action, request]))
    .digest("hex");
}

/** Whether this very command was carried out already. Refuses `ledger-key-reused` where the key served another. */
export function isRepeated(made: { readonly digest: string } | undefined, digest: string, number: string): boolean {
  if (!made) return false;
  if (made.digest !== digest) refuseLedger("ledger-key-reused", { number });
  return true;
}
