import { writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { isWaiting, REMIND_DAYS, TITLE_LIMIT } from "../contract.ts";
import { sendNotice } from "../notice/actions-send.ts";
import type { Letters } from "../subjects.ts";
import { saveFields, saveMove } from "./actions.ts";
import { listAnswerable, taskHref } from "./actions-people.ts";
import type { TaskFields } from "./fields.ts";
import { insertTasks } from "./store.ts";
import { findDeadline } from "./store-deadline.ts";
import { insertEvents } from "./store-event.ts";

/** Names one deadline of a record: «отчёт за первый квартал» of an agreement. */
export interface DeadlineKey {
  readonly kind: string;
  readonly id: Id;
  /** Which of the record's deadlines, `usage-report 2024`. */
  readonly purpose: string;
}

/** A task that a later slice opens because one of its records has a deadline. Somebody answers: `ownerId` or `role`. */
export interface Deadline extends DeadlineKey {
  /** The record's page, without its language. */
  readonly href: string;
  readonly title: string;
  readonly details?: string;
  readonly executor?: string;
  readonly ownerId?: Id | null;
  readonly role: string | null;
  /** The settlement, association or call in which the role is held. */
  readonly roleSubjectId?: Id | null;
  /** `YYYY-MM-DD`; the task may be done until the day is over. */
  readonly dueDate: string;
  readonly remindDays?: number;
  readonly basis?: string;
}

/**
 * Opens the task of a deadline, or restates the one that is there; one that is done stays. Asks no permission: the slice
 * that calls has asked for its own action, in whose transaction this is.
 */
export async function openTask(ctx: Context<Tx>, letters: Letters<Tx>, deadline: Deadline): Promise<Id> {
  const fields = toFields(deadline);
  const known = await findDeadline(ctx, deadline);
  if (known) {
    if (isWaiting(known.state)) {
      await saveFields(ctx, letters, { task: known, fields: { ...fields, href: deadline.href }, kind: "restated" });
    }
    return known.id;
  }
  const roleSubjectId = deadline.roleSubjectId ?? null;
  const { kind, id: subjectId, href, purpose } = deadline;
  const subject = { kind, id: subjectId, href };
  const year = Number(deadline.dueDate.slice(0, 4));
  const row = { ...fields, kind: "deadline" as const, year, subject, purpose, sourceId: null, roleSubjectId };
  const [id = ""] = await insertTasks(ctx, [row]);
  await insertEvents(ctx, [{ taskId: id, version: 1, kind: "given", after: { ...fields } }]);
  await writeAudit(ctx, { action: "task.open", subject: { kind: "task", id }, after: { ...fields } });
  await sendNotice(ctx, letters, {
    people: await listAnswerable(ctx, row),
    kind: "given",
    key: `task ${id} 1`,
    subject: { kind: "task", id },
    href: taskHref(id),
    title: fields.title,
    detail: { due: fields.dueDate },
  });
  return id;
}

function toFields(deadline: Deadline): TaskFields {
  return {
    title: deadline.title.slice(0, TITLE_LIMIT),
    details: deadline.details ?? null,
    executor: deadline.executor ?? null,
    role: deadline.role,
    ownerId: deadline.ownerId ?? null,
    dueDate: deadline.dueDate,
    remindDays: deadline.remindDays ?? REMIND_DAYS,
    basis: deadline.basis ?? null,
  };
}

/** The record says that a deadline was met, or is void: its task is closed. Nothing where there is none that waits. */
export async function settleTask(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  { as, reason, ...key }: DeadlineKey & { readonly as: "accept" | "cancel"; readonly reason: string },
): Promise<void> {
  const task = await findDeadline(ctx, key);
  if (!task || task.state === "accepted") return;
  await saveMove(ctx, letters, { task, move: as, reason });
}
