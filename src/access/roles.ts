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

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/**
 * How far a right reaches: over the whole municipality, or over what belongs to the holder: their settlement, association or
 * call, and themselves.
 */
export type Reach = "all" | "own";

/** A line of the permission table: an action, and who may do it to what. */
export interface Permission {
  readonly ru: string;
  readonly en: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
  /** Everybody who has signed in may do it to what is their own. */
  readonly everybody?: "own";
}
