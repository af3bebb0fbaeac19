import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type AssociationName, NAME_LIMIT } from "../contract.ts";
import { refuseRegistry } from "../refusals.ts";
import { hasSettlement } from "../settlement/store.ts";
import { insertAssociation, selectAssociation, takeNumber } from "./store.ts";

/** Enters an association as active. Refuses `association-name` and `settlement-unknown`. */
export async function enterAssociation(
  ctx: Context<Tx>,
  given: { readonly name: string; readonly settlementId: string },
): Promise<Id> {
  const { settlementId } = given;
  requirePermission(ctx, "association.keep", [settlementId]);
  const name = given.name.trim().replace(/\s+/g, " ");
  if (name === "" || name.length > NAME_LIMIT) refuseRegistry("association-name", { limit: NAME_LIMIT });
  if (!(isId(settlementId) && (await hasSettlement(ctx, settlementId)))) refuseRegistry("settlement-unknown");
  const number = await takeNumber(ctx, "association");
  const association = { id: newId(), number, name, settlementId, state: "active" as const };
  await insertAssociation(ctx, association);
  await writeAudit(ctx, {
    action: "association.keep",
    subject: { kind: "association", id: association.id },
    after: { number, name, settlementId },
  });
  return association.id;
}

/** An association as others name it; it is public. Refuses `association-unknown`. */
export async function getAssociation(ctx: Context<Tx>, id: string): Promise<AssociationName> {
  const found = isId(id) ? await selectAssociation(ctx, id) : undefined;
  return found ?? refuseRegistry("association-unknown");
}
