import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type Grant, type GrantParts, openReportTask, reportTask, requireGrant } from "../agreement/actions.ts";
import { canMoveUsage, USAGE_MOVES, type UsageMove, type UsageView } from "../agreement/contract.ts";
import type { StoredAgreement } from "../agreement/store.ts";
import { readRoubles } from "../application/content.ts";
import { parseVersion } from "../call/actions.ts";
import { refuseContest } from "../refusals.ts";
import { ensureUsage, findUsageView, insertUsageFile, insertUsageMove, removeUsageFile, updateUsage } from "./store.ts";

type Desk = GrantParts["desk"];

interface Reporting {
  readonly grant: Grant & { readonly agreement: StoredAgreement };
  readonly usage: UsageView;
}

/** Refuses `grant-unknown`, `agreement-missing`, and where it is not the reader's to write, `not-permitted`. */
async function requireReport(ctx: Context<Tx>, id: string, action: "usage.write" | "usage.accept"): Promise<Reporting> {
  const grant = await requireGrant(ctx, id);
  requirePermission(ctx, action, grant.owners);
  const { agreement } = grant;
  if (!agreement) return refuseContest("agreement-missing");
  await ensureUsage(ctx, { applicationId: agreement.applicationId, callId: agreement.callId });
  const usage = (await findUsageView(ctx, agreement.applicationId)) ?? refuseContest("agreement-missing");
  return { grant: { ...grant, agreement }, usage };
}

interface Saving {
  readonly id: string;
  readonly version: string;
  readonly story: string;
  /** Roubles as typed, by lines of the estimate. */
  readonly spent: readonly string[];
}

/** Saves what is typed of a report, as it is typed. Refuses as `requireReport`, `usage-closed`, `contest-changed`. */
export async function saveUsage(ctx: Context<Tx>, given: Saving): Promise<number> {
  const { usage, grant } = await requireReport(ctx, given.id, "usage.write");
  if (!canMoveUsage("submit", usage.state)) refuseContest("usage-closed");
  const version = parseVersion(given.version);
  const spent = grant.view.estimate.map((_, at) => (given.spent[at] ?? "").slice(0, 40));
  const change = { story: given.story.slice(0, 20_000), spent };
  if (!(await updateUsage(ctx, { applicationId: given.id, version }, change))) refuseContest("contest-changed");
  return version + 1;
}

const FILE_BYTES = 25 * 1024 * 1024;

/** Keeps a photograph, or a receipt for a line of the estimate. Refuses as `saveUsage`, `usage-file`. */
export async function addUsageFile(
  ctx: Context<Tx>,
  desk: Desk,
  given: {
    readonly id: string;
    readonly kind: string;
    readonly line: string;
    readonly name: string;
    readonly bytes: Uint8Array;
  },
): Promise<Id> {
  const { usage, grant } = await requireReport(ctx, given.id, "usage.write");
  if (!canMoveUsage("submit", usage.state)) refuseContest("usage-closed");
  const { bytes } = given;
  const kind = (["photo", "receipt"] as const).find((known) => known === given.kind);
  const line = /^\d{1,3}$/.test(given.line) ? Number(given.line) : null;
  const isOfLine = line !== null && line < grant.view.estimate.length;
  const isRight = kind && (kind === "photo" || isOfLine) && bytes.length > 0 && bytes.length <= FILE_BYTES;
  if (!isRight) return refuseContest("usage-file", { limit: FILE_BYTES / 1024 / 1024 });
  const { name, hash, mediaType, bytes: size } = await desk.keepFile({ name: given.name, bytes });
  if (kind === "photo" && !mediaType.startsWith("image/")) refuseContest("usage-photo");
  const own = { kind, line: kind === "receipt" ? line : null, name, hash, mediaType, bytes: size };
  return insertUsageFile(ctx, given.id, own);
}

/** Refuses as `saveUsage`, `application-file-unknown`. */
export async function takeUsageFileOff(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly fileId: string },
): Promise<void> {
  const { usage } = await requireReport(ctx, given.id, "usage.write");
  if (!canMoveUsage("submit", usage.state)) refuseContest("usage-closed");
  if (!isId(given.fileId) || !(await removeUsageFile(ctx, given.id, given.fileId)))
    refuseContest("application-file-unknown");
}

