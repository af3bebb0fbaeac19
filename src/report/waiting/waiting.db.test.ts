import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { codeOf, openTestReports, type TestReports } from "../testing.ts";

let database: Database;
let here: TestReports;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestReports(database, "waiting");
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const waitingOn = (day: string) =>
  here
    .as(
      here.people.coordinator,
      day,
    )((ctx) => here.reports.listWaiting(ctx))
    .then(({ items }) => items);

test("a report is told of a month before it is due, with who is to write it, the most pressing first", async () => {
  const due = (await waitingOn("2024-04-01")).filter(({ kind }) => kind === "report-due");
  expect(due.map(({ daysLeft }) => daysLeft)).toEqual(
    due.map(({ daysLeft }) => daysLeft).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
  expect(due.some(({ who, daysLeft }) => who !== null && daysLeft === 9)).toBe(true);
  expect(due.find(({ who }) => who === null)).toMatchObject({ daysLeft: 19, href: "/reports?year=2024" });
});

test("what has no fact, what will not be reached and what will not be spent are told apart", async () => {
  const items = await waitingOn("2024-04-30");
  const titles = (kind: string) => items.filter((item) => item.kind === kind).map(({ title }) => title.slice(0, 3));
  expect(titles("missing-fact")).toContain("1.1");
  expect(titles("behind")).toContain("4.1");
  expect(titles("unspent")).toEqual(["6. ", "6. "]);
  const grants = items.find(({ kind }) => kind === "unspent");
  expect([grants?.plan, grants?.expected]).toEqual(["708500", "0"]);
});

test("each names who answers: executors of the document, and the people who hold that", async () => {
  const before = await waitingOn("2024-04-30");
  expect(before.filter(({ who }) => who === null).every(({ people }) => people.includes("Координатор"))).toBe(true);
  const grants = before.find(({ kind }) => kind === "unspent");
  expect(grants?.who).toBeTruthy();
  const name = grants?.who?.split(", ")[0] ?? "";
  const personId = here.people.operator.kind === "person" ? here.people.operator.personId : "";
  await here.as(here.people.coordinator)((ctx) =>
    sql`insert into task_executor (municipality_id, name, role, person_id, changed_at)
      values (${ctx.municipalityId}, ${name}, 'operator', ${personId}, now())`.execute(ctx.tx),
  );
  const after = (await waitingOn("2024-04-30")).find(({ kind }) => kind === "unspent");
  expect(after?.people).toContain("Ресурсный центр");
});

test("once the grants are paid nothing of their money waits", async () => {
  expect((await waitingOn("2024-05-03")).filter(({ kind }) => kind === "unspent")).toEqual([]);
});

test("a letter goes to each who answers, once a day", async () => {
  const send = () => here.as({ kind: "system", name: "test" }, "2024-04-30")((ctx) => here.reports.sendDigest(ctx));
  const letters = () =>
    here.as(here.people.coordinator)(async (ctx) => {
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from mail_letter
        where template = 'report-digest'`.execute(ctx.tx);
      return rows[0]?.count;
    });
  expect(await send()).toBeGreaterThan(0);
  const first = await letters();
  const text = await here.as(here.people.coordinator)(async (ctx) => {
    const { rows } = await sql<{ told: string }>`select letter::text as told from mail_letter as letter
      where template = 'report-digest'`.execute(ctx.tx);
    return rows.map(({ told }) => told).join();
  });
  for (const said of [
    "Отчёты: ",
    "Не будут достигнуты",
    "Деньги не будут потрачены",
    "Что делать: ",
    "/indicators/indicator/",
  ])
    expect(text).toContain(said);
  expect(first).toBeGreaterThan(0);
  await send();
  expect(await letters()).toBe(first);
});

test("who may not read reports is refused", async () => {
  expect(await codeOf(here.as(here.people.resident)((ctx) => here.reports.listWaiting(ctx)))).toBe("not-permitted");
});
