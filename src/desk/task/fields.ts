import type { FieldValues } from "../../access/trail/views.ts";
import type { Id } from "../../kernel/id.ts";

/** The fields of a task that people may change. People stand here by their id alone. */
export interface TaskFields {
  readonly title: string;
  readonly details: string | null;
  readonly executor: string | null;
  readonly role: string | null;
  readonly ownerId: Id | null;
  readonly dueDate: string;
  readonly remindDays: number;
  readonly basis: string | null;
}

/** Only what differs, before and after; null where nothing does. */
export function diffFields(
  before: TaskFields,
  after: TaskFields,
): { readonly before: FieldValues; readonly after: FieldValues } | null {
  const names = (Object.keys(after) as (keyof TaskFields)[]).filter((name) => before[name] !== after[name]);
  if (names.length === 0) return null;
  const pick = (from: TaskFields) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: pick(before), after: pick(after) };
}
