import type { DeskDoor } from "../desk/index.ts";
import type { Context } from "../kernel/context.ts";
import type { LedgerDoor } from "../ledger/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { type AdmissionInput, answerLine, decideAdmission, type FindRoot, getChecklist } from "./admission/actions.ts";
import { askForGrant, getGrant, isGranted, openAgreement } from "./agreement/actions.ts";
import type { AgreementInput } from "./agreement/input.ts";
import { type AppealParts, dismissAppeal, fileAppeal, findAppealFile, listAppeals } from "./appeal/actions.ts";
import { openAppeal, upholdRefused } from "./appeal/actions-uphold.ts";
import { addFile, beginApplication, saveApplication, takeFileOff } from "./application/actions.ts";
import { findFile, getApplication, listApplications, listOwners } from "./application/actions-read.ts";
import { submitApplication, takeBack } from "./application/actions-submit.ts";
import {
  addContest,
  checkTerms,
  copyCall,
  draftCall,
  editCall,
  getCall,
  listCalls,
  listContests,
  moveCall,
  startCall,
} from "./call/actions.ts";
import { assignJurors, inviteJuror, listToDeclare, recuse, removeJuror } from "./jury/actions.ts";
import { getJury, getOwnSheet, listObstacles } from "./jury/actions-read.ts";
import { listReviews, writeReview } from "./jury/actions-review.ts";
import { acceptForm, drawForm, openForm, previewForm } from "./offline/actions.ts";
import { findDocument, listMinutes, makeMinutes, readTemplate, saveTemplate, signDocument } from "./paper/actions.ts";
import { openDossier } from "./paper/actions-dossier.ts";
import { findPhoto, getProject, getPublicCall, listPublicCalls } from "./public/actions.ts";
import { decideSitting, drawRanking, openSitting, recordVotes } from "./sitting/actions.ts";
import { listAwards, listHeld } from "./sitting/actions-awards.ts";
import { explainSitting } from "./sitting/actions-explain.ts";
import { listSittings, readCalculation } from "./sitting/actions-read.ts";
import { walled } from "./store-wall.ts";
import { acceptUsage, addUsageFile, returnUsage, saveUsage, submitUsage, takeUsageFileOff } from "./usage/actions.ts";
import { type EndingInput, endAgreement } from "./usage/actions-end.ts";
import { demandRefund, settleRefund } from "./usage/actions-refund.ts";

export { contestSource } from "./actions-personal.ts";
export type { CheckLine } from "./admission/checklist.ts";
export { findGrantSubject } from "./agreement/actions-subject.ts";
export type { ApplicationRow } from "./application/actions-read.ts";
export { findApplicationSubject } from "./application/actions-subject.ts";
export { findCallSubject, listCallSubjects } from "./call/actions-subject.ts";
export type { TermsFault } from "./call/input.ts";
export type { Assigned } from "./jury/actions.ts";
export type { JurorRow, JuryView } from "./jury/actions-read.ts";
export type { ReviewRow } from "./jury/actions-review.ts";
export type { Obstacle } from "./jury/obstacles.ts";
export type { PublicCall, PublicProject, PublicResult } from "./public/views.ts";
export { type ContestRefusalCode, contestRefusals } from "./refusals.ts";
export type { Award } from "./rules/award.ts";
export type { Calculation } from "./rules/calculate.ts";
export type { Place } from "./rules/rank.ts";
export type { CriterionScore, Score } from "./rules/score.ts";

interface ContestParts {
  readonly desk: Pick<DeskDoor, "keepFile" | "openTask" | "settleTask">;
  readonly ledger: Pick<LedgerDoor, "askPayment" | "endRequest">;
  readonly findRoot: FindRoot;
}

