import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { refusePlatform } from "../refusals.ts";
import { CLUSTER_USER, createCluster } from "./cluster-create.ts";
import { lastWords, spawnPostmaster } from "./cluster-spawn.ts";
import type { DataFolder } from "./data-folder.ts";
import { chooseLauncher } from "./launcher.ts";
import type { Address, ClusterPlan } from "./plan.ts";
import { findPostmaster } from "./postmaster.ts";
import { withStartLock } from "./start-lock.ts";

/** After a killed PostgreSQL its servers need a moment to notice and let go of the memory they share. */
const START_ATTEMPTS = 15;
const ATTEMPT_PAUSE_MS = 200;

/** Connects to the running cluster of the folder or starts it, making it first where there is none. */
export async function openCluster(plan: ClusterPlan): Promise<Address> {
  const running = findPostmaster(plan.data);
  if (running?.status === "ready") return addressOf(plan.data, running);
  return withStartLock(plan.data.root, () => startCluster(plan));
}

async function startCluster(plan: ClusterPlan): Promise<Address> {
  const launcher = chooseLauncher(plan.engine.programs, plan.data);
  if (!existsSync(plan.data.cluster)) await createCluster(plan, launcher);
  requireSameMajor(plan);
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt++) {
    const address = await awaitReady(plan.data);
    if (address) return address;
    const isUp = await spawnPostmaster(plan, launcher);
    if (!isUp) await pause(ATTEMPT_PAUSE_MS);
  }
  return refusePlatform("database-not-started", { detail: lastWords(plan.data) });
}

/** Waits as long as a postmaster lives, for recovery after a crash may be long; undefined when there is none. */
async function awaitReady(data: DataFolder): Promise<Address | undefined> {
  for (let running = findPostmaster(data); running; running = findPostmaster(data)) {
    if (running.status === "ready") return addressOf(data, running);
    await pause(3);
  }
  return undefined;
}

function addressOf(data: DataFolder, running: { socketFolder: string; port: number }): Address {
  const password = readFileSync(data.password, "utf8");
  return { host: running.socketFolder || "127.0.0.1", port: running.port, user: CLUSTER_USER, password };
}

function requireSameMajor({ data, engine }: ClusterPlan): void {
  const found = readFileSync(join(data.cluster, "PG_VERSION"), "utf8").trim();
  if (found === String(engine.major)) return;
  refusePlatform("database-other-version", { folder: data.cluster, found, expected: engine.major });
}
