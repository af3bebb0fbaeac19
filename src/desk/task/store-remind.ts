import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type TaskStage, WAITING_STATES } from "../contract.ts";

/** Notes the stage in which each waiting task is today, and gives those that had not been noted. */
export async function takeReminders(
  ctx: Context<Tx>,
): Promise<readonly { readonly taskId: Id; readonly stage: TaskStage }[]> {
  const waiting = sql.join(WAITING_STATES.map((state) => sql.lit(state)));
  const { rows } = await sql<{ taskId: Id; stage: TaskStage }>`
    insert into task_reminder (municipality_id, task_id, due_date, stage, at)
    select municipality_id, id, due_date,
      case when due_date < ${ctx.today}::date then 'late' when due_date = ${ctx.today}::date then 'today' else 'before' end,
      ${ctx.now}
    from task
    where municipality_id = ${ctx.municipalityId} and state in (${waiting})
      and due_date - remind_days <= ${ctx.today}::date
    on conflict do nothing
    returning task_id as "taskId", stage`.execute(ctx.tx);
  return rows;
}
