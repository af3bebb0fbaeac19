import { listConcerned, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { barMove, isWaiting, type NoticeKind, plainText, TASK_MOVES, type TaskMove } from "../contract.ts";
import { sendNotice } from "../notice/actions-send.ts";
import { refuseDesk } from "../refusals.ts";
import type { Letters } from "../subjects.ts";
import { listAnswerable, listGivers, taskHref } from "./actions-people.ts";
import { diffFields, type TaskFields } from "./fields.ts";
import { parseTask, type TaskInput } from "./input.ts";
import { ownersFor, permittedMoves, readersFor } from "./rules.ts";
import { findTask, insertTasks, type StoredTask, updateState, updateTask } from "./store.ts";
import { insertEvents } from "./store-event.ts";

/** The task, whatever its state. Refuses `task-unknown` also to those who may not see it. */
export async function loadTask(ctx: Context<Tx>, id: string): Promise<StoredTask> {
  const task = isId(id) ? await findTask(ctx, id) : undefined;
  if (!task) return refuseDesk("task-unknown");
  requirePermission(ctx, "task.read", readersFor(task, ctx.actor));
  return task;
}

/** Gives a task by hand. Refuses what the form lacks (`parseTask`) and `task-owner-unknown`. */
export async function giveTask(ctx: Context<Tx>, letters: Letters<Tx>, input: TaskInput): Promise<Id> {
  requirePermission(ctx, "task.give");
  const fields = parseTask(input);
  await requireOwner(ctx, fields.ownerId);
  const row = { ...fields, subject: null, purpose: null, sourceId: null, roleSubjectId: null } as const;
  const [id = ""] = await insertTasks(ctx, [{ ...row, kind: "hand", year: Number(fields.dueDate.slice(0, 4)) }]);
  await insertEvents(ctx, [{ taskId: id, version: 1, kind: "given", after: { ...fields } }]);
  await writeAudit(ctx, {
    action: "task.give",
    subject: { kind: "task", id },
    ...(fields.basis && { basis: fields.basis }),
    after: { ...fields },
  });
  await tellOfTask(ctx, letters, { task: { ...row, id }, kind: "given", version: 1 });
  return id;
}

async function requireOwner(ctx: Context<Tx>, ownerId: Id | null): Promise<void> {
  if (ownerId && !(await listConcerned(ctx, [ownerId])).includes(ownerId)) refuseDesk("task-owner-unknown");
}

export interface TaskChangeInput extends TaskInput {
  readonly id: string;
  readonly version: number;
}

/**
 * Changes words, deadline or owner of a task that still waits. Refuses as `giveTask`, `task-unknown`, `task-state`, and
 * `task-changed` where the version that the person saw is not the last.
 */
export async function changeTask(ctx: Context<Tx>, letters: Letters<Tx>, input: TaskChangeInput): Promise<void> {
  requirePermission(ctx, "task.give");
  const task = await loadTask(ctx, input.id);
  refuseOldVersion(task, input.version);
  if (!isWaiting(task.state)) refuseDesk("task-state");
  const fields = parseTask(input);
  if (fields.ownerId !== task.ownerId) await requireOwner(ctx, fields.ownerId);
  await saveFields(ctx, letters, { task, fields, kind: "changed" });
}

interface FieldSave {
  readonly task: StoredTask;
  readonly fields: TaskFields & { readonly href?: string };
  readonly kind: "changed" | "restated";
}

/** Saves, keeps the history and the trail, and tells whose task it is now. */
export async function saveFields(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  { task, fields: { href, ...fields }, kind }: FieldSave,
): Promise<boolean> {
  const changed = diffFields(pickFields(task), fields);
  if (!changed) return false;
  const saved = await updateTask(ctx, task, { ...fields, ...(href !== undefined && { href }) });
  if (!saved) refuseDesk("task-changed", { expected: task.version });
  const version = task.version + 1;
  await insertEvents(ctx, [{ taskId: task.id, version, kind, ...changed }]);
  await writeAudit(ctx, {
    action: kind === "changed" ? "task.give" : "task.restate",
    subject: { kind: "task", id: task.id },
    ...(fields.basis && { basis: fields.basis }),
    ...changed,
  });
  const passed = fields.ownerId !== task.ownerId || fields.role !== task.role;
  await tellOfTask(ctx, letters, { task: { ...task, ...fields }, kind: passed ? "given" : "changed", version });
  // Whose it was learns that it is theirs no more.
  if (task.ownerId !== fields.ownerId) await tellOfTask(ctx, letters, { task, kind: "changed", version });
  return true;
}

export function pickFields(task: TaskFields): TaskFields {
  const { title, details, executor, role, ownerId, dueDate, remindDays, basis } = task;
  return { title, details, executor, role, ownerId, dueDate, remindDays, basis };
}

function refuseOldVersion(task: StoredTask, version: number): void {
  if (task.version !== version) refuseDesk("task-changed", { expected: version, actual: task.version });
}

export interface MoveInput {
  readonly id: string;
  readonly version: number;
  readonly move: TaskMove;
  readonly reason: string;
}

/**
 * Takes a task in work, says that it is done, accepts, returns or cancels it, by the table of moves.
 * Refuses `task-unknown`, `task-changed`, `task-state`, `task-reason-missing`, and what permissions refuse.
 */
export async function moveTask(ctx: Context<Tx>, letters: Letters<Tx>, input: MoveInput): Promise<void> {
  const task = await loadTask(ctx, input.id);
  const rule = TASK_MOVES[input.move];
  requirePermission(ctx, rule.action, ownersFor(task, ctx.actor));
  refuseOldVersion(task, input.version);
  const reason = plainText(input.reason);
  if (rule.needsReason && reason === "") refuseDesk("task-reason-missing");
  if (barMove(input.move, task.state, permittedMoves(task, ctx.actor)[input.move])) refuseDesk("task-state");
  await saveMove(ctx, letters, { task, move: input.move, reason: reason === "" ? null : reason.slice(0, 2_000) });
}

interface MoveSave {
  readonly task: StoredTask;
  readonly move: TaskMove;
  readonly reason: string | null;
}

/** The move itself, without asking who may: state, history, trail, notices. Refuses `task-changed`. */
export async function saveMove(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  { task, move, reason }: MoveSave,
): Promise<void> {
  const { to, action } = TASK_MOVES[move];
  if (!(await updateState(ctx, task, to))) refuseDesk("task-changed", { expected: task.version });
  const version = task.version + 1;
  const [before, after] = [{ state: task.state }, { state: to }];
  await insertEvents(ctx, [{ taskId: task.id, version, kind: move, note: reason, before, after }]);
  const subject = { kind: "task", id: task.id };
  await writeAudit(ctx, { action, subject, ...(reason && { basis: reason }), before, after });
  const kind = NOTICE_OF_MOVE[move];
  if (kind) await tellOfTask(ctx, letters, { task, kind, version });
}

/** What each move tells; taking a task in work tells nobody. */
const NOTICE_OF_MOVE: Readonly<Record<TaskMove, NoticeKind | null>> = {
  take: null,
  finish: "finished",
  accept: "accepted",
  return: "returned",
  cancel: "cancelled",
};

interface TaskNews {
  readonly task: Pick<StoredTask, "id" | "title" | "dueDate" | "ownerId" | "role" | "roleSubjectId"> & {
    readonly givenById?: Id | null;
  };
  readonly kind: NoticeKind;
  readonly version: number;
}

/** What is done is told to who gave it, everything else to whose task it is. */
async function tellOfTask(ctx: Context<Tx>, letters: Letters<Tx>, { task, kind, version }: TaskNews): Promise<void> {
  const people =
    kind === "finished"
      ? await listGivers(ctx, { givenById: task.givenById ?? null })
      : await listAnswerable(ctx, task);
  await sendNotice(ctx, letters, {
    people,
    kind,
    key: `task ${task.id} ${version}`,
    subject: { kind: "task", id: task.id },
    href: taskHref(task.id),
    title: task.title,
    detail: { due: task.dueDate },
  });
}
