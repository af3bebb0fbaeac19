import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { getPublicActuals } from "./actions-public.ts";
import { type ActualQuestion, getActual, getPassport, listYear } from "./actions-read.ts";
import type { Sources } from "./actual/actions-reading.ts";
import { type AssessmentQuestion, assessLines, assessYear, tryMethod } from "./assessment/actions.ts";
import { addEntry, type EntryInput, withdrawEntry } from "./entry/actions.ts";
import type { LineInput } from "./line/actions.ts";
import { loadLineActuals } from "./line/actions-load.ts";
import type { Period, PeriodInput } from "./line/period.ts";
import { getMethod, listMethods, saveMethod } from "./method/actions.ts";
import { setPassport } from "./passport/actions.ts";
import { moveSignOff, type SignOffInput } from "./sign-off/actions.ts";

export type { AwardRecord, ContestRecord, Sources } from "./actual/actions-reading.ts";
export type { LineActual } from "./line/actions-load.ts";
export { lineSubjectOf } from "./line/actions-subject.ts";
export { isRecounted } from "./method/assess.ts";
export { withEqualWeights } from "./method/equal-weights.ts";
export { findPreset } from "./method/presets.ts";
export { type IndicatorRefusalCode, indicatorRefusals } from "./refusals.ts";

/** The doors of the slice, bound to what it counts. */
export function openIndicators(sources: Sources) {
  return {
    listYear: (ctx: Context<Tx>, given: Pick<PeriodInput, "year" | "quarter">) => listYear(ctx, sources, given),
    getActual: (ctx: Context<Tx>, asked: ActualQuestion) => getActual(ctx, sources, asked),
    assessYear: (ctx: Context<Tx>, asked: AssessmentQuestion) => assessYear(ctx, sources, asked),
    loadLines: (ctx: Context<Tx>, asked: Period & { readonly slug: string }) => loadLineActuals(ctx, sources, asked),
    assessLines,
    tryMethod,
    listMethods,
    getMethod,
    saveMethod,
    getPublicActuals,
    getPassport: (ctx: Context<Tx>, line: LineInput) => getPassport(ctx, sources, line),
    setPassport,
    addEntry: (ctx: Context<Tx>, input: EntryInput) => addEntry(ctx, sources, input),
    withdrawEntry,
    moveSignOff: (ctx: Context<Tx>, input: SignOffInput) => moveSignOff(ctx, sources, input),
  };
}

export type IndicatorDoor = ReturnType<typeof openIndicators>;
