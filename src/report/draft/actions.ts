import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { beginOfPeriod, QUARTERS } from "../../kernel/quarter.ts";
import type { Tx } from "../../platform/database/index.ts";
import {
  draftShape,
  NARRATIVES,
  NOTHING_WRITTEN,
  REPORT_KINDS,
  type ReportDraft,
  type ReportKey,
} from "../contract.ts";
import { refuseReport } from "../refusals.ts";
import { isOpen } from "../sign/views.ts";
import { type ReportedProgramme, selectProgrammes } from "../store-programme.ts";
import { insertReport, type KeptReport, selectReports, updateReport } from "./store.ts";

/** Which report, as a form, an address or a command says it; without a slug the only programme of the year. */
export interface KeyInput {
  readonly kind: string;
  readonly slug?: string;
  readonly year: string;
  readonly quarter: string;
  readonly executor?: string;
}

/** Refuses `report-unknown`, `report-period`, `report-executor`, `report-several`, `report-none`. */
export async function requireKey(
  ctx: Context<Tx>,
  input: KeyInput,
): Promise<{ readonly key: ReportKey; readonly programme: ReportedProgramme }> {
  const kind = REPORT_KINDS.find((own) => own === input.kind) ?? refuseReport("report-unknown");
  const quarter = QUARTERS.find((own) => String(own) === input.quarter) ?? refuseReport("report-period");
  const year = /^20\d\d$/.test(input.year) ? Number(input.year) : refuseReport("report-period");
  if (beginOfPeriod({ year, quarter: 1 }) > ctx.today) refuseReport("report-period");
  if (quarter !== 4 && beginOfPeriod({ year, quarter }) > ctx.today) refuseReport("report-period");
  const found = (await selectProgrammes(ctx)).filter(({ years }) => years.includes(year));
  const named = input.slug ? found.filter(({ slug }) => slug === input.slug) : found;
  if (named.length > 1) refuseReport("report-several", { slugs: named.map(({ slug }) => slug).join(", ") });
  const [programme] = named;
  if (!programme) return refuseReport("report-none", { year });
  const executor = kind === "executor" ? (input.executor ?? "") : "";
  if (kind === "executor" && !programme.executors.includes(executor)) refuseReport("report-executor");
  return { key: { kind, slug: programme.slug, year, quarter, executor }, programme };
}

/** Begins a report, or finds the one that was begun. Refuses `not-permitted` and as `requireKey`. */
export async function beginReport(ctx: Context<Tx>, input: KeyInput): Promise<Id> {
  requirePermission(ctx, "report.write");
  const { key, programme } = await requireKey(ctx, input);
  const { slug: _, ...rest } = key;
  return insertReport(ctx, { programmeId: programme.id, ...rest });
}

export async function requireReport(ctx: Context<Tx>, id: string, isLocked = false): Promise<KeptReport> {
  const [report] = isId(id) ? await selectReports(ctx, { id, isLocked }) : [];
  return report ?? refuseReport("report-unknown");
}

/** What people wrote, as a form sends it: a field that is not there stays as it was, an empty section follows the records again. */
export interface DraftInput {
  readonly id: string;
  readonly version: string;
  readonly narrative?: Readonly<Record<string, string>>;
  readonly reasons?: Readonly<Record<string, string>>;
  readonly given?: Readonly<Record<string, string>>;
}

/** Saves a half-finished report and gives its new version. Refuses `not-permitted`, `report-unknown`, `report-closed`, `report-changed`, `report-malformed`. */
export async function saveDraft(ctx: Context<Tx>, input: DraftInput): Promise<number> {
  requirePermission(ctx, "report.write");
  const report = await requireReport(ctx, input.id, true);
  if (!isOpen(report.state)) refuseReport("report-closed");
  if (input.version !== String(report.version)) refuseReport("report-changed");
  const draft = mergeDraft(report.draft, input);
  await updateReport(ctx, { id: report.id, version: report.version, draft });
  await writeAudit(ctx, {
    action: "report.write",
    subject: { kind: "report", id: report.id },
    detail: { version: report.version + 1 },
    after: { sections: Object.keys(draft.narrative).join(", "), reasons: Object.keys(draft.reasons).length },
  });
  return report.version + 1;
}

const clean = (text: string) => text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
const written = (given: Readonly<Record<string, string>> = {}) =>
  Object.entries(given).map(([key, text]) => [key, clean(text)] as const);

/** Figures as people write them, «0,5», as a method reads them. */
const withPoints = (given: DraftInput["given"] = {}) =>
  Object.fromEntries(Object.entries(given).map(([key, text]) => [key, text.replace(/\s/g, "").replace(",", ".")]));

function mergeDraft(draft: ReportDraft, input: DraftInput): ReportDraft {
  const merge = (before: Readonly<Record<string, string>>, given: DraftInput["reasons"]) => {
    const all = new Map([...Object.entries(before), ...written(given)]);
    return Object.fromEntries([...all].filter(([, text]) => text !== ""));
  };
  const sections = Object.fromEntries(
    Object.entries(input.narrative ?? {}).filter(([key]) => NARRATIVES.some((known) => known === key)),
  );
  const merged = {
    narrative: merge(draft.narrative as Record<string, string>, sections),
    reasons: merge(draft.reasons, input.reasons),
    given: merge(draft.given, withPoints(input.given)),
  };
  const read = draftShape.safeParse({ ...NOTHING_WRITTEN, ...merged });
  return read.success ? read.data : refuseReport("report-malformed");
}
