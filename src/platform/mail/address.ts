/**
 * Whether it may stand in an envelope: one `@`, no spaces, no signs that part or group addresses, at most 254 characters.
 * Cyrillic names and domains are addresses too. Whether somebody reads it only the server tells.
 */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{Cc}@<>(),;:\\"[\]]+@[^\s\p{Cc}@<>(),;:\\"[\]]+$/u.test(address);
}

export interface SenderAddress {
  readonly name: string;
  readonly address: string;
}

/** «Имя <a@example.org>» or the address alone; null for anything else. */
export function parseSender(text: string): SenderAddress | null {
  const [, name = "", grouped] = /^"?([^"<>\p{Cc}]*?)"?\s*<([^<>]+)>$/u.exec(text.trim()) ?? [];
  const address = grouped ?? text.trim();
  return isMailAddress(address) ? { name: name.trim(), address } : null;
}
