import { createHash } from "node:crypto";
import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { endOfPeriod } from "../../kernel/quarter.ts";
import type { Tx } from "../../platform/database/index.ts";
import { composeReport, type ReportSources } from "../compose/actions.ts";
import { findGaps } from "../compose/gaps.ts";
import { requireReport } from "../draft/actions.ts";
import { type KeptReport, updateReport } from "../draft/store.ts";
import { loadForms } from "../form/actions.ts";
import { refuseReport } from "../refusals.ts";
import type { ReportContent } from "../views.ts";
import { writeContent, writeFigures } from "./freeze.ts";
import { insertStep, selectSteps } from "./store.ts";
import { REPORT_MOVE_NAMES, REPORT_MOVES, type ReportMove } from "./views.ts";

export const hashText = (text: string) => createHash("sha256").update(text).digest("hex");

/** What the page shows of its figures, so that nobody signs others: of `sign` it is compared. */
export const hashFigures = (content: ReportContent) => hashText(writeFigures(content));

/** A step as a form sends it; `seen` is the hash of the figures seen. */
export interface ReportMoveInput {
  readonly id: string;
  readonly version: string;
  readonly move: string;
  readonly seen: string;
  readonly reason: string;
}

/**
 * Signs a report, which freezes it whole; notes that it was handed over; returns it with a reason. An executor's report may be
 * signed by whoever writes it. Refuses `not-permitted`, `report-unknown`, `report-move`, `report-changed`, `report-reason`,
 * `report-running`, `report-gaps`, `report-seen`.
 */
export async function moveReport(ctx: Context<Tx>, sources: ReportSources, input: ReportMoveInput): Promise<void> {
  const move = REPORT_MOVE_NAMES.find((known) => known === input.move) ?? refuseReport("report-move");
  const report = await requireReport(ctx, input.id, true);
  const { from, to, needsReason } = REPORT_MOVES[move];
  requirePermission(ctx, rightOf(report, move));
  if (!from.some((state) => state === report.state)) refuseReport("report-move");
  if (input.version !== String(report.version)) refuseReport("report-changed");
  const reason = input.reason.replaceAll("\u0000", "").replace(/\s+/g, " ").trim().slice(0, 1000) || null;
  if (needsReason && reason === null) refuseReport("report-reason");
  const content = move === "sign" ? await freeze(ctx, sources, { report, seen: input.seen }) : null;
  const step = (await selectSteps(ctx, report.id)).length + 1;
  const hash = content === null ? null : hashText(content);
  await insertStep(ctx, { reportId: report.id, step, move, content, hash, reason });
  await updateReport(ctx, { id: report.id, version: report.version, state: to });
  await writeAudit(ctx, {
    action: "report.sign",
    subject: { kind: "report", id: report.id },
    detail: { move, ...(hash && { hash }) },
    ...(reason && { basis: reason }),
    before: { state: report.state },
    after: { state: to },
  });
}

/** Which line of the permission table a step asks for. */
export function rightOf({ kind }: Pick<KeptReport, "kind">, move: ReportMove) {
  return kind === "executor" && move === "sign" ? "report.write" : REPORT_MOVES[move].asks;
}

async function freeze(
  ctx: Context<Tx>,
  sources: ReportSources,
  { report, seen }: { readonly report: KeptReport; readonly seen: string },
): Promise<string> {
  const end = endOfPeriod(report, "9999-12-31");
  if (ctx.today <= end) refuseReport("report-running", { from: printDay(nextDay(end)) });
  const content = await composeOf(ctx, sources, report);
  const gaps = findGaps(content);
  if (gaps.length > 0)
    refuseReport("report-gaps", { gaps: gaps.map(({ number, name }) => `${number}. ${name}`).join("; ") });
  if (hashFigures(content) !== seen) refuseReport("report-seen");
  return writeContent(content);
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The report as its records have it now, with what was written of it. */
export async function composeOf(ctx: Context<Tx>, sources: ReportSources, report: KeptReport): Promise<ReportContent> {
  const { form, version } = (await loadForms(ctx))[report.kind];
  const { kind, slug, year, quarter, executor, draft } = report;
  const key = { kind, slug, year, quarter, executor };
  return composeReport(ctx, sources, { key, form, formVersion: version, draft });
}
