import type { TaskInput } from "../../../src/desk/index.ts";
import { readText } from "../parts/act.ts";

/** The fields of a task as the form sent them. */
export function readTask(form: FormData): TaskInput {
  return {
    title: readText(form, "title"),
    details: readText(form, "details"),
    executor: readText(form, "executor"),
    role: readText(form, "role"),
    owner: readText(form, "owner"),
    dueDate: readText(form, "dueDate"),
    remindDays: readText(form, "remindDays"),
    basis: readText(form, "basis"),
  };
}
