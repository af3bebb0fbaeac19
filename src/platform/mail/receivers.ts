/** Whether an address is among those that are allowed: one of them, or of a domain that stands there as `@example.org`. */
export function isAllowedReceiver(allowed: readonly string[], address: string): boolean {
  const plain = address.trim().toLowerCase();
  const domain = plain.slice(plain.lastIndexOf("@"));
  return allowed.some((one) => one === plain || one === domain);
}
