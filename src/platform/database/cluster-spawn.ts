import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";
import type { Launcher } from "./launcher.ts";
import type { ClusterPlan } from "./plan.ts";
import { clearLeftovers, findPostmaster } from "./postmaster.ts";

const SOCKET_PORT = 5432;
/** A socket's whole path may have 107 bytes, `/.s.PGSQL.5432` among them. */
const LONGEST_SOCKET_FOLDER = 90;

/** Starts PostgreSQL in a session of its own, so that Ctrl-C reaches us first. True once it has said who it is, false when it gave up. Call under the start lock. */
export async function spawnPostmaster(plan: ClusterPlan, launcher: Launcher): Promise<boolean> {
  clearLeftovers(plan.data);
  const command = [...launcher.prefix, join(plan.engine.programs, "postgres"), "-D", plan.data.cluster];
  const [file = "", ...args] = [...command, ...(await listenOptions(plan.data)), ...settings(plan)];
  // The last start's words are enough, and the file does not grow for ever.
  const log = openSync(plan.data.log, "w", 0o600);
  const child = spawn(file, args, { cwd: "/", detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  return isSpeaking(plan.data, child);
}

async function isSpeaking(data: DataFolder, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (findPostmaster(data)) {
      writeFileSync(data.owner, String(process.pid), { mode: 0o600 });
      return true;
    }
    await pause(3);
  }
  return false;
}

/** The end of PostgreSQL's own log, for a sentence to a person. */
export function lastWords(data: DataFolder): string {
  return readFileSync(data.log, "utf8").trim().split("\n").slice(-3).join(" / ");
}

async function listenOptions(data: DataFolder): Promise<string[]> {
  if (Buffer.byteLength(data.socket) <= LONGEST_SOCKET_FOLDER) {
    return options({ listen_addresses: "", unix_socket_directories: data.socket, port: SOCKET_PORT });
  }
  return options({ listen_addresses: "127.0.0.1", unix_socket_directories: "", port: await findFreePort() });
}

function settings(plan: ClusterPlan): string[] {
  const untroubled = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  return options({
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    ...(plan.durable ? {} : untroubled),
  });
}

function options(values: Readonly<Record<string, string | number>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
