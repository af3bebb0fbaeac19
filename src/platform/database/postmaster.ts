import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DataFolder } from "./data-folder.ts";

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty when it listens on a loopback port only. */
  readonly socketFolder: string;
  readonly status: "starting" | "ready" | "stopping";
}

/** The postmaster of this cluster, if its process lives; a file left by a killed one counts as nothing. */
export function findPostmaster(data: DataFolder): Postmaster | undefined {
  const text = readIfThere(join(data.cluster, "postmaster.pid"));
  const [pidLine = "", folder, , port = "", socketFolder = "", , , status = ""] = text?.split("\n") ?? [];
  const pid = Number(pidLine);
  if (!Number.isInteger(pid) || pid <= 0 || !isPostmaster(pid, folder ?? "")) return undefined;
  const known = { ready: "ready", stopping: "stopping" } as const;
  return { pid, port: Number(port), socketFolder, status: known[status.trim() as keyof typeof known] ?? "starting" };
}

/** Numbers are given out again, in containers often: the process must be PostgreSQL and name this cluster. */
function isPostmaster(pid: number, folder: string): boolean {
  const words = readIfThere(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
  return words.includes(folder) && (words[0] ?? "").endsWith("postgres");
}

/** Removes what a killed PostgreSQL left, which would make it refuse when its number has gone to another process. */
export function clearLeftovers(data: DataFolder): void {
  if (findPostmaster(data)) return;
  rmSync(join(data.cluster, "postmaster.pid"), { force: true });
  rmSync(join(data.socket, ".s.PGSQL.5432"), { force: true });
  rmSync(join(data.socket, ".s.PGSQL.5432.lock"), { force: true });
}

/** A fast shutdown: running statements are broken off, everything committed is kept. Waits until the process is gone. */
export async function stopPostmaster(data: DataFolder): Promise<void> {
  const running = findPostmaster(data);
  if (!running) return;
  signalPostmaster(running.pid);
  while (findPostmaster(data)?.pid === running.pid) await pause(5);
}

export function signalPostmaster(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (["ENOENT", "ESRCH", "ENOTDIR"].includes(code)) return undefined;
    throw error;
  }
}
