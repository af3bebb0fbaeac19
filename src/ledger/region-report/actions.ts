import { loadMunicipality, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { selectBalances } from "../balance/store.ts";
import { getCofinancing } from "../cofinancing/actions-read.ts";
import { OWN_SOURCES } from "../cofinancing/contract.ts";
import { refuseCofinancing } from "../cofinancing/refusals.ts";
import { type DaySum, type ResultSum, selectDaySums, selectResults } from "../cofinancing/store-spending.ts";
import type { CofinancingYear } from "../cofinancing/views.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { showActivity } from "../entry/actions-show.ts";
import { selectByIds } from "../journal/store.ts";
import { composeReport, periodEnd, type ReportFacts } from "./compose.ts";
import { layOutReport } from "./lay-out-paper.ts";
import { layOutReportBook } from "./lay-out-workbook.ts";
import type { ReportFile, ReportFormat, ReportPeriod, ReportView } from "./views.ts";

export interface ReportQuery extends ReportPeriod {
  readonly id: string;
}

/**
 * The report to the region of a year, or of its first quarters. Refuses `not-permitted`, `cofinancing-unknown`,
 * `cofinancing-year-unknown`, and `cofinancing-period-early` where the period has not begun.
 */
export async function getReport(ctx: Context<Tx>, { id, ...period }: ReportQuery): Promise<ReportView> {
  requirePermission(ctx, "ledger.read");
  const { year: number, quarter } = period;
  const begins = `${number}-${String(((quarter ?? 1) - 1) * 3 + 1).padStart(2, "0")}-01`;
  if (ctx.today < begins) refuseCofinancing("cofinancing-period-early", { begins });
  const on = periodEnd(period, ctx.today);
  const year = await getCofinancing(ctx, { id, year: number, on });
  const today = await getCofinancing(ctx, { id, year: number });
  const returnsAfter = today.transfers.filter(
    ({ date, kind, reversedKind, isReversed }) =>
      date > on && (reversedKind ?? kind) === "return" && !isReversed && kind !== "reversal",
  );
  const frame = await loadFrame(ctx);
  const activityIds = year.agreement.activities.map((activity) => activity.id);
  const query = { activityIds, year: number, on };
  const lines = await loadLines(ctx, frame, { query, sums: await selectDaySums(ctx, query) });
  const results = await loadResults(ctx, frame, { year, found: await selectResults(ctx, query) });
  return composeReport({ year, period, on, today: ctx.today, lines, results, returnsAfter });
}

interface LineQuery {
  readonly query: { readonly activityIds: readonly Id[]; readonly year: number };
  readonly sums: readonly DaySum[];
}

/** A line for each activity and source that has a plan, a limit or money. */
async function loadLines(ctx: Context<Tx>, frame: Frame, { query, sums }: LineQuery): Promise<ReportFacts["lines"]> {
  const plans = await selectBalances(ctx, { year: query.year });
  return query.activityIds.flatMap((activityId) => {
    const activity = showActivity(frame, activityId);
    if (!activity) return [];
    return [...frame.sources]
      .map(([sourceId, source]) => {
        const own = sums.filter((sum) => sum.activityId === activityId && sum.sourceId === sourceId);
        const plan = plans.find((line) => line.activityId === activityId && line.sourceId === sourceId);
        const add = (key: "appropriated" | "committed" | "paid" | "refunded") =>
          own.reduce((all, sum) => all + sum[key], 0n);
        return {
          activity,
          source,
          planned: plan?.allocated ?? 0n,
          appropriated: add("appropriated"),
          committed: add("committed"),
          paid: add("paid"),
          refunded: add("refunded"),
        };
      })
      .sort((a, b) => order(a.source) - order(b.source));
  });
}

const ORDER: readonly FundingSource[] = ["federal", "regional", "local", "settlement", "extrabudgetary"];
const order = (source: FundingSource) => ORDER.indexOf(source);

async function loadResults(
  ctx: Context<Tx>,
  frame: Frame,
  { year, found }: { readonly year: CofinancingYear; readonly found: readonly ResultSum[] },
): Promise<ReportFacts["results"]> {
  const sums = Map.groupBy(found, ({ commitmentId }) => commitmentId);
  const own: readonly FundingSource[] = OWN_SOURCES;
  const entries = [...(await selectByIds(ctx, [...sums.keys()]))].sort((a, b) =>
    a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1,
  );
  return entries.map((entry) => {
    const parts = (sums.get(entry.id) ?? []).map((sum) => ({ ...sum, source: sourceOf(frame, sum.sourceId) }));
    const add = (fits: (source: FundingSource) => boolean, key: "committed" | "paid" | "refunded") =>
      parts.reduce((all, part) => (fits(part.source) ? all + part[key] : all), 0n);
    const isGranted = (source: FundingSource) => source === year.agreement.source;
    const isOwn = (source: FundingSource) => own.includes(source);
    return {
      id: entry.id,
      number: `${entry.number}/${entry.numberYear}`,
      activity: entry.activityId ? showActivity(frame, entry.activityId) : null,
      payee: entry.payee ?? "",
      basis: entry.basis,
      committed: add((source) => isGranted(source) || isOwn(source), "committed"),
      paidGranted: add(isGranted, "paid"),
      paidOwn: add(isOwn, "paid"),
      refundedGranted: add(isGranted, "refunded"),
      refundedOwn: add(isOwn, "refunded"),
    };
  });
}

/** The report as a Word letter with its form, or as a workbook with living formulas. Refuses as `getReport`. */
export async function writeReport(ctx: Context<Tx>, query: ReportQuery, format: ReportFormat): Promise<ReportFile> {
  const report = await getReport(ctx, query);
  const { slug } = await loadMunicipality(ctx);
  const part = query.quarter === null ? "" : `-q${query.quarter}`;
  const name = `${slug}-subsidy-${query.year}${part}.${format}`;
  if (format === "xlsx") {
    const { writeWorkbook } = await import("../../office/xlsx-write/write-xlsx.ts");
    return { name, bytes: await writeWorkbook(layOutReportBook(report)) };
  }
  const executor = ctx.actor.kind === "person" ? ctx.actor.name : "________________";
  const { writePaper } = await import("../../office/docx-write/write-docx.ts");
  return { name, bytes: await writePaper(layOutReport(report, { executor })) };
}
