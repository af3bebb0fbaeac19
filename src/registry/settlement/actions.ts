import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { NAME_LIMIT, type Settlement } from "../contract.ts";
import { refuseRegistry } from "../refusals.ts";
import { insertSettlement, selectSettlements } from "./store.ts";

/** Enters a settlement. Refuses `settlement-name`, `settlement-oktmo` and, where one of that name is there, `settlement-known`. */
export async function addSettlement(
  ctx: Context<Tx>,
  given: { readonly name: string; readonly oktmo: string },
): Promise<Id> {
  requirePermission(ctx, "settlement.keep");
  const name = given.name.trim().replace(/\s+/g, " ");
  if (name === "" || name.length > NAME_LIMIT) refuseRegistry("settlement-name", { limit: NAME_LIMIT });
  const oktmo = given.oktmo.replace(/\s/g, "") || null;
  if (oktmo !== null && !/^\d{8}(\d{3})?$/.test(oktmo)) refuseRegistry("settlement-oktmo");
  const settlement = { id: newId(), name, oktmo };
  if (!(await insertSettlement(ctx, settlement))) refuseRegistry("settlement-known", { name });
  await writeAudit(ctx, {
    action: "settlement.keep",
    subject: { kind: "settlement", id: settlement.id },
    after: { name, oktmo },
  });
  return settlement.id;
}

/** A settlement by its id; it is public. Refuses `settlement-unknown`. */
export async function getSettlement(ctx: Context<Tx>, id: string): Promise<Settlement> {
  const found = (await selectSettlements(ctx)).find((settlement) => settlement.id === id.toLowerCase());
  return found ?? refuseRegistry("settlement-unknown");
}
