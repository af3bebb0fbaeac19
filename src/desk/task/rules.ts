import { may } from "../../access/permissions.ts";
import type { Actor } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { TASK_MOVE_NAMES, TASK_MOVES, type TaskMove } from "../contract.ts";

/** Who answers for a task: a person, else whoever holds the role, in the subject where one is named. */
export interface Answerable {
  readonly ownerId: Id | null;
  readonly role: string | null;
  readonly roleSubjectId: Id | null;
}

/** Whether the task is the actor's to do. The list's condition in `store-list.ts` says the same in SQL. */
export function isTheirs(task: Answerable, actor: Actor): boolean {
  if (actor.kind !== "person") return false;
  if (task.ownerId !== null) return task.ownerId === actor.personId;
  return actor.holdings.some(
    ({ role, subjectId }) => role === task.role && (task.roleSubjectId === null || task.roleSubjectId === subjectId),
  );
}

/** The ids to which a task belongs when this actor asks: themselves where it is theirs to do. */
export function ownersFor(task: Answerable, actor: Actor): readonly Id[] {
  const named = [task.ownerId, task.roleSubjectId].flatMap((id) => id ?? []);
  return actor.kind === "person" && isTheirs(task, actor) ? [...named, actor.personId] : named;
}

/** As `ownersFor`, and who gave it: they see what becomes of it. */
export function readersFor(task: Answerable & { readonly givenById: Id | null }, actor: Actor): readonly Id[] {
  return task.givenById ? [...ownersFor(task, actor), task.givenById] : ownersFor(task, actor);
}

/** What the permission table lets the actor do with the task, whatever its state. */
export function permittedMoves(task: Answerable, actor: Actor): Readonly<Record<TaskMove, boolean>> {
  const owners = ownersFor(task, actor);
  return Object.fromEntries(
    TASK_MOVE_NAMES.map((move) => [move, may(actor, TASK_MOVES[move].action, owners)]),
  ) as Record<TaskMove, boolean>;
}
