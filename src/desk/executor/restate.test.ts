import { describe, expect, test } from "vitest";
import type { TaskState } from "../contract.ts";
import { guessRole } from "./guess-role.ts";
import { type KnownTask, type PlannedActivity, planTasks, restateTasks } from "./restate.ts";

const activity = (more: Partial<PlannedActivity> = {}): PlannedActivity => ({
  id: "a",
  title: "Семинар",
  details: null,
  href: "/programmes/p/activities/1",
  executors: ["Центр"],
  years: [2026],
  ...more,
});
const known = (executor: string, state: TaskState = "open", year = 2026): KnownTask => ({
  id: `${executor} ${year} ${state}`,
  activityId: "a",
  year,
  executor,
  state,
});

describe("tasks planned by an edition", () => {
  test("there is one for each activity, year and executor, from this year on", () => {
    const planned = planTasks([activity({ executors: ["А", " Б ", "А", ""], years: [2025, 2026, 2027] })], 2026);
    expect(planned.map(({ year, executor }) => [year, executor])).toEqual([
      [2026, "А"],
      [2026, "Б"],
      [2027, "А"],
      [2027, "Б"],
    ]);
  });

  test("an activity without an executor or a year asks nobody", () => {
    expect(planTasks([activity({ executors: [] }), activity({ years: [] })], 2026)).toEqual([]);
  });
});

test.each<[string, readonly KnownTask[], readonly PlannedActivity[], unknown]>([
  ["a first edition opens all", [], [activity()], { open: ["Центр"], change: [], cancel: [] }],
  ["what goes on is restated", [known("Центр")], [activity()], { open: [], change: ["Центр 2026 open"], cancel: [] }],
  ["what is done stays", [known("Центр", "accepted")], [activity()], { open: [], change: [], cancel: [] }],
  [
    "what is no longer planned is cancelled",
    [known("Центр")],
    [],
    { open: [], change: [], cancel: ["Центр 2026 open"] },
  ],
  ["what is done and no longer planned stays", [known("Центр", "done")], [], { open: [], change: [], cancel: [] }],
  [
    "an executor named otherwise takes the task over",
    [known("Старый центр", "in-work")],
    [activity()],
    { open: [], change: ["Старый центр 2026 in-work"], cancel: [] },
  ],
  [
    "an executor named otherwise need not do again what is done",
    [known("Старый центр", "accepted")],
    [activity()],
    { open: [], change: [], cancel: [] },
  ],
  [
    "a second executor gets a task of their own",
    [known("Центр")],
    [activity({ executors: ["Центр", "Совет"] })],
    { open: ["Совет"], change: ["Центр 2026 open"], cancel: [] },
  ],
  [
    "one of two executors is left out",
    [known("Центр"), known("Совет")],
    [activity()],
    { open: [], change: ["Центр 2026 open"], cancel: ["Совет 2026 open"] },
  ],
  [
    "a year that goes is another task than the year that comes",
    [known("Центр", "open", 2027)],
    [activity({ years: [2026] })],
    { open: ["Центр"], change: [], cancel: ["Центр 2027 open"] },
  ],
])("%s", (_name, tasks, activities, expected) => {
  const { open, change, cancel } = restateTasks(tasks, planTasks(activities, 2026));
  expect({ open: open.map((task) => task.executor), change: change.map(({ id }) => id), cancel }).toEqual(expected);
});

test.each([
  ["Местная общественная организация «Ресурсный центр общественных инициатив»", "operator"],
  ["Управление финансов и налоговой политики", "accountant"],
  ["органы местного самоуправления муниципальных образований Ордынского района", "settlement"],
  ["Администрация Вагайцевского сельсовета", "settlement"],
  ["ТОС «Берёзовый»", "chair"],
  ["Управление делами администрации Ордынского района", "coordinator"],
])("%s answers as %s", (executor, role) => {
  expect(guessRole(executor)).toBe(role);
});
