import type { Id } from "../../kernel/id.ts";
import { EXECUTOR_LIMIT, isWaiting, type TaskState, TITLE_LIMIT } from "../contract.ts";

/** What an approved edition plans, as plain data: a line for each activity. */
export interface PlannedActivity {
  /** The identity that outlives editions. */
  readonly id: Id;
  readonly title: string;
  readonly details: string | null;
  readonly href: string;
  readonly executors: readonly string[];
  /** Years in which something is planned. */
  readonly years: readonly number[];
}

export interface PlannedTask {
  readonly activityId: Id;
  readonly year: number;
  readonly executor: string;
  readonly title: string;
  readonly details: string | null;
  readonly href: string;
}

/** A task of an earlier edition, not cancelled. */
export interface KnownTask {
  readonly id: Id;
  readonly activityId: Id;
  readonly year: number;
  readonly executor: string;
  readonly state: TaskState;
}

export interface Restatement {
  readonly open: readonly PlannedTask[];
  readonly change: readonly { readonly id: Id; readonly to: PlannedTask }[];
  /** The edition no longer plans them. */
  readonly cancel: readonly Id[];
}

/** One task for each activity, year and executor. A year that is over asks nobody for anything. */
export function planTasks(activities: readonly PlannedActivity[], thisYear: number): readonly PlannedTask[] {
  return activities.flatMap(({ id, title, details, href, executors, years }) => {
    const named = [...new Set(executors.map((name) => name.trim().slice(0, EXECUTOR_LIMIT)).filter(Boolean))];
    const common = { activityId: id, title: title.slice(0, TITLE_LIMIT), details, href };
    return years
      .filter((year) => year >= thisYear)
      .flatMap((year) => named.map((executor) => ({ ...common, year, executor })));
  });
}

/**
 * What the next edition makes of the tasks of the last one. Tasks go on by activity, year and executor; where the
 * executor is named otherwise, by their order. What is done stays as it is, whatever the edition says.
 */
export function restateTasks(known: readonly KnownTask[], planned: readonly PlannedTask[]): Restatement {
  const change: { id: Id; to: PlannedTask }[] = [];
  const open: PlannedTask[] = [];
  const leftover = new Map<string, KnownTask[]>();
  const byLine = Map.groupBy(known, lineOf);
  const newcomers = new Map<string, PlannedTask[]>();
  for (const [line, tasks] of Map.groupBy(planned, lineOf)) {
    const before = byLine.get(line) ?? [];
    const same = (task: PlannedTask) => before.find((one) => one.executor === task.executor);
    for (const task of tasks) {
      const found = same(task);
      if (!found) newcomers.set(line, [...(newcomers.get(line) ?? []), task]);
      else if (isWaiting(found.state)) change.push({ id: found.id, to: task });
    }
    const names = new Set(tasks.map((task) => task.executor));
    leftover.set(
      line,
      before.filter((one) => !names.has(one.executor)),
    );
  }
  const cancel = known.filter((task) => !leftover.has(lineOf(task)) && isWaiting(task.state)).map((task) => task.id);
  for (const [line, before] of leftover) {
    const fresh = newcomers.get(line) ?? [];
    fresh.forEach((task, at) => {
      const renamed = before[at];
      if (!renamed) open.push(task);
      else if (isWaiting(renamed.state)) change.push({ id: renamed.id, to: task });
    });
    cancel.push(...before.slice(fresh.length).flatMap((task) => (isWaiting(task.state) ? [task.id] : [])));
  }
  return { open, change, cancel };
}

function lineOf({ activityId, year }: { readonly activityId: Id; readonly year: number }): string {
  return `${activityId} ${year}`;
}
