import type { Actor } from "../kernel/context.ts";
import type { Language } from "../kernel/refusal.ts";

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

/** Roles as sentences name them. */
export const ROLE_NAMES: Readonly<Record<Role, Readonly<Record<Language, string>>>> = {
  coordinator: { ru: "координатор", en: "coordinator" },
  accountant: { ru: "финансист", en: "accountant" },
  operator: { ru: "оператор", en: "operator" },
  settlement: { ru: "специалист поселения", en: "settlement officer" },
  juror: { ru: "член комиссии", en: "juror" },
  chair: { ru: "председатель ТОС", en: "chair of an association" },
  resident: { ru: "житель", en: "resident" },
  auditor: { ru: "ревизор", en: "auditor" },
  administrator: { ru: "администратор", en: "administrator" },
};

/** Which roles may do what. What everybody may read on public pages is not an action and has no row. */
export const PERMISSIONS = {
  "programme.read-drafts": ["coordinator", "administrator", "auditor"],
  "programme.import": ["coordinator"],
  "programme.draft": ["coordinator"],
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
