import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectAct } from "./store.ts";

/** A legal act as a record that people talk about. Null where there is none. */
export async function findActSubject(ctx: Context<Tx>, id: Id) {
  const found = await selectAct(ctx, id);
  if (!found) return null;
  return {
    title: found.title,
    href: `/registry/acts/${id}`,
    belongsTo: found.settlementId ? [found.settlementId] : [],
    may: may(ctx.actor, "act.read"),
  };
}
