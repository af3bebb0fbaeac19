import type { Actor, Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Action, may, PERMISSIONS } from "./permissions.ts";
import type { AccessRefusalCode } from "./refusals.ts";

/** Refuses what the permission table does not let the actor do: `not-signed-in` to a stranger, `not-permitted` to others. */
export function requirePermission(ctx: Pick<Context, "actor">, action: Action): void {
  if (may(ctx.actor, action)) return;
  throw refusePermission(ctx.actor, action);
}

function refusePermission(actor: Actor, action: Action): Refusal<AccessRefusalCode> {
  if (actor.kind === "stranger") return new Refusal("not-signed-in");
  return new Refusal("not-permitted", { roles: PERMISSIONS[action].join(", ") });
}
