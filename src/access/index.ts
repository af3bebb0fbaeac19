export { ADDRESS_HEADER, COOKIE_PREFIX } from "./actions-auth.ts";
export { createPerson, type NewPerson } from "./actions-people.ts";
export { type Access, type Credentials, createAccess } from "./actions-sign-in.ts";
export type { Action, Role } from "./permissions.ts";
export { type AccessRefusalCode, accessRefusals } from "./refusals.ts";
export { requirePermission } from "./require.ts";
export { type AuditEntry, writeAudit } from "./store-audit.ts";
export {
  createMunicipality,
  listMunicipalities,
  loadMunicipality,
  type Municipality,
  type NewMunicipality,
  raiseRevision,
} from "./store-municipality.ts";
export { loadNames } from "./store-people.ts";
export { loadSecret } from "./store-secret.ts";