/**
 * Submits the report that was saved: every line of the estimate says what was spent of the grant, no more than the grant, each
 * with a receipt where anything was spent. Refuses as `saveUsage`, `usage-story`, `usage-sum`, `usage-over`, `usage-receipt`.
 */
export async function submitUsage(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string },
): Promise<void> {
  const { usage, grant } = await requireReport(ctx, given.id, "usage.write");
  if (!canMoveUsage("submit", usage.state)) refuseContest("usage-closed");
  if (usage.story.trim() === "") refuseContest("usage-story");
  const sums = grant.view.estimate.map((_, at) => {
    const kopecks = readRoubles(usage.spent[at] || "0") ?? refuseContest("usage-sum", { line: at + 1 });
    const hasReceipt = usage.files.some(({ kind, line }) => kind === "receipt" && line === at);
    if (kopecks > 0n && !hasReceipt) refuseContest("usage-receipt", { line: at + 1 });
    return kopecks;
  });
  const spentKopecks = sums.reduce((all, one) => all + one, 0n);
  if (spentKopecks > grant.view.kopecks) refuseContest("usage-over");
  await moveUsage(ctx, { usage, id: given.id, version: given.version, move: "submit", reason: null, spentKopecks });
}

/** Returns a report to be corrected by a day. Refuses as `requireReport`, `usage-move`, `contest-reason`, `admission-until`. */
export async function returnUsage(
  ctx: Context<Tx>,
  desk: Desk,
  given: { readonly id: string; readonly version: string; readonly reason: string; readonly until: string },
): Promise<void> {
  const { usage, grant } = await requireReport(ctx, given.id, "usage.accept");
  const reason = given.reason.trim().slice(0, 2_000);
  if (reason === "") refuseContest("contest-reason");
  if (!isDay(given.until) || given.until < ctx.today) refuseContest("admission-until");
  await moveUsage(ctx, {
    usage,
    id: given.id,
    version: given.version,
    move: "return",
    reason,
    correctUntil: given.until,
  });
  await openReportTask(ctx, desk, { view: grant.view, dueDate: given.until });
}

/** Accepts a report: its text and photographs are on the project's public page from then on. Refuses as `requireReport`, `usage-move`. */
export async function acceptUsage(
  ctx: Context<Tx>,
  desk: Desk,
  given: { readonly id: string; readonly version: string },
): Promise<void> {
  const { usage } = await requireReport(ctx, given.id, "usage.accept");
  await moveUsage(ctx, { usage, id: given.id, version: given.version, move: "accept", reason: null });
  await desk.settleTask(ctx, { ...reportTask(given.id), as: "accept", reason: "отчёт принят" });
  await raiseRevision(ctx);
}

interface Moving {
  readonly usage: UsageView;
  readonly id: Id;
  readonly version: string;
  readonly move: UsageMove;
  readonly reason: string | null;
  readonly spentKopecks?: bigint;
  readonly correctUntil?: string;
}

async function moveUsage(ctx: Context<Tx>, given: Moving): Promise<void> {
  const { usage, id, move, reason, spentKopecks, correctUntil } = given;
  if (!canMoveUsage(move, usage.state)) refuseContest("usage-move");
  const version = parseVersion(given.version);
  const { to, action } = USAGE_MOVES[move];
  const change = { state: to, ...(spentKopecks !== undefined && { spentKopecks }), correctUntil: correctUntil ?? null };
  if (!(await updateUsage(ctx, { applicationId: id, version }, change))) refuseContest("contest-changed");
  await insertUsageMove(ctx, id, { version: version + 1, move, reason });
  await writeAudit(ctx, {
    action,
    subject: { kind: "contest-usage", id },
    detail: { move },
    ...(reason && { basis: reason }),
    before: { state: usage.state },
    after: { state: to, ...(spentKopecks !== undefined && { spent: String(spentKopecks) }) },
  });
}
