import { isRole, type Role } from "../../access/roles.ts";
import { isId } from "../../kernel/id.ts";
import { EXECUTOR_LIMIT, plainText, REMIND_DAYS, TEXT_LIMIT, TITLE_LIMIT } from "../contract.ts";
import { refuseDesk } from "../refusals.ts";
import type { TaskFields } from "./fields.ts";

/** A task as a form sends it: any text at all. */
export interface TaskInput {
  readonly title: string;
  readonly details: string;
  readonly executor: string;
  readonly role: string;
  readonly owner: string;
  readonly dueDate: string;
  readonly remindDays: string;
  readonly basis: string;
}

/** Refuses `task-title-missing`, `task-due-wrong`, `task-owner-missing`, `task-owner-unknown`, `message-long`. */
export function parseTask(input: TaskInput): TaskFields {
  const title = plainText(input.title);
  if (title === "" || title.length > TITLE_LIMIT) refuseDesk("task-title-missing", { limit: TITLE_LIMIT });
  if (!isDate(input.dueDate)) refuseDesk("task-due-wrong");
  const role = isWorkingRole(input.role) ? input.role : null;
  if (input.owner !== "" && !isId(input.owner)) refuseDesk("task-owner-unknown");
  const ownerId = input.owner === "" ? null : input.owner;
  if (!ownerId && !role) refuseDesk("task-owner-missing");
  const days = /^\d{1,3}$/.test(input.remindDays) ? Math.min(365, Number(input.remindDays)) : REMIND_DAYS;
  return {
    title,
    details: limitText(input.details),
    executor: plainText(input.executor).slice(0, EXECUTOR_LIMIT) || null,
    role,
    ownerId,
    dueDate: input.dueDate,
    remindDays: days,
    basis: limitText(input.basis),
  };
}

function limitText(text: string): string | null {
  if (text.length > TEXT_LIMIT) refuseDesk("message-long", { limit: TEXT_LIMIT });
  return plainText(text) || null;
}

/** A role whose holders can be given work together; residents may be thousands. */
export function isWorkingRole(text: string): text is Exclude<Role, "resident"> {
  return isRole(text) && text !== "resident";
}

/** A day that is in the calendar, within this century. */
function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
