import { requirePermission, writeAudit } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { digestOf, isRepeated, parseKey } from "../cofinancing/actions-once.ts";
import { commit, loadOpen, release } from "../commitment/actions.ts";
import { pay } from "../commitment/actions-payment.ts";
import type { Part } from "../contract.ts";
import { requireEntry } from "../entry/actions.ts";
import { type Frame, loadFrame, requireActivity, requireYear, sourceIdOf } from "../entry/actions-frame.ts";
import type { Recorded } from "../entry/actions-record.ts";
import { type Available, askThousandfold, requireWithin } from "../entry/limits.ts";
import { lockLedger } from "../entry/store.ts";
import { type EntryInput, parseCommitmentBasis, parseMoved, parsePayee, type SumsInput } from "../input.ts";
import { SOURCE_NAMES, sayRoubles, sumParts } from "../sums.ts";
import { announce, settle } from "./actions-desk.ts";
import { loadSums, requireRequest, saveMove } from "./actions-save.ts";
import { settleRequests } from "./actions-settle.ts";
import { canMove, REQUEST_MOVES, type RequestMove } from "./contract.ts";
import { parseRequest, type RequestInput } from "./input.ts";
import { refuseRequest } from "./refusals.ts";
import {
  findRequestByKey,
  insertMove,
  insertRequest,
  insertSums,
  linkPayment,
  type RequestTerms,
  type StoredRequest,
  selectOfCommitment,
} from "./store.ts";

/**
 * «Заявка на оплату»: somebody asks for a payment by a document. It reserves nothing until it is approved. Its id; the same form
 * again gives the same one. Refuses what the form lacks, and asks back by `ledger-thousandfold`.
 */
export async function askPayment(ctx: Context<Tx>, deadlines: Deadlines, input: RequestInput): Promise<Id> {
  requirePermission(ctx, "request.ask", ownIds(ctx));
  const key = parseKey(input.key);
  await lockLedger(ctx);
  const digest = digestOf("request.ask", input);
  const made = await findRequestByKey(ctx, key);
  if (made && isRepeated(made, digest, String(made.number))) return made.id;
  const frame = await loadFrame(ctx);
  const { terms, parts } = await parseTerms(ctx, frame, input);
  const id = newId();
  const number = await insertRequest(ctx, { id, terms, key, digest });
  await insertSums(ctx, { id, round: 1, sums: toSums(frame, parts) });
  await insertMove(ctx, { requestId: id, version: 1, move: "ask", reason: null });
  const sum = sumParts(parts);
  await writeAudit(ctx, {
    action: "request.ask",
    subject: { kind: "payment-request", id },
    basis: terms.basis,
    detail: { number, year: terms.year, kopecks: String(sum), payBy: terms.payBy },
  });
  await announce(ctx, deadlines, await requireRequest(ctx, id));
  return id;
}

/** The people to whom what the actor makes belongs: themselves. */
function ownIds({ actor }: Context<Tx>): readonly Id[] {
  return actor.kind === "person" ? [actor.personId] : [];
}

function toSums(frame: Frame, parts: readonly Part[]) {
  return parts.map(({ source, kopecks }) => ({ sourceId: sourceIdOf(frame, source), kopecks }));
}

/** Activity, year and payee are those of the obligation where the request names one. */
async function parseTerms(ctx: Context<Tx>, frame: Frame, input: RequestInput) {
  const own = parseRequest(input, ctx.today);
  const basisKind = parseCommitmentBasis(input.basisKind);
  const parts = parseMoved(input.sums);
  if (input.commitmentId) {
    const commitment = await requireEntry(ctx, input.commitmentId, "payment");
    const open = await loadOpen(ctx, frame, commitment.id);
    askThousandfold(parts, open, input.confirmed === true);
    requireWithin(parts, open, { code: "ledger-over-commitment", language: ctx.language });
    const { activityId, year, payee } = commitment;
    assert(activityId && year !== null && payee, "an obligation has an activity, a year and a payee");
    requireActivity(frame, activityId);
    const terms = { ...own, basisKind, activityId, year, payee, commitmentId: commitment.id };
    return { terms: terms satisfies RequestTerms, parts };
  }
  const activity = requireActivity(frame, input.activityId);
  const year = requireYear(activity, input.year);
  const payee = parsePayee(input.payee);
  const terms = { ...own, basisKind, activityId: activity.id, year, payee, commitmentId: null };
  return { terms: terms satisfies RequestTerms, parts };
}

