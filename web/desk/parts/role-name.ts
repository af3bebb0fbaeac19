import { isRole, ROLE_NAMES } from "../../../src/access/roles.ts";
import type { Language } from "../../../src/kernel/refusal.ts";

/** A role as sentences name it; empty where it is none. */
export function roleName(role: string | null, language: Language): string {
  return role !== null && isRole(role) ? ROLE_NAMES[role][language] : "";
}
