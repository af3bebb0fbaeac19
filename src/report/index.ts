import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { getCalendar, getReport } from "./actions-read.ts";
import { type ChartQuestion, getCharts } from "./chart/actions.ts";
import type { ReportSources } from "./compose/actions.ts";
import { beginReport, type KeyInput, saveDraft } from "./draft/actions.ts";
import { type FormInput, getForm, setForm } from "./form/actions.ts";
import { getMethodPage, getMethods, type MethodQuestion, tryMethod } from "./method/actions.ts";
import { moveReport, type ReportMoveInput } from "./sign/actions.ts";
import type { ReportFormat } from "./views.ts";
import { listWaiting } from "./waiting/actions.ts";
import { type FindRoot, sendDigest } from "./waiting/actions-digest.ts";
import { writeReport, writeReportOf } from "./write/actions.ts";

export { reportSource } from "./actions-personal.ts";
export { findReportSubject } from "./actions-subject.ts";
export { type ReportRefusalCode, reportRefusals } from "./refusals.ts";
export { readContent } from "./sign/freeze.ts";

/** The doors of the slice, bound to what it reads. */
export function openReports({ findRoot = null, ...sources }: ReportSources & { readonly findRoot?: FindRoot }) {
  return {
    getCalendar,
    getReport: (ctx: Context<Tx>, id: string) => getReport(ctx, sources, id),
    beginReport,
    saveDraft,
    moveReport: (ctx: Context<Tx>, input: ReportMoveInput) => moveReport(ctx, sources, input),
    getForm: (ctx: Context<Tx>, kind: string) => getForm(ctx, sources.indicators, kind),
    setForm: (ctx: Context<Tx>, input: FormInput) => setForm(ctx, sources.indicators, input),
    getCharts: (ctx: Context<Tx>, given: ChartQuestion) => getCharts(ctx, sources, given),
    listWaiting: (ctx: Context<Tx>) => listWaiting(ctx, sources),
    /** Once a week for each municipality. */
    sendDigest: (ctx: Context<Tx>) => sendDigest(ctx, sources, findRoot),
    getMethods: (ctx: Context<Tx>, asked: MethodQuestion) => getMethods(ctx, sources, asked),
    getMethodPage: (ctx: Context<Tx>, asked: MethodQuestion & { readonly key: string }) =>
      getMethodPage(ctx, sources, asked),
    tryMethod: (ctx: Context<Tx>, asked: MethodQuestion & { readonly method: unknown }) =>
      tryMethod(ctx, sources, asked),
    writeReport: (ctx: Context<Tx>, given: { readonly id: string; readonly format: ReportFormat }) =>
      writeReport(ctx, sources, given),
    writeReportOf: (ctx: Context<Tx>, given: KeyInput & { readonly format: ReportFormat }) =>
      writeReportOf(ctx, sources, given),
  };
}

export type ReportDoor = ReturnType<typeof openReports>;
