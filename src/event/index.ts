import type { DeskDoor } from "../desk/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { attendance } from "./actions-attendance.ts";
import { findCounted } from "./attendance/actions-read.ts";
import { writeFeed } from "./calendar/actions.ts";
import { planEvent, planEvents } from "./event/actions.ts";
import { type ChangeInput, changeEvent } from "./event/actions-change.ts";
import { type MoveInput, moveEvents } from "./event/actions-move.ts";
import { saveOutcome } from "./event/actions-outcome.ts";
import { getEvent, listEventsIn, listSites, mayWorkOn } from "./event/actions-read.ts";
import { addKind, endKind, listOwnKinds } from "./kind/actions.ts";
import { exportEvents, listEvents, listEventYears, listMonth, listPublicEvents } from "./list/actions.ts";
import { addPaper, findPaper, removePaper, requirePaperRight } from "./paper/actions.ts";
import { type PaperInput, preparePaper } from "./paper/actions-prepare.ts";
import {
  answerQuestion,
  assignQuestion,
  listQuestions,
  publishAnswer,
  type QuestionInput,
  raiseQuestion,
  withdrawQuestion,
} from "./question/actions.ts";
import { openReception, openVisit, settleVisit, type VisitMoveInput } from "./reception/actions.ts";
import { addSlots, removeSlot } from "./reception/actions-slot.ts";
import {
  confirmRegistration,
  listRegistrations,
  openLink,
  type RegisterInput,
  register,
  withdrawRegistration,
} from "./registration/actions.ts";
import type { FindRoot } from "./registration/actions-letter.ts";
import { askForOutcomes, remindVisitors, retainVisitors, tellVisitorsBy } from "./registration/actions-news.ts";
import { copyEvent, planSeries } from "./series/actions.ts";
import { openEvent, openPublicEvent } from "./show/actions.ts";
import {
  findAssociationChoices,
  listEventChoices,
  listFilterChoices,
  listStaffChoices,
} from "./show/actions-choices.ts";
import { visitors } from "./visitors/actions-door.ts";
import { listOwnWaiting } from "./waiting/actions.ts";

export { eventSource } from "./actions-personal.ts";
export type { BatchOutcome } from "./attendance/actions.ts";
export type { AttendanceView } from "./attendance/actions-read.ts";
export type { Roster } from "./attendance/actions-roster.ts";
export type { BatchInput } from "./attendance/input.ts";
export { type AttendanceRefusalCode, attendanceRefusals } from "./attendance/refusals.ts";
export {
  type ConfirmedEvent,
  countFirstTimers,
  listConfirmedEvents,
  listCountedEvents,
} from "./attendance/store-actual.ts";
export type { ChangeInput } from "./event/actions-change.ts";
export { findEventSubject } from "./event/actions-subject.ts";
export type { EventInput, SiteInput } from "./event/input.ts";
export { listOwnKinds } from "./kind/actions.ts";
export { attendanceSource, retainParticipants } from "./participant/actions-personal.ts";
export { type EventRefusalCode, eventRefusals } from "./refusals.ts";
export type { RecurrenceInput } from "./series/recurrence.ts";
export type { SheetEntry } from "./sheet/actions.ts";
export { type VisitorRefusalCode, visitorRefusals } from "./visitors/refusals.ts";
export type { VisitorTable } from "./visitors/views.ts";

/** What the slice needs from the composition root. */
export interface EventParts {
  readonly files: Files;
  readonly desk: Pick<DeskDoor, "openTask" | "settleTask">;
  /** Where the municipality's pages stand: links of letters begin with it. */
  readonly findRoot: FindRoot;
}

type Run = Context<Tx>;

/** The doors of the slice, bound to files, the desk and where letters lead. */
export function openEvents({ files, desk, findRoot }: EventParts) {
  const tell = tellVisitorsBy(findRoot);
  return {
    planEvent,
    planEvents,
    planSeries,
    copyEvent,
    changeEvent: (ctx: Run, given: ChangeInput) => changeEvent(ctx, tell, given),
    moveEvents: (ctx: Run, given: MoveInput) => moveEvents(ctx, { findCounted, tell, desk }, given),
    saveOutcome,
    getEvent,
    listSites,
    listEventsIn,
    mayWorkOn,
    openEvent: (ctx: Run, id: string) => openEvent(ctx, findCounted, id),
    openPublicEvent,
    listEvents,
    listPublicEvents,
    exportEvents,
    listMonth,
    listEventYears,
    listOwnWaiting: (ctx: Run) => listOwnWaiting(ctx, findCounted),
    listEventChoices: (ctx: Run) => listEventChoices(ctx),
    findAssociationChoices,
    listFilterChoices,
    listStaffChoices,
    writeFeed,
    addKind,
    endKind,
    listOwnKinds,
    /** Before any transaction. */
    preparePaper: (input: PaperInput) => preparePaper(files, input),
    requirePaperRight,
    addPaper,
    removePaper,
    findPaper,
    raiseQuestion: (ctx: Run, given: QuestionInput) => raiseQuestion(ctx, desk, given),
    assignQuestion: (ctx: Run, given: Parameters<typeof assignQuestion>[2]) => assignQuestion(ctx, desk, given),
    answerQuestion: (ctx: Run, given: Parameters<typeof answerQuestion>[2]) => answerQuestion(ctx, desk, given),
    publishAnswer,
    withdrawQuestion: (ctx: Run, given: Parameters<typeof withdrawQuestion>[2]) => withdrawQuestion(ctx, desk, given),
    listQuestions,
    addSlots,
    removeSlot,
    openVisit,
    settleVisit: (ctx: Run, given: VisitMoveInput) => settleVisit(ctx, desk, given),
    openReception,
    register: (ctx: Run, given: RegisterInput) => register(ctx, findRoot, given),
    openLink,
    confirmRegistration: (ctx: Run, token: string) => confirmRegistration(ctx, findRoot, token),
    withdrawRegistration: (ctx: Run, token: string) => withdrawRegistration(ctx, findRoot, token),
    listRegistrations,
    /** Once a day for each municipality. */
    remindVisitors: (ctx: Run) => remindVisitors(ctx, findRoot),
    askForOutcomes: (ctx: Run) => askForOutcomes(ctx, desk),
    retainVisitors,
    attendance,
    visitors,
  };
}

export type EventDoor = ReturnType<typeof openEvents>;