/** The doors of the slice, each behind the wall between jurors and what they must not see. */
export function openContests({ desk, ledger, findRoot }: ContestParts) {
  return {
    addContest: walled(addContest),
    draftCall: walled(draftCall),
    copyCall: walled(copyCall),
    startCall: walled(startCall),
    editCall: walled(editCall),
    checkTerms: walled(checkTerms),
    moveCall: walled(moveCall),
    getCall: walled(getCall),
    listCalls: walled(listCalls),
    beginApplication: walled(beginApplication),
    saveApplication: walled(saveApplication),
    submitApplication: walled(submitApplication),
    takeBack: walled(takeBack),
    takeFileOff: walled(takeFileOff),
    addFile: walled((ctx: Context<Tx>, given: Parameters<typeof addFile>[2]) => addFile(ctx, desk, given)),
    drawForm: walled(drawForm),
    openForm,
    previewForm: walled(previewForm),
    acceptForm: walled(acceptForm),
    getApplication: walled(getApplication),
    listApplications: walled(listApplications),
    findFile: walled(findFile),
    listOwners: walled(listOwners),
    getChecklist: walled(getChecklist),
    answerLine: walled(answerLine),
    decideAdmission: walled((ctx: Context<Tx>, input: AdmissionInput) => decideAdmission(ctx, findRoot, input)),
    inviteJuror: walled(inviteJuror),
    removeJuror: walled(removeJuror),
    listToDeclare: walled(listToDeclare),
    recuse: walled(recuse),
    assignJurors: walled(assignJurors),
    writeReview: walled(writeReview),
    listReviews: walled(listReviews),
    openSitting: walled(openSitting),
    drawRanking: walled(drawRanking),
    recordVotes: walled(recordVotes),
    decideSitting: walled(decideSitting),
    listSittings: walled(listSittings),
    readCalculation: walled(readCalculation),
    explainSitting: walled(explainSitting),
    getJury: walled(getJury),
    listObstacles: walled(listObstacles),
    getOwnSheet: walled(getOwnSheet),
    listContests: walled(listContests),
    ...bindAppeals({ desk, findRoot }),
    ...bindGrants({ desk, ledger }),
    listPublicCalls: walled(listPublicCalls),
    getPublicCall: walled(getPublicCall),
    getProject: walled(getProject),
    findPhoto: walled(findPhoto),
    /** Awards and held calls of a year: what indicators and reports count (`Sources.contests`). */
    listAwards: walled(listAwards),
    listHeld: walled(listHeld),
  };
}

type GivenOf<Deed extends (ctx: Context<Tx>, desk: never, given: never) => unknown> = Parameters<Deed>[2];

function bindAppeals(parts: AppealParts) {
  return {
    listAppeals: walled(listAppeals),
    findAppealFile: walled(findAppealFile),
    fileAppeal: walled((ctx: Context<Tx>, given: GivenOf<typeof fileAppeal>) => fileAppeal(ctx, parts, given)),
    dismissAppeal: walled((ctx: Context<Tx>, given: GivenOf<typeof dismissAppeal>) => dismissAppeal(ctx, parts, given)),
    upholdRefused: walled((ctx: Context<Tx>, given: GivenOf<typeof upholdRefused>) => upholdRefused(ctx, parts, given)),
    openAppeal: walled((ctx: Context<Tx>, given: GivenOf<typeof openAppeal>) => openAppeal(ctx, parts, given)),
  };
}

/** What follows an award. */
function bindGrants({ desk, ledger }: Pick<ContestParts, "desk" | "ledger">) {
  return {
    makeMinutes: walled((ctx: Context<Tx>, callId: string) => makeMinutes(ctx, desk, callId)),
    listMinutes: walled(listMinutes),
    openDossier: walled(openDossier),
    findDocument: walled(findDocument),
    signDocument: walled((ctx: Context<Tx>, given: GivenOf<typeof signDocument>) => signDocument(ctx, desk, given)),
    readTemplate: walled(readTemplate),
    saveTemplate: walled(saveTemplate),
    getGrant: walled(getGrant),
    isGranted: walled(isGranted),
    openAgreement: walled((ctx: Context<Tx>, input: AgreementInput) => openAgreement(ctx, { desk }, input)),
    endAgreement: walled((ctx: Context<Tx>, input: EndingInput) => endAgreement(ctx, { desk, ledger }, input)),
    askForGrant: walled((ctx: Context<Tx>, id: string) => askForGrant(ctx, { ledger }, id)),
    saveUsage: walled(saveUsage),
    submitUsage: walled(submitUsage),
    takeUsageFileOff: walled(takeUsageFileOff),
    addUsageFile: walled((ctx: Context<Tx>, given: GivenOf<typeof addUsageFile>) => addUsageFile(ctx, desk, given)),
    returnUsage: walled((ctx: Context<Tx>, given: GivenOf<typeof returnUsage>) => returnUsage(ctx, desk, given)),
    acceptUsage: walled((ctx: Context<Tx>, given: GivenOf<typeof acceptUsage>) => acceptUsage(ctx, desk, given)),
    demandRefund: walled((ctx: Context<Tx>, given: GivenOf<typeof demandRefund>) => demandRefund(ctx, desk, given)),
    settleRefund: walled((ctx: Context<Tx>, given: GivenOf<typeof settleRefund>) => settleRefund(ctx, desk, given)),
  };
}

export type ContestDoor = ReturnType<typeof openContests>;
