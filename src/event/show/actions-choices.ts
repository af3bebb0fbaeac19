import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { loadFrame } from "../event/actions-frame.ts";
import { selectOwnKinds } from "../kind/store.ts";
import type { EventChoices, FilterChoices } from "../views.ts";

/** What the form of an event offers. */
export async function listEventChoices(ctx: Context<Tx>): Promise<EventChoices> {
  requirePermission(ctx, "event.read");
  const frame = await loadFrame(ctx);
  return {
    ...(await listFilterChoices(ctx)),
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

/** By what a list of events can be narrowed. */
export async function listFilterChoices(ctx: Context<Tx>): Promise<FilterChoices> {
  const kinds = await selectOwnKinds(ctx);
  const associations = await registry.listAssociations(ctx);
  const settlements = await registry.listSettlements(ctx);
  return {
    kinds: kinds.map(({ id, name, ended }) => ({ id, name, ended })),
    settlements: settlements.map(({ id, name }) => ({ id, name })),
    associations: associations.map(({ id, name, settlementId }) => ({ id, name, settlementId })),
  };
}
