import type { Id } from "../kernel/id.ts";
import type { NoticeKind, TaskKind, TaskMove, TaskState } from "./contract.ts";

/** A person as pages name them. */
export interface PersonCard {
  readonly id: Id;
  readonly name: string;
}

/** A task as lists show it. Dates are the municipality's, `YYYY-MM-DD`. */
export interface TaskRow {
  readonly id: Id;
  /** «14/2026». */
  readonly number: string;
  readonly kind: TaskKind;
  readonly year: number;
  readonly title: string;
  readonly executor: string | null;
  readonly role: string | null;
  readonly owner: PersonCard | null;
  readonly dueDate: string;
  readonly state: TaskState;
  readonly daysLate: number;
  readonly doneOn: string | null;
}

/** One change of a task. Values by field, as the trail has them; `by` is null for the server itself. */
export interface TaskEventView {
  readonly version: number;
  readonly kind: string;
  readonly at: string;
  readonly by: string;
  readonly note: string | null;
  readonly changes: readonly TaskChange[];
}

export interface TaskChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface TaskView extends TaskRow {
  readonly details: string | null;
  readonly subject: { readonly kind: string; readonly href: string } | null;
  readonly remindDays: number;
  readonly basis: string | null;
  readonly givenAt: string;
  readonly givenBy: string;
  readonly version: number;
  /** Which moves the permission table lets this person make, whatever the state. */
  readonly may: Readonly<Record<TaskMove, boolean>>;
  readonly mayChange: boolean;
  readonly history: readonly TaskEventView[];
}

/** Rows of a page of the list, and the totals of all rows that the filter lets through. */
export interface TaskList {
  readonly rows: readonly TaskRow[];
  readonly total: number;
  readonly late: number;
  readonly byState: Readonly<Record<TaskState, number>>;
  readonly page: number;
  readonly pages: number;
}

/** What an executor has to do in a year. */
export interface ExecutorLine {
  readonly executor: string;
  readonly role: string | null;
  readonly person: PersonCard | null;
  readonly total: number;
  readonly done: number;
  readonly accepted: number;
  readonly late: number;
  /** The activities themselves, where all together are few enough for one page. */
  readonly tasks: readonly TaskRow[];
}

export interface NoticeView {
  readonly id: Id;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly href: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly at: string;
  readonly isRead: boolean;
}

/** A record whose messages the person has not read yet. */
export interface UnreadThread {
  readonly title: string;
  readonly href: string;
  readonly count: number;
  readonly at: string;
}

/** What waits for a person. */
export interface DeskView {
  /** In order of deadline: their own, and what waits for their acceptance. */
  readonly tasks: readonly (TaskRow & { readonly why: "work" | "accept" })[];
  readonly waiting: number;
  readonly late: number;
  readonly notices: readonly NoticeView[];
  readonly noticeCount: number;
  readonly threads: readonly UnreadThread[];
}

export interface MessageFileView {
  readonly id: Id;
  readonly name: string;
  readonly bytes: number;
  readonly isPicture: boolean;
}

export interface MessageView {
  readonly id: Id;
  readonly author: PersonCard;
  readonly at: string;
  /** The last version. */
  readonly text: string;
  /** Earlier versions, the oldest first. */
  readonly earlier: readonly { readonly text: string; readonly at: string }[];
  readonly correctedAt: string | null;
  readonly files: readonly MessageFileView[];
  readonly isOwn: boolean;
  /** The others who have read this far. */
  readonly readBy: readonly string[];
}

export interface ThreadView {
  readonly kind: string;
  readonly id: Id;
  readonly title: string;
  readonly href: string;
  readonly messages: readonly MessageView[];
  readonly mayWrite: boolean;
}
