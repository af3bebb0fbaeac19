import { may } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { requireOwnDesk } from "./notice/actions.ts";
import { countUnread, selectNotices, selectUnreadThreads } from "./notice/store.ts";
import { showTasks } from "./task/actions-people.ts";
import { countDone, countWaiting, selectDone, selectWaiting } from "./task/store-list.ts";
import type { DeskView, TaskRow } from "./views.ts";

const DESK_TASKS = 30;
const DESK_NOTICES = 8;
const DESK_THREADS = 8;

/** What waits for the person: tasks in order of deadline, notices, messages not read. Refuses `not-signed-in`. */
export async function getDesk(ctx: Context<Tx>): Promise<DeskView> {
  const personId = requireOwnDesk(ctx);
  const accepts = may(ctx.actor, "task.accept");
  const counted = await countWaiting(ctx);
  const own = (await showTasks(ctx, await selectWaiting(ctx, DESK_TASKS))).map((row) => ({
    ...row,
    why: "work" as const,
  }));
  const done = accepts ? await showTasks(ctx, await selectDone(ctx, DESK_TASKS)) : [];
  const accept = done.map((row) => ({ ...row, why: "accept" as const }));
  return {
    tasks: [...own, ...accept].sort(compareDeadlines).slice(0, DESK_TASKS),
    waiting: counted.waiting + (accepts ? await countDone(ctx) : 0),
    late: counted.late,
    notices: await selectNotices(ctx, personId, { unread: true, limit: DESK_NOTICES, except: "message" }),
    noticeCount: await countUnread(ctx, personId),
    threads: await selectUnreadThreads(ctx, personId, DESK_THREADS),
  };
}

function compareDeadlines(a: TaskRow, b: TaskRow): number {
  return a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id < b.id ? -1 : 1;
}
