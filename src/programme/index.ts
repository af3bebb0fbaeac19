import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { approveReading, discardReading, type NewReading, saveReading } from "./actions.ts";
import { prepareAct, writeAct } from "./actions-act.ts";
import { applyAct, keepAct, openAct } from "./actions-act-apply.ts";
import { compareEditions, compareReading, writeComparison } from "./actions-compare.ts";
import { discardDraft, getDraft, hearDraft, openDraft, saveChanges } from "./actions-draft.ts";
import { listDraftHistory, takeBack } from "./actions-draft-history.ts";
import { compareDraft, rebaseDraft, submitDraft } from "./actions-draft-submit.ts";
import { keepAnswers, loadHints, type SaidAnswer, saveRereading } from "./actions-hint.ts";
import { getEdition, getReading, listEditions, listProgrammes, listReadings, proposeCarry } from "./actions-load.ts";
import { openRegion } from "./actions-region.ts";
import type { Approval, EditionApproved, LinesInUse } from "./hooks.ts";
import { tellAct } from "./told-act.ts";

export type { NewReading } from "./actions.ts";
export type { ActQuestion } from "./actions-act.ts";
export type { CarryProposal } from "./actions-carry.ts";
export type { EditionPair } from "./actions-compare.ts";
export type { Voice } from "./actions-draft.ts";
export { type MoneyLine, moveDraftMoney } from "./actions-draft-money.ts";
export type { ReadingCard } from "./actions-load.ts";
export { findDraftSubject } from "./actions-plan.ts";
export type { ActReading, ActRequisites, TechniqueBar, TechniqueChoices } from "./amend/index.ts";
export type { Approval, ApprovedEdition, EditionApproved, LinesInUse, LineUse } from "./hooks.ts";
export type { Carry, CarryLine, KnownLine } from "./identity.ts";
export { readActAside } from "./read-act-aside.ts";
export { readAside } from "./read-aside.ts";
export { type ProgrammeRefusalCode, programmeRefusals } from "./refusals.ts";
export {
  type KnownActivity,
  type PlannedQuantity,
  selectActivityPlans,
  selectKnownActivities,
  selectPlannedMoney,
  selectPlannedQuantities,
  selectSources,
} from "./store-plan.ts";
export { type PlannedLine, selectPlannedLines, type TargetKind } from "./store-target.ts";
export type { SuccessionChoice } from "./succession.ts";
export { writeAside } from "./write-aside.ts";

/** What the slice needs from the composition root. */
export interface ProgrammeParts {
  readonly files: Files;
  readonly editionApproved: EditionApproved<Tx>;
  /** Absent where no later slice keeps anything about lines. */
  readonly linesInUse?: LinesInUse<Tx>;
}

/** The doors of the slice, bound to the files and to what later slices do when an edition is approved. */
export function openProgramme(parts: ProgrammeParts) {
  const hooks = { editionApproved: parts.editionApproved, linesInUse: parts.linesInUse ?? (async () => []) };
  return {
    listProgrammes,
    listEditions,
    getEdition,
    readRegion: openRegion(),
    listReadings,
    getReading,
    proposeCarry,
    compareEditions,
    compareReading,
    writeComparison,
    discardReading,
    loadHints,
    /** The bytes of a stored file by its hash. */
    readFile: (hash: string) => parts.files.read(hash),
    saveRereading,
    keepAnswers: (ctx: Context<Tx>, given: { id: Id; version: number; answers: readonly SaidAnswer[] }) =>
      keepAnswers(ctx, parts.files, given),
    openDraft,
    getDraft,
    saveChanges,
    hearDraft,
    discardDraft,
    rebaseDraft,
    compareDraft,
    listDraftHistory,
    takeBack,
    prepareAct,
    writeAct,
    keepAct: (ctx: Context<Tx>, bytes: Uint8Array) => keepAct(ctx, parts.files, bytes),
    openAct: (ctx: Context<Tx>, hash: string) => openAct(ctx, parts.files, hash),
    applyAct,
    tellAct,
    submitDraft: (ctx: Context<Tx>, given: { id: Id; version: number }) => submitDraft(ctx, parts.files, given),
    saveReading: (ctx: Context<Tx>, given: NewReading) => saveReading(ctx, parts.files, given),
    approveReading: (ctx: Context<Tx>, id: Id, approval: Approval) => approveReading(ctx, hooks, { ...approval, id }),
  };
}

export type ProgrammeDoor = ReturnType<typeof openProgramme>;
