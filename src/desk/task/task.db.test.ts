import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Context } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import { type Database, inTenant, type Tx } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openTestDesk, openTestDistrict, TASK } from "../testing.ts";

let database: Database;
let desk: ReturnType<typeof openTestDesk>;
let here: Awaited<ReturnType<typeof openDistrict>>;
let count = 0;

const openDistrict = (slug: string) =>
  openTestDistrict(database, slug, {
    anna: ["coordinator"],
    boris: ["settlement"],
    vera: ["operator"],
    galina: ["auditor"],
    dmitry: ["resident"],
  });

beforeAll(async () => {
  database = await createTestDatabase();
  desk = openTestDesk();
});
beforeEach(async () => {
  count += 1;
  here = await openDistrict(`district-${count}`);
  desk.letters.length = 0;
});
afterAll(async () => {
  desk.close();
  await database.close();
});

const code = (name: string) => expect.objectContaining({ code: name });
const give = (more: Partial<typeof TASK> = {}) =>
  here.as(here.actors.anna)((ctx) => desk.door.giveTask(ctx, { ...TASK, ...more }));
const get = (id: string, who: keyof typeof here.actors = "anna") =>
  here.as(here.actors[who])((ctx) => desk.door.getTask(ctx, id));
const move = async (
  id: string,
  who: keyof typeof here.actors,
  step: "take" | "finish" | "accept" | "return" | "cancel",
  reason = "",
) => {
  const { version } = await get(id);
  return here.as(here.actors[who])((ctx) => desk.door.moveTask(ctx, { id, version, move: step, reason }));
};
const noticesOf = async (who: keyof typeof here.actors) =>
  (await here.as(here.actors[who])((ctx) => desk.door.listNotices(ctx, null))).rows;
/** Another day, with the clock of the municipality's server. */
const on =
  (today: string) =>
  <T>(work: (ctx: Context<Tx>) => Promise<T>) =>
    here.as()((ctx) => work({ ...ctx, today }));

describe("a task given by hand", () => {
  test("is numbered, stands on the desk of whoever holds the role, and is told to them alone", async () => {
    const [first, second] = [await give(), await give()];
    expect([(await get(first)).number, (await get(second)).number]).toEqual(["1/2026", "2/2026"]);
    const seen = await here.as(here.actors.boris)((ctx) => desk.door.getDesk(ctx));
    expect(seen.tasks.map((task) => task.id)).toEqual([first, second]);
    expect(seen).toMatchObject({ waiting: 2, late: 0, noticeCount: 2 });
    expect((await noticesOf("boris")).map((notice) => notice.kind)).toEqual(["given", "given"]);
    expect(await noticesOf("vera")).toEqual([]);
    expect(desk.letters).toHaveLength(2);
  });

  test("goes from hand to hand until it is accepted, and the history says all of it", async () => {
    const id = await give({ owner: here.actors.vera.personId, role: "" });
    await move(id, "vera", "take");
    await move(id, "vera", "finish");
    await move(id, "anna", "return", "Нет подписи главы");
    await move(id, "vera", "take");
    await move(id, "vera", "finish");
    await move(id, "anna", "accept");
    const task = await get(id);
    expect(task).toMatchObject({ state: "accepted", version: 7, doneOn: "2026-03-25", mayChange: false });
    expect(task.history.map((event) => [event.kind, event.by, event.note])).toEqual([
      ["accept", "anna", null],
      ["finish", "vera", null],
      ["take", "vera", null],
      ["return", "anna", "Нет подписи главы"],
      ["finish", "vera", null],
      ["take", "vera", null],
      ["given", "anna", null],
    ]);
    expect((await noticesOf("vera")).map((notice) => notice.kind)).toEqual(["accepted", "returned", "given"]);
    expect((await noticesOf("anna")).map((notice) => notice.kind)).toEqual(["finished", "finished"]);
  });

  test("waits for acceptance on the coordinator's desk", async () => {
    const id = await give({ owner: here.actors.vera.personId });
    await move(id, "vera", "take");
    await move(id, "vera", "finish");
    const { tasks } = await here.as(here.actors.anna)((ctx) => desk.door.getDesk(ctx));
    expect(tasks.map((task) => [task.id, task.why])).toEqual([[id, "accept"]]);
  });

  test.each([
    ["no title", { title: "  " }, "task-title-missing"],
    ["a day that is in no calendar", { dueDate: "2026-02-30" }, "task-due-wrong"],
    ["nobody to do it", { role: "", owner: "" }, "task-owner-missing"],
    ["a role that is none", { role: "owner" }, "task-owner-missing"],
    ["the role of thousands", { role: "resident" }, "task-owner-missing"],
    ["somebody who is nobody", { owner: newId() }, "task-owner-unknown"],
    ["somebody by a broken id", { owner: "1' or '1'='1" }, "task-owner-unknown"],
  ])("is refused with %s", async (_name, more, refusal) => {
    await expect(give(more)).rejects.toEqual(code(refusal));
  });

  test("is not given to somebody of another municipality", async () => {
    const there = await openDistrict("elsewhere-owner");
    await expect(give({ owner: there.actors.vera.personId })).rejects.toEqual(code("task-owner-unknown"));
  });
});

