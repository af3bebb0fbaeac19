import { loadNames, may, requirePermission } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { SOURCES } from "../../programme/contract.ts";
import { selectBalances } from "../balance/store.ts";
import type { Part } from "../contract.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { cardOf, showActivity, showEntries } from "../entry/actions-show.ts";
import { selectByIds } from "../journal/store.ts";
import { refuseLedger } from "../refusals.ts";
import { sumParts } from "../sums.ts";
import type { ActivityCard } from "../views.ts";
import { requireRequest } from "./actions-save.ts";
import {
  canMove,
  REQUEST_EXPORT_ROWS,
  REQUEST_MOVES,
  REQUEST_ROWS,
  type RequestFilter,
  type RequestMove,
} from "./contract.ts";
import { type StoredRequest, selectMoves, selectPaymentIds, selectRequests, selectSums, sumRequests } from "./store.ts";
import type { RequestPage, RequestRow, RequestView } from "./views.ts";

/** Whose requests the actor may see: null for all, else their own. Refuses `not-permitted`. */
function readScope(ctx: Context<Tx>): Id | null {
  const { actor } = ctx;
  if (may(actor, "request.read")) return null;
  const own = actor.kind === "person" ? [actor.personId] : [];
  requirePermission(ctx, "request.read", own);
  return own[0] ?? null;
}

/** One page of requests, the newest first, with the sums of all of the filter. Refuses `not-permitted`. */
export async function listRequests(ctx: Context<Tx>, filter: RequestFilter, page: number): Promise<RequestPage> {
  const askedBy = readScope(ctx);
  const sums = await sumRequests(ctx, { filter, askedBy });
  const pages = Math.max(1, Math.ceil(sums.count / REQUEST_ROWS));
  const at = Math.min(Math.max(1, page), pages);
  const range = { limit: REQUEST_ROWS, offset: (at - 1) * REQUEST_ROWS };
  const found = await selectRequests(ctx, { filter, askedBy, ...range });
  return { ...sums, rows: await showRequests(ctx, await loadFrame(ctx), found), page: at, pages };
}

/** All requests of a filter. Refuses `not-permitted`, and `ledger-export-large` where a file does not take them. */
export async function exportRequests(ctx: Context<Tx>, filter: RequestFilter): Promise<RequestPage> {
  const askedBy = readScope(ctx);
  const sums = await sumRequests(ctx, { filter, askedBy });
  if (sums.count > REQUEST_EXPORT_ROWS) refuseLedger("ledger-export-large", { limit: REQUEST_EXPORT_ROWS });
  const found = await selectRequests(ctx, { filter, askedBy, limit: REQUEST_EXPORT_ROWS, offset: 0 });
  return { ...sums, rows: await showRequests(ctx, await loadFrame(ctx), found), page: 1, pages: 1 };
}

/** What the form of a new request offers: activities in force, and what of their limits is free. Refuses `not-permitted`. */
export async function listRequestChoices(ctx: Context<Tx>): Promise<{ readonly activities: readonly ActivityCard[] }> {
  const { actor } = ctx;
  requirePermission(ctx, "request.ask", actor.kind === "person" ? [actor.personId] : []);
  const { activities } = await loadFrame(ctx);
  return { activities: [...activities.values()].filter(({ inForce }) => inForce).map(cardOf) };
}

/** One request whole. Refuses `not-permitted`, `request-unknown`. */
export async function getRequest(ctx: Context<Tx>, id: string): Promise<RequestView> {
  const own = readScope(ctx);
  const request = await requireRequest(ctx, id);
  if (own !== null) requirePermission(ctx, "request.read", request.askedByPersonId ? [request.askedByPersonId] : []);
  const frame = await loadFrame(ctx);
  const [row] = await showRequests(ctx, frame, [request]);
  assert(row, "a request is shown");
  const moves = await selectMoves(ctx, request.id);
  const names = await loadNames(
    ctx,
    moves.flatMap(({ byPersonId }) => byPersonId ?? []),
  );
  const entries = await selectByIds(ctx, request.commitmentId ? [request.commitmentId] : []);
  const payments = await selectByIds(ctx, await selectPaymentIds(ctx, request.id));
  const [commitment] = await showEntries(ctx, frame, entries);
  const sums = await selectSums(ctx, [request.id]);
  return {
    ...row,
    moves: moves.map(({ at, byPersonId, byName, ...move }) => ({
      ...move,
      at: at.toISOString(),
      by: (byPersonId && names.get(byPersonId)) || (byName ?? ""),
    })),
    commitment: commitment ?? null,
    payments: await showEntries(
      ctx,
      frame,
      [...payments].sort((a, b) => (a.date < b.date ? -1 : 1)),
    ),
    open: sortParts(
      sums.map(({ sourceId, kopecks, paid }) => ({ source: sourceOf(frame, sourceId), kopecks: kopecks - paid })),
    ),
    free: may(ctx.actor, "request.approve") ? await loadFree(ctx, frame, request) : [],
    can: listMoves(ctx, request),
    isOwn: ctx.actor.kind === "person" && ctx.actor.personId === request.askedByPersonId,
  };
}

/** Moves that this person can make now. Nobody approves their own. */
function listMoves(ctx: Context<Tx>, request: StoredRequest): readonly RequestMove[] {
  const belongsTo = request.askedByPersonId ? [request.askedByPersonId] : [];
  const isOwn = ctx.actor.kind === "person" && belongsTo.includes(ctx.actor.personId);
  const moves = Object.keys(REQUEST_MOVES) as RequestMove[];
  return moves.filter(
    (move) =>
      move !== "reopen" &&
      canMove(move, request.state) &&
      may(ctx.actor, REQUEST_MOVES[move].action, belongsTo) &&
      !(move === "approve" && isOwn),
  );
}

async function loadFree(ctx: Context<Tx>, frame: Frame, { activityId, year }: StoredRequest): Promise<readonly Part[]> {
  const balances = await selectBalances(ctx, { activityId, year });
  return sortParts(balances.map(({ sourceId, free }) => ({ source: sourceOf(frame, sourceId), kopecks: free })));
}

function sortParts(parts: readonly Part[]): readonly Part[] {
  return SOURCES.flatMap((source) => parts.filter((part) => part.source === source && part.kopecks > 0n));
}

async function showRequests(
  ctx: Context<Tx>,
  frame: Frame,
  requests: readonly StoredRequest[],
): Promise<readonly RequestRow[]> {
  const ids = requests.map(({ id }) => id);
  const sums = Map.groupBy(await selectSums(ctx, ids), ({ requestId }) => requestId);
  const names = await loadNames(
    ctx,
    requests.flatMap(({ askedByPersonId }) => askedByPersonId ?? []),
  );
  return requests.map((request) => {
    const activity = showActivity(frame, request.activityId);
    assert(activity, "a request's activity is known");
    const own = (sums.get(request.id) ?? []).map((sum) => ({ ...sum, source: sourceOf(frame, sum.sourceId) }));
    const parts = sortParts(own);
    const { id, state, year, basisKind, basis, date, payee, purpose, payBy, version, askedByPersonId } = request;
    return {
      ...{ id, state, activity, year, basisKind, basis, date, payee, purpose, payBy, version },
      number: `${request.number}/${request.numberYear}`,
      parts: parts.map(({ source, kopecks }) => ({ source, kopecks })),
      kopecks: sumParts(parts),
      paid: own.reduce((sum, part) => sum + part.paid, 0n),
      askedAt: request.askedAt.toISOString(),
      askedBy: (askedByPersonId && names.get(askedByPersonId)) || (request.askedByName ?? ""),
    };
  });
}
