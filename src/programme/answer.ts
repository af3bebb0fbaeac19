import type { Reading } from "./contract.ts";

/** What the reading thread says: bigints travel as they are, a refusal by its code. */
export type Answer =
  | { readonly reading: Reading }
  | { readonly refusal: { readonly code: string; readonly values: Readonly<Record<string, string | number>> } };
