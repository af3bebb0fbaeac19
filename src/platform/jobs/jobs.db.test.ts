import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { newId } from "../../kernel/id.ts";
import { type Database, inTenant } from "../database/index.ts";
import { createTestDatabase } from "../database/testing.ts";
import { type Job, type Jobs, startJobs } from "./index.ts";

let database: Database;
const started: Jobs<Record<string, Job>>[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((jobs) => jobs.stop(1)));
  await database.close();
});

async function start(list: Readonly<Record<string, Job>>) {
  const jobs = await startJobs(database.pool, list);
  started.push(jobs);
  return jobs;
}

function job(run: Job["run"], more: Partial<Job> = {}): Job {
  return { limitSeconds: 60, retries: 0, run, ...more };
}

async function readJobs(columns: string): Promise<unknown[]> {
  const query = sql.raw(`select ${columns} from sosedstvo_jobs.job where name not like '\\_\\_%'`);
  return (await query.execute(database.kysely)).rows;
}

test("what is sent is run once, with its data, however many processes there are", async () => {
  const seen: unknown[] = [];
  const list = { count: job(async ({ data }) => void seen.push(data)) };
  // All make the tables at once.
  const [first] = await Promise.all([start(list), start(list), start(list)]);
  for (let number = 0; number < 5; number += 1) await first?.send("count", { number });
  await vi.waitFor(() => expect(seen).toHaveLength(5), { timeout: 20_000 });
  await vi.waitFor(async () => expect(await readJobs("state")).toEqual(Array(5).fill({ state: "completed" })));
  expect(seen.map((data) => (data as { number: number }).number).sort()).toEqual([0, 1, 2, 3, 4]);
});

test("a repeated job is in the table of times, in its own time zone, until the program has it no more", async () => {
  const repeat = { cron: "15 3 * * *", timeZone: "Asia/Novosibirsk" };
  const read = async () =>
    (await sql`select name, cron, timezone from sosedstvo_jobs.schedule`.execute(database.kysely)).rows;
  await start({ nightly: job(async () => {}, { repeat }) });
  expect(await read()).toEqual([{ name: "nightly", cron: repeat.cron, timezone: repeat.timeZone }]);
  await start({});
  expect(await read()).toEqual([]);
});

test("a repeated job that is still running is not queued beside itself", async () => {
  const { promise: end, resolve: finish } = Promise.withResolvers<void>();
  let runs = 0;
  const run = async () => {
    runs += 1;
    await end;
  };
  const jobs = await start({ nightly: job(run, { repeat: { cron: "15 3 * * *", timeZone: "UTC" } }) });
  await jobs.send("nightly");
  await vi.waitFor(() => expect(runs).toBe(1), { timeout: 20_000 });
  await jobs.send("nightly");
  expect(await readJobs("state")).toEqual([{ state: "active" }]);
  finish();
});

test("a failed run is tried again later, and the database does not keep what the error said", async () => {
  const jobs = await start({
    fails: job(() => Promise.reject(new Error("Иванова, ivanova@example.org")), { retries: 2 }),
  });
  await jobs.send("fails");
  await vi.waitFor(
    async () => {
      const [row] = (await readJobs("state, start_after > now() as later, output::text as output")) as [
        { state: string; later: boolean; output: string },
      ];
      expect(row).toMatchObject({ state: "retry", later: true });
      expect(row.output).not.toContain("Иванова");
    },
    { timeout: 20_000 },
  );
});

test("stopping waits for the run to end", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  let ended = false;
  const run = async () => {
    begin();
    await pause(300);
    ended = true;
  };
  const jobs = await start({ slow: job(run) });
  await jobs.send("slow");
  await begun;
  await jobs.stop();
  expect(ended).toBe(true);
  expect(await readJobs("state")).toEqual([{ state: "completed" }]);
});

test("stopping does not wait for ever: the run is told, and another process runs it again", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const hang = ({ signal }: { signal: AbortSignal }) => {
    signal.addEventListener("abort", () => told.resolve());
    begin();
    return new Promise<void>(() => undefined);
  };
  const jobs = await start({ hangs: job(hang, { retries: 1 }) });
  await jobs.send("hangs");
  await begun;
  await jobs.stop(1);
  await told.promise;
  expect(await readJobs("state")).toEqual([{ state: "retry" }]);
});

test("the role of requests has no right to the tables of the jobs", async () => {
  await start({});
  const look = inTenant(database, newId(), (tx) => sql`select 1 from sosedstvo_jobs.job`.execute(tx));
  await expect(look).rejects.toThrow("permission denied");
});
