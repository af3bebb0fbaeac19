import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { loadFrame } from "../entry/actions-frame.ts";
import { findEntry } from "../entry/store-entry.ts";
import { announce, settle } from "./actions-desk.ts";
import { loadSums, requireRequest, saveMove } from "./actions-save.ts";
import { selectOfCommitment } from "./store.ts";

/**
 * Brings the requests of an obligation to what the ledger says of their payments, whichever way these came: by the request's page,
 * by the entry's, from a bank's file. What is paid in full is paid; of what was reversed the request is open again.
 */
export async function settleRequests(ctx: Context<Tx>, deadlines: Deadlines, commitmentId: Id): Promise<void> {
  const frame = await loadFrame(ctx);
  for (const request of await selectOfCommitment(ctx, commitmentId)) {
    const isPaid = (await loadSums(ctx, frame, request)).every(({ kopecks, paid }) => paid >= kopecks);
    if (isPaid === (request.state === "paid")) continue;
    await saveMove(ctx, request, { move: isPaid ? "pay" : "reopen", change: {}, reason: null });
    await settle(ctx, deadlines, request, "accept");
    await announce(ctx, deadlines, await requireRequest(ctx, request.id));
  }
}

/** The same for the obligation of an entry; nothing where it has none. */
export async function settleEntry(ctx: Context<Tx>, deadlines: Deadlines, entryId: Id): Promise<void> {
  const commitmentId = (await findEntry(ctx, entryId))?.commitmentId;
  if (commitmentId) await settleRequests(ctx, deadlines, commitmentId);
}