describe("who may do what", () => {
  test.each([
    ["boris", true, true],
    ["vera", false, false],
    ["galina", true, false],
    ["dmitry", false, false],
  ] as const)("%s sees a task of the settlements: %s, works on it: %s", async (who, sees, works) => {
    const id = await give();
    const seen = get(id, who).then((task) => task.id);
    await (sees ? expect(seen).resolves.toBe(id) : expect(seen).rejects.toEqual(code("not-permitted")));
    const taken = move(id, who, "take");
    await (works ? expect(taken).resolves.toBeUndefined() : expect(taken).rejects.toThrow());
    const listed = await here.as(here.actors[who])((ctx) => desk.door.listTasks(ctx, {}));
    expect(listed.total).toBe(sees ? 1 : 0);
  });

  test("only the coordinator gives, accepts, returns, cancels and appoints", async () => {
    const id = await give();
    await move(id, "boris", "take");
    await move(id, "boris", "finish");
    for (const who of ["boris", "vera", "galina"] as const) {
      const as = here.as(here.actors[who]);
      await expect(as((ctx) => desk.door.giveTask(ctx, TASK))).rejects.toEqual(code("not-permitted"));
      await expect(move(id, who, "accept")).rejects.toEqual(code("not-permitted"));
      await expect(move(id, who, "cancel", "так")).rejects.toEqual(code("not-permitted"));
      const appointed = as((ctx) => desk.door.appointExecutor(ctx, { name: "А", role: "chair", owner: "" }));
      await expect(appointed).rejects.toEqual(code("not-permitted"));
    }
    await expect(here.as(STRANGER)((ctx) => desk.door.getDesk(ctx))).rejects.toEqual(code("not-signed-in"));
    await expect(here.as(STRANGER)((ctx) => desk.door.listTasks(ctx, {}))).rejects.toEqual(code("not-signed-in"));
  });

  test("another municipality sees nothing of it, not even by its id", async () => {
    const id = await give();
    const there = await openDistrict("elsewhere");
    await expect(there.as(there.actors.anna)((ctx) => desk.door.getTask(ctx, id))).rejects.toEqual(
      code("task-unknown"),
    );
    const seen = await there.as(there.actors.anna)((ctx) => desk.door.listTasks(ctx, {}));
    expect(seen).toMatchObject({ total: 0, rows: [] });
    const mine = there.as(there.actors.anna);
    await expect(
      mine((ctx) => desk.door.moveTask(ctx, { id, version: 1, move: "cancel", reason: "чужое" })),
    ).rejects.toEqual(code("task-unknown"));
  });

  test("an id that is none is a task that is none", async () => {
    await expect(get("'; drop table task; --")).rejects.toEqual(code("task-unknown"));
  });
});

