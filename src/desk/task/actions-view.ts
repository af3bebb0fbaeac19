import { type Holder, listStaff, loadNames, may, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { EXPORT_LIMIT, isWaiting, type TaskFilter } from "../contract.ts";
import { countByExecutor, selectExecutors, selectOfYear } from "../executor/store.ts";
import { refuseDesk } from "../refusals.ts";
import type { ExecutorLine, TaskChange, TaskEventView, TaskList, TaskRow, TaskView } from "../views.ts";
import { loadTask } from "./actions.ts";
import { showTask, showTasks } from "./actions-people.ts";
import { permittedMoves } from "./rules.ts";
import { type StoredEvent, selectEvents } from "./store-event.ts";
import { countTasks, selectPage, selectYears } from "./store-list.ts";

export const TASK_PAGE_ROWS = 50;
/** Activities of the overview that one page still shows; where there are more, the counts lead to the list. */
const OVERVIEW_ROWS = 300;

/** A task with its history, and what this person may do with it. Refuses `task-unknown`, and what permissions refuse. */
export async function getTask(ctx: Context<Tx>, id: string): Promise<TaskView> {
  const task = await loadTask(ctx, id);
  const events = await selectEvents(ctx, task.id);
  const people = [task.ownerId, task.givenById, ...events.flatMap(listPeople)].flatMap((person) => person ?? []);
  const names = await loadNames(ctx, people);
  const nameOf = (personId: Id | null, name: string | null) => name ?? names.get(personId ?? "") ?? "";
  return {
    ...showTask(task, names, ctx.today),
    details: task.details,
    subject: task.subject && { kind: task.subject.kind, href: task.subject.href },
    remindDays: task.remindDays,
    basis: task.basis,
    givenAt: task.givenAt.toISOString(),
    givenBy: nameOf(task.givenById, task.givenByName),
    version: task.version,
    may: permittedMoves(task, ctx.actor),
    mayChange: may(ctx.actor, "task.give") && isWaiting(task.state),
    history: events.map((event) => showEvent(event, nameOf(event.by_person_id, event.by_name), names)),
  };
}

function listPeople(event: StoredEvent): readonly (Id | null)[] {
  return [event.by_person_id, ...[event.before, event.after].map(({ ownerId }) => textOf(ownerId))];
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** What a task was given with is no change; the owner stands here by name. */
function showEvent(event: StoredEvent, by: string, names: ReadonlyMap<Id, string>): TaskEventView {
  const { version, kind, at, note } = event;
  const show = (field: string, value: unknown) => {
    const text = textOf(value);
    return field === "ownerId" && text ? (names.get(text) ?? "") : text;
  };
  const changes: readonly TaskChange[] =
    kind === "given"
      ? []
      : Object.keys(event.after).map((field) => ({
          field,
          before: show(field, event.before[field]),
          after: show(field, event.after[field]),
        }));
  return { version, kind, at: at.toISOString(), by, note, changes };
}

/** A page of the tasks that the person may see, with the totals of the whole filter. Pages count from 1. */
export async function listTasks(ctx: Context<Tx>, filter: TaskFilter, asked = 1): Promise<TaskList> {
  requireSignedIn(ctx);
  const totals = await countTasks(ctx, filter);
  const pages = Math.max(1, Math.ceil(totals.total / TASK_PAGE_ROWS));
  const page = Math.min(Math.max(1, asked), pages);
  const rows = await selectPage(ctx, filter, { limit: TASK_PAGE_ROWS, offset: (page - 1) * TASK_PAGE_ROWS });
  return { ...totals, rows: await showTasks(ctx, rows), page, pages };
}

function requireSignedIn(ctx: Context<Tx>): void {
  requirePermission(ctx, "task.read", ctx.actor.kind === "person" ? [ctx.actor.personId] : []);
}

/** All rows of a filter at once, for a file. Refuses `task-export-large`. */
export async function listAllTasks(ctx: Context<Tx>, filter: TaskFilter): Promise<TaskList> {
  requireSignedIn(ctx);
  const totals = await countTasks(ctx, filter);
  if (totals.total > EXPORT_LIMIT) refuseDesk("task-export-large", { count: totals.total, limit: EXPORT_LIMIT });
  const rows = await selectPage(ctx, filter, { limit: EXPORT_LIMIT, offset: 0 });
  return { ...totals, rows: await showTasks(ctx, rows), page: 1, pages: 1 };
}

/** What the filters of the list may be set to. */
export async function listChoices(
  ctx: Context<Tx>,
): Promise<{ readonly years: readonly number[]; readonly executors: readonly string[] }> {
  requireSignedIn(ctx);
  const executors = (await selectExecutors(ctx)).map((executor) => executor.name);
  return { years: await selectYears(ctx), executors };
}

/** Who can be given a task. Refuses `not-permitted` to those who give none. */
export async function listPossibleOwners(ctx: Context<Tx>): Promise<readonly Holder[]> {
  requirePermission(ctx, "task.give");
  return listStaff(ctx);
}

/** Each executor's activities of a year: how many, done, accepted, late. Refuses `not-permitted`. */
export async function overseeExecutors(ctx: Context<Tx>, year: number): Promise<readonly ExecutorLine[]> {
  requirePermission(ctx, "task.oversee");
  const counts = await countByExecutor(ctx, year);
  const executors = new Map((await selectExecutors(ctx)).map((executor) => [executor.name, executor]));
  const all = counts.reduce((sum, line) => sum + line.total, 0);
  const rows: readonly TaskRow[] = all > OVERVIEW_ROWS ? [] : await showTasks(ctx, await selectOfYear(ctx, year));
  const names = await loadNames(
    ctx,
    [...executors.values()].flatMap((executor) => executor.personId ?? []),
  );
  return counts.map((line) => {
    const known = executors.get(line.executor);
    const person = known?.personId ? { id: known.personId, name: names.get(known.personId) ?? "" } : null;
    const tasks = rows.filter((row) => row.executor === line.executor);
    return { ...line, role: known?.role ?? null, person, tasks };
  });
}
