import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { parseDecimal } from "../../kernel/decimal.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectApplications } from "../application/store.ts";
import { parseVersion, requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { openMarks, type StoredCall } from "../call/store.ts";
import { refuseContest } from "../refusals.ts";
import { checkValues } from "../rules/check.ts";
import type { Pair } from "./assign.ts";
import { findOwnJuror, type StoredJuror, selectAssignments, selectJurors, selectRecusals } from "./store.ts";
import { type StoredMark, saveReview, selectMarks, selectReviews } from "./store-review.ts";

export interface ReviewInput {
  readonly callId: string;
  readonly applicationId: string;
  /** 0 of a sheet that was not there. */
  readonly version: string;
  /** By criterion, and `criterion.part` for parts of sums, as typed. */
  readonly given: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** Saved to go on later, or handed in. */
  readonly isSubmitted: boolean;
}

/**
 * Saves or hands in the reader's own sheet. Once all sheets of the call are in, jurors see each other's marks and no sheet
 * changes. Refuses `not-permitted`, `jury-unknown`, `review-not-yours`, `review-over`, `review-value`, `contest-changed`.
 */
export async function writeReview(ctx: Context<Tx>, input: ReviewInput): Promise<void> {
  const { call, juror } = await requireOwnJuror(ctx, input.callId);
  const pair = { jurorId: juror.id, applicationId: input.applicationId };
  const open = await listOpenPairs(ctx, call.id);
  if (!open.some((one) => isSame(one, pair))) refuseContest("review-not-yours");
  if (call.state !== "review" || call.marksOpenedAt !== null) refuseContest("review-over");
  const marks = parseMarks(input, call);
  const version = parseVersion(input.version);
  const saving = { ...pair, callId: call.id, version, isSubmitted: input.isSubmitted, marks };
  if (!(await saveReview(ctx, saving))) refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: "review.write",
    subject: { kind: "contest-application", id: pair.applicationId },
    detail: { juror: juror.id, submitted: input.isSubmitted },
  });
  if (input.isSubmitted) await openMarksWhenAllAreIn(ctx, call.id, open);
}

/** A removed juror is none. */
async function requireOwnJuror(ctx: Context<Tx>, callId: string): Promise<{ call: StoredCall; juror: StoredJuror }> {
  const call = await requireCall(ctx, callId, "update");
  requirePermission(ctx, "review.write", [call.id]);
  const juror = await findOwnJuror(ctx, call.id);
  if (!juror || juror.removedAt !== null) return refuseContest("jury-unknown");
  return { call, juror };
}

const isSame = (a: Pair, b: Pair) => a.jurorId === b.jurorId && a.applicationId === b.applicationId;

/** Who is to review what, as it stands now: without removed jurors and recusals. */
export async function listOpenPairs(ctx: Context<Tx>, callId: Id): Promise<readonly Pair[]> {
  const jurors = new Set(
    (await selectJurors(ctx, callId)).filter(({ removedAt }) => removedAt === null).map(({ id }) => id),
  );
  const recusals = await selectRecusals(ctx, callId);
  return (await selectAssignments(ctx, callId)).filter(
    (pair) => jurors.has(pair.jurorId) && !recusals.some((recusal) => isSame(recusal, pair)),
  );
}

/** Sheets that are still owed. */
export async function listOwed(ctx: Context<Tx>, callId: Id, open: readonly Pair[]): Promise<readonly Pair[]> {
  const isIn = (await selectReviews(ctx, callId)).filter(({ submittedAt }) => submittedAt !== null);
  return open.filter((pair) => !isIn.some((review) => isSame(review, pair)));
}

async function openMarksWhenAllAreIn(ctx: Context<Tx>, callId: Id, open: readonly Pair[]): Promise<void> {
  if ((await listOwed(ctx, callId, open)).length === 0) await openMarks(ctx, callId);
}

function parseMarks({ given, reasons, isSubmitted }: ReviewInput, call: StoredCall): Omit<StoredMark, keyof Pair> {
  const { rules } = parseTerms(call.terms);
  const typed = Object.entries(given).filter(([, text]) => text.trim() !== "");
  const read = typed.map(([at, text]) => [at, parseDecimal(text.trim().replace(",", "."))] as const);
  const unread = read.find(([, value]) => value === undefined);
  if (unread) refuseContest("review-value", { where: unread[0], what: "value-range" });
  const values = Object.fromEntries(read.map(([at, value]) => [at, value ?? 0n]));
  const faults = checkValues(rules, "juror", { values, reasons });
  // What is only saved may be unfinished, but never wrong.
  const [fault] = isSubmitted
    ? faults
    : faults.filter(({ code }) => code === "value-range" || code === "value-unknown");
  if (fault) refuseContest("review-value", { where: fault.where, what: fault.code });
  const criteria = new Set(rules.criteria.map(({ key }) => key));
  const kept = Object.entries(reasons).filter(([key, text]) => criteria.has(key) && text.trim() !== "");
  return {
    given: Object.fromEntries(typed.map(([at, text]) => [at, text.trim().replace(",", ".")])),
    reasons: Object.fromEntries(kept.map(([key, text]) => [key, text.trim().slice(0, 4_000)])),
  };
}

export interface ReviewRow extends Pair {
  readonly number: number | null;
  readonly title: string;
  readonly isSubmitted: boolean;
  readonly version: number;
  /** Null where it is not the reader's to see, or nothing was given yet. */
  readonly marks: Omit<StoredMark, keyof Pair> | null;
}

/**
 * The sheets of a call as the reader may see them: a juror their own, everybody's once all are in; the office how far they are,
 * and the marks then. Refuses `contest-unknown`, `not-permitted`.
 */
export async function listReviews(ctx: Context<Tx>, callId: string): Promise<readonly ReviewRow[]> {
  const call = await requireCall(ctx, callId);
  const own = await findOwnJuror(ctx, call.id);
  if (own) requirePermission(ctx, "review.write", [call.id]);
  else requirePermission(ctx, "jury.read");
  const applications = new Map(
    (await selectApplications(ctx, call.id)).map((application) => [application.id, application]),
  );
  const reviews = await selectReviews(ctx, call.id);
  const marks = await selectMarks(ctx, call.id);
  return (await listOpenPairs(ctx, call.id)).flatMap((pair): ReviewRow[] => {
    const application = applications.get(pair.applicationId);
    if (!application) return [];
    const review = reviews.find((one) => isSame(one, pair));
    const mark = marks.find((one) => isSame(one, pair));
    return [
      {
        ...pair,
        number: application.number,
        title: application.content.title,
        isSubmitted: review ? review.submittedAt !== null : false,
        version: review?.version ?? 0,
        marks: mark ? { given: mark.given, reasons: mark.reasons } : null,
      },
    ];
  });
}
