import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "./cluster.ts";
import type { Address, ClusterPlan } from "./plan.ts";
import type { DataFolder } from "./data-folder.ts";
import { findPostmaster, signalPostmaster, stopPostmaster } from "./postmaster.ts";
import { enterPresence, type Presence, type Purpose } from "./presence.ts";

/** The embedded cluster as one process uses it. */
export interface EmbeddedCluster {
  readonly address: Address;
  /** Leaves; the last one to leave stops PostgreSQL and waits for it. */
  close(): Promise<void>;
}

/** What one hears from a PostgreSQL that is being stopped just now. */
const STOPPING = new Set(["57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"]);
const ENTRY_ATTEMPTS = 50;

/** Opens the cluster of the data folder, starting it where it does not run. Refuses a second server. */
export async function openEmbedded(plan: ClusterPlan, purpose: Purpose): Promise<EmbeddedCluster> {
  const { address, presence } = await enterCluster(plan, purpose);
  if (purpose === "server") writeFileSync(plan.data.owner, String(process.pid), { mode: 0o600 });
  const forget = stopAtExit(plan.data);
  return {
    address,
    close: async () => {
      forget();
      if (await presence.leave()) await stopPostmaster(plan.data);
    },
  };
}

async function enterCluster(plan: ClusterPlan, purpose: Purpose): Promise<{ address: Address; presence: Presence }> {
  for (let attempt = 1; ; attempt++) {
    const address = await openCluster(plan);
    try {
      return { address, presence: await enterPresence(address, purpose, plan.data.root) };
    } catch (error) {
      if (attempt === ENTRY_ATTEMPTS || !isStopping(error)) throw error;
      await pause(50);
    }
  }
}

function isStopping(error: unknown): boolean {
  return STOPPING.has(String((error as { code?: unknown }).code)) || /terminated unexpectedly/.test(String(error));
}

/** Makes the database in the cluster where it is missing. Two processes may do so at once. */
export async function ensureDatabase(address: Address, database: string): Promise<void> {
  const client = new pg.Client({ ...address, database: "postgres" });
  await client.connect();
  try {
    const known = await client.query("select 1 from pg_database where datname = $1", [database]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "42P04") throw error;
  } finally {
    await client.end();
  }
}

/**
 * PostgreSQL does not outlive its owner: where the process ends without `close`, it is told to stop, unwaited.
 * A composition root that handles a signal itself is left to do so.
 */
function stopAtExit(data: DataFolder): () => void {
  const stop = () => {
    const running = findPostmaster(data);
    if (running && readFileSync(data.owner, "utf8") === String(process.pid)) signalPostmaster(running.pid);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) === 1) process.exit(signal === "SIGINT" ? 130 : 143);
  };
  process.on("exit", stop).on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onSignal);
  return () => {
    process.off("exit", stop).off("SIGINT", onSignal).off("SIGTERM", onSignal).off("SIGHUP", onSignal);
  };
}