export interface RequestMoveInput {
  readonly requestId: string;
  /** Of the request as the person saw it. */
  readonly version: number;
  readonly reason?: string;
}

/** Returned with its reason, it is asked again with what was changed. Refuses as `askPayment`, `request-state`, `request-changed`. */
export async function changeRequest(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  input: RequestInput & RequestMoveInput,
): Promise<Id> {
  const request = await openMove(ctx, input, "change");
  const frame = await loadFrame(ctx);
  const { terms, parts } = await parseTerms(ctx, frame, input);
  const round = request.round + 1;
  await saveMove(ctx, request, { move: "change", change: { round, terms }, reason: null });
  await insertSums(ctx, { id: request.id, round, sums: toSums(frame, parts) });
  await settle(ctx, deadlines, request, "accept");
  await announce(ctx, deadlines, await requireRequest(ctx, request.id));
  return request.id;
}

/**
 * Approved: its obligation is there from now on, under the limit. Refuses `request-own`, `request-state`, `request-changed`,
 * `ledger-over-appropriation`, or `ledger-over-commitment` where it asks for money of an obligation that others wait for.
 */
export async function approveRequest(ctx: Context<Tx>, deadlines: Deadlines, input: RequestMoveInput): Promise<Id> {
  const request = await openMove(ctx, input, "approve");
  if (request.askedByPersonId && ownIds(ctx).includes(request.askedByPersonId)) refuseRequest("request-own");
  const frame = await loadFrame(ctx);
  const parts = (await loadSums(ctx, frame, request)).map(({ source, kopecks }) => ({ source, kopecks }));
  if (request.commitmentId) {
    await requireUnclaimed(ctx, frame, { commitmentId: request.commitmentId, parts });
    await saveMove(ctx, request, { move: "approve", change: {}, reason: null });
  } else {
    const { id: commitmentId } = await commit(ctx, {
      key: `request ${request.id} ${request.round}`,
      date: request.date,
      activityId: request.activityId,
      year: String(request.year),
      basisKind: request.basisKind,
      basis: request.basis,
      payee: request.payee,
      note: request.purpose,
      sums: typeSums(parts),
      confirmed: true,
    });
    await saveMove(ctx, request, { move: "approve", change: { commitmentId }, reason: null });
  }
  await settle(ctx, deadlines, request, "accept");
  await announce(ctx, deadlines, await requireRequest(ctx, request.id));
  return request.id;
}

function typeSums(parts: readonly Part[]): SumsInput {
  return Object.fromEntries(parts.map(({ source, kopecks }) => [source, sayRoubles(kopecks)]));
}

/** What an obligation has left, less what other approved requests still wait for. */
async function requireUnclaimed(
  ctx: Context<Tx>,
  frame: Frame,
  { commitmentId, parts }: { readonly commitmentId: Id; readonly parts: readonly Part[] },
): Promise<void> {
  const open = new Map(await loadOpen(ctx, frame, commitmentId));
  for (const other of await selectOfCommitment(ctx, commitmentId)) {
    for (const { source, kopecks, paid } of await loadSums(ctx, frame, other)) {
      open.set(source, (open.get(source) ?? 0n) - (kopecks - paid));
    }
  }
  requireWithin(parts, open, { code: "ledger-over-commitment", language: ctx.language });
}

