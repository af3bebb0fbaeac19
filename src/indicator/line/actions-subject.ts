import { listHoldersOf, may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectPlannedLines, type TargetKind } from "../../programme/index.ts";

/** The fact of an indicator or of an activity as a record that people talk about: the coordinators are told. */
export function lineSubjectOf(kind: TargetKind) {
  return async (ctx: Context<Tx>, id: Id) => {
    const found = (await selectPlannedLines(ctx)).find((line) => line.kind === kind && line.id === id);
    if (!found) return null;
    return {
      title: `${found.number ?? found.position}. ${found.name}`,
      href: `/indicators/${kind}/${id}`,
      belongsTo: await listHoldersOf(ctx, "coordinator", null),
      may: may(ctx.actor, "indicator.read"),
    };
  };
}
