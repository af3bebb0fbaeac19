import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { findSubjectName } from "./actions-read.ts";
import type { SubjectKind } from "./views.ts";

/** A boundary as a record that people talk about, by whose it is: of an association, a settlement or the district. */
export function boundarySubjectOf(kind: SubjectKind) {
  return async (ctx: Context<Tx>, id: Id) => {
    const found = await findSubjectName(ctx, { kind, id });
    if (!found) return null;
    const belongsTo = [...(kind === "district" ? [] : [id]), ...(found.settlement ? [found.settlement.id] : [])];
    return {
      title: ctx.language === "ru" ? `Граница: ${found.name}` : `Boundary: ${found.name}`,
      href: `/registry/boundaries/${kind}/${id}`,
      belongsTo,
      may: may(ctx.actor, "association.read", belongsTo),
    };
  };
}
