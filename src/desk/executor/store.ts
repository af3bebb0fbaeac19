import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { WAITING_STATES } from "../contract.ts";
import { withDeskTables } from "../tables.ts";
import { type StoredTask, selectTasks, toStoredTask } from "../task/store.ts";
import type { KnownTask } from "./restate.ts";

/** Every task of a programme that is not cancelled, locked until the transaction ends: restating waits for who is saving one. */
export async function lockProgrammeTasks(
  ctx: Context<Tx>,
  programmeId: Id,
): Promise<readonly (StoredTask & KnownTask)[]> {
  const rows = await selectTasks(ctx)
    .where("task.source_id", "=", programmeId)
    .where("task.kind", "=", "programme")
    .where("task.state", "<>", "cancelled")
    .orderBy("task.id")
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    ...toStoredTask(row),
    activityId: row.subject_id ?? "",
    executor: row.executor ?? "",
  }));
}

export interface StoredExecutor {
  readonly name: string;
  readonly role: string;
  readonly personId: Id | null;
}

export async function selectExecutors(ctx: Context<Tx>): Promise<readonly StoredExecutor[]> {
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("task_executor")
    .select(["name", "role", "person_id"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`name collate "ru-x-icu"`)
    .execute();
  return rows.map((row) => ({ name: row.name, role: row.role, personId: row.person_id }));
}

/** Adds executors that are not known yet; the others keep who answers for them. */
export async function insertExecutors(ctx: Context<Tx>, executors: readonly StoredExecutor[]): Promise<void> {
  if (executors.length === 0) return;
  await withDeskTables(ctx.tx)
    .insertInto("task_executor")
    .values(
      executors.map(({ name, role, personId }) => ({
        municipality_id: ctx.municipalityId,
        name,
        role,
        person_id: personId,
        changed_at: ctx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The tasks of an executor that wait and that somebody else, or nobody, owns. Locked until the transaction ends. */
export async function lockExecutorTasks(ctx: Context<Tx>, name: string): Promise<readonly StoredTask[]> {
  const rows = await selectTasks(ctx)
    .where("task.executor", "=", name)
    .where("task.kind", "=", "programme")
    .where("task.state", "in", [...WAITING_STATES])
    .orderBy("task.id")
    .forUpdate()
    .execute();
  return rows.map(toStoredTask);
}

export async function updateExecutor(ctx: Context<Tx>, executor: StoredExecutor): Promise<boolean> {
  const row = await withDeskTables(ctx.tx)
    .updateTable("task_executor")
    .set({ role: executor.role, person_id: executor.personId, changed_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("name", "=", executor.name)
    .returning("name")
    .executeTakeFirst();
  return row !== undefined;
}

export interface ExecutorCount {
  readonly executor: string;
  readonly total: number;
  readonly done: number;
  readonly accepted: number;
  readonly late: number;
}

/** The programme's tasks of a year, counted by executor; cancelled ones do not count. */
export async function countByExecutor(ctx: Context<Tx>, year: number): Promise<readonly ExecutorCount[]> {
  const { rows } = await sql<ExecutorCount>`
    select executor, count(*)::int4 as total,
      (count(*) filter (where state in ('done', 'accepted')))::int4 as done,
      (count(*) filter (where state = 'accepted'))::int4 as accepted,
      (count(*) filter (where due_date < ${ctx.today}::date and state in (${sql.join(WAITING_STATES.map((state) => sql.lit(state)))})))::int4 as late
    from task
    where municipality_id = ${ctx.municipalityId} and year = ${year} and kind = 'programme' and state <> 'cancelled'
    group by executor order by executor collate "ru-x-icu"`.execute(ctx.tx);
  return rows;
}

/** The programme's tasks of a year, for the overview. */
export async function selectOfYear(ctx: Context<Tx>, year: number): Promise<readonly StoredTask[]> {
  const rows = await selectTasks(ctx)
    .where("task.year", "=", year)
    .where("task.kind", "=", "programme")
    .where("task.state", "<>", "cancelled")
    .orderBy("task.due_date")
    .orderBy("task.id")
    .execute();
  return rows.map(toStoredTask);
}
