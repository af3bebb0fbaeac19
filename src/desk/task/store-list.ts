import { type Expression, expressionBuilder, type SqlBool, sql } from "kysely";
import { may } from "../../access/permissions.ts";
import type { Actor, Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { plainText, TASK_STATES, type TaskFilter, type TaskState, WAITING_STATES } from "../contract.ts";
import { type DeskTables, withDeskTables } from "../tables.ts";
import { type StoredTask, selectTasks, toStoredTask } from "./store.ts";

type Condition = Expression<SqlBool>;
const eb = () => expressionBuilder<DeskTables, "task">();

/** Written out, so that PostgreSQL sees that the partial indexes fit. */
const WAITING = sql<SqlBool>`task.state in (${sql.join(WAITING_STATES.map((state) => sql.lit(state)))})`;
/** The same as `isWaiting` and `dueDate < today` of `daysLate`. */
const lateOn = (today: string) => sql<SqlBool>`(${WAITING} and task.due_date < ${today}::date)`;

/** `isTheirs` of `rules.ts`, in SQL, as two conditions that each have an index: by name, and by role. */
function theirs(actor: Actor): readonly Condition[] {
  if (actor.kind !== "person") return [sql<SqlBool>`false`];
  const own = eb()("task.owner_person_id", "=", actor.personId);
  const roles = actor.holdings.map(({ role, subjectId }) =>
    eb().and([
      eb()("task.role", "=", role),
      subjectId === null
        ? eb()("task.role_subject_id", "is", null)
        : eb().or([eb()("task.role_subject_id", "is", null), eb()("task.role_subject_id", "=", subjectId)]),
    ]),
  );
  if (roles.length === 0) return [own];
  return [own, eb().and([eb()("task.owner_person_id", "is", null), eb().or(roles)])];
}

/** What the actor may see: all, or their own and what they gave. */
function visibleTo(actor: Actor): Condition | null {
  if (may(actor, "task.read")) return null;
  const given = actor.kind === "person" ? [eb()("task.given_by_person_id", "=", actor.personId)] : [];
  return eb().or([...theirs(actor), ...given]);
}

function conditionsOf(ctx: Context<Tx>, filter: TaskFilter): readonly Condition[] {
  return [
    visibleTo(ctx.actor),
    filter.mine ? eb().or([...theirs(ctx.actor)]) : null,
    filter.executor === undefined ? null : eb()("task.executor", "=", plainText(filter.executor)),
    filter.year === undefined ? null : eb()("task.year", "=", filter.year),
    filter.state === undefined ? null : eb()("task.state", "=", filter.state),
    filter.late ? lateOn(ctx.today) : null,
  ].flatMap((condition) => condition ?? []);
}

export interface TaskTotals {
  readonly total: number;
  readonly late: number;
  readonly byState: Readonly<Record<TaskState, number>>;
}

/** Counts of all tasks that the filter lets through. */
export async function countTasks(ctx: Context<Tx>, filter: TaskFilter): Promise<TaskTotals> {
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("task")
    .where("task.municipality_id", "=", ctx.municipalityId)
    .where(eb().and([...conditionsOf(ctx, filter)]))
    .groupBy("task.state")
    .select("task.state")
    .select(sql<number>`count(*)::int4`.as("count"))
    .select(sql<number>`(count(*) filter (where task.due_date < ${ctx.today}::date and ${WAITING}))::int4`.as("late"))
    .execute();
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    late: rows.reduce((sum, row) => sum + row.late, 0),
    byState: Object.fromEntries(TASK_STATES.map((state) => [state, counts.get(state) ?? 0])) as TaskTotals["byState"],
  };
}

/** Rows of the filter in its order; ties by deadline and age, so that pages never overlap. */
export async function selectPage(
  ctx: Context<Tx>,
  filter: TaskFilter,
  range: { readonly limit: number; readonly offset: number },
): Promise<readonly StoredTask[]> {
  const found = selectTasks(ctx).where(eb().and([...conditionsOf(ctx, filter)]));
  const ordered =
    filter.sort === "number"
      ? found.orderBy("task.number_year", "desc").orderBy("task.number", "desc")
      : filter.sort === "executor"
        ? found.orderBy(sql`task.executor collate "ru-x-icu" nulls last`)
        : filter.sort === "state"
          ? found.orderBy(sql`array_position(${[...TASK_STATES]}::text[], task.state)`)
          : found;
  const rows = await ordered
    .orderBy("task.due_date")
    .orderBy("task.id")
    .limit(range.limit)
    .offset(range.offset)
    .execute();
  return rows.map(toStoredTask);
}

/** What waits for the actor to be done, in order of deadline within each of the two: by name, and by role. */
export async function selectWaiting(ctx: Context<Tx>, limit: number): Promise<readonly StoredTask[]> {
  const found: StoredTask[] = [];
  for (const condition of theirs(ctx.actor)) {
    const waiting = selectTasks(ctx).where(condition).where(WAITING);
    const rows = await waiting.orderBy("task.due_date").orderBy("task.id").limit(limit).execute();
    found.push(...rows.map(toStoredTask));
  }
  return found;
}

/** How much waits for the actor, and how much of it is late. */
export async function countWaiting(ctx: Context<Tx>): Promise<{ readonly waiting: number; readonly late: number }> {
  const sum = { waiting: 0, late: 0 };
  for (const condition of theirs(ctx.actor)) {
    const counted = await withDeskTables(ctx.tx)
      .selectFrom("task")
      .where("task.municipality_id", "=", ctx.municipalityId)
      .where(condition)
      .where(WAITING)
      .select(sql<number>`count(*)::int4`.as("waiting"))
      .select(sql<number>`(count(*) filter (where task.due_date < ${ctx.today}::date))::int4`.as("late"))
      .executeTakeFirstOrThrow();
    sum.waiting += counted.waiting;
    sum.late += counted.late;
  }
  return sum;
}

/** What was done and waits to be accepted, in order of deadline. */
export async function selectDone(ctx: Context<Tx>, limit: number): Promise<readonly StoredTask[]> {
  const rows = await selectTasks(ctx)
    .where(sql<SqlBool>`task.state = 'done'`)
    .orderBy("task.due_date")
    .orderBy("task.id")
    .limit(limit)
    .execute();
  return rows.map(toStoredTask);
}

export async function countDone(ctx: Context<Tx>): Promise<number> {
  const row = await withDeskTables(ctx.tx)
    .selectFrom("task")
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<SqlBool>`task.state = 'done'`)
    .select(sql<number>`count(*)::int4`.as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The years that have tasks, by jumps along the index. */
export async function selectYears(ctx: Context<Tx>): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    with recursive seen as (
      (select year from task where municipality_id = ${ctx.municipalityId} order by year limit 1)
      union all
      select (select task.year from task where task.municipality_id = ${ctx.municipalityId} and task.year > seen.year
        order by task.year limit 1)
      from seen where seen.year is not null)
    select year from seen where year is not null`.execute(ctx.tx);
  return rows.map((row) => row.year);
}
