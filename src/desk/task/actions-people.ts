import { listHoldersOf, loadNames } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { daysLate } from "../contract.ts";
import type { TaskRow } from "../views.ts";
import type { Answerable } from "./rules.ts";
import type { StoredTask } from "./store.ts";

/** Who is told of a task: its owner, else everybody who holds its role. */
export async function listAnswerable(ctx: Context<Tx>, task: Answerable): Promise<readonly Id[]> {
  if (task.ownerId) return [task.ownerId];
  return task.role ? listHoldersOf(ctx, task.role, task.roleSubjectId) : [];
}

/** Who is told when a task is done: who gave it, else the coordinators. */
export async function listGivers(ctx: Context<Tx>, task: Pick<StoredTask, "givenById">): Promise<readonly Id[]> {
  return task.givenById ? [task.givenById] : listHoldersOf(ctx, "coordinator", null);
}

export function taskHref(id: Id): string {
  return `/desk/tasks/${id}`;
}

/** Tasks as lists show them, with the names of their owners. */
export async function showTasks(ctx: Context<Tx>, tasks: readonly StoredTask[]): Promise<readonly TaskRow[]> {
  const names = await loadNames(
    ctx,
    tasks.flatMap((task) => task.ownerId ?? []),
  );
  return tasks.map((task) => showTask(task, names, ctx.today));
}

export function showTask(task: StoredTask, names: ReadonlyMap<Id, string>, today: string): TaskRow {
  const { id, number, kind, year, title, executor, role, dueDate, state, doneOn } = task;
  const owner = task.ownerId ? { id: task.ownerId, name: names.get(task.ownerId) ?? "" } : null;
  return {
    id,
    number,
    kind,
    year,
    title,
    executor,
    role,
    owner,
    dueDate,
    state,
    doneOn,
    daysLate: daysLate(task, today),
  };
}
