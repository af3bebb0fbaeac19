import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Action, may, PERMISSIONS, ROLE_NAMES } from "./permissions.ts";
import type { AccessRefusalCode } from "./refusals.ts";

/** Refuses what the permission table does not let the actor do: `not-signed-in` to a stranger, `not-permitted` to others. */
export function requirePermission(ctx: Pick<Context, "actor" | "language">, action: Action): void {
  if (may(ctx.actor, action)) return;
  if (ctx.actor.kind === "stranger") throw new Refusal<AccessRefusalCode>("not-signed-in");
  const roles = PERMISSIONS[action].map((role) => ROLE_NAMES[role][ctx.language]).join(", ");
  throw new Refusal<AccessRefusalCode>("not-permitted", { roles });
}
