import { may, requirePermission } from "../../access/index.ts";
import type { Actor, Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf, belongingOfSite, type EventCard, type KindRule, ownersOf, type Site } from "../contract.ts";

type Owned = Pick<EventCard, "organiser" | "associationId" | "settlementId" | "responsibleId">;

/** Whether the actor may plan, change and move the event: it is theirs, or a seminar and they train. */
export function mayKeep(actor: Actor, event: Owned, kind: Pick<KindRule, "isTraining">): boolean {
  return may(actor, "event.keep", belongingOf(event)) || (kind.isTraining && may(actor, "event.train"));
}

/** Refuses as `requirePermission` what `mayKeep` denies. */
export function requireKeep(ctx: Context<Tx>, event: Owned, kind: Pick<KindRule, "isTraining">): void {
  if (!mayKeep(ctx.actor, event, kind)) requirePermission(ctx, "event.keep", belongingOf(event));
}

/**
 * Whether the actor may plan an event for these owners. Who answers for it does not count: nobody gets a right over another's
 * events by naming themselves responsible. Refuses as `requirePermission`.
 */
export function requireOwnership(
  ctx: Context<Tx>,
  event: Omit<Owned, "responsibleId">,
  kind: Pick<KindRule, "isTraining">,
): void {
  if (kind.isTraining && may(ctx.actor, "event.train")) return;
  requirePermission(ctx, "event.keep", ownersOf(event));
}

/** Whether the actor may work at the event, or at one of its sites: mark who came, hand in a count. */
export function mayWorkAt(
  actor: Actor,
  event: Owned,
  given: {
    readonly kind: Pick<KindRule, "isTraining">;
    readonly site?: Pick<Site, "associationId" | "settlementId" | "responsibleId">;
  },
): boolean {
  const belongs: readonly Id[] = [...belongingOf(event), ...(given.site ? belongingOfSite(given.site) : [])];
  return may(actor, "event.work", belongs) || (given.kind.isTraining && may(actor, "event.train"));
}
