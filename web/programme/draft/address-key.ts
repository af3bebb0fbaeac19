import type { Address } from "../../../src/programme/draft/edit.ts";

/** Names a cell of a draft: addresses of one place have one key. */
export function addressKey(address: Address): string {
  return Object.values(address).join("/");
}
