import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseAttendance } from "../attendance/refusals.ts";
import { refreshTurnout } from "../attendance/store.ts";
import { blankParticipants, joinParticipants, noteWithdrawal, resolveParticipants } from "./store.ts";

/**
 * Joins two entries of one person: all marks become those of the kept one, and the other id leads to it for good. Refuses
 * `attendance-same`, `attendance-participant-unknown` and by the permission table.
 */
export async function joinNamesakes(
  ctx: Context<Tx>,
  given: { readonly keepId: string; readonly aliasId: string },
): Promise<void> {
  requirePermission(ctx, "participant.keep");
  const keepId = await requireParticipant(ctx, given.keepId);
  const aliasId = await requireParticipant(ctx, given.aliasId);
  if (keepId === aliasId) refuseAttendance("attendance-same");
  for (const eventId of await joinParticipants(ctx, keepId, aliasId)) await refreshTurnout(ctx, eventId);
  await writeAudit(ctx, {
    action: "participant.keep",
    subject: { kind: "participant", id: keepId },
    detail: { step: "join", aliasId },
  });
}

/**
 * Somebody withdraws the consent, or asks to be forgotten: the name goes, the visits stay as those of nobody known. Refuses
 * `attendance-participant-unknown` and by the permission table.
 */
export async function forgetParticipant(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly basis: string },
): Promise<void> {
  requirePermission(ctx, "participant.keep");
  const id = await requireParticipant(ctx, given.id);
  await noteWithdrawal(ctx, id);
  await blankParticipants(ctx, [id]);
  await writeAudit(ctx, {
    action: "participant.keep",
    subject: { kind: "participant", id },
    detail: { step: "forget" },
    basis: given.basis,
  });
}

async function requireParticipant(ctx: Context<Tx>, text: string): Promise<Id> {
  const id = text.toLowerCase();
  const found = isId(id) ? (await resolveParticipants(ctx, [id])).get(id) : undefined;
  return found ?? refuseAttendance("attendance-participant-unknown");
}
