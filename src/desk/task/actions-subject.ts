import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Subject } from "../subjects.ts";
import { listAnswerable, listGivers, taskHref } from "./actions-people.ts";
import { readersFor } from "./rules.ts";
import { findTask } from "./store.ts";

/** A task as people talk about it: those whose it is, and those who gave it. */
export async function findTaskSubject(ctx: Context<Tx>, id: Id): Promise<Subject | null> {
  const task = await findTask(ctx, id);
  if (!task) return null;
  return {
    title: task.title,
    href: taskHref(id),
    belongsTo: [...(await listAnswerable(ctx, task)), ...(await listGivers(ctx, task))],
    may: may(ctx.actor, "task.read", readersFor(task, ctx.actor)),
  };
}
