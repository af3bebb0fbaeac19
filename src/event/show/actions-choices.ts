import { listStaff, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { loadFrame } from "../event/actions-frame.ts";
import { selectOwnKinds } from "../kind/store.ts";
import type { Choice, EventChoices, EventFilter, FilterChoices } from "../views.ts";

/** What the form of an event offers. */
export async function listEventChoices(ctx: Context<Tx>): Promise<EventChoices> {
  requirePermission(ctx, "event.read");
  const frame = await loadFrame(ctx);
  return {
    ...(await listFilterChoices(ctx)),
    // A plan may name any of them.
    associations: [...frame.associations.values()].map(({ id, name, settlementId }) => ({ id, name, settlementId })),
    officials: [...frame.officials.values()].map(({ id, name, office, since, until }) => ({
      id,
      name,
      office,
      since,
      until,
    })),
    activities: [...frame.activities.values()].filter(({ inForce }) => inForce).map(({ id, name }) => ({ id, name })),
    staff: [...frame.staff.values()].map(({ id, name }) => ({ id, name })),
  };
}

/** More than that nobody looks through in a list of a form. */
const MOST_CHOICES = 300;

/**
 * By what a list of events can be narrowed. Where there are more associations than a person looks through, only those of the
 * settlement chosen, and the one chosen: before a settlement is, the words of a search find them.
 */
export async function listFilterChoices(
  ctx: Context<Tx>,
  chosen: Pick<EventFilter, "settlementId" | "associationId"> = {},
  most = MOST_CHOICES,
): Promise<FilterChoices> {
  const settlementId = chosen.settlementId && isId(chosen.settlementId) ? chosen.settlementId : null;
  const associationId = chosen.associationId && isId(chosen.associationId) ? chosen.associationId : null;
  const few =
    (await registry.listFewAssociations(ctx, { most, settlementId: null })) ??
    (settlementId === null ? null : await registry.listFewAssociations(ctx, { most, settlementId })) ??
    [];
  const isThere = associationId === null || few.some(({ id }) => id === associationId);
  const own = isThere ? [] : await registry.nameAssociations(ctx, [associationId]);
  const name = ({ id, name }: { readonly id: Id; readonly name: string }) => ({ id, name });
  return {
    kinds: (await selectOwnKinds(ctx)).map((kind) => ({ ...name(kind), ended: kind.ended })),
    settlements: (await registry.listSettlements(ctx)).map(name),
    associations: [...own, ...few].map((one) => ({ ...name(one), settlementId: one.settlementId })),
  };
}

/** Who may answer for an event or a question of it. */
export async function listStaffChoices(ctx: Context<Tx>): Promise<readonly Choice[]> {
  requirePermission(ctx, "event.read");
  return (await listStaff(ctx)).map(({ id, name }) => ({ id, name }));
}
