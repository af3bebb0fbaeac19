import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { daysBetween } from "../contract.ts";
import { sendNotice } from "../notice/actions-send.ts";
import type { Letters } from "../subjects.ts";
import { listAnswerable, taskHref } from "./actions-people.ts";
import { findTasks } from "./store.ts";
import { takeReminders } from "./store-remind.ts";

/**
 * Reminds of deadlines: some days before, on the day, and when it has passed; each stage of a deadline once, however often
 * this runs. A deadline that was moved is a new one. Run once a day for each municipality, by the server itself. Returns
 * how many tasks it reminded of.
 */
export async function remind(ctx: Context<Tx>, letters: Letters<Tx>): Promise<number> {
  const stages = new Map((await takeReminders(ctx)).map(({ taskId, stage }) => [taskId, stage]));
  const tasks = await findTasks(ctx, [...stages.keys()]);
  for (const task of tasks) {
    const stage = stages.get(task.id);
    if (!stage) continue;
    await sendNotice(ctx, letters, {
      people: await listAnswerable(ctx, task),
      kind: stage,
      key: `task ${task.id} ${stage} ${task.dueDate}`,
      subject: { kind: "task", id: task.id },
      href: taskHref(task.id),
      title: task.title,
      detail: { due: task.dueDate, days: Math.abs(daysBetween(ctx.today, task.dueDate)) },
    });
  }
  return tasks.length;
}
