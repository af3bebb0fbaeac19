import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { writeLog } from "../log.ts";
import { refusePlatform } from "../refusals.ts";
import type { Address } from "./plan.ts";

/** Who opens the database: one server at a time, and any number of commands beside it. */
export type Purpose = "server" | "command";

/** A connection held as long as a process uses the embedded cluster. Its locks die with the process, however it dies. */
export interface Presence {
  readonly client: pg.Client;
  /** Leaves, and tells whether nobody else is there; then newcomers wait until PostgreSQL has been stopped. */
  leave(): Promise<boolean>;
}

const PRESENT = 7_301;
const SERVER = 7_302;

/** Refuses a second server. Throws pg's own error when the cluster stops under our hands. */
export async function enterPresence(address: Address, purpose: Purpose, folder: string): Promise<Presence> {
  const client = new pg.Client({ ...address, database: "postgres", application_name: `sosedstvo ${purpose}` });
  // Whoever waits for an answer hears of a broken connection; while nobody waits, nobody has lost anything yet.
  client.on("error", (error) => writeLog("warning", "the database has gone", { error: error.message }));
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1)", [PRESENT]);
  if (purpose === "server" && !(await becomeServer(client))) {
    await client.end();
    return refusePlatform("data-folder-in-use", { folder });
  }
  return { client, leave: () => leavePresence(client) };
}

/** The session of a server that was killed a moment ago may still be going: it is given half a second. */
async function becomeServer(client: pg.Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await tryLock(client, SERVER)) return true;
    await pause(50);
  }
  return false;
}

async function leavePresence(client: pg.Client): Promise<boolean> {
  // From here on a broken connection is what is meant to happen.
  client.removeAllListeners("error").on("error", () => undefined);
  try {
    await client.query("select pg_advisory_unlock_shared($1)", [PRESENT]);
    // The exclusive lock is kept by the open connection until PostgreSQL stops.
    if (await tryLock(client, PRESENT)) return true;
    await client.end();
  } catch (error) {
    // Another was the last between our two questions, or PostgreSQL has died: nothing is left for us to stop.
    if (!isStopping(error)) throw error;
  }
  return false;
}

/** What one hears from a PostgreSQL that is being stopped just now, or is gone. */
const STOPPING = new Set(["57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"]);

export function isStopping(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    STOPPING.has(String(code)) || /terminated unexpectedly|not queryable|Connection terminated/.test(String(error))
  );
}

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const answer = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [key]);
  return answer.rows[0]?.free === true;
}
