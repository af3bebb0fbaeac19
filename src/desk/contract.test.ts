import { describe, expect, test } from "vitest";
import { ACTIONS } from "../access/permissions.ts";
import {
  barMove,
  daysLate,
  LETTER_DEFAULTS,
  NOTICE_KINDS,
  TASK_MOVE_NAMES,
  TASK_MOVES,
  TASK_STATES,
  type TaskMove,
  type TaskState,
} from "./contract.ts";

/** Every state and every move: where it leads, or that it is barred. */
const TABLE: Readonly<Record<TaskState, Readonly<Record<TaskMove, TaskState | "—">>>> = {
  open: { take: "in-work", finish: "—", accept: "—", return: "—", cancel: "cancelled" },
  "in-work": { take: "—", finish: "done", accept: "—", return: "—", cancel: "cancelled" },
  returned: { take: "in-work", finish: "—", accept: "—", return: "—", cancel: "cancelled" },
  done: { take: "—", finish: "—", accept: "accepted", return: "returned", cancel: "cancelled" },
  accepted: { take: "—", finish: "—", accept: "—", return: "—", cancel: "—" },
  cancelled: { take: "—", finish: "—", accept: "—", return: "—", cancel: "—" },
};

describe.each(TASK_STATES)("a task that is %s", (state) => {
  test.each(TASK_MOVE_NAMES)("%s leads where the table says", (move) => {
    const expected = TABLE[state][move];
    expect(barMove(move, state, true)).toBe(expected === "—" ? "state" : null);
    if (expected !== "—") expect(TASK_MOVES[move].to).toBe(expected);
    expect(barMove(move, state, false)).toBe("person");
  });
});

test.each([
  ["open", "2026-03-25", "2026-03-24", 0],
  ["open", "2026-03-25", "2026-03-25", 0],
  ["open", "2026-03-25", "2026-03-26", 1],
  ["in-work", "2026-02-28", "2026-03-01", 1],
  ["returned", "2025-12-31", "2026-01-31", 31],
  ["done", "2026-03-25", "2026-04-25", 0],
  ["accepted", "2026-03-25", "2026-04-25", 0],
  ["cancelled", "2026-03-25", "2026-04-25", 0],
] as const)("%s until %s is on %s late by %i days", (state, dueDate, today, days) => {
  expect(daysLate({ state, dueDate }, today)).toBe(days);
});

test("every move stands in the permission table, and every notice has its choice of letter", () => {
  for (const move of TASK_MOVE_NAMES) expect(ACTIONS).toContain(TASK_MOVES[move].action);
  expect(Object.keys(LETTER_DEFAULTS).sort()).toEqual([...NOTICE_KINDS].sort());
});
