import { TASK_SORTS, TASK_STATES, type TaskFilter } from "../../../src/desk/contract.ts";

/** The conditions of the list as the page's address says them; what is no condition is left out. */
export function readFilter(asked: URLSearchParams): TaskFilter {
  const year = asked.get("year") ?? "";
  const executor = asked.get("executor")?.trim() ?? "";
  const state = TASK_STATES.find((known) => known === asked.get("state"));
  const sort = TASK_SORTS.find((known) => known === asked.get("sort"));
  return {
    ...(asked.get("mine") === "1" && { mine: true }),
    ...(asked.get("late") === "1" && { late: true }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(executor !== "" && { executor }),
    ...(state && { state }),
    ...(sort && sort !== "due" && { sort }),
  };
}

/** The page of the list, from 1. */
export function readPage(asked: URLSearchParams): number {
  const page = asked.get("page") ?? "";
  return /^\d{1,5}$/.test(page) ? Math.max(1, Number(page)) : 1;
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeFilter(filter: TaskFilter, page = 1): string {
  const pairs: [string, string][] = [
    ...(filter.mine ? [["mine", "1"] as [string, string]] : []),
    ...(filter.late ? [["late", "1"] as [string, string]] : []),
    ...(["year", "executor", "state", "sort"] as const).flatMap((name): [string, string][] =>
      filter[name] === undefined ? [] : [[name, String(filter[name])]],
    ),
    ...(page > 1 ? [["page", String(page)] as [string, string]] : []),
  ];
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** Whether anything but the order is asked for. */
export function isNarrowed({ sort: _order, ...conditions }: TaskFilter): boolean {
  return Object.keys(conditions).length > 0;
}