describe("two windows at one task", () => {
  test("the later save is refused and nothing is overwritten", async () => {
    const id = await give();
    const change = (dueDate: string) =>
      here.as(here.actors.anna)((ctx) => desk.door.changeTask(ctx, { ...TASK, id, version: 1, dueDate }));
    await change("2026-05-01");
    await expect(change("2026-06-01")).rejects.toEqual(code("task-changed"));
    const task = await get(id);
    expect(task.dueDate).toBe("2026-05-01");
    expect(task.history[0]?.changes).toEqual([{ field: "dueDate", before: "2026-04-10", after: "2026-05-01" }]);
  });

  test("of two at the same instant one is saved", async () => {
    const id = await give();
    const take = () =>
      here.as(here.actors.boris)((ctx) => desk.door.moveTask(ctx, { id, version: 1, move: "take", reason: "" }));
    const ends = await Promise.allSettled([take(), take(), take()]);
    expect(ends.map((end) => end.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(ends.find((end) => end.status === "rejected")?.reason).toEqual(code("task-changed"));
  });

  test("numbers never meet", async () => {
    await Promise.all(Array.from({ length: 8 }, () => give()));
    const { rows } = await here.as(here.actors.anna)((ctx) => desk.door.listTasks(ctx, { sort: "number" }));
    expect(rows.map((row) => Number(row.number.split("/")[0]))).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  });
});

test("a task that passes to somebody else is told to both", async () => {
  const id = await give({ owner: here.actors.vera.personId });
  const change = { ...TASK, id, version: 1, owner: here.actors.boris.personId };
  await here.as(here.actors.anna)((ctx) => desk.door.changeTask(ctx, change));
  expect((await noticesOf("vera")).map(({ kind }) => kind)).toEqual(["changed", "given"]);
  expect((await noticesOf("boris")).map(({ kind }) => kind)).toEqual(["given"]);
});

test("a move that the state bars is refused, and one without its reason too", async () => {
  const id = await give();
  await expect(move(id, "boris", "finish")).rejects.toEqual(code("task-state"));
  await expect(move(id, "anna", "cancel", "  ")).rejects.toEqual(code("task-reason-missing"));
  await move(id, "anna", "cancel", "Встреча не состоялась");
  await expect(move(id, "boris", "take")).rejects.toEqual(code("task-state"));
});

describe("the list", () => {
  test("narrows, sorts and counts all that it lets through", async () => {
    const late = await give({ dueDate: "2026-03-24" });
    await give({ dueDate: "2026-03-25" });
    const theirs = await give({ owner: here.actors.vera.personId, dueDate: "2027-01-15" });
    const list = (filter: object) => here.as(here.actors.anna)((ctx) => desk.door.listTasks(ctx, filter));
    expect(await list({})).toMatchObject({ total: 3, late: 1, byState: { open: 3 } });
    expect((await list({ late: true })).rows.map((row) => [row.id, row.daysLate])).toEqual([[late, 1]]);
    expect((await list({ year: 2027 })).rows.map((row) => row.id)).toEqual([theirs]);
    expect((await list({ state: "done" })).total).toBe(0);
    expect((await list({ mine: true })).total).toBe(0);
    const mine = await here.as(here.actors.vera)((ctx) => desk.door.listTasks(ctx, { mine: true }));
    expect(mine.rows.map((row) => row.id)).toEqual([theirs]);
    expect((await list({ executor: "А\u0000" })).total).toBe(0);
    for (const sort of ["due", "number", "executor", "state"]) expect((await list({ sort })).rows).toHaveLength(3);
  });
});

describe("reminders", () => {
  test("come once for each stage, however often the job runs", async () => {
    const id = await give({ dueDate: "2026-04-10", remindDays: "3" });
    const days = ["2026-04-06", "2026-04-07", "2026-04-08", "2026-04-10", "2026-04-10", "2026-04-11", "2026-04-20"];
    const counts: number[] = [];
    for (const day of days) counts.push(await on(day)((ctx) => desk.door.remind(ctx)));
    expect(counts).toEqual([0, 1, 0, 1, 0, 1, 0]);
    expect((await noticesOf("boris")).map((notice) => notice.kind)).toEqual(["late", "today", "before", "given"]);
    await here.as(here.actors.anna)((ctx) =>
      desk.door.changeTask(ctx, { ...TASK, id, version: 1, dueDate: "2026-05-10" }),
    );
    expect(await on("2026-05-10")((ctx) => desk.door.remind(ctx))).toBe(1);
  });

  test("two servers at once remind once", async () => {
    await give({ dueDate: "2026-03-20" });
    const counts = await Promise.all([1, 2, 3].map(() => on("2026-03-25")((ctx) => desk.door.remind(ctx))));
    expect(counts.sort()).toEqual([0, 0, 1]);
  });

  test("what is done is not reminded of", async () => {
    const id = await give({ dueDate: "2026-03-25" });
    await move(id, "boris", "take");
    await move(id, "boris", "finish");
    expect(await on("2026-03-30")((ctx) => desk.door.remind(ctx))).toBe(0);
  });
});

describe("letters", () => {
  test("come by the person's own choice", async () => {
    await here.as(here.actors.boris)((ctx) => desk.door.chooseLetters(ctx, ["late", "no-such-kind"]));
    await give({ dueDate: "2026-03-20" });
    expect(desk.letters).toEqual([]);
    await on("2026-03-25")((ctx) => desk.door.remind(ctx));
    expect(desk.letters.map((letter) => [letter.kind, letter.personId])).toEqual([
      ["late", here.actors.boris.personId],
    ]);
  });
});

describe("a deadline of another slice's record", () => {
  const key = { kind: "agreement", id: newId(), purpose: "usage-report 2026" };
  const deadline = {
    ...key,
    href: "/agreements/1",
    title: "Отчёт об использовании",
    role: "operator",
    dueDate: "2026-11-30",
  };

  test("is one task, restated when it moves and closed when it is met", async () => {
    const open = (more = {}) => here.as()((ctx) => desk.door.openTask(ctx, { ...deadline, ...more }));
    const [id, again] = await Promise.all([open(), open()]);
    expect(again).toBe(id);
    expect(await open({ dueDate: "2026-12-10" })).toBe(id);
    expect(await get(id, "vera")).toMatchObject({
      dueDate: "2026-12-10",
      kind: "deadline",
      subject: { kind: "agreement" },
    });
    await here.as()((ctx) => desk.door.settleTask(ctx, { ...key, as: "accept", reason: "Отчёт принят" }));
    expect((await get(id)).state).toBe("accepted");
    expect(await open({ dueDate: "2027-01-10" })).toBe(id);
    expect((await get(id)).dueDate).toBe("2026-12-10");
  });
});

describe("the programme's tasks", () => {
  const [programmeId, activity, other] = [newId(), newId(), newId()];
  const line = (id: string, more = {}) => ({
    id,
    title: "Обучение членов ТОС",
    details: "70 человек",
    href: "/programmes/p/activities/5",
    executors: ["Управление делами администрации", "Ресурсный центр общественных инициатив"],
    years: [2025, 2026, 2027],
    ...more,
  });
  const follow = (editionNumber: number, activities: ReturnType<typeof line>[]) =>
    here.as()((ctx) => desk.door.followEdition(ctx, { programmeId, editionId: newId(), editionNumber, activities }));
  const oversee = (year: number) => here.as(here.actors.anna)((ctx) => desk.door.overseeExecutors(ctx, year));

  test("follow the edition by year and executor, and a next edition restates, opens and cancels", async () => {
    await follow(1, [line(activity), line(other, { title: "День соседей" })]);
    const before = await here.as(here.actors.anna)((ctx) => desk.door.listTasks(ctx, {}));
    expect(before).toMatchObject({ total: 8, byState: { open: 8 } });
    const done = before.rows.find(
      (row) => row.year === 2026 && row.role === "operator" && row.title === "День соседей",
    );
    await move(done?.id ?? "", "vera", "take");
    await move(done?.id ?? "", "vera", "finish");
    await follow(2, [line(activity, { title: "Обучение председателей ТОС", years: [2026] })]);
    const after = await here.as(here.actors.anna)((ctx) => desk.door.listTasks(ctx, {}));
    expect(after).toMatchObject({ total: 8, byState: { open: 2, done: 1, cancelled: 5 } });
    const restated = after.rows.filter((row) => row.state === "open");
    expect(restated.map((row) => row.title)).toEqual(["Обучение председателей ТОС", "Обучение председателей ТОС"]);
    const history = (await get(restated[0]?.id ?? "")).history;
    expect(history.map((event) => event.kind)).toEqual(["restated", "given"]);
  });

  test("are told in one notice to each who answers", async () => {
    await follow(1, [line(activity), line(other)]);
    expect((await noticesOf("vera")).map(({ kind, detail }) => [kind, detail.count])).toEqual([["given-many", 4]]);
    expect((await noticesOf("anna")).map(({ kind }) => kind)).toEqual(["given-many"]);
  });

  test("are counted for each executor: done, accepted, late", async () => {
    await follow(1, [line(activity)]);
    const lines = await oversee(2026);
    expect(lines.map(({ executor, role, total, done, late }) => [executor, role, total, done, late])).toEqual([
      ["Ресурсный центр общественных инициатив", "operator", 1, 0, 0],
      ["Управление делами администрации", "coordinator", 1, 0, 0],
    ]);
    expect(lines[0]?.tasks).toHaveLength(1);
    await expect(here.as(here.actors.vera)((ctx) => desk.door.overseeExecutors(ctx, 2026))).rejects.toEqual(
      code("not-permitted"),
    );
  });

  test("go over to the person who is appointed, those of the next edition too", async () => {
    await follow(1, [line(activity)]);
    const name = "Ресурсный центр общественных инициатив";
    const owner = here.actors.boris.personId;
    await here.as(here.actors.anna)((ctx) => desk.door.appointExecutor(ctx, { name, role: "operator", owner }));
    await follow(2, [line(activity), line(other)]);
    const { tasks } = await here.as(here.actors.boris)((ctx) => desk.door.getDesk(ctx));
    expect(tasks).toHaveLength(4);
    expect(tasks.every((task) => task.executor === name && task.owner?.name === "boris")).toBe(true);
    const unknown = here.as(here.actors.anna)((ctx) =>
      desk.door.appointExecutor(ctx, { name: "нет", role: "chair", owner }),
    );
    await expect(unknown).rejects.toEqual(code("task-executor-unknown"));
  });
});

test("history cannot be rewritten, nor a task deleted", async () => {
  const id = await give();
  const run = (statement: RawBuilder<unknown>) =>
    inTenant(database, here.municipalityId, (tx) => statement.execute(tx));
  await expect(run(sql`update task_event set note = 'иначе' where task_id = ${id}`)).rejects.toThrow();
  await expect(run(sql`delete from task where id = ${id}`)).rejects.toThrow(/permission denied/);
});

test("the trail has a row for each step, with what was before and after and no name in it", async () => {
  const id = await give({ owner: here.actors.vera.personId, basis: "Распоряжение № 5" });
  await move(id, "vera", "take");
  const found = await database.pool.query(
    "select action, basis, before, after from audit_entry where municipality_id = $1 and subject_id = $2 order by id",
    [here.municipalityId, id],
  );
  expect(found.rows).toMatchObject([
    { action: "task.give", basis: "Распоряжение № 5", after: { ownerId: here.actors.vera.personId } },
    { action: "task.work", before: { state: "open" }, after: { state: "in-work" } },
  ]);
  expect(JSON.stringify(found.rows)).not.toContain("vera");
});
