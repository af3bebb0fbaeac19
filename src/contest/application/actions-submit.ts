import { createHash } from "node:crypto";
import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { parseVersion, requireCall, takesApplications } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import type { StoredCall } from "../call/store.ts";
import { refuseContest } from "../refusals.ts";
import { requireOwn } from "./actions.ts";
import { readContent } from "./content.ts";
import { APPLICATION_MOVES, canMoveApplication, type Receipt } from "./contract.ts";
import { type StoredApplication, takeNumber, updateState } from "./store.ts";
import { findSubmission, insertMove, insertSubmission, type Submission, selectFiles } from "./store-kept.ts";

interface Moving {
  readonly id: string;
  readonly version: string;
}

/**
 * Submits what was saved and gives the receipt. The moment is that of the request's head, whenever the transaction comes to it;
 * at the deadline's own millisecond it is late. Pressed twice it gives the same receipt. Refuses `application-unknown`,
 * `application-late`, `application-move`, `application-faults`, `application-changed`.
 */
export async function submitApplication(ctx: Context<Tx>, given: Moving): Promise<Receipt> {
  const { application } = await requireOwn(ctx, given.id, true);
  if (application.state === "submitted") return readReceipt(await findSubmission(ctx, application.id));
  if (!canMoveApplication("submit", application.state)) refuseContest("application-move");
  const call = await requireCall(ctx, application.callId, "share");
  requireInTime(ctx, call, application);
  if (parseVersion(given.version) !== application.version) refuseContest("application-changed");
  const submission = await compose(ctx, application, call);
  const { number, submittedAt, version } = submission;
  const terms = parseTerms(call.terms);
  const papers = submission.files.map(({ paper }) => paper);
  const { faults, requested, own } = readContent(application.content, terms, papers);
  const [first] = faults;
  if (first) refuseContest("application-faults", { count: faults.length, where: first.where, code: first.code });
  const sums = { requested_kopecks: requested, own_kopecks: own };
  const change = { state: "submitted" as const, number, submitted_at: submittedAt, correct_until: null, ...sums };
  if (!(await updateState(ctx, { id: application.id, version: application.version }, change)))
    refuseContest("application-changed");
  await insertSubmission(ctx, application, submission);
  await insertMove(ctx, application, { version, move: "submit", reason: null });
  await writeAudit(ctx, {
    action: "application.write",
    subject: { kind: "contest-application", id: application.id },
    detail: { move: "submit", number, hash: submission.hash },
    before: { state: application.state },
    after: { state: "submitted", requested: String(requested), own: String(own) },
  });
  return readReceipt(submission);
}

/** Where it was returned, until the day of the correction is over; else while the call takes applications. */
function requireInTime(ctx: Context<Tx>, call: StoredCall, { state, correctUntil }: StoredApplication): void {
  if (state === "returned") {
    if (correctUntil === null || ctx.today > correctUntil)
      refuseContest("application-late", { until: correctUntil ?? "" });
    return;
  }
  if (!takesApplications(call, ctx.now)) refuseContest("application-late", { until: call.closesAt.toISOString() });
}

/** A correction that was asked for keeps number and moment; what is submitted anew before the deadline keeps the number alone. */
async function compose(ctx: Context<Tx>, application: StoredApplication, call: StoredCall): Promise<Submission> {
  const files = (await selectFiles(ctx, application.id)).map(({ paper, name, hash }) => ({ paper, name, hash }));
  const number = application.number ?? (await takeNumber(ctx, call.id));
  const kept = application.state === "returned" ? application.submittedAt : null;
  const { content } = application;
  const hash = createHash("sha256")
    .update(JSON.stringify({ content: sortKeys(content), files }))
    .digest("hex");
  return { version: application.version + 1, number, submittedAt: kept ?? ctx.now, content, files, hash };
}

/** The database keeps an object's keys in an order of its own: the hash must not depend on it. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sortKeys(inner)]));
}

export function readReceipt(submission: Submission | undefined): Receipt {
  const { number, submittedAt, hash } = submission ?? refuseContest("application-unknown");
  return { number, submittedAt: submittedAt.toISOString(), hash };
}

/** Takes it back to be corrected, or for good, until the deadline. Refuses `application-late`, `application-move`, `application-changed`. */
export async function takeBack(
  ctx: Context<Tx>,
  given: Moving & { readonly move: "reopen" | "withdraw" },
): Promise<void> {
  const { application } = await requireOwn(ctx, given.id, true);
  const { move } = given;
  if (!canMoveApplication(move, application.state)) refuseContest("application-move");
  const call = await requireCall(ctx, application.callId, "share");
  // A draft that was never submitted may be given up at any time.
  if (application.state !== "draft") requireInTime(ctx, call, application);
  const version = parseVersion(given.version);
  const { to } = APPLICATION_MOVES[move];
  if (!(await updateState(ctx, { id: application.id, version }, { state: to, correct_until: null })))
    refuseContest("application-changed");
  await insertMove(ctx, application, { version: version + 1, move, reason: null });
  await writeAudit(ctx, {
    action: "application.write",
    subject: { kind: "contest-application", id: application.id },
    detail: { move },
    before: { state: application.state },
    after: { state: to },
  });
}
