import { listHoldersOf, loadNames, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectApplications } from "../application/store.ts";
import { requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { refuseContest } from "../refusals.ts";
import { listOpenPairs, listOwed, listReviews, type ReviewRow } from "./actions-review.ts";
import { findObstacles, type Obstacle } from "./obstacles.ts";
import { findOwnJuror, selectJurors, selectRecusals, selectRecusalsWithBasis } from "./store.ts";

export interface JurorRow {
  readonly id: Id;
  readonly name: string;
  readonly isChair: boolean;
  readonly place: number;
  readonly isRemoved: boolean;
  readonly isOwn: boolean;
  /** Sheets given to them, and those of them that are not in. */
  readonly given: number;
  readonly owed: number;
}

export interface JuryView {
  readonly jurors: readonly JurorRow[];
  readonly recusals: readonly { readonly jurorId: Id; readonly applicationId: Id; readonly basis: string }[];
  /** Who holds the role in this call and was not invited yet; empty for a juror. */
  readonly candidates: readonly { readonly id: Id; readonly name: string }[];
  readonly own: Id | null;
}

/** The jury of a call, for the office and for its jurors. Refuses `contest-unknown`, `not-permitted`. */
export async function getJury(ctx: Context<Tx>, callId: string): Promise<JuryView> {
  const call = await requireCall(ctx, callId);
  const own = await findOwnJuror(ctx, call.id);
  if (own) requirePermission(ctx, "review.write", [call.id]);
  else requirePermission(ctx, "jury.read");
  const jurors = await selectJurors(ctx, call.id);
  const holders = own ? [] : await listHoldersOf(ctx, "juror", call.id);
  const names = await loadNames(ctx, [...new Set([...jurors.map(({ personId }) => personId), ...holders])]);
  const open = await listOpenPairs(ctx, call.id);
  const owed = await listOwed(ctx, call.id, open);
  const count = (pairs: typeof open, id: Id) => pairs.filter(({ jurorId }) => jurorId === id).length;
  return {
    jurors: jurors.map(({ id, personId, isChair, place, removedAt }) => ({
      ...{ id, isChair, place, name: names.get(personId) ?? "", isRemoved: removedAt !== null },
      ...{ isOwn: id === own?.id, given: count(open, id), owed: count(owed, id) },
    })),
    recusals: await selectRecusalsWithBasis(ctx, call.id),
    candidates: holders
      .filter((id) => !jurors.some(({ personId }) => personId === id))
      .map((id) => ({ id, name: names.get(id) ?? "" })),
    own: own && own.removedAt === null ? own.id : null,
  };
}

/** The reader's own sheet of an application. Refuses `contest-unknown`, `not-permitted`, `jury-unknown`, `application-unknown`. */
export async function getOwnSheet(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly applicationId: string },
): Promise<ReviewRow> {
  const call = await requireCall(ctx, given.callId);
  requirePermission(ctx, "review.write", [call.id]);
  const juror = await findOwnJuror(ctx, call.id);
  if (!juror || juror.removedAt !== null) return refuseContest("jury-unknown");
  const reviews = await listReviews(ctx, call.id);
  const own = reviews.find(
    ({ jurorId, applicationId }) => jurorId === juror.id && applicationId === given.applicationId,
  );
  return own ?? refuseContest("application-unknown");
}

/** What stands between a review and its sitting, for who keeps it; nothing of a call that is not in review. Refuses `contest-unknown`, `not-permitted`. */
export async function listObstacles(ctx: Context<Tx>, callId: string): Promise<readonly Obstacle[]> {
  requirePermission(ctx, "jury.read");
  const call = await requireCall(ctx, callId);
  if (call.state !== "review") return [];
  const admitted = (await selectApplications(ctx, call.id)).filter(({ state }) => state === "admitted");
  const open = await listOpenPairs(ctx, call.id);
  return findObstacles({
    applications: admitted.map(({ id, number }) => ({ id, number: number ?? 0 })),
    jurors: (await selectJurors(ctx, call.id)).filter(({ removedAt }) => removedAt === null).map(({ id }) => id),
    recusals: await selectRecusals(ctx, call.id),
    open,
    owed: await listOwed(ctx, call.id, open),
    least: parseTerms(call.terms).rules.aggregation.leastReviews,
  });
}
