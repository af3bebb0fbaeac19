import { z } from "zod";
import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { ActDesk } from "../revision/actions-follow.ts";
import { requireAct, settleChange } from "./actions.ts";
import { leadsTo } from "./effect.ts";
import { refuseAct } from "./refusals.ts";
import { requireOrder } from "./relation.ts";
import { selectAct } from "./store.ts";
import { cancelRelation, insertRelation, selectRelations } from "./store-relation.ts";
import { RELATION_KINDS } from "./views.ts";

/** What one act does to another, as a form sends it. */
export interface RelationInput {
  readonly actId: string;
  readonly kind: string;
  readonly targetId: string;
  /** Empty: from the day on which the acting act comes into force. */
  readonly holdsFrom: string;
  readonly bringsUpToDate: boolean;
  readonly note: string;
}

const shape = z.object({
  kind: z.enum(RELATION_KINDS),
  holdsFrom: z.union([z.literal(""), z.iso.date()]),
  note: z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim() || null)
    .pipe(z.string().max(1000).nullable()),
});

/**
 * Records what an act does to an earlier one. A draft may be planned to; then nothing happens before it is adopted. Refuses
 * `act-unknown` and the codes that begin with `relation-`.
 */
export async function relateActs(ctx: Context<Tx>, desk: ActDesk, input: RelationInput): Promise<Id> {
  const act = await requireAct(ctx, input.actId);
  const asked = shape.safeParse(input);
  if (!asked.success) return refuseAct("relation-kind");
  const target = (isId(input.targetId) ? await selectAct(ctx, input.targetId) : undefined) ?? refuseAct("act-unknown");
  const { kind, note } = asked.data;
  const holdsFrom = asked.data.holdsFrom || act.inForceFrom || ctx.today;
  requireOrder({ act, target }, { kind, holdsFrom });
  const relations = await selectRelations(ctx);
  if (leadsTo(relations, target.id, act.id)) refuseAct("relation-circle");
  const bringsUpToDate = input.bringsUpToDate && kind !== "based-on";
  const id = await insertRelation(ctx, { kind, actId: act.id, targetId: target.id, holdsFrom, bringsUpToDate, note });
  if (id === null) return refuseAct("relation-known");
  await writeAudit(ctx, {
    action: "act.keep",
    subject: { kind: "legal-act", id: act.id },
    detail: { relation: id },
    after: { kind, target: target.id, holdsFrom, bringsUpToDate },
  });
  await settleChange(ctx, desk, { id: act.id, targets: [target.id], isPublic: act.state === "adopted" });
  return id;
}

/** A relation that was recorded by mistake no longer counts. Refuses `relation-unknown`, `relation-reason`. */
export async function withdrawRelation(
  ctx: Context<Tx>,
  desk: ActDesk,
  given: { readonly id: string; readonly reason: string },
): Promise<void> {
  const found = (await selectRelations(ctx)).find(({ id }) => id === given.id) ?? refuseAct("relation-unknown");
  const act = await requireAct(ctx, found.actId);
  const reason = given.reason.replace(/\s+/g, " ").trim();
  if (reason === "" || reason.length > 1000) refuseAct("relation-reason");
  if (!(await cancelRelation(ctx, found.id, reason))) refuseAct("relation-unknown");
  await writeAudit(ctx, {
    action: "act.keep",
    subject: { kind: "legal-act", id: act.id },
    detail: { relation: found.id, withdrawn: true },
    basis: reason,
  });
  await settleChange(ctx, desk, { id: act.id, targets: [found.targetId], isPublic: act.state === "adopted" });
}
