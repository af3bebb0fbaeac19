import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import { cleanLine } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type AssociationName, NAME_LIMIT } from "../contract.ts";
import type { Content } from "../record/record.ts";
import { refuseRegistry } from "../refusals.ts";
import { hasSettlement } from "../settlement/store.ts";
import { openAssociation } from "./actions-record.ts";
import { selectAssociation, selectByNumber } from "./store.ts";

/** Enters an association as active from today on. Refuses `association-name` and `settlement-unknown`. */
export async function enterAssociation(
  ctx: Context<Tx>,
  given: { readonly name: string; readonly settlementId: string },
): Promise<Id> {
  const { settlementId } = given;
  requirePermission(ctx, "association.keep", [settlementId]);
  const name = cleanLine(given.name);
  if (name === "" || name.length > NAME_LIMIT) refuseRegistry("association-name", { limit: NAME_LIMIT });
  if (!(isId(settlementId) && (await hasSettlement(ctx, settlementId)))) refuseRegistry("settlement-unknown");
  const id = newId();
  const begin = (section: "name" | "territory" | "state", content: Content) => ({
    ...{ section, content, since: ctx.today, basis: "", corrects: null, was: {} },
  });
  const drafts = [
    begin("name", { name }),
    begin("territory", { settlementId }),
    begin("state", { state: "active", stateSince: ctx.today }),
  ];
  await openAssociation(ctx, { id, drafts });
  return id;
}

/** An association as others name it; it is public. Refuses `association-unknown`. */
export async function getAssociation(ctx: Context<Tx>, id: string): Promise<AssociationName> {
  const found = isId(id) ? await selectAssociation(ctx, id) : undefined;
  return found ?? refuseRegistry("association-unknown");
}

/** The same by its number in the register. Refuses `association-unknown`. */
export async function getByNumber(ctx: Context<Tx>, number: string): Promise<AssociationName> {
  const found = /^[1-9]\d{0,8}$/.test(number) ? await selectByNumber(ctx, Number(number)) : undefined;
  return found ?? refuseRegistry("association-unknown");
}
