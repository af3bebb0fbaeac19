import type { Actor } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { PERMISSIONS } from "./permissions.data.ts";
import type { Permission, Role } from "./roles.ts";

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];

/** The line of one action. */
export function permissionOf(action: Action): Permission {
  return PERMISSIONS[action];
}

/**
 * Whether the table lets this actor do it. `belongsTo` are the ids to which the record belongs: its person, association,
 * settlement, call; without them a right over one's own is not enough. The command on the server itself may do everything,
 * a stranger nothing.
 */
export function may(actor: Actor, action: Action, belongsTo: readonly Id[] = []): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "stranger") return false;
  const permission = permissionOf(action);
  const isOwn = belongsTo.includes(actor.personId);
  if (permission.everybody && isOwn) return true;
  return actor.holdings.some(({ role, subjectId }) => {
    const reach = Object.hasOwn(permission.roles, role) ? permission.roles[role as Role] : undefined;
    return reach === "all" || (reach === "own" && (isOwn || (subjectId !== null && belongsTo.includes(subjectId))));
  });
}

/** Whether the actor may do it at all, to everything or to something of their own: what a menu asks. */
export function mayAnywhere(actor: Actor, action: Action): boolean {
  if (actor.kind === "stranger") return false;
  const permission = permissionOf(action);
  if (actor.kind === "system" || permission.everybody) return true;
  return actor.holdings.some(({ role }) => Object.hasOwn(permission.roles, role));
}

/** How far a right reaches: to everything, or to what belongs to one of these; for lists that the database narrows. */
export type Reach = "all" | readonly Id[];

export function reachOf(actor: Actor, action: Action): Reach {
  if (may(actor, action)) return "all";
  if (actor.kind !== "person") return [];
  const held = actor.holdings.flatMap(({ subjectId }) => subjectId ?? []);
  return held.filter((id) => may(actor, action, [id]));
}

/** The roles of an actor, each once, in the order of the alphabet. */
export function rolesOf(actor: Actor): readonly string[] {
  if (actor.kind !== "person") return [];
  return [...new Set(actor.holdings.map(({ role }) => role))].sort();
}

/** The roles under which the actor does it, for the trail; all of theirs where the table has no line of that name. */
export function rolesFor(actor: Actor, action: string): readonly string[] {
  const held = rolesOf(actor);
  if (!Object.hasOwn(PERMISSIONS, action)) return held;
  const { roles } = permissionOf(action as Action);
  const fitting = held.filter((role) => Object.hasOwn(roles, role));
  return fitting.length > 0 ? fitting : held;
}
