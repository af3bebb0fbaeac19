export { deskLetters, NOTICE_WORDS } from "./letters.ts";

import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { getDesk } from "./actions.ts";
import { writeTable } from "./actions-table.ts";
import { type ApprovedPlan, appointExecutor, followEdition } from "./executor/actions.ts";
import {
  correctMessage,
  findMessageFile,
  keepFile,
  type NewMessage,
  openThread,
  threadHref,
  writeMessage,
} from "./message/actions.ts";
import { chooseLetters, listNotices, loadLetterChoices, readNotices } from "./notice/actions.ts";
import type { Letters, Subjects } from "./subjects.ts";
import { changeTask, giveTask, type MoveInput, moveTask, type TaskChangeInput } from "./task/actions.ts";
import { type Deadline, type DeadlineKey, openTask, settleTask } from "./task/actions-open.ts";
import { taskHref } from "./task/actions-people.ts";
import { remind } from "./task/actions-remind.ts";
import { findTaskSubject } from "./task/actions-subject.ts";
import {
  getTask,
  listAllTasks,
  listChoices,
  listPossibleOwners,
  listTasks,
  overseeExecutors,
} from "./task/actions-view.ts";
import type { TaskInput } from "./task/input.ts";

export { deskSource } from "./actions-personal.ts";
export type { PlainTable } from "./actions-table.ts";
export type { ApprovedPlan } from "./executor/actions.ts";
export type { PlannedActivity } from "./executor/restate.ts";
export { type DeskRefusalCode, deskRefusals } from "./refusals.ts";
export type { FindSubject, Letter, Letters, Subject, Subjects } from "./subjects.ts";
export type { Deadline, DeadlineKey } from "./task/actions-open.ts";
export type { TaskInput } from "./task/input.ts";

/** What the slice needs from the composition root. */
export interface DeskParts {
  readonly files: Files;
  /** The records of later slices that people may talk about; tasks are the desk's own. */
  readonly subjects: Subjects<Tx>;
  readonly letters: Letters<Tx>;
}

/** The doors of the slice, bound to files, to the records of later slices and to the outbox. */
export function openDesk(parts: DeskParts) {
  const { letters, files } = parts;
  const bound = { ...parts, subjects: { ...parts.subjects, task: findTaskSubject } };
  return {
    getDesk,
    listTasks,
    listAllTasks,
    listChoices,
    getTask,
    listPossibleOwners,
    overseeExecutors,
    listNotices,
    readNotices,
    loadLetterChoices,
    chooseLetters,
    writeTable,
    taskHref,
    threadHref,
    giveTask: (ctx: Context<Tx>, input: TaskInput) => giveTask(ctx, letters, input),
    changeTask: (ctx: Context<Tx>, input: TaskChangeInput) => changeTask(ctx, letters, input),
    moveTask: (ctx: Context<Tx>, input: MoveInput) => moveTask(ctx, letters, input),
    appointExecutor: (ctx: Context<Tx>, given: { name: string; role: string; owner: string }) =>
      appointExecutor(ctx, letters, given),
    openThread: (ctx: Context<Tx>, thread: { kind: string; id: Id }) => openThread(ctx, bound, thread),
    writeMessage: (ctx: Context<Tx>, given: NewMessage) => writeMessage(ctx, bound, given),
    correctMessage: (ctx: Context<Tx>, given: { id: string; version: number; text: string }) =>
      correctMessage(ctx, bound, given),
    findMessageFile: (ctx: Context<Tx>, id: string) => findMessageFile(ctx, bound, id),
    /** The bytes of a file that `findMessageFile` gave. */
    readFile: (hash: string) => files.read(hash),
    /** Keeps a file that a person sent with a record of a later slice; its row is that slice's. */
    keepFile: (file: { name: string; bytes: Uint8Array }) => keepFile(files, file),
    /** For later slices, in their own transactions. */
    openTask: (ctx: Context<Tx>, deadline: Deadline) => openTask(ctx, letters, deadline),
    settleTask: (ctx: Context<Tx>, given: DeadlineKey & { as: "accept" | "cancel"; reason: string }) =>
      settleTask(ctx, letters, given),
    followEdition: (ctx: Context<Tx>, plan: ApprovedPlan) => followEdition(ctx, letters, plan),
    /** Once a day for each municipality. */
    remind: (ctx: Context<Tx>) => remind(ctx, letters),
  };
}

export type DeskDoor = ReturnType<typeof openDesk>;
