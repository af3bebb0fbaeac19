import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type Frame, sourceOf } from "../entry/actions-frame.ts";
import { REQUEST_MOVES, type RequestMove } from "./contract.ts";
import { refuseRequest } from "./refusals.ts";
import { findRequest, insertMove, type RequestChange, type StoredRequest, selectSums, updateRequest } from "./store.ts";

/** Refuses `request-unknown`. */
export async function requireRequest(ctx: Context<Tx>, id: string): Promise<StoredRequest> {
  const found = isId(id) ? await findRequest(ctx, id) : undefined;
  return found ?? refuseRequest("request-unknown");
}

/** What a request asks for and what of it is paid, by source. */
export async function loadSums(ctx: Context<Tx>, frame: Frame, { id }: Pick<StoredRequest, "id">) {
  return (await selectSums(ctx, [id])).map(({ sourceId, kopecks, paid }) => ({
    source: sourceOf(frame, sourceId),
    kopecks,
    paid,
  }));
}

interface SavedMove {
  readonly move: RequestMove;
  readonly change: Pick<RequestChange, "round" | "terms" | "commitmentId">;
  readonly reason: string | null;
}

export async function saveMove(
  ctx: Context<Tx>,
  request: StoredRequest,
  { move, change, reason }: SavedMove,
): Promise<void> {
  const { id, version, state } = request;
  const { to } = REQUEST_MOVES[move];
  if (!(await updateRequest(ctx, { id, from: version, state: to, ...change }))) refuseRequest("request-changed");
  await insertMove(ctx, { requestId: id, version: version + 1, move, reason });
  await writeAudit(ctx, {
    action: `request.${move}`,
    subject: { kind: "payment-request", id },
    basis: request.basis,
    before: { state },
    after: { state: to },
    ...(reason && { detail: { reason } }),
  });
}
