import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "./cluster.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Address, ClusterPlan } from "./plan.ts";
import { findPostmaster, signalPostmaster, stopPostmaster } from "./postmaster.ts";
import { enterPresence, isStopping, type Presence, type Purpose } from "./presence.ts";

/** The embedded cluster as one process uses it. */
export interface EmbeddedCluster {
  readonly address: Address;
  /** Makes the database where it is missing; several processes may ask at once. */
  ensureDatabase(name: string): Promise<void>;
  /** Leaves; the last one to leave stops PostgreSQL and waits for it. */
  close(): Promise<void>;
}

/** PostgreSQL's two ways to say that a database was made between the look and the act. */
const ALREADY_THERE = new Set(["42P04", "23505"]);
const ENTRY_ATTEMPTS = 50;

/** Opens the cluster of the data folder, starting it where it does not run. Refuses a second server. */
export async function openEmbedded(plan: ClusterPlan, purpose: Purpose): Promise<EmbeddedCluster> {
  const { address, presence } = await enterCluster(plan, purpose);
  if (purpose === "server") writeFileSync(plan.data.owner, String(process.pid), { mode: 0o600 });
  const forget = stopAtExit(plan.data);
  return {
    address,
    ensureDatabase: (name) => ensureDatabase(presence.client, name),
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

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const known = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (known.rowCount !== 0) return;
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    if (!ALREADY_THERE.has(String((error as { code?: unknown }).code))) throw error;
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
