import { type SqlBool, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type StoredTask, selectTasks, toStoredTask } from "./store.ts";

/** The open task of a record's deadline, or the last one that was done. */
export async function findDeadline(
  ctx: Context<Tx>,
  key: { readonly kind: string; readonly id: Id; readonly purpose: string },
): Promise<StoredTask | undefined> {
  // Two who open the same deadline at once: the second waits and finds the first one's task.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${key.kind} ${key.id} ${key.purpose}`}, 0))`.execute(
    ctx.tx,
  );
  const row = await selectTasks(ctx)
    .where(sql<SqlBool>`task.kind = 'deadline' and task.state <> 'cancelled'`)
    .where("task.subject_kind", "=", key.kind)
    .where("task.subject_id", "=", key.id)
    .where("task.purpose", "=", key.purpose)
    .forUpdate()
    .executeTakeFirst();
  return row && toStoredTask(row);
}
