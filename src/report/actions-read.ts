import { may, requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { beginOfPeriod, endOfPeriod, listBegunYears } from "../kernel/quarter.ts";
import type { Tx } from "../platform/database/index.ts";
import { composeReport, type ReportSources } from "./compose/actions.ts";
import { findGaps } from "./compose/gaps.ts";
import { NOTHING_WRITTEN, REPORT_KINDS, type ReportKey } from "./contract.ts";
import { type KeyInput, requireKey, requireReport } from "./draft/actions.ts";
import { type KeptReport, selectReports } from "./draft/store.ts";
import { loadForms } from "./form/actions.ts";
import { daysUntil, dueDay } from "./period.ts";
import { refuseReport } from "./refusals.ts";
import { composeOf, hashFigures, hashText, rightOf } from "./sign/actions.ts";
import { compareReports } from "./sign/compare.ts";
import { readContent } from "./sign/freeze.ts";
import { type KeptStep, selectSteps } from "./sign/store.ts";
import { isOpen, listReportMoves } from "./sign/views.ts";
import { selectProgrammes } from "./store-programme.ts";
import type { CalendarRow, ReportCalendar, ReportContent, ReportView } from "./views.ts";

/** Which reports are due of a year, in order of their days. Refuses `not-permitted`, `report-period`. */
export async function getCalendar(ctx: Context<Tx>, given: { readonly year: string }): Promise<ReportCalendar> {
  requirePermission(ctx, "report.read");
  if (!/^20\d\d$/.test(given.year)) refuseReport("report-period");
  const year = Number(given.year);
  const years = (await selectProgrammes(ctx)).flatMap((programme) => programme.years);
  return {
    year,
    years: listBegunYears(years, ctx.today),
    rows: await listDue(ctx, year),
    mayWrite: may(ctx.actor, "report.write"),
    maySet: may(ctx.actor, "report.set"),
  };
}

/** Every report that the forms ask for of a year's periods that have begun. */
export async function listDue(ctx: Context<Tx>, year: number): Promise<readonly CalendarRow[]> {
  const forms = await loadForms(ctx);
  const begun = await selectReports(ctx, { year });
  const programmes = (await selectProgrammes(ctx)).filter(({ years }) => years.includes(year));
  const rows = programmes.flatMap(({ slug, executors }) =>
    REPORT_KINDS.flatMap((kind) =>
      (kind === "executor" ? executors : [""]).flatMap((executor) =>
        forms[kind].form.periods.map(({ quarter, due }) => ({
          key: { kind, slug, year, quarter, executor } satisfies ReportKey,
          title: forms[kind].form.title,
          due: dueDay({ year, quarter }, due),
        })),
      ),
    ),
  );
  return rows
    .filter(({ key }) => beginOfPeriod(key) <= ctx.today)
    .map(({ key, title, due }) => toCalendarRow({ key, title, due, begun }, ctx.today))
    .sort((a, b) => a.due.localeCompare(b.due) || a.title.localeCompare(b.title, "ru"));
}

interface Due {
  readonly key: ReportKey;
  readonly title: string;
  readonly due: string;
  readonly begun: readonly KeptReport[];
}

/** Of a year's reports the one with this key. */
function findByKey(reports: readonly KeptReport[], key: ReportKey): KeptReport | undefined {
  return reports.find(
    ({ kind, slug, quarter, executor }) =>
      kind === key.kind && slug === key.slug && quarter === key.quarter && executor === key.executor,
  );
}

function toCalendarRow({ key, title, due, begun }: Due, today: string): CalendarRow {
  const found = findByKey(begun, key);
  const daysLeft = daysUntil(today, due);
  const isDone = found?.state === "signed" || found?.state === "accepted";
  return {
    ...{ ...key, title, due, daysLeft },
    until: endOfPeriod(key, "9999-12-31"),
    id: found?.id ?? null,
    state: found?.state ?? null,
    isLate: !isDone && daysLeft < 0,
  };
}

/** A report with its figures: as the records have them while it is open, as they were signed afterwards. Refuses `not-permitted`, `report-unknown`. */
export async function getReport(ctx: Context<Tx>, sources: ReportSources, id: string): Promise<ReportView> {
  requirePermission(ctx, "report.read");
  const report = await requireReport(ctx, id);
  const steps = await selectSteps(ctx, report.id);
  const today = await composeOf(ctx, sources, report);
  const signed = isOpen(report.state) ? null : readSigned(steps);
  const content = signed?.content ?? today;
  return {
    id: report.id,
    version: report.version,
    state: report.state,
    content,
    seen: hashFigures(content),
    gaps: signed ? [] : findGaps(content),
    steps: steps.map(({ content: _, ...step }) => step),
    moves: listReportMoves(report.state).filter((move) => may(ctx.actor, rightOf(report, move))),
    mayWrite: isOpen(report.state) && may(ctx.actor, "report.write"),
    savedAt: report.changedAt.toISOString(),
    isIntact: signed?.isIntact ?? true,
    differences: signed ? compareReports(signed.content, today) : [],
  };
}

/** What the last signature stands under, and whether it has still its hash. */
function readSigned(
  steps: readonly KeptStep[],
): { readonly content: ReportContent; readonly frozen: string; readonly isIntact: boolean } | null {
  const last = steps.findLast(({ move }) => move === "sign");
  if (!last?.content) return null;
  return { content: readContent(last.content), frozen: last.content, isIntact: hashText(last.content) === last.hash };
}

/** A report as it is given out: of what is signed its frozen text too, which nothing is reckoned for. */
export interface GivenOut {
  readonly content: ReportContent;
  readonly frozen: string | null;
}

/** What is given out of a report: what was signed, else the records as they stand. Refuses `not-permitted`, `report-unknown`. */
export async function getContent(ctx: Context<Tx>, sources: ReportSources, id: string): Promise<GivenOut> {
  requirePermission(ctx, "report.read");
  return giveOut(ctx, sources, await requireReport(ctx, id));
}

async function giveOut(ctx: Context<Tx>, sources: ReportSources, report: KeptReport): Promise<GivenOut> {
  const signed = isOpen(report.state) ? null : readSigned(await selectSteps(ctx, report.id));
  return signed ?? { content: await composeOf(ctx, sources, report), frozen: null };
}

/**
 * The content of a report by its key: what was signed, else what was begun, else what the records give. What the command
 * writes. Refuses `not-permitted` and as `requireKey`.
 */
export async function findContent(ctx: Context<Tx>, sources: ReportSources, input: KeyInput): Promise<GivenOut> {
  requirePermission(ctx, "report.read");
  const { key } = await requireKey(ctx, input);
  const known = findByKey(await selectReports(ctx, { year: key.year }), key);
  if (known) return giveOut(ctx, sources, known);
  const { form, version } = (await loadForms(ctx))[key.kind];
  const draft = NOTHING_WRITTEN;
  return { content: await composeReport(ctx, sources, { key, form, formVersion: version, draft }), frozen: null };
}
