import type { Action } from "../access/permissions.ts";

/** Where a task comes from: the programme's activities, a deadline of another record, a person. */
export const TASK_KINDS = ["programme", "deadline", "hand"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ["open", "in-work", "returned", "done", "accepted", "cancelled"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** States in which somebody still owes the work; only these can be late. */
export const WAITING_STATES = ["open", "in-work", "returned"] as const satisfies readonly TaskState[];

export interface TaskMoveRule {
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  /** The line of the permission table. */
  readonly action: Extract<Action, `task.${string}`>;
  /** The person must say why. */
  readonly needsReason: boolean;
}

export const TASK_MOVES = {
  take: { from: ["open", "returned"], to: "in-work", action: "task.work", needsReason: false },
  finish: { from: ["in-work"], to: "done", action: "task.work", needsReason: false },
  accept: { from: ["done"], to: "accepted", action: "task.accept", needsReason: false },
  return: { from: ["done"], to: "returned", action: "task.accept", needsReason: true },
  cancel: { from: ["open", "in-work", "returned", "done"], to: "cancelled", action: "task.cancel", needsReason: true },
} as const satisfies Record<string, TaskMoveRule>;
export type TaskMove = keyof typeof TASK_MOVES;
export const TASK_MOVE_NAMES = Object.keys(TASK_MOVES) as readonly TaskMove[];

/** Why a move cannot be made: it is not this person's, or not in this state. */
export type MoveBar = "person" | "state";

/** Null where the move can be made. The server refuses by it and the page disables the button by it. */
export function barMove(move: TaskMove, state: TaskState, mayDo: boolean): MoveBar | null {
  if (!mayDo) return "person";
  const { from }: TaskMoveRule = TASK_MOVES[move];
  return from.includes(state) ? null : "state";
}

/** Whether a task can still be changed: its words, its deadline, its owner. */
export function isWaiting(state: TaskState): boolean {
  return (WAITING_STATES as readonly TaskState[]).includes(state);
}

const DAY_MS = 86_400_000;

/** Whole days from one local date `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** How many days a task is late on a day of the municipality; 0 where it is not. «До 25 марта» lasts until the 25th is over. */
export function daysLate(task: { readonly state: TaskState; readonly dueDate: string }, today: string): number {
  return isWaiting(task.state) ? Math.max(0, daysBetween(task.dueDate, today)) : 0;
}

export type TaskStage = "before" | "today" | "late";

export const NOTICE_KINDS = [
  "given",
  "given-many",
  "changed",
  "before",
  "today",
  "late",
  "finished",
  "returned",
  "accepted",
  "cancelled",
  "message",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Which notices come by letter too, until the person chooses otherwise. */
export const LETTER_DEFAULTS: Readonly<Record<NoticeKind, boolean>> = {
  given: true,
  "given-many": true,
  changed: false,
  before: true,
  today: false,
  late: true,
  finished: false,
  returned: true,
  accepted: false,
  cancelled: true,
  message: false,
};

export const TASK_SORTS = ["due", "number", "executor", "state"] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** What a list of tasks is narrowed to; each part is optional. */
export interface TaskFilter {
  readonly mine?: boolean;
  readonly executor?: string;
  readonly year?: number;
  readonly state?: TaskState;
  readonly late?: boolean;
  readonly sort?: TaskSort;
}

/** A text as a person may have typed it, without the one character that the database cannot hold. */
export function plainText(text: string): string {
  return text.replaceAll("\u0000", "").trim();
}

export const FILE_LIMIT_BYTES = 20_000_000;
export const FILES_AT_ONCE = 10;
export const TEXT_LIMIT = 10_000;
export const TITLE_LIMIT = 1_000;
export const EXECUTOR_LIMIT = 500;
export const REMIND_DAYS = 7;
export const EXPORT_LIMIT = 10_000;
