import type { Actor } from "../kernel/context.ts";

/** The roles of the product, as they are held. */
export const ROLES = [
  "coordinator",
  "accountant",
  "operator",
  "settlement",
  "juror",
  "chair",
  "resident",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

/** Which roles may do what. What everybody may read on public pages is not an action and has no row. */
export const PERMISSIONS = {
  "programme.read-drafts": ["coordinator", "administrator", "auditor"],
  "programme.import": ["coordinator"],
  "programme.approve": ["coordinator"],
  "programme.discard": ["coordinator"],
  "person.create": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof PERMISSIONS;

/** Whether the table lets this actor do it. The command on the server itself may do everything; a stranger nothing. */
export function may(actor: Actor, action: Action): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "stranger") return false;
  const allowed: readonly string[] = PERMISSIONS[action];
  return actor.roles.some((role) => allowed.includes(role));
}
