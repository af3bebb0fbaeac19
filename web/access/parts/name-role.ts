import type { NamedRole } from "../../../src/access/people/views.ts";
import { ROLE_NAMES } from "../../../src/access/roles.ts";
import type { Language } from "../../ui/language.ts";

/** «председатель ТОС — ТОС «Берёзка»»: a role with what it is held in. */
export function nameRole({ role, subject }: NamedRole, language: Language): string {
  const name = ROLE_NAMES[role][language];
  return subject === null ? name : `${name} — ${subject}`;
}

/** Several of them, told apart although names hold commas. */
export function listRoles(roles: readonly NamedRole[], language: Language): string {
  return roles.map((role) => nameRole(role, language)).join("; ");
}
