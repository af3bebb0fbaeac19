import type { DeskDoor } from "../desk/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { type AdmissionInput, answerLine, decideAdmission, type FindRoot, getChecklist } from "./admission/actions.ts";
import { addFile, beginApplication, saveApplication, takeFileOff } from "./application/actions.ts";
import { findFile, getApplication, listApplications } from "./application/actions-read.ts";
import { submitApplication, takeBack } from "./application/actions-submit.ts";
import {
  addContest,
  copyCall,
  draftCall,
  editCall,
  getCall,
  listCalls,
  listContests,
  moveCall,
} from "./call/actions.ts";
import { assignJurors, inviteJuror, listToDeclare, recuse, removeJuror } from "./jury/actions.ts";
import { getJury } from "./jury/actions-read.ts";
import { listReviews, writeReview } from "./jury/actions-review.ts";
import { decideSitting, drawRanking, openSitting, recordVotes } from "./sitting/actions.ts";
import { listAwards, listHeld } from "./sitting/actions-awards.ts";
import { explainSitting } from "./sitting/actions-explain.ts";
import { listSittings, readCalculation } from "./sitting/actions-read.ts";
import { walled } from "./store-wall.ts";

export { contestSource } from "./actions-personal.ts";
export { listCallSubjects } from "./call/actions-subject.ts";
export { type ContestRefusalCode, contestRefusals } from "./refusals.ts";

interface ContestParts {
  readonly desk: Pick<DeskDoor, "keepFile">;
  readonly findRoot: FindRoot;
}

/** The doors of the slice, each behind the wall between jurors and what they must not see. */
export function openContests({ desk, findRoot }: ContestParts) {
  return {
    addContest: walled(addContest),
    draftCall: walled(draftCall),
    copyCall: walled(copyCall),
    editCall: walled(editCall),
    moveCall: walled(moveCall),
    getCall: walled(getCall),
    listCalls: walled(listCalls),
    beginApplication: walled(beginApplication),
    saveApplication: walled(saveApplication),
    submitApplication: walled(submitApplication),
    takeBack: walled(takeBack),
    takeFileOff: walled(takeFileOff),
    addFile: walled((ctx: Context<Tx>, given: Parameters<typeof addFile>[2]) => addFile(ctx, desk, given)),
    getApplication: walled(getApplication),
    listApplications: walled(listApplications),
    findFile: walled(findFile),
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
    listContests: walled(listContests),
    /** Awards and held calls of a year: what indicators and reports count (`Sources.contests`). */
    listAwards: walled(listAwards),
    listHeld: walled(listHeld),
  };
}

export type ContestDoor = ReturnType<typeof openContests>;
