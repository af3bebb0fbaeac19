import type pg from "pg";
import pgDriver from "pg";
import type { PgBoss, Job as SentJob } from "pg-boss";
import { writeLog } from "../log.ts";
import type { Job, JobList } from "./job.ts";

export type { Job, JobList, JobRun } from "./job.ts";

/** Jobs running in this process. */
export interface Jobs<List extends JobList> {
  /** Asks for one run, in whichever process comes first. `data` is kept in the database until the run is done: ids, never a person's data. */
  send(name: keyof List & string, data?: object): Promise<void>;
  /** Begins nothing more and waits for what runs, at most `seconds`; what is left then is run again after the next start. */
  stop(seconds?: number): Promise<void>;
}

/** pg-boss's own tables; the role of requests has no right in it. */
const SCHEMA = "sosedstvo_jobs";
const STOP_SECONDS = 20;
const POLL_SECONDS = 10;
const RETRY_SECONDS = 60;
/** Finished jobs are kept for so long, for whoever looks into the database. */
const KEEP_SECONDS = 7 * 86_400;

/**
 * Makes or updates the tables of the jobs as the owner, and works on the jobs of the list from now on. Several processes
 * may do so at once; each job is run by one of them. pg-boss is loaded here, so that commands do without it.
 */
export async function startJobs<const List extends JobList>(pool: pg.Pool, list: List): Promise<Jobs<List>> {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({
    // pg-boss expects the driver's own reading of values, not that of our pool.
    db: { executeSql: (text, values) => pool.query({ text, types: pgDriver.types, ...(values && { values }) }) },
    schema: SCHEMA,
    registerInstance: false,
    openTelemetry: { enabled: false },
    cronWorkerIntervalSeconds: POLL_SECONDS,
  });
  boss.on("error", (error) => writeLog("error", "jobs: the queue could not be worked on", { error }));
  boss.on("warning", ({ message }) => writeLog("warning", `jobs: ${message}`));
  await boss.start();
  const workers = new Map<string, string>();
  for (const [name, job] of Object.entries(list)) workers.set(name, await mountJob(boss, name, job));
  await forgetOthers(boss, list);
  return {
    send: async (name, data = {}) => {
      await boss.send(name, data);
      boss.notifyWorker(workers.get(name) ?? "");
    },
    stop: (seconds = STOP_SECONDS) => boss.stop({ graceful: true, timeout: seconds * 1_000 }),
  };
}

async function mountJob(boss: PgBoss, name: string, job: Job): Promise<string> {
  const options = {
    expireInSeconds: job.limitSeconds,
    retryLimit: job.retries,
    retryDelay: RETRY_SECONDS,
    retryBackoff: true,
    deleteAfterSeconds: KEEP_SECONDS,
  };
  // A repeated job whose last run still goes on or waits is not queued again.
  await boss.createQueue(name, { ...options, policy: job.repeat ? "exclusive" : "standard" });
  await boss.updateQueue(name, options);
  if (job.repeat) await boss.schedule(name, job.repeat.cron, {}, { tz: job.repeat.timeZone });
  const worker = await boss.work<unknown>(name, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }, (sent) =>
    // Another may wait: it does not wait for the next look.
    runOne(name, job, sent).finally(() => boss.notifyWorker(worker)),
  );
  return worker;
}

/** What went wrong is for the log; the database keeps a word only, since errors may name people. */
async function runOne(name: string, job: Job, [sent]: readonly SentJob<unknown>[]): Promise<void> {
  if (!sent) return;
  try {
    await job.run({ data: sent.data, signal: sent.signal });
  } catch (error) {
    writeLog("error", "a job failed", { job: name, id: sent.id, error });
    throw new Error("failed: see the log");
  }
}

/** A job that the program no longer has is not begun any more. */
async function forgetOthers(boss: PgBoss, list: JobList): Promise<void> {
  for (const { name, key } of await boss.getSchedules()) if (!(name in list)) await boss.unschedule(name, key);
}
