import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAssociation } from "./store.ts";

/** An association as a record that people talk about: its chair and its settlement's officer. Null where there is none. */
export async function findAssociationSubject(ctx: Context<Tx>, id: Id) {
  const found = await selectAssociation(ctx, id);
  if (!found) return null;
  const belongsTo = [id, found.settlementId];
  return {
    title: found.name,
    href: `/registry/associations/${id}`,
    belongsTo,
    may: may(ctx.actor, "association.read", belongsTo),
  };
}
