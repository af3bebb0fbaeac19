import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { requireCall } from "../call/actions.ts";
import { findOwnJuror } from "../jury/store.ts";
import { refuseContest } from "../refusals.ts";
import type { SittingView } from "./contract.ts";
import { findCalculation, selectPresent, selectSittings } from "./store.ts";
import { selectAwards } from "./store-award.ts";

/** The sittings of a call with their awards. Refuses `contest-unknown`, `not-permitted`. */
export async function listSittings(ctx: Context<Tx>, callId: string): Promise<readonly SittingView[]> {
  const call = await requireCall(ctx, callId);
  await requireReader(ctx, call.id);
  const views: SittingView[] = [];
  for (const { callId: _callId, ...sitting } of await selectSittings(ctx, call.id))
    views.push({
      ...sitting,
      present: await selectPresent(ctx, sitting.id),
      awards: await selectAwards(ctx, sitting.id),
    });
  return views;
}

async function requireReader(ctx: Context<Tx>, callId: string): Promise<void> {
  if (await findOwnJuror(ctx, callId)) requirePermission(ctx, "review.write", [callId]);
  else requirePermission(ctx, "jury.read");
}

/** The file of a decided sitting's calculation, as it was fixed. Refuses as `listSittings`, `calculation-unknown` also of what the wall hides. */
export async function readCalculation(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly sittingId: string },
): Promise<{ file: string; hash: string }> {
  const sitting = (await listSittings(ctx, given.callId)).find(({ id }) => id === given.sittingId);
  return (sitting ? await findCalculation(ctx, sitting.id) : undefined) ?? refuseContest("calculation-unknown");
}