/** Returned by who approves, withdrawn by who asked, or cancelled after approval. Refuses `request-reason-missing`, `request-part-paid` and as above. */
export async function moveRequest(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  input: RequestMoveInput & { readonly move: "return" | "withdraw" | "cancel" },
): Promise<Id> {
  const { move } = input;
  const request = await openMove(ctx, input, move);
  const reason = (input.reason ?? "").replaceAll("\u0000", "").trim().slice(0, 2_000);
  if (reason === "") refuseRequest("request-reason-missing");
  if (move === "cancel") await cancelCommitment(ctx, request, reason);
  await saveMove(ctx, request, { move, change: {}, reason });
  await settle(ctx, deadlines, request, move === "return" ? "accept" : "cancel");
  if (move === "return") await announce(ctx, deadlines, await requireRequest(ctx, request.id), reason);
  return request.id;
}

/** What the approval reserved is free again. */
async function cancelCommitment(ctx: Context<Tx>, request: StoredRequest, reason: string): Promise<void> {
  const frame = await loadFrame(ctx);
  const paid = (await loadSums(ctx, frame, request)).reduce((sum, part) => sum + part.paid, 0n);
  if (paid > 0n) refuseRequest("request-part-paid", { paid: sayRoubles(paid) });
  if (!request.ownCommitment || !request.commitmentId) return;
  const open = await loadOpen(ctx, frame, request.commitmentId);
  if ([...open.values()].every((kopecks) => kopecks === 0n)) return;
  const own = { key: `request ${request.id} cancelled`, date: ctx.today, note: reason, sums: {} };
  await release(ctx, { ...own, commitmentId: request.commitmentId, basis: request.basis });
}

export interface RequestPaymentInput extends EntryInput {
  readonly requestId: string;
  readonly sums: SumsInput;
  readonly confirmed?: boolean;
}

/** The payment that the request asked for, or a part of it. Refuses as `pay`, `request-state`, `request-over`. */
export async function payRequest(
  ctx: Context<Tx>,
  deadlines: Deadlines,
  input: RequestPaymentInput,
): Promise<Recorded> {
  requirePermission(ctx, "ledger.pay");
  await lockLedger(ctx);
  const request = await requireRequest(ctx, input.requestId);
  const { requestId: _, ...own } = input;
  if (request.state === "paid" && request.commitmentId) {
    // The same form sent twice finds its payment; any other is one too many.
    const again = await pay(ctx, { ...own, commitmentId: request.commitmentId });
    return again.already ? again : refuseRequest("request-state");
  }
  if (!canMove("pay", request.state) || !request.commitmentId) return refuseRequest("request-state");
  const frame = await loadFrame(ctx);
  const left = new Map((await loadSums(ctx, frame, request)).map((part) => [part.source, part.kopecks - part.paid]));
  const recorded = await pay(ctx, { ...own, commitmentId: request.commitmentId });
  if (!recorded.already) requireAsked(ctx, parseMoved(input.sums), left);
  await linkPayment(ctx, { requestId: request.id, paymentId: recorded.id });
  await settleRequests(ctx, deadlines, request.commitmentId);
  return recorded;
}

function requireAsked(ctx: Context<Tx>, parts: readonly Part[], left: Available): void {
  for (const { source, kopecks } of parts) {
    const open = left.get(source) ?? 0n;
    if (kopecks <= open) continue;
    const values = { open: sayRoubles(open), sum: sayRoubles(kopecks), source: SOURCE_NAMES[source][ctx.language] };
    refuseRequest("request-over", values);
  }
}

/** The request, locked with the ledger; the actor may make this move and it can be made now. */
async function openMove(
  ctx: Context<Tx>,
  { requestId, version }: RequestMoveInput,
  move: Exclude<RequestMove, "pay" | "reopen">,
): Promise<StoredRequest> {
  await lockLedger(ctx);
  const request = await requireRequest(ctx, requestId);
  requirePermission(ctx, REQUEST_MOVES[move].action, request.askedByPersonId ? [request.askedByPersonId] : []);
  if (request.version !== version) refuseRequest("request-changed");
  if (!canMove(move, request.state)) refuseRequest("request-state");
  return request;
}
