import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { TaskKind, TaskState } from "../contract.ts";
import { type DeskTables, withDeskTables } from "../tables.ts";
import type { TaskFields } from "./fields.ts";

/** A task as it is stored. */
export interface StoredTask extends TaskFields {
  readonly id: Id;
  readonly number: string;
  readonly kind: TaskKind;
  readonly year: number;
  readonly subject: { readonly kind: string; readonly id: Id; readonly href: string } | null;
  readonly roleSubjectId: Id | null;
  readonly state: TaskState;
  readonly doneOn: string | null;
  readonly givenAt: Date;
  readonly givenById: Id | null;
  readonly givenByName: string | null;
  readonly version: number;
}

export interface NewTaskRow extends TaskFields {
  readonly kind: TaskKind;
  readonly year: number;
  readonly subject: StoredTask["subject"];
  readonly purpose: string | null;
  readonly sourceId: Id | null;
  readonly roleSubjectId: Id | null;
}

/** PostgreSQL takes 65,535 parameters in a statement; a row has some twenty. */
const ROWS_AT_ONCE = 2_000;
const TASK_COUNTER = "task";

/** The first of so many new numbers of a year. The counter's row stays locked until the transaction ends. */
async function takeNumbers(ctx: Context<Tx>, year: number, count: number): Promise<number> {
  const row = await withDeskTables(ctx.tx)
    .insertInto("desk_counter")
    .values({ municipality_id: ctx.municipalityId, kind: TASK_COUNTER, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "kind", "year"])
        .doUpdateSet({ last: sql<number>`desk_counter.last + ${count}` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last - count + 1;
}

/** Who acts, as rows keep it: a person by id, the server itself by name. */
export function describeDoer(ctx: Context<Tx>): { readonly personId: Id | null; readonly name: string | null } {
  if (ctx.actor.kind === "person") return { personId: ctx.actor.personId, name: null };
  return { personId: null, name: ctx.actor.kind === "system" ? ctx.actor.name : "stranger" };
}

/** The ids, in the order of the tasks. */
export async function insertTasks(ctx: Context<Tx>, tasks: readonly NewTaskRow[]): Promise<readonly Id[]> {
  if (tasks.length === 0) return [];
  const numberYear = Number(ctx.today.slice(0, 4));
  const first = await takeNumbers(ctx, numberYear, tasks.length);
  const rows = tasks.map((task, at) => toRow(ctx, task, { number: first + at, numberYear }));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await withDeskTables(ctx.tx)
      .insertInto("task")
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
  return rows.map((row) => row.id);
}

function toRow(ctx: Context<Tx>, task: NewTaskRow, counted: { number: number; numberYear: number }) {
  const doer = describeDoer(ctx);
  return {
    municipality_id: ctx.municipalityId,
    id: newId(),
    number: counted.number,
    number_year: counted.numberYear,
    kind: task.kind,
    year: task.year,
    subject_kind: task.subject?.kind ?? null,
    subject_id: task.subject?.id ?? null,
    subject_href: task.subject?.href ?? null,
    purpose: task.purpose,
    source_id: task.sourceId,
    role_subject_id: task.roleSubjectId,
    state: "open" as const,
    done_on: null,
    given_at: ctx.now,
    given_by_person_id: doer.personId,
    given_by_name: doer.name,
    ...toColumns(task),
  };
}

function toColumns(fields: TaskFields) {
  return {
    title: fields.title,
    details: fields.details,
    executor: fields.executor,
    role: fields.role,
    owner_person_id: fields.ownerId,
    due_date: fields.dueDate,
    remind_days: fields.remindDays,
    basis: fields.basis,
  };
}

export async function findTask(ctx: Context<Tx>, id: Id): Promise<StoredTask | undefined> {
  const row = await selectTasks(ctx).where("task.id", "=", id).executeTakeFirst();
  return row && toStoredTask(row);
}

export async function findTasks(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly StoredTask[]> {
  if (ids.length === 0) return [];
  const rows = await selectTasks(ctx)
    .where("task.id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(toStoredTask);
}

export function selectTasks(ctx: Context<Tx>) {
  return withDeskTables(ctx.tx)
    .selectFrom("task")
    .selectAll("task")
    .where("task.municipality_id", "=", ctx.municipalityId);
}

type Row = Omit<DeskTables["task"], "version"> & { version: number };

export function toStoredTask(row: Row): StoredTask {
  const { subject_kind: kind, subject_id: id, subject_href: href } = row;
  return {
    id: row.id,
    number: `${row.number}/${row.number_year}`,
    kind: row.kind,
    year: row.year,
    title: row.title,
    details: row.details,
    subject: kind && id ? { kind, id, href: href ?? "" } : null,
    executor: row.executor,
    role: row.role,
    roleSubjectId: row.role_subject_id,
    ownerId: row.owner_person_id,
    dueDate: row.due_date,
    remindDays: row.remind_days,
    state: row.state,
    doneOn: row.done_on,
    basis: row.basis,
    givenAt: row.given_at,
    givenById: row.given_by_person_id,
    givenByName: row.given_by_name,
    version: row.version,
  };
}

/** Saves the fields over this very version; false where it was changed meanwhile. */
export async function updateTask(
  ctx: Context<Tx>,
  task: { readonly id: Id; readonly version: number },
  fields: TaskFields & { readonly href?: string },
): Promise<boolean> {
  const { href } = fields;
  return saveTask(ctx, task, { ...toColumns(fields), ...(href !== undefined && { subject_href: href }) });
}

/** Moves this very version to a state; false where it was changed meanwhile. */
export function updateState(
  ctx: Context<Tx>,
  task: { readonly id: Id; readonly version: number; readonly doneOn: string | null },
  state: TaskState,
): Promise<boolean> {
  const doneOn = state === "done" ? ctx.today : state === "accepted" ? (task.doneOn ?? ctx.today) : null;
  return saveTask(ctx, task, { state, done_on: doneOn });
}

async function saveTask(
  ctx: Context<Tx>,
  task: { readonly id: Id; readonly version: number },
  values: Partial<Row>,
): Promise<boolean> {
  const row = await withDeskTables(ctx.tx)
    .updateTable("task")
    .set({ ...values, version: task.version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", task.id)
    .where("version", "=", task.version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
