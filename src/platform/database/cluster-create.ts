import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { refusePlatform } from "../refusals.ts";
import type { Launcher } from "./launcher.ts";
import type { ClusterPlan } from "./plan.ts";

export const CLUSTER_USER = "sosedstvo";
const UNFINISHED = "cluster.new";

/** Makes the cluster beside its place and moves it there when whole, so a power cut leaves none rather than half. Call under the start lock. */
export async function createCluster(plan: ClusterPlan, launcher: Launcher): Promise<void> {
  const { root, cluster, password } = plan.data;
  for (const name of readdirSync(root)) {
    if (name.startsWith(UNFINISHED)) rmSync(join(root, name), { recursive: true });
  }
  if (!existsSync(password)) writeFileSync(password, randomBytes(24).toString("base64url"), { mode: 0o600 });
  const folder = join(root, UNFINISHED);
  const passwordFile = `${folder}.password`;
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, readFileSync(password), { mode: 0o600 });
  if (launcher.owner !== null) {
    chownSync(folder, launcher.owner, launcher.owner);
    chownSync(passwordFile, launcher.owner, launcher.owner);
  }
  await runInitdb(plan, launcher, ["-D", folder, `--pwfile=${passwordFile}`]);
  rmSync(passwordFile);
  renameSync(folder, cluster);
}

async function runInitdb(plan: ClusterPlan, launcher: Launcher, place: readonly string[]): Promise<void> {
  const command = [
    ...launcher.prefix,
    join(plan.engine.programs, "initdb"),
    ...place,
    ...initdbOptions(plan, launcher),
  ];
  const [file = "", ...args] = command;
  try {
    await promisify(execFile)(file, args, { cwd: "/" });
  } catch (error) {
    refusePlatform("database-not-started", { detail: (error as { stderr?: string }).stderr?.trim() ?? String(error) });
  }
}

/** The socket lies in a folder of our own user and needs no password; under a shared user such as `nobody` it does. */
function initdbOptions(plan: ClusterPlan, launcher: Launcher): string[] {
  const builtin = ["--locale-provider=builtin", "--locale=C", "--builtin-locale=C.UTF-8"];
  return [
    `--username=${CLUSTER_USER}`,
    "--encoding=UTF8",
    ...(plan.engine.major >= 17 ? builtin : ["--locale=C.UTF-8"]),
    `--auth-local=${launcher.owner === null ? "trust" : "scram-sha-256"}`,
    "--auth-host=scram-sha-256",
    "--data-checksums",
    ...(plan.durable ? [] : ["--no-sync"]),
  ];
}
