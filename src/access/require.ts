import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Action, may, permissionOf } from "./permissions.ts";
import type { AccessRefusalCode } from "./refusals.ts";
import { ROLE_NAMES, type Role } from "./roles.ts";

/**
 * Refuses what the permission table does not let the actor do: `not-signed-in` to a stranger, `not-permitted` to others and
 * `not-yours` where the right reaches only over what is the actor's own. `belongsTo` as in `may`.
 */
export function requirePermission(
  ctx: Pick<Context, "actor" | "language">,
  action: Action,
  belongsTo: readonly Id[] = [],
): void {
  if (may(ctx.actor, action, belongsTo)) return;
  if (ctx.actor.kind === "stranger") throw new Refusal<AccessRefusalCode>("not-signed-in", { action });
  const roles = Object.keys(permissionOf(action).roles) as Role[];
  if (roles.length === 0) throw new Refusal<AccessRefusalCode>("not-yours", { action });
  const named = roles.map((role) => ROLE_NAMES[role][ctx.language]).join(", ");
  throw new Refusal<AccessRefusalCode>("not-permitted", { roles: named, action });
}
