import { listConcerned, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { REMIND_DAYS } from "../contract.ts";
import { sendNotice } from "../notice/actions-send.ts";
import { refuseDesk } from "../refusals.ts";
import type { Letters } from "../subjects.ts";
import { pickFields, saveFields, saveMove } from "../task/actions.ts";
import { listAnswerable, taskHref } from "../task/actions-people.ts";
import { isWorkingRole } from "../task/input.ts";
import { insertTasks, type NewTaskRow } from "../task/store.ts";
import { insertEvents } from "../task/store-event.ts";
import { guessRole } from "./guess-role.ts";
import { type PlannedActivity, type PlannedTask, planTasks, restateTasks } from "./restate.ts";
import {
  insertExecutors,
  lockExecutorTasks,
  lockProgrammeTasks,
  type StoredExecutor,
  selectExecutors,
  updateExecutor,
} from "./store.ts";

/** An approved edition, as plain data: the desk knows nothing of programmes. */
export interface ApprovedPlan {
  readonly programmeId: Id;
  readonly editionId: Id;
  readonly editionNumber: number;
  readonly activities: readonly PlannedActivity[];
}

/**
 * Makes the tasks follow the edition that was approved: new ones are opened, those that wait are restated, those that the
 * edition no longer plans are cancelled with that reason. Nothing is deleted, and what is done stays. Part of the approval,
 * whose permission was asked.
 */
export async function followEdition(ctx: Context<Tx>, letters: Letters<Tx>, plan: ApprovedPlan): Promise<void> {
  const known = await lockProgrammeTasks(ctx, plan.programmeId);
  const planned = planTasks(plan.activities, Number(ctx.today.slice(0, 4)));
  const { open, change, cancel } = restateTasks(known, planned);
  const executors = await knowExecutors(ctx, planned);
  const byId = new Map(known.map((task) => [task.id, task]));
  const basis = basisOf(ctx, plan);
  for (const { id, to } of change) {
    const task = byId.get(id);
    if (!task) continue;
    const { title, details, href, executor } = to;
    const answering = executor === task.executor ? {} : answeringFor(executors.get(executor));
    const fields = { ...pickFields(task), title, details, executor, ...answering, href };
    await saveFields(ctx, letters, { task, fields, kind: "restated" });
  }
  for (const id of cancel) {
    const task = byId.get(id);
    if (task) await saveMove(ctx, letters, { task, move: "cancel", reason: basis });
  }
  await openPlanned(ctx, letters, { plan, tasks: open, executors, basis });
  await writeAudit(ctx, {
    action: "task.restate",
    subject: { kind: "edition", id: plan.editionId },
    detail: { opened: open.length, restated: change.length, cancelled: cancel.length },
  });
}

/** The edition as the basis of its tasks, in the language of whoever approves it. */
function basisOf(ctx: Context<Tx>, { editionNumber }: ApprovedPlan): string {
  return ctx.language === "ru" ? `Программа, редакция ${editionNumber}` : `The programme, edition ${editionNumber}`;
}

type Executors = ReadonlyMap<string, StoredExecutor>;

async function knowExecutors(ctx: Context<Tx>, planned: readonly PlannedTask[]): Promise<Executors> {
  const names = [...new Set(planned.map((task) => task.executor))];
  await insertExecutors(
    ctx,
    names.map((name) => ({ name, role: guessRole(name), personId: null })),
  );
  return new Map((await selectExecutors(ctx)).map((executor) => [executor.name, executor]));
}

function answeringFor(executor: StoredExecutor | undefined) {
  return { role: executor?.role ?? "coordinator", ownerId: executor?.personId ?? null };
}

interface Opening {
  readonly plan: ApprovedPlan;
  readonly tasks: readonly PlannedTask[];
  readonly executors: Executors;
  readonly basis: string;
}

async function openPlanned(ctx: Context<Tx>, letters: Letters<Tx>, given: Opening): Promise<void> {
  const { plan, tasks, executors, basis } = given;
  const rows = tasks.map(
    (task): NewTaskRow => ({
      kind: "programme",
      year: task.year,
      title: task.title,
      details: task.details,
      executor: task.executor,
      ...answeringFor(executors.get(task.executor)),
      roleSubjectId: null,
      dueDate: `${task.year}-12-31`,
      remindDays: 4 * REMIND_DAYS,
      basis,
      subject: { kind: "activity", id: task.activityId, href: task.href },
      purpose: null,
      sourceId: plan.programmeId,
    }),
  );
  const ids = await insertTasks(ctx, rows);
  const events = rows.map((row, at) => ({ taskId: ids[at] ?? "", version: 1, kind: "given", after: pickFields(row) }));
  await insertEvents(
    ctx,
    events.map((event) => ({ ...event, after: { ...event.after } })),
  );
  await tellOpened(ctx, letters, { plan, rows, ids });
}

/** An edition may give somebody hundreds of tasks: one notice says how many. */
async function tellOpened(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  { plan, rows, ids }: { plan: ApprovedPlan; rows: readonly NewTaskRow[]; ids: readonly Id[] },
): Promise<void> {
  const numbered = rows.map((row, at) => ({ row, id: ids[at] ?? "" }));
  for (const [, group] of Map.groupBy(numbered, ({ row }) => `${row.ownerId} ${row.role}`)) {
    const [first] = group;
    if (!first) continue;
    const people = await listAnswerable(ctx, first.row);
    const one = group.length === 1;
    await sendNotice(ctx, letters, {
      people,
      kind: one ? "given" : "given-many",
      key: one ? `task ${first.id} 1` : `edition ${plan.editionId} ${first.row.role} ${first.row.ownerId}`,
      subject: one ? { kind: "task", id: first.id } : { kind: "edition", id: plan.editionId },
      href: one ? taskHref(first.id) : "/desk/tasks?mine=1",
      title: first.row.title,
      detail: { count: group.length, edition: plan.editionNumber, due: first.row.dueDate },
    });
  }
}

/**
 * Says who answers for an organisation of the programme: the tasks that wait go over to them, and those of later editions
 * follow. Refuses `task-executor-unknown`, `task-owner-missing`, `task-owner-unknown`.
 */
export async function appointExecutor(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  given: { readonly name: string; readonly role: string; readonly owner: string },
): Promise<void> {
  requirePermission(ctx, "task.give");
  const personId = given.owner === "" ? null : given.owner;
  if (!isWorkingRole(given.role)) return refuseDesk("task-owner-missing");
  if (personId && !(isId(personId) && (await listConcerned(ctx, [personId])).includes(personId))) {
    refuseDesk("task-owner-unknown");
  }
  const before = (await selectExecutors(ctx)).find((executor) => executor.name === given.name);
  if (!before) return refuseDesk("task-executor-unknown", { name: given.name.slice(0, 100) });
  await updateExecutor(ctx, { name: given.name, role: given.role, personId });
  await writeAudit(ctx, {
    action: "task.give",
    subject: { kind: "executor", id: null },
    before: { role: before.role, ownerId: before.personId },
    after: { role: given.role, ownerId: personId },
  });
  for (const task of await lockExecutorTasks(ctx, given.name)) {
    const fields = { ...pickFields(task), role: given.role, ownerId: personId };
    await saveFields(ctx, letters, { task, fields, kind: "changed" });
  }
}
