import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { loadOpen, release } from "../commitment/actions.ts";
import { loadFrame } from "../entry/actions-frame.ts";
import { lockLedger } from "../entry/store.ts";
import { sumParts } from "../sums.ts";
import { settle } from "./actions-desk.ts";
import { loadSums, requireRequest, saveMove } from "./actions-save.ts";

/**
 * The document behind a request binds no more: what its own obligation has reserved and not paid goes back to the limit, and the
 * request waits for nobody, whatever state it was in. What was paid stays paid. Gives what was paid, in kopecks. Refuses
 * `not-permitted`, `request-unknown`, and as `release`.
 */
export async function endRequest(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  given: { readonly requestId: string; readonly date: string; readonly basis: string; readonly reason: string },
): Promise<Kopecks> {
  requirePermission(ctx, "ledger.commit");
  await lockLedger(ctx);
  const request = await requireRequest(ctx, given.requestId);
  const frame = await loadFrame(ctx);
  const paid = (await loadSums(ctx, frame, request)).reduce((sum, part) => sum + part.paid, 0n);
  if (request.commitmentId && request.ownCommitment) {
    const { commitmentId } = request;
    const open = [...(await loadOpen(ctx, frame, commitmentId))].map(([source, kopecks]) => ({ source, kopecks }));
    const { date, basis, reason: note } = given;
    const own = { key: `request ${request.id} ended`, date, basis, note, sums: {} };
    if (sumParts(open) > 0n) await release(ctx, { ...own, commitmentId });
  }
  if (request.state === "paid" || request.state === "withdrawn") return paid;
  const move = request.state === "approved" ? "cancel" : "withdraw";
  await saveMove(ctx, request, { move, change: {}, reason: given.reason });
  await settle(ctx, deadlines, request, "cancel");
  return paid;
}
